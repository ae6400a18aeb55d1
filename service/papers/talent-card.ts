/** The talent card: one A4 that an employer is glad to receive. At the left what somebody can, at the right how. */
import { drawLines, spaced } from '../letters/blocks/parts.ts'
import { createDocument } from '../letters/document.ts'
import { drawDraftMark } from '../letters/frame.ts'
import { breakLines, oneLine, type Style, type Unprintable } from '../letters/lines.ts'
import { INK, mm, PAGE, PETROL, PETROL_TINT, QUIET, WARM_TINT } from '../letters/page.ts'
import type { Element, Pen } from '../letters/pen.ts'

export interface CardSection {
  readonly heading: string
  /** One is a paragraph, more are a list. */
  readonly lines: readonly string[]
  readonly look: 'ticks' | 'plain' | 'quote'
}

export interface TalentCardSheet {
  /** Of the document: shows in windows and lists, so it names nobody. */
  readonly title: string
  readonly iAm: string
  readonly name: string
  readonly headline: string
  readonly main: readonly CardSection[]
  readonly side: readonly CardSection[]
  readonly meet: { readonly heading: string; readonly text: string; readonly how: readonly string[] }
  readonly foot: string
  readonly officeName: string
  /** Across the page; null once there is permission. */
  readonly example: string | null
  readonly language: 'nl' | 'en'
  readonly datedOn: string // YYYY-MM-DD
}

const EDGE_X = mm(15)
const FULL = PAGE.width - 2 * EDGE_X
const TOP = mm(15)
const FOOT_Y = mm(282)
const SIDE = { width: mm(58), pad: 14 }
const GUTTER = 24
const MAIN = { x: EDGE_X, width: FULL - SIDE.width - GUTTER }
const SIDE_X = PAGE.width - EDGE_X - SIDE.width
const PAPER = '#FFFFFF'

/** Large where there is little to say, smaller where there is much; below the last nobody reads it with pleasure. */
const SCALES = [1.22, 1.16, 1.1, 1.04, 0.98, 0.92, 0.86, 0.8]

/** The bytes of the card, and whether everything is on it. */
export async function drawTalentCard(sheet: TalentCardSheet): Promise<{ pdf: Uint8Array; fits: boolean }> {
  const unprintable: Unprintable = new Set()
  const plans = SCALES.map((scale) => () => plan(sheet, scale, unprintable))
  let chosen: Plan | null = null
  for (const make of plans) {
    chosen = make()
    if (chosen.fits) break
  }
  const card = chosen
  const pdf = await createDocument(
    {
      title: sheet.title,
      subject: sheet.title,
      author: sheet.officeName,
      language: sheet.language,
      datedOn: sheet.datedOn,
    },
    (pen) => {
      pen.doc.addPage()
      card?.draw(pen)
    },
  )
  return { pdf, fits: card?.fits ?? true }
}

interface Plan {
  readonly fits: boolean
  draw(pen: Pen): void
}

/** A part of a column that is never cut. */
interface Block {
  readonly gap: number
  readonly height: number
  draw(pen: Pen, y: number): void
}

function plan(sheet: TalentCardSheet, scale: number, unprintable: Unprintable): Plan {
  const head = headPlan(sheet, unprintable)
  const meet = meetPlan(sheet, unprintable)
  const room = { top: TOP + head.height + 22, bottom: FOOT_Y - 14 - meet.height - 18 }
  const main = sheet.main.flatMap((section, n) =>
    sectionBlocks(section, { x: MAIN.x, width: MAIN.width, scale, first: n === 0 }, unprintable),
  )
  const side = sheet.side.flatMap((section, n) =>
    sectionBlocks(
      section,
      { x: SIDE_X + SIDE.pad, width: SIDE.width - 2 * SIDE.pad, scale: scale * 0.94, first: n === 0 },
      unprintable,
    ),
  )
  const sideHeight = heightOf(side) + 2 * SIDE.pad
  const space = room.bottom - room.top
  return {
    fits: heightOf(main) <= space && sideHeight <= space,
    draw(pen) {
      if (sheet.example !== null) drawDraftMark(pen, sheet.example, unprintable)
      head.draw(pen)
      drawColumn(pen, main, room)
      if (side.length > 0) {
        pen.artifact(() =>
          pen.doc.roundedRect(SIDE_X, room.top, SIDE.width, Math.min(sideHeight, space), 8).fill(WARM_TINT),
        )
        drawColumn(pen, side, { top: room.top + SIDE.pad, bottom: room.bottom - SIDE.pad })
      }
      meet.draw(pen, FOOT_Y - 14 - meet.height)
      const foot: Style = { face: 'text', size: 8, leading: 11, colour: QUIET }
      pen.mark(pen.child(pen.root, 'P'), () =>
        drawLines(
          pen,
          spaced(breakLines([{ text: sheet.foot }], foot, FULL, unprintable).slice(0, 2)),
          foot,
          EDGE_X,
          FOOT_Y,
        ),
      )
    },
  }
}

const heightOf = (blocks: readonly Block[]): number =>
  blocks.reduce((sum, { gap, height }) => sum + gap + height, 0)

/** What does not fit any more is left out: the caller has said so. */
function drawColumn(pen: Pen, blocks: readonly Block[], room: { top: number; bottom: number }): void {
  let y = room.top
  for (const block of blocks) {
    if (y + block.gap + block.height > room.bottom + 0.5) return
    block.draw(pen, y + block.gap)
    y += block.gap + block.height
  }
}

