/** The sign-in sheet of a day: everybody who is expected with a box per half-day to sign in, and lines for visitors. */
import { elementOf, spaced } from '../letters/blocks/parts.ts'
import { createDocument } from '../letters/document.ts'
import { drawPage, paginate, type Piece } from '../letters/flow.ts'
import { breakLines, oneLine, withSpace, type Style, type Unprintable } from '../letters/lines.ts'
import { EDGE, HAIRLINE, INK, mm, PAGE, PETROL, QUIET, WARM_TINT } from '../letters/page.ts'
import type { Element, Pen } from '../letters/pen.ts'

export interface SignInPerson {
  readonly name: string
  /** Morning and afternoon in words, such as the times; null where this person is not expected. */
  readonly halves: readonly [string | null, string | null]
}
export interface SignInSheet {
  readonly fileName: string
  readonly title: string
  readonly officeName: string
  readonly language: 'nl' | 'en'
  readonly day: string // YYYY-MM-DD
  readonly heading: string // the day in words
  readonly lead: string
  readonly columns: readonly [string, string, string]
  /** `heading` '' where there are no groups. */
  readonly groups: readonly { readonly heading: string; readonly people: readonly SignInPerson[] }[]
  readonly visitors: { readonly heading: string; readonly columns: readonly [string, string, string] }
  readonly continued: string
  /** At the foot of every page, small; '' without a word. */
  readonly word: string
  /** With `{page}` and `{pages}`. */
  readonly page: string
}

const LEFT = mm(20) // room for the holes
const RIGHT = PAGE.width - mm(12)
const WIDTH = RIGHT - LEFT
const HEAD_Y = mm(11)
const FIRST = { top: mm(15), bottom: mm(276) }
const NEXT = { top: mm(20), bottom: mm(276) }
const FOOT = { rule: mm(280), text: mm(282) }
/** Somebody who writes large can sign in it. */
const ROW = mm(10.5)
const NAME = mm(64)
const HALF = (WIDTH - NAME) / 2
const VISITORS = 5

const LABEL: Style = { face: 'title', size: 13, leading: 17, colour: PETROL, bold: 'title' }
const DAY: Style = { face: 'title', size: 20, leading: 26, colour: INK, bold: 'title' }
const LEAD: Style = { face: 'text', size: 10.5, leading: 15, colour: INK }
const GROUP: Style = { face: 'title', size: 11.5, leading: 16, colour: INK, bold: 'title' }
const COLUMN: Style = { face: 'strong', size: 9, leading: 12, colour: INK }
const PERSON: Style = { face: 'text', size: 11, leading: 13.6, colour: INK }
const TIME: Style = { face: 'text', size: 8, leading: 10.5, colour: QUIET }
const SMALL: Style = { face: 'text', size: 8.5, leading: 11.5, colour: QUIET }

