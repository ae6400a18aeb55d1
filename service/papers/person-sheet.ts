/** The person on paper: facts, agreements and the line of time, A4, for a talk or for the participant. */
import { paragraphsOf } from '#core/letters/words.ts'
import {
  BLOCK_GAP,
  drawLines,
  elementOf,
  heading,
  paragraph,
  spaced,
  tableRow,
} from '../letters/blocks/parts.ts'
import { createDocument } from '../letters/document.ts'
import { drawPage, paginate, type Piece } from '../letters/flow.ts'
import { drawFoot } from '../letters/frame.ts'
import { breakLines, oneLine, withSpace, type Style, type Unprintable } from '../letters/lines.ts'
import { HAIRLINE, HEAD_Y, LEFT, mm, NEXT, RIGHT, WIDTH } from '../letters/page.ts'
import type { Pen } from '../letters/pen.ts'
import { QUIET_TEXT, SMALL, STRONG, TEXT, TITLE } from '../letters/styles.ts'

export interface SheetEntry {
  readonly on: string // in words
  readonly title: string
  readonly who: string
  readonly text: string // as it was typed
}

export type SheetSection =
  | {
      readonly kind: 'facts'
      readonly heading: string
      readonly rows: readonly (readonly [string, string])[]
    }
  | { readonly kind: 'list'; readonly heading: string; readonly items: readonly string[] }
  | {
      readonly kind: 'timeline'
      readonly heading: string
      readonly note: string
      readonly entries: readonly SheetEntry[]
    }

export interface PersonSheet {
  /** Of the document: shows in windows and lists, so it names nobody. */
  readonly title: string
  readonly officeName: string
  readonly name: string
  readonly ownScript: string
  readonly lead: string
  readonly sections: readonly SheetSection[]
  /** At the top of the second page and further. */
  readonly continued: string
  readonly foot: { readonly left: readonly string[]; readonly page: string }
  readonly language: 'nl' | 'en'
  readonly datedOn: string // YYYY-MM-DD
}

const FIRST = { top: mm(20), bottom: NEXT.bottom }
const NAME: Style = { ...TITLE, size: 20, leading: 26 }
const LABEL = 128
/** The column of the dates. */
const DAY = 84

/** The bytes of the sheet. */
export async function personSheet(sheet: PersonSheet): Promise<Uint8Array> {
  const unprintable: Unprintable = new Set()
  const pages = paginate(pieces(sheet, unprintable), FIRST, NEXT)
  return await createDocument(
    {
      title: sheet.title,
      subject: sheet.title,
      author: sheet.officeName,
      language: sheet.language,
      datedOn: sheet.datedOn,
    },
    (pen) => {
      for (const [n, placed] of pages.entries()) {
        pen.doc.addPage()
        if (n > 0) drawContinued(pen, sheet.continued, unprintable)
        drawPage(pen, placed)
        drawFoot(pen, sheet.foot, { page: n + 1, pages: pages.length }, unprintable)
      }
    },
  )
}

function drawContinued(pen: Pen, text: string, unprintable: Unprintable): void {
  pen.artifact(() => {
    pen.line(oneLine(text, SMALL, unprintable), SMALL, LEFT, HEAD_Y)
    pen.rule(LEFT, RIGHT, HEAD_Y + 15, HAIRLINE)
  }, 'Pagination')
}

function pieces(sheet: PersonSheet, unprintable: Unprintable): Piece[] {
  const name = breakLines([{ text: sheet.name }], NAME, WIDTH, unprintable)
  return [
    {
      gap: 0,
      height: name.length * NAME.leading + 2,
      keep: true,
      draw: (pen, y) =>
        pen.mark(pen.child(pen.root, 'H1'), () => drawLines(pen, spaced(name), NAME, LEFT, y)),
    },
    ...(sheet.ownScript === ''
      ? []
      : paragraph([{ text: sheet.ownScript }], unprintable, {
          style: { ...TEXT, size: 14, leading: 22 },
          keep: true,
        })),
    ...paragraph([{ text: sheet.lead }], unprintable, { style: QUIET_TEXT }),
    ...sheet.sections.flatMap((section) => sectionPieces(section, unprintable)),
  ]
}

function sectionPieces(section: SheetSection, unprintable: Unprintable): Piece[] {
  const head = heading(section.heading, unprintable, BLOCK_GAP + 2)
  if (section.kind === 'facts') {
    const table = elementOf('Table')
    return [
      head,
      ...section.rows.map(([label, value], n) =>
        tableRow(
          table,
          [
            { rich: [{ text: label }], style: STRONG, x: LEFT, width: LABEL - 8, scope: 'Row' },
            { rich: [{ text: value }], style: TEXT, x: LEFT + LABEL, width: WIDTH - LABEL },
          ],
          unprintable,
          { keep: n === 0 },
        ),
      ),
    ]
  }
  if (section.kind === 'list') return [head, ...section.items.flatMap((item) => listItem(item, unprintable))]
  return [
    head,
    ...(section.note === ''
      ? []
      : paragraph([{ text: section.note }], unprintable, { style: QUIET_TEXT, keep: true })),
    ...section.entries.flatMap((entry) => entryPieces(entry, unprintable)),
  ]
}

function listItem(item: string, unprintable: Unprintable): Piece[] {
  const dot = withSpace(oneLine('•', TEXT, unprintable))
  const [first, ...rest] = paragraph([{ text: item }], unprintable, {
    x: LEFT + 14,
    width: WIDTH - 14,
    gap: 1.5,
  })
  if (!first) return []
  return [
    {
      ...first,
      draw(pen, y) {
        pen.artifact(() => pen.line(dot, TEXT, LEFT, y))
        first.draw(pen, y)
      },
    },
    ...rest,
  ]
}

/** The day at the left, beside it what it was and by whom, under it the text, which may go on overleaf. */
function entryPieces({ on, title, who, text }: SheetEntry, unprintable: Unprintable): Piece[] {
  const day = withSpace(oneLine(on, QUIET_TEXT, unprintable))
  const head = breakLines(
    [{ text: title, bold: true }, { text: who === '' ? '' : ` ${who}` }],
    TEXT,
    WIDTH - DAY,
    unprintable,
  )
  const lines = paragraphsOf(text)
  return [
    {
      gap: 5,
      height: head.length * TEXT.leading,
      keep: lines.length > 0,
      draw(pen, y) {
        pen.artifact(() => pen.rule(LEFT, RIGHT, y - 2, HAIRLINE, 0.4))
        pen.mark(pen.child(pen.root, 'P'), () => {
          pen.line(day, QUIET_TEXT, LEFT, y)
          drawLines(pen, spaced(head), TEXT, LEFT + DAY, y)
        })
      },
    },
    ...lines.flatMap((line, n) =>
      paragraph([{ text: line }], unprintable, { x: LEFT + DAY, width: WIDTH - DAY, gap: n === 0 ? 0 : 2 }),
    ),
  ]
}
