/** The agreement about a place: one A4 for the participant, the organisation and the workshop to sign. */
import type { LetterContent } from '#core/letters/content.ts'
import type { AgreementLine, AgreementSheet } from '#core/letters/sheets.ts'
import { drawLines, spaced } from '../letters/blocks/parts.ts'
import { areaOf, type Area } from '../letters/flow.ts'
import { breakLines, oneLine, withSpace, type Line, type Style, type Unprintable } from '../letters/lines.ts'
import { EDGE, HAIRLINE, INK, mm, PAGE, QUIET } from '../letters/page.ts'
import type { Pen } from '../letters/pen.ts'

const LEFT = mm(20)
const RIGHT = PAGE.width - mm(18)
const WIDTH = RIGHT - LEFT
const TOP = mm(15)
const FOOT_Y = mm(284)
const LABEL = mm(36)
const GUTTER = 10
const COLUMN = (WIDTH - 2 * GUTTER) / 3
const columnX = (n: number) => LEFT + n * (COLUMN + GUTTER)
/** From one line to write on to the next. */
const WRITE = 19

const SMALL: Style = { face: 'text', size: 8.5, leading: 11.6, colour: QUIET }
const HEAD: Style = { face: 'title', size: 21, leading: 27, colour: INK, bold: 'title' }

const inMain = (style: Style, { colours }: Pen): Style => ({ ...style, colour: colours.main })

/** Large where there is little to say; below the last nobody reads it with pleasure. */
const SCALES = [1.14, 1.08, 1.03, 0.98, 0.93, 0.88, 0.83, 0.78]
/** Then, what was typed is cut after so many lines. */
const MOST_LINES = [12, 8, 6, 5, 4, 3, 2, 1]

/** Draws the agreement on a page that is there. @returns where each of its parts stands. */
export function drawAgreement(pen: Pen, sheet: AgreementSheet, unprintable: Unprintable): Area[] {
  return firstThatFits(sheet, unprintable).draw(pen)
}

/** Whether all that was typed is on the page: what is not shows as three points. */
export function agreementFits({ sheet }: LetterContent): boolean {
  return sheet?.kind !== 'agreement' || firstThatFits(sheet, new Set()).whole
}

interface Plan {
  readonly fits: boolean
  /** Nothing was cut. */
  readonly whole: boolean
  draw(pen: Pen): Area[]
}

function firstThatFits(sheet: AgreementSheet, unprintable: Unprintable): Plan {
  const steps = [
    ...SCALES.map((scale) => ({ scale, most: Number.POSITIVE_INFINITY })),
    ...MOST_LINES.map((most) => ({ scale: SCALES.at(-1) ?? 1, most })),
  ]
  let made: Plan | null = null
  for (const step of steps) {
    made = plan(sheet, step, unprintable)
    if (made.fits) return made
  }
  return made ?? plan(sheet, { scale: 1, most: 1 }, unprintable)
}

function plan(sheet: AgreementSheet, step: { scale: number; most: number }, unprintable: Unprintable): Plan {
  const head = headPlan(sheet, unprintable)
  const sign = signPlan(sheet, unprintable)
  const sections = sheet.sections.map((section) => sectionPlan(section, step, unprintable))
  const from = TOP + head.height + 6
  const until = FOOT_Y - 10 - sign.height
  const height = sections.reduce((sum, one) => sum + one.height, 0)
  return {
    fits: from + height <= until,
    whole: head.whole && sections.every((one) => one.whole),
    draw(pen) {
      head.draw(pen)
      let y = from
      const areas = sections.map((one) => {
        const top = y
        one.draw(pen, top)
        y += one.height
        return areaOf(one.item, 0, top, y)
      })
      sign.draw(pen, until)
      drawFoot(pen, sheet, unprintable)
      return [areaOf(0, 0, TOP, from), ...areas, areaOf(sheet.sign.item, 0, until, until + sign.height)]
    },
  }
}

