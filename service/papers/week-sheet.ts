/** The week on paper, on its side: people by day and half-day, to write on or with what was filled in. */
import { elementOf, spaced } from '../letters/blocks/parts.ts'
import { createDocument } from '../letters/document.ts'
import { drawPage, paginate, type Piece } from '../letters/flow.ts'
import { breakLines, oneLine, withSpace, type Style, type Unprintable } from '../letters/lines.ts'
import { EDGE, HAIRLINE, INK, mm, PAGE, PETROL, QUIET, WARM_TINT } from '../letters/page.ts'
import type { Element, Pen } from '../letters/pen.ts'
import { hatch } from './sign-in-sheet.ts'

export interface WeekSheetCell {
  readonly planned: boolean
  /** The letter of the mark, '' for none. */
  readonly mark: string
  /** Small behind it: minutes late. */
  readonly detail: string
}
export interface WeekSheetPerson {
  readonly name: string
  readonly cells: readonly WeekSheetCell[] // Monday morning to Friday afternoon: ten
}
export interface WeekSheet {
  readonly fileName: string
  readonly title: string
  readonly officeName: string
  readonly language: 'nl' | 'en'
  readonly monday: string // YYYY-MM-DD
  readonly heading: string
  readonly range: string
  readonly people: string // above the names
  readonly days: readonly {
    readonly label: string
    /** "Gesloten: studiedag"; null when it is open. */
    readonly closed: string | null
  }[]
  readonly parts: readonly [string, string]
  readonly groups: readonly { readonly heading: string; readonly people: readonly WeekSheetPerson[] }[]
  /** In place of the table where there is nobody. */
  readonly nobody: string
  readonly legend: string
  readonly continued: string
  readonly page: string
}

const SHEET = { width: PAGE.height, height: PAGE.width }
const LEFT = mm(15)
const RIGHT = SHEET.width - mm(12)
const WIDTH = RIGHT - LEFT
const NAME = mm(62)
const CELL = (WIDTH - NAME) / 10
const ROW = mm(7.4)
const HEAD_Y = mm(9)
const FIRST = { top: mm(13), bottom: mm(191) }
const NEXT = { top: mm(16), bottom: mm(191) }
const FOOT = { rule: mm(194), text: mm(195.6) }

const TITLE: Style = { face: 'title', size: 18, leading: 24, colour: INK, bold: 'title' }
const RANGE: Style = { face: 'text', size: 12, leading: 24, colour: QUIET }
const DAY: Style = { face: 'strong', size: 9.5, leading: 13, colour: INK }
const PART: Style = { face: 'text', size: 8, leading: 11, colour: QUIET }
const GROUP: Style = { face: 'title', size: 10.5, leading: 14, colour: INK, bold: 'title' }
const PERSON: Style = { face: 'text', size: 10, leading: 12.4, colour: INK }
const LETTER: Style = { face: 'strong', size: 11, leading: 13, colour: INK }
const DETAIL: Style = { face: 'text', size: 8, leading: 13, colour: QUIET }
const SMALL: Style = { face: 'text', size: 8, leading: 11, colour: QUIET }
const CLOSED: Style = { ...PART, leading: 9.6, colour: INK }

const columnX = (n: number): number => LEFT + NAME + n * CELL

/** The bytes of the sheet. */
export async function weekSheet(facts: WeekSheet): Promise<Uint8Array> {
  const unprintable: Unprintable = new Set()
  const pages = paginate(pieces(facts, unprintable), FIRST, NEXT)
  const { title, officeName: author, language, monday: datedOn } = facts
  return await createDocument({ title, subject: facts.range, author, language, datedOn }, (pen) => {
    for (const [n, placed] of pages.entries()) {
      pen.doc.addPage({ size: [SHEET.width, SHEET.height], margin: 0 })
      if (n > 0)
        pen.artifact(
          () => pen.line(oneLine(facts.continued, SMALL, unprintable), SMALL, LEFT, HEAD_Y),
          'Pagination',
        )
      drawPage(pen, placed)
      drawFoot(pen, facts, { page: n + 1, pages: pages.length }, unprintable)
    }
  })
}