/** The coloured head: who this is, in the largest letters of the page, and what for. */
function headPlan(sheet: TalentCardSheet, unprintable: Unprintable) {
  const pad = { x: 24, y: 20 }
  const width = FULL - 2 * pad.x
  const small: Style = { face: 'quote', size: 14, leading: 18, colour: PETROL_TINT }
  const size = [38, 32, 26, 20].find(
    (one) => oneLine(sheet.name, { ...small, face: 'title', size: one }, unprintable).width <= width,
  )
  const name: Style = { face: 'title', size: size ?? 18, leading: (size ?? 18) * 1.2, colour: PAPER }
  const words: Style = { face: 'quote', size: 14.5, leading: 19.5, colour: PAPER }
  const set = {
    small: breakLines([{ text: sheet.iAm }], small, width, unprintable),
    name: breakLines([{ text: sheet.name }], name, width, unprintable).slice(0, 2),
    words:
      sheet.headline === ''
        ? []
        : breakLines([{ text: sheet.headline }], words, width, unprintable).slice(0, 3),
  }
  const height =
    2 * pad.y +
    small.leading +
    set.name.length * name.leading +
    set.words.length * words.leading +
    (set.words.length > 0 ? 6 : 0)
  return {
    height,
    draw(pen: Pen) {
      pen.artifact(() => pen.doc.roundedRect(EDGE_X, TOP, FULL, height, 10).fill(PETROL))
      const x = EDGE_X + pad.x
      let y = TOP + pad.y
      pen.mark(pen.child(pen.root, 'H1'), () => {
        drawLines(pen, spaced(set.small, true), small, x, y)
        y += small.leading
        drawLines(pen, spaced(set.name), name, x, y)
        y += set.name.length * name.leading + 6
      })
      if (set.words.length > 0)
        pen.mark(pen.child(pen.root, 'P'), () => drawLines(pen, spaced(set.words), words, x, y))
    },
  }
}

/** How to get to know this person: the office, never an own number. */
function meetPlan({ meet }: TalentCardSheet, unprintable: Unprintable) {
  const pad = { x: 20, y: 13 }
  const width = FULL - 2 * pad.x
  const heading: Style = { face: 'title', size: 14, leading: 19, colour: PETROL, bold: 'title' }
  const text: Style = { face: 'text', size: 10.5, leading: 15, colour: INK }
  const strong: Style = { ...text, face: 'strong' }
  const set = {
    heading: breakLines([{ text: meet.heading }], heading, width, unprintable),
    text: breakLines([{ text: meet.text }], text, width, unprintable),
    how: breakLines([{ text: meet.how.join('\u00a0\u00a0 · \u00a0\u00a0') }], strong, width, unprintable),
  }
  const height =
    2 * pad.y +
    set.heading.length * heading.leading +
    (set.text.length + (meet.how.length > 0 ? set.how.length : 0)) * text.leading
  return {
    height,
    draw(pen: Pen, top: number) {
      pen.artifact(() => {
        pen.doc.roundedRect(EDGE_X, top, FULL, height, 8).fill(PETROL_TINT)
      })
      const x = EDGE_X + pad.x
      let y = top + pad.y
      pen.mark(pen.child(pen.root, 'H2'), () => drawLines(pen, spaced(set.heading), heading, x, y))
      y += set.heading.length * heading.leading
      pen.mark(pen.child(pen.root, 'P'), () => drawLines(pen, spaced(set.text), text, x, y))
      y += set.text.length * text.leading
      if (meet.how.length > 0)
        pen.mark(pen.child(pen.root, 'P'), () => drawLines(pen, spaced(set.how), strong, x, y))
    },
  }
}

function sectionBlocks(
  { heading, lines, look }: CardSection,
  at: { x: number; width: number; scale: number; first: boolean },
  unprintable: Unprintable,
): Block[] {
  const { x, width, scale, first } = at
  const title: Style = {
    face: 'title',
    size: 13.5 * scale,
    leading: 18 * scale,
    colour: PETROL,
    bold: 'title',
  }
  const text: Style =
    look === 'quote'
      ? { face: 'quote', size: 13 * scale, leading: 18.5 * scale, colour: INK }
      : { face: 'text', size: 11 * scale, leading: 16 * scale, colour: INK }
  const head = breakLines([{ text: heading }], title, width, unprintable)
  const indent = look === 'ticks' ? 18 * scale : look === 'quote' ? 14 : 0
  let list: Element | null = null
  return [
    {
      gap: first ? 0 : 15 * scale,
      height: head.length * title.leading + 3,
      draw: (pen, y) => pen.mark(pen.child(pen.root, 'H2'), () => drawLines(pen, spaced(head), title, x, y)),
    },
    ...lines.map((line, n): Block => {
      const set = breakLines([{ text: line }], text, width - indent, unprintable)
      return {
        gap: n === 0 ? 0 : 2.5 * scale,
        height: set.length * text.leading,
        draw(pen, y) {
          if (look === 'ticks') pen.artifact(() => tick(pen, x, y, text))
          if (look === 'quote')
            pen.artifact(() => pen.box(x, y + 2, 3, set.length * text.leading - 4, PETROL))
          pen.mark(parent(pen), () => drawLines(pen, spaced(set), text, x + indent, y))
        },
      }
    }),
  ]

  /** A list is a list to who hears it. */
  function parent(pen: Pen): Element {
    if (lines.length === 1) return pen.child(pen.root, 'P')
    list ??= pen.child(pen.root, 'L')
    return pen.child(pen.child(list, 'LI'), 'LBody')
  }
}

function tick(pen: Pen, x: number, y: number, { size, leading }: Style): void {
  const middle = y + leading / 2
  const s = size / 11
  pen.doc
    .moveTo(x + 0.5 * s, middle + 0.4 * s)
    .lineTo(x + 3.8 * s, middle + 3.6 * s)
    .lineTo(x + 10 * s, middle - 3.6 * s)
    .lineWidth(1.7 * s)
    .lineCap('round')
    .lineJoin('round')
    .stroke(PETROL)
}