/** Lines of text, at most `most`; whether something is left out shows in the last one. */
function cut(
  text: string,
  style: Style,
  width: number,
  most: number,
  unprintable: Unprintable,
): { lines: Line[]; whole: boolean } {
  const enough = Math.min(most, 60)
  const short = text.slice(0, enough * 400) // far more than so many lines take
  const lines = breakLines([{ text: short }], style, width, unprintable)
  if (lines.length <= enough && short === text) return { lines, whole: true }
  const characters = [...short]
  let [fits, tooMany] = [0, characters.length]
  const upTo = (count: number) =>
    breakLines([{ text: `${characters.slice(0, count).join('').trimEnd()}…` }], style, width, unprintable)
  while (fits + 1 < tooMany) {
    const middle = Math.floor((fits + tooMany) / 2)
    if (upTo(middle).length <= enough) fits = middle
    else tooMany = middle
  }
  return { lines: upTo(fits).slice(0, enough), whole: false }
}

/** The title and who agree with one another. */
function headPlan(sheet: AgreementSheet, unprintable: Unprintable) {
  const lead: Style = { face: 'text', size: 10, leading: 13.8, colour: INK }
  const name: Style = { face: 'strong', size: 10.5, leading: 14, colour: INK }
  const pad = 9
  const set = {
    heading: breakLines([{ text: sheet.heading }], HEAD, WIDTH, unprintable),
    lead: cut(sheet.lead, lead, WIDTH, 3, unprintable),
    parties: sheet.parties.map((party) => ({
      label: oneLine(party.label, SMALL, unprintable),
      name: cut(party.name, name, COLUMN - 2 * pad, 3, unprintable),
      lines: party.lines.map((line) => cut(line, SMALL, COLUMN - 2 * pad, 2, unprintable)),
    })),
  }
  const boxHeight = Math.max(
    ...set.parties.map(
      (party) =>
        2 * pad +
        SMALL.leading +
        party.name.lines.length * name.leading +
        party.lines.reduce((sum, { lines }) => sum + lines.length * SMALL.leading, 0),
    ),
  )
  const above = set.heading.length * HEAD.leading + set.lead.lines.length * lead.leading + 12
  return {
    height: above + boxHeight,
    whole: set.parties.every((party) => party.name.whole),
    draw(pen: Pen) {
      pen.mark(pen.child(pen.root, 'H1'), () =>
        drawLines(pen, spaced(set.heading), inMain(HEAD, pen), LEFT, TOP),
      )
      pen.mark(pen.child(pen.root, 'P'), () =>
        drawLines(pen, spaced(set.lead.lines), lead, LEFT, TOP + set.heading.length * HEAD.leading + 3),
      )
      for (const [n, party] of set.parties.entries()) {
        const x = columnX(n) + pad
        let y = TOP + above + pad
        pen.artifact(() =>
          pen.doc.roundedRect(columnX(n), TOP + above, COLUMN, boxHeight, 5).fill(pen.colours.tint),
        )
        pen.mark(pen.child(pen.root, 'P'), () => {
          pen.line(withSpace(party.label), SMALL, x, y)
          drawLines(pen, spaced(party.name.lines, true), name, x, y + SMALL.leading)
          y += SMALL.leading + party.name.lines.length * name.leading
          for (const { lines } of party.lines) {
            drawLines(pen, spaced(lines, true), SMALL, x, y)
            y += lines.length * SMALL.leading
          }
        })
      }
    },
  }
}

/** The subject at the left, what was agreed beside it, a thin line above. */
function sectionPlan(
  { item, heading, lines }: AgreementSheet['sections'][number],
  { scale, most }: { scale: number; most: number },
  unprintable: Unprintable,
) {
  const text: Style = { face: 'text', size: 10.5 * scale, leading: 14.6 * scale, colour: INK }
  const label: Style = { ...text, face: 'strong' }
  const gap = 6 * scale
  const width = WIDTH - LABEL - GUTTER
  const x = LEFT + LABEL + GUTTER
  const head = breakLines([{ text: heading }], label, LABEL, unprintable)
  const rows = lines.map((line) => {
    if (line.kind === 'fill') {
      const set = { lines: [oneLine(line.text, text, unprintable)], whole: true }
      return { ...set, fill: true, height: Math.max(WRITE * scale, text.leading) }
    }
    const set =
      line.kind === 'own'
        ? ownLines(line, text, width, most, unprintable)
        : cut(line.text, text, width, line.kind === 'typed' ? most : 60, unprintable)
    return { ...set, fill: false, height: set.lines.length * text.leading }
  })
  const height = Math.max(
    head.length * label.leading,
    rows.reduce((sum, row) => sum + row.height, 0),
  )
  return {
    item,
    height: height + 2 * gap,
    whole: rows.every((row) => row.whole),
    draw(pen: Pen, top: number) {
      pen.artifact(() => pen.rule(LEFT, RIGHT, top, HAIRLINE))
      let y = top + gap
      if (heading !== '')
        pen.mark(pen.child(pen.root, 'H2'), () => drawLines(pen, spaced(head), inMain(label, pen), LEFT, y))
      for (const row of rows) {
        pen.mark(pen.child(pen.root, 'P'), () => drawLines(pen, spaced(row.lines), text, x, y))
        if (row.fill) {
          const from = x + (row.lines[0]?.width ?? 0) + 6
          const under = y + text.leading - 2
          pen.artifact(() => pen.rule(from, RIGHT, under, EDGE))
        }
        y += row.height
      }
    },
  }
}

