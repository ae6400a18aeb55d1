/** What both papers are made of: a head per section, a question beside its answer, facts in two columns. */
import { elementOf, spaced } from '../letters/blocks/parts.ts'
import type { Piece } from '../letters/flow.ts'
import { breakLines, oneLine, withSpace, type Line, type Style, type Unprintable } from '../letters/lines.ts'
import { EDGE, HAIRLINE, PETROL } from '../letters/page.ts'
import type { Element, Pen } from '../letters/pen.ts'
import { HEADING } from '../letters/styles.ts'
import { ANSWER, ASK, ASKED, GIVEN, LABEL, LEFT, RIGHT, SAID, WRITE } from './measures.ts'

/** A part of an answer that is never cut. `parent` is what its elements hang under. */
export interface Row {
  readonly height: number
  draw(pen: Pen, y: number, parent: (pen: Pen) => Element): void
}

/** Lines of text as rows of one paragraph: a long answer may go on overleaf. */
export function textRows(
  text: string,
  style: Style,
  { x, width }: { x: number; width: number },
  unprintable: Unprintable,
): Row[] {
  return text.split(/\r?\n/u).flatMap((paragraph) => {
    const lines = breakLines([{ text: paragraph }], style, width, unprintable)
    let element: Element | null = null
    return lines.map((line, n): Row => ({
      height: style.leading,
      draw(pen, y, parent) {
        element ??= pen.child(parent(pen), 'P')
        const shown = n < lines.length - 1 ? withSpace(line) : line
        pen.mark(element, () => pen.line(shown, style, x, y))
      },
    }))
  })
}

export interface Asked {
  /** '' for one that is not asked any more. */
  readonly number: string
  readonly question: string
  readonly hint: string
  readonly reason: string
  /** Under the hint: who it is for. */
  readonly mark: string
  readonly rows: readonly Row[]
  /** The rows go under the question, over the whole width. */
  readonly wide: boolean
  /** Right under a head, which has a line of its own. */
  readonly first: boolean
}

/** The pieces of one question. A short answer stays with its question; a long one is cut between rows. */
export function questionPieces(asked: Asked, unprintable: Unprintable, keepUnder: number): Piece[] {
  const parent = elementOf('Div')
  const width = asked.wide ? RIGHT - ASK.x : ASK.width
  const number = oneLine(asked.number, ASKED, unprintable)
  const said: { lines: Line[]; style: Style }[] = [
    { lines: breakLines([{ text: asked.question }], ASKED, width, unprintable), style: ASKED },
    ...[asked.hint, asked.reason, asked.mark]
      .filter((text) => text !== '')
      .map((text) => ({ lines: breakLines([{ text }], SAID, width, unprintable), style: SAID })),
  ]
  const askHeight = said.reduce((sum, { lines, style }) => sum + lines.length * style.leading, 0)
  const drawAsk = (pen: Pen, y: number): void => {
    if (!asked.first) pen.artifact(() => pen.rule(LEFT, RIGHT, y - 5, HAIRLINE))
    let top = y
    for (const [n, { lines, style }] of said.entries()) {
      pen.mark(pen.child(parent(pen), 'P'), () => {
        if (n === 0 && asked.number !== '') pen.line(withSpace(number), ASKED, LEFT, y)
        for (const line of spaced(lines)) {
          pen.line(line, style, ASK.x, top)
          top += style.leading
        }
      })
    }
  }
  const beside: Row[] = []
  const rest = [...asked.rows]
  let besideHeight = 0
  if (!asked.wide)
    while (rest[0] && (beside.length === 0 || besideHeight < askHeight)) {
      const row = rest.shift()
      if (!row) break
      beside.push(row)
      besideHeight += row.height
    }
  const whole = Math.max(askHeight, besideHeight) + rest.reduce((sum, row) => sum + row.height, 0)
  const together = whole < keepUnder
  return [
    {
      gap: 10,
      height: Math.max(askHeight, besideHeight) + (asked.wide ? 3 : 0),
      keep: rest.length > 0,
      draw(pen, y) {
        drawAsk(pen, y)
        let top = y
        for (const row of beside) {
          row.draw(pen, top, parent)
          top += row.height
        }
      },
    },
    ...rest.map((row, n): Piece => ({
      gap: 0,
      height: row.height,
      keep: together && n < rest.length - 1,
      draw: (pen, y) => row.draw(pen, y, parent),
    })),
  ]
}

