/** A bar per week: the fill is what somebody was there, the outline what was planned. Reads without colour. */
import type { BlockOf } from '#core/letters/content.ts'
import type { Piece } from '../flow.ts'
import { breakLines, oneLine, type Style, type Unprintable } from '../lines.ts'
import { EDGE, INK, LEFT, WIDTH } from '../page.ts'
import type { Pen } from '../pen.ts'
import { SMALL, TEXT } from '../styles.ts'
import { drawLines, elementOf, heading, paragraphs } from './parts.ts'

type Week = BlockOf<'attendance'>['weeks'][number]
const BARS = 36
const LABELS = 13
const NUMBER: Style = { ...TEXT, size: 7.5, leading: 10, colour: '#FFFFFF' }

export function attendanceBlock(block: BlockOf<'attendance'>, unprintable: Unprintable): Piece[] {
  const head = heading(block.heading, unprintable)
  if (block.weeks.length === 0) return [head, ...paragraphs(block.paragraphs, unprintable)]
  const legend = breakLines([{ text: block.legend }], SMALL, WIDTH, unprintable)
  const text = paragraphs(block.paragraphs, unprintable, { gap: 3 })
  const caption = elementOf('P')
  return [
    head,
    {
      gap: 1,
      height: BARS + LABELS,
      keep: true,
      draw(pen, y) {
        const bbox: [number, number, number, number] = [LEFT, y, LEFT + WIDTH, y + BARS + LABELS]
        const figure = pen.child(pen.root, 'Figure', { alt: block.alternative, bbox })
        pen.mark(figure, () => drawBars(pen, block.weeks, y, unprintable))
      },
    },
    {
      gap: 0,
      height: legend.length * SMALL.leading,
      keep: text.length > 0,
      draw: (pen, y) => pen.mark(caption(pen), () => drawLines(pen, legend, SMALL, LEFT, y)),
    },
    ...text,
  ]
}

function drawBars(pen: Pen, weeks: readonly Week[], y: number, unprintable: Unprintable): void {
  const { doc } = pen
  const full = Math.max(...weeks.map((week) => Math.max(week.planned, week.present)), 1)
  const room = WIDTH / weeks.length
  const bar = Math.min(18, room * 0.62)
  const step = weeks.length === 1 ? 0 : Math.min(36, (WIDTH - bar) / (weeks.length - 1))
  const foot = y + BARS
  const height = (minutes: number): number => (minutes / full) * (BARS - 1)
  for (const [n, week] of weeks.entries()) {
    const x = LEFT + n * step
    if (week.planned === 0 && week.present === 0) pen.rule(x, x + bar, foot - 0.3, EDGE)
    if (week.present > 0) pen.box(x, foot - height(week.present), bar, height(week.present), pen.colours.main)
    if (week.planned > 0) {
      doc
        .rect(x + 0.3, foot - height(week.planned) + 0.3, bar - 0.6, height(week.planned) - 0.6)
        .lineWidth(0.6)
        .stroke(EDGE)
    }
    const inside = height(week.present) >= 10.5
    const style = { ...NUMBER, colour: inside ? '#FFFFFF' : INK }
    const number = oneLine(week.hours, style, unprintable)
    const open = week.planned > week.present && height(week.planned) - height(week.present) < 10.5 && !inside
    if (number.width <= bar - 1 && !(week.planned === 0 && week.present === 0) && !open)
      pen.line(
        number,
        style,
        x + (bar - number.width) / 2,
        foot - (inside ? 10.5 : height(week.present) + 10.5),
      )
  }
  labels(pen, weeks, { foot, step, bar }, unprintable)
}

/** A date under a bar where there is room: at even distances, and under the last one. */
function labels(
  pen: Pen,
  weeks: readonly Week[],
  { foot, step, bar }: { foot: number; step: number; bar: number },
  unprintable: Unprintable,
): void {
  const every = step === 0 ? 1 : Math.max(1, Math.ceil(96 / step))
  const last = weeks.length - 1
  const shown = weeks.map((_, n) => n).filter((n) => n % every === 0)
  const previous = shown.at(-1) ?? 0
  if (previous !== last && (last - previous) * step >= 50) shown.push(last)
  for (const n of shown) {
    const line = oneLine(weeks[n]?.label ?? '', SMALL, unprintable)
    const x = LEFT + n * step
    const rightmost = LEFT + WIDTH - line.width
    pen.line(line, SMALL, n === last && n > 0 ? Math.min(rightmost, x + bar - line.width) : x, foot + 1)
  }
}