/** The bytes of the sheet. */
export async function signInSheet(facts: SignInSheet): Promise<Uint8Array> {
  const unprintable: Unprintable = new Set()
  const pages = paginate(pieces(facts, unprintable), FIRST, NEXT)
  const { title, officeName: author, language, day: datedOn } = facts
  return await createDocument({ title, subject: facts.heading, author, language, datedOn }, (pen) => {
    for (const [n, placed] of pages.entries()) {
      pen.doc.addPage()
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

function pieces(facts: SignInSheet, unprintable: Unprintable): Piece[] {
  const some = facts.groups.some((group) => group.people.length > 0)
  const lead = breakLines([{ text: facts.lead }], LEAD, WIDTH, unprintable)
  return [
    {
      gap: 0,
      height: LABEL.leading + DAY.leading + lead.length * LEAD.leading + 9,
      keep: true,
      draw(pen, y) {
        pen.mark(pen.child(pen.root, 'P'), () =>
          pen.line(withSpace(oneLine(facts.title, LABEL, unprintable)), LABEL, LEFT, y),
        )
        const top = y + LABEL.leading
        pen.mark(pen.child(pen.root, 'H1'), () =>
          pen.line(oneLine(facts.heading, DAY, unprintable), DAY, LEFT, top),
        )
        pen.artifact(() => pen.rule(LEFT, RIGHT, top + DAY.leading + 3, PETROL, 2))
        pen.mark(pen.child(pen.root, 'P'), () => {
          for (const [n, line] of spaced(lead).entries())
            pen.line(line, LEAD, LEFT, top + DAY.leading + 8 + n * LEAD.leading)
        })
      },
    },
    ...(some ? peoplePieces(facts, unprintable) : []),
    ...visitorPieces(facts, unprintable),
  ]
}

const SHAPE = [
  { x: LEFT, width: NAME },
  { x: LEFT + NAME, width: HALF },
  { x: LEFT + NAME + HALF, width: HALF },
] as const

/** The head of a table of three columns, also above what goes on overleaf. */
function headOf(columns: readonly string[], unprintable: Unprintable) {
  const lines = columns.map((text) => oneLine(text, COLUMN, unprintable))
  const height = COLUMN.leading + 6
  const draw = (pen: Pen, y: number, each: (n: number, mark: () => void) => void): void => {
    for (const [n, line] of lines.entries())
      each(n, () => pen.line(withSpace(line), COLUMN, (SHAPE[n]?.x ?? LEFT) + (n === 0 ? 0 : 5), y + 3))
  }
  return {
    height,
    piece: (table: (pen: Pen) => Element): Piece => ({
      gap: 8,
      height,
      keep: true,
      draw(pen, y) {
        const tr = pen.child(table(pen), 'TR')
        draw(pen, y, (_n, mark) => pen.mark(pen.child(tr, 'TH', { scope: 'Column' }), mark))
        pen.artifact(() => pen.rule(LEFT, RIGHT, y + height, EDGE, 0.8))
      },
    }),
    again: {
      height,
      draw(pen: Pen, y: number) {
        draw(pen, y, (_n, mark) => mark())
        pen.rule(LEFT, RIGHT, y + height, EDGE, 0.8)
      },
    },
  }
}

function peoplePieces(facts: SignInSheet, unprintable: Unprintable): Piece[] {
  const table = elementOf('Table')
  const head = headOf(facts.columns, unprintable)
  return [
    head.piece(table),
    ...facts.groups.flatMap(({ heading, people }) => [
      ...(heading === '' ? [] : [{ ...groupPiece(heading, table, unprintable), again: head.again }]),
      ...people.map((one) => ({ ...personPiece(one, table, unprintable), again: head.again })),
    ]),
  ]
}

function groupPiece(heading: string, table: (pen: Pen) => Element, unprintable: Unprintable): Piece {
  const lines = breakLines([{ text: heading }], GROUP, WIDTH - 8, unprintable)
  const height = lines.length * GROUP.leading + 6
  return {
    gap: 0,
    height,
    keep: true,
    draw(pen, y) {
      pen.artifact(() => {
        pen.box(LEFT, y, WIDTH, height, WARM_TINT)
        pen.rule(LEFT, RIGHT, y + height, EDGE)
      })
      const cell = pen.child(pen.child(table(pen), 'TR'), 'TH', { scope: 'Row' })
      pen.mark(cell, () => {
        for (const [n, line] of spaced(lines).entries())
          pen.line(line, GROUP, LEFT + 4, y + 3 + n * GROUP.leading)
      })
    },
  }
}

function personPiece(one: SignInPerson, table: (pen: Pen) => Element, unprintable: Unprintable): Piece {
  const name = breakLines([{ text: one.name }], PERSON, NAME - 8, unprintable)
  const height = Math.max(ROW, name.length * PERSON.leading + 8)
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
      for (const [n, half] of one.halves.entries()) {
        const { x, width } = SHAPE[n + 1] ?? SHAPE[1]
        const cell = pen.child(tr, 'TD')
        if (half === null) pen.artifact(() => hatch(pen, { x, y, width, height }))
        else pen.mark(cell, () => pen.line(withSpace(oneLine(half, TIME, unprintable)), TIME, x + 5, y + 2))
      }
      pen.artifact(() => drawBoxes(pen, y, height))
    },
  }
}

function drawBoxes(pen: Pen, y: number, height: number): void {
  pen.rule(LEFT, RIGHT, y + height, EDGE)
  for (const { x } of SHAPE.slice(1))
    pen.doc
      .moveTo(x, y)
      .lineTo(x, y + height)
      .lineWidth(0.6)
      .stroke(EDGE)
}

/** Nothing is expected here: slanting lines, so that it is seen without colour too. */
export function hatch(
  pen: Pen,
  { x, y, width, height }: { x: number; y: number; width: number; height: number },
): void {
  const step = 5
  for (let at = step; at < width + height; at += step) {
    const [fromX, fromY] = at <= width ? [at, 0] : [width, at - width]
    const [toX, toY] = at <= height ? [0, at] : [at - height, height]
    pen.doc.moveTo(x + fromX, y + fromY).lineTo(x + toX, y + toY)
  }
  pen.doc.lineWidth(0.5).stroke(HAIRLINE)
}

function visitorPieces({ visitors }: SignInSheet, unprintable: Unprintable): Piece[] {
  const table = elementOf('Table')
  const head = headOf(visitors.columns, unprintable)
  const title = oneLine(visitors.heading, GROUP, unprintable)
  return [
    {
      gap: 16,
      height: GROUP.leading,
      keep: true,
      draw: (pen, y) => pen.mark(pen.child(pen.root, 'H2'), () => pen.line(title, GROUP, LEFT, y)),
    },
    { ...head.piece(table), gap: 2 },
    ...Array.from({ length: VISITORS }, (_, n): Piece => ({
      gap: 0,
      height: ROW,
      keep: n < VISITORS - 1,
      draw(pen, y) {
        const tr = pen.child(table(pen), 'TR')
        for (const _column of SHAPE) pen.child(tr, 'TD')
        pen.artifact(() => drawBoxes(pen, y, ROW))
      },
    })),
  ]
}

function drawFoot(
  pen: Pen,
  facts: SignInSheet,
  { page, pages }: { page: number; pages: number },
  unprintable: Unprintable,
): void {
  const text = facts.page.replace('{page}', String(page)).replace('{pages}', String(pages))
  const count = oneLine(text, SMALL, unprintable)
  const left = facts.word === '' ? facts.officeName : `${facts.officeName} · ${facts.word}`
  const lines = breakLines([{ text: left }], SMALL, WIDTH - count.width - 20, unprintable).slice(0, 2)
  pen.artifact(() => {
    pen.rule(LEFT, RIGHT, FOOT.rule, HAIRLINE)
    for (const [n, line] of lines.entries()) pen.line(line, SMALL, LEFT, FOOT.text + n * SMALL.leading)
    pen.line(count, SMALL, RIGHT - count.width, FOOT.text)
  }, 'Pagination')
}