function pieces(facts: WeekSheet, unprintable: Unprintable): Piece[] {
  const title = oneLine(facts.heading, TITLE, unprintable)
  const head: Piece = {
    gap: 0,
    height: TITLE.leading + 6,
    keep: true,
    draw(pen, y) {
      pen.mark(pen.child(pen.root, 'H1'), () => {
        pen.line(withSpace(title), TITLE, LEFT, y)
        pen.line(oneLine(facts.range, RANGE, unprintable), RANGE, LEFT + title.width + 14, y)
      })
      pen.artifact(() => pen.rule(LEFT, RIGHT, y + TITLE.leading + 2, PETROL, 2))
    },
  }
  const some = facts.groups.some((group) => group.people.length > 0)
  if (!some) return [head, nobody(facts, unprintable)]
  const table = elementOf('Table')
  const days = daysHead(facts, unprintable)
  const again = { height: days.height, draw: (pen: Pen, y: number) => days.draw(pen, y, null) }
  return [
    head,
    {
      gap: 3,
      height: days.height,
      keep: true,
      draw: (pen, y) => days.draw(pen, y, table),
    },
    ...facts.groups.flatMap(({ heading, people }) => [
      ...(heading === '' ? [] : [{ ...groupPiece(heading, table, unprintable), again }]),
      ...people.map((one) => ({ ...personPiece(one, facts, table, unprintable), again })),
    ]),
  ]
}

function nobody({ nobody: text, days }: WeekSheet, unprintable: Unprintable): Piece {
  const closed = days.flatMap((day) => (day.closed === null ? [] : [`${day.label}: ${day.closed}.`]))
  const lines = breakLines([{ text: [text, ...closed].join(' ') }], PERSON, WIDTH, unprintable)
  return {
    gap: 10,
    height: lines.length * PERSON.leading,
    keep: false,
    draw: (pen, y) =>
      pen.mark(pen.child(pen.root, 'P'), () => {
        for (const [n, line] of spaced(lines).entries()) pen.line(line, PERSON, LEFT, y + n * PERSON.leading)
      }),
  }
}

/** Two rows of heads: the days, and under each its halves, or why it is closed. */
function daysHead(facts: WeekSheet, unprintable: Unprintable) {
  const closed = facts.days.map((day) =>
    day.closed === null
      ? null
      : breakLines([{ text: day.closed }], CLOSED, 2 * CELL - 8, unprintable).slice(0, 3),
  )
  const second = Math.max(PART.leading, ...closed.map((lines) => (lines?.length ?? 0) * CLOSED.leading))
  const height = DAY.leading + second + 8
  return {
    height,
    /** `table` null: again on another page, for the eye only. */
    draw(pen: Pen, y: number, table: ((pen: Pen) => Element) | null): void {
      const mark = (cell: Element | null, draw: () => void): void => (cell ? pen.mark(cell, draw) : draw())
      const row = table && pen.child(table(pen), 'TR')
      const head = (of: Element | null): Element | null => of && pen.child(of, 'TH', { scope: 'Column' })
      mark(head(row), () =>
        pen.line(withSpace(oneLine(facts.people, PART, unprintable)), PART, LEFT, y + DAY.leading + 3),
      )
      for (const [n, day] of facts.days.entries())
        mark(head(row), () =>
          pen.line(withSpace(oneLine(day.label, DAY, unprintable)), DAY, columnX(2 * n) + 4, y + 2),
        )
      const halves = table && pen.child(table(pen), 'TR')
      if (halves) pen.child(halves, 'TD')
      for (const [n, lines] of closed.entries())
        if (lines)
          mark(head(halves), () => {
            for (const [at, line] of spaced(lines).entries())
              pen.line(line, CLOSED, columnX(2 * n) + 4, y + DAY.leading + 4 + at * CLOSED.leading)
          })
        else
          for (const [half, text] of facts.parts.entries())
            mark(head(halves), () =>
              pen.line(
                withSpace(oneLine(text, PART, unprintable)),
                PART,
                columnX(2 * n + half) + 4,
                y + DAY.leading + 3,
              ),
            )
      const lines = () => {
        pen.rule(LEFT, RIGHT, y + height, EDGE, 0.9)
        dayLines(pen, y, height)
      }
      if (table) pen.artifact(lines)
      else lines()
    },
  }
}

/** Between the days a firm line. */
function dayLines(pen: Pen, y: number, height: number): void {
  for (let n = 0; n <= 10; n += 2) pen.doc.moveTo(columnX(n), y).lineTo(columnX(n), y + height)
  pen.doc.lineWidth(0.9).stroke(EDGE)
}