/** With the office's own bold and slanted words; what is too long loses them, as it loses its end. */
function ownLines(
  { text, bullet }: Extract<AgreementLine, { kind: 'own' }>,
  style: Style,
  width: number,
  most: number,
  unprintable: Unprintable,
): { lines: Line[]; whole: boolean } {
  const rich = bullet ? [{ text: '•\u00a0\u00a0' }, ...text] : text
  const lines = breakLines(rich, style, width, unprintable)
  if (lines.length <= most) return { lines, whole: true }
  return cut(rich.map((run) => run.text).join(''), style, width, most, unprintable)
}

/** Three hands under it. */
function signPlan(sheet: AgreementSheet, unprintable: Unprintable) {
  const { heading, date, signature, on } = sheet.sign
  const title: Style = { face: 'title', size: 12.5, leading: 17, colour: INK, bold: 'title' }
  const name: Style = { face: 'strong', size: 9, leading: 12, colour: INK }
  const text: Style = { face: 'text', size: 9, leading: 12, colour: INK }
  const room = mm(15)
  const names = sheet.parties.map((party) => cut(party.name, name, COLUMN, 2, unprintable).lines)
  const nameHeight = Math.max(...names.map((lines) => lines.length)) * name.leading
  const head = breakLines([{ text: heading }], title, WIDTH, unprintable)
  const height =
    8 + head.length * title.leading + 3 + SMALL.leading + nameHeight + text.leading + 6 + room + 4
  return {
    height,
    draw(pen: Pen, top: number) {
      pen.artifact(() => pen.rule(LEFT, RIGHT, top, pen.colours.main, 1.2))
      pen.mark(pen.child(pen.root, 'H2'), () =>
        drawLines(pen, spaced(head), inMain(title, pen), LEFT, top + 8),
      )
      for (const [n, party] of sheet.parties.entries()) {
        const x = columnX(n)
        let y = top + 8 + head.length * title.leading + 3
        const day = oneLine(on === '' ? date : `${date}: ${on}`, text, unprintable)
        pen.mark(pen.child(pen.root, 'P'), () => {
          pen.line(withSpace(oneLine(party.label, SMALL, unprintable)), SMALL, x, y)
          drawLines(pen, spaced(names[n] ?? [], true), name, x, y + SMALL.leading)
          y += SMALL.leading + nameHeight + 4
          pen.line(withSpace(day), text, x, y)
          pen.line(oneLine(signature, SMALL, unprintable), SMALL, x, y + text.leading + 4)
        })
        pen.artifact(() => {
          if (on === '') pen.rule(x + day.width + 6, x + COLUMN, y + text.leading - 1, EDGE)
          pen.rule(x, x + COLUMN, top + height - 2, EDGE)
        })
      }
    },
  }
}

function drawFoot(pen: Pen, { foot }: AgreementSheet, unprintable: Unprintable): void {
  const right = oneLine(foot.right, SMALL, unprintable)
  const [left] = cut(foot.left, SMALL, WIDTH - right.width - 20, 1, unprintable).lines
  pen.artifact(() => {
    if (left) pen.line(left, SMALL, LEFT, FOOT_Y)
    pen.line(right, SMALL, RIGHT - right.width, FOOT_Y)
  }, 'Pagination')
}