export function sectionHead(text: string, unprintable: Unprintable): Piece {
  const lines = breakLines([{ text }], HEADING, RIGHT - LEFT, unprintable)
  const height = lines.length * HEADING.leading + 4
  return {
    gap: 20,
    height,
    keep: true,
    draw(pen, y) {
      pen.mark(pen.child(pen.root, 'H2'), () => {
        for (const [n, line] of spaced(lines).entries())
          pen.line(line, HEADING, LEFT, y + n * HEADING.leading)
      })
      pen.artifact(() => pen.rule(LEFT, RIGHT, y + height - 1, PETROL, 1.2))
    },
  }
}

/** A label with what is known, or with a line to write on where `value` is null. */
export interface Fact {
  readonly label: string
  readonly value: string | null
  /** Over both columns. */
  readonly wide?: boolean
}

/** Facts in two columns, each row one piece. */
export function factPieces(facts: readonly Fact[], unprintable: Unprintable, first = 6): Piece[] {
  const half = (RIGHT - LEFT - 20) / 2
  const rows: Fact[][] = []
  for (const fact of facts) {
    const last = rows.at(-1)
    if (last?.length === 1 && !last[0]?.wide && !fact.wide) last.push(fact)
    else rows.push([fact])
  }
  return rows.map((row, n) => {
    const cells = row.map((fact, at) => {
      const width = fact.wide ? RIGHT - LEFT : half
      return {
        x: LEFT + at * (half + 20),
        width,
        label: oneLine(fact.label, LABEL, unprintable),
        value: fact.value === null ? null : valueLines(fact.value, width, unprintable),
      }
    })
    const height = Math.max(
      ...cells.map(({ value }) => LABEL.leading + (value ? value.length * GIVEN.leading + 2 : WRITE)),
    )
    return {
      gap: n === 0 ? first : 3,
      height,
      keep: n < rows.length - 1 && n < 2,
      draw(pen: Pen, y: number) {
        for (const { x, width, label, value } of cells) {
          pen.mark(pen.child(pen.root, 'P'), () => {
            pen.line(withSpace(label), LABEL, x, y)
            for (const [at, line] of spaced(value ?? []).entries())
              pen.line(line, GIVEN, x, y + LABEL.leading + at * GIVEN.leading)
          })
          if (value === null) pen.artifact(() => pen.rule(x, x + width, y + height - 1, EDGE))
        }
      },
    }
  })
}

const valueLines = (value: string, width: number, unprintable: Unprintable): Line[] =>
  value.split(/\r?\n/u).flatMap((text) => breakLines([{ text }], GIVEN, width, unprintable))

/** A circle where one can be chosen, a square where more can; filled when it was. */
export function box(pen: Pen, x: number, y: number, kind: 'one' | 'many', chosen = false): void {
  const size = 8.6
  pen.artifact(() => {
    if (kind === 'one') pen.doc.circle(x + size / 2, y + size / 2, size / 2)
    else pen.doc.rect(x, y, size, size)
    pen.doc.lineWidth(0.8).stroke(EDGE)
    if (!chosen) return
    pen.doc
      .moveTo(x + 1.8, y + 1.8)
      .lineTo(x + size - 1.8, y + size - 1.8)
      .moveTo(x + size - 1.8, y + 1.8)
      .lineTo(x + 1.8, y + size - 1.8)
      .lineWidth(1.4)
      .stroke(PETROL)
  })
}

/** A line to write on. */
export const writeRow = ({ x, width }: { x: number; width: number } = ANSWER): Row => ({
  height: WRITE,
  draw: (pen, y) => pen.artifact(() => pen.rule(x, x + width, y + WRITE - 3, EDGE)),
})