function groupPiece(heading: string, table: (pen: Pen) => Element, unprintable: Unprintable): Piece {
  const lines = breakLines([{ text: heading }], GROUP, WIDTH - 8, unprintable)
  const height = lines.length * GROUP.leading + 4
  return {
    gap: 0,
    height,
    keep: true,
    draw(pen, y) {
      pen.artifact(() => {
        pen.box(LEFT, y, WIDTH, height, WARM_TINT)
        pen.rule(LEFT, RIGHT, y + height, EDGE)
      })
      pen.mark(pen.child(pen.child(table(pen), 'TR'), 'TH', { scope: 'Row' }), () => {
        for (const [n, line] of spaced(lines).entries())
          pen.line(line, GROUP, LEFT + 4, y + 2 + n * GROUP.leading)
      })
    },
  }
}

function personPiece(
  one: WeekSheetPerson,
  facts: WeekSheet,
  table: (pen: Pen) => Element,
  unprintable: Unprintable,
): Piece {
  const name = breakLines([{ text: one.name }], PERSON, NAME - 6, unprintable)
  const height = Math.max(ROW, name.length * PERSON.leading + 5)
  return {
    gap: 0,
    height,
    keep: false,
    draw(pen, y) {
      const tr = pen.child(table(pen), 'TR')
      pen.mark(pen.child(tr, 'TH', { scope: 'Row' }), () => {
        const top = y + (height - name.length * PERSON.leading) / 2
        for (const [n, line] of spaced(name).entries()) pen.line(line, PERSON, LEFT, top + n * PERSON.leading)
      })
      for (const [n, cell] of one.cells.entries()) {
        const element = pen.child(tr, 'TD')
        const closed = facts.days[Math.floor(n / 2)]?.closed ?? null
        if (!cell.planned || closed !== null)
          pen.artifact(() => hatch(pen, { x: columnX(n), y, width: CELL, height }))
        if (cell.mark !== '') pen.mark(element, () => drawMark(pen, cell, { n, y, height }, unprintable))
      }
      pen.artifact(() => {
        pen.rule(LEFT, RIGHT, y + height, EDGE, 0.5)
        for (let n = 1; n < 10; n += 2) pen.doc.moveTo(columnX(n), y).lineTo(columnX(n), y + height)
        pen.doc.lineWidth(0.4).stroke(HAIRLINE)
        dayLines(pen, y, height)
      })
    },
  }
}

/** The letter in the middle, on white when lines are behind it. */
function drawMark(
  pen: Pen,
  { mark, detail, planned }: WeekSheetCell,
  { n, y, height }: { n: number; y: number; height: number },
  unprintable: Unprintable,
): void {
  const letter = oneLine(mark, LETTER, unprintable)
  const small = oneLine(detail === '' ? '' : ` ${detail}`, DETAIL, unprintable)
  const width = letter.width + (detail === '' ? 0 : small.width + 2)
  const x = columnX(n) + (CELL - width) / 2
  const top = y + (height - LETTER.leading) / 2
  if (!planned) pen.box(x - 3, top - 1, width + 6, LETTER.leading + 1, '#FFFFFF')
  pen.line(withSpace(letter), LETTER, x, top)
  if (detail !== '') pen.line(withSpace(small), DETAIL, x + letter.width + 2, top + 0.6)
}

function drawFoot(
  pen: Pen,
  facts: WeekSheet,
  { page, pages }: { page: number; pages: number },
  unprintable: Unprintable,
): void {
  const text = facts.page.replace('{page}', String(page)).replace('{pages}', String(pages))
  const count = oneLine(text, SMALL, unprintable)
  const office = oneLine(facts.officeName, SMALL, unprintable)
  const legend = breakLines([{ text: facts.legend }], SMALL, WIDTH - count.width - 24, unprintable).slice(
    0,
    2,
  )
  pen.artifact(() => {
    pen.rule(LEFT, RIGHT, FOOT.rule, HAIRLINE)
    for (const [n, line] of legend.entries()) pen.line(line, SMALL, LEFT, FOOT.text + n * SMALL.leading)
    pen.line(count, SMALL, RIGHT - count.width, FOOT.text)
    pen.line(office, SMALL, RIGHT - office.width, FOOT.text + SMALL.leading)
  }, 'Pagination')
}
