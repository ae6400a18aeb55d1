/** A paper form as PDF. Same content, same bytes. */
import { createDocument } from '../letters/document.ts'
import { drawPage, paginate, type Piece } from '../letters/flow.ts'
import { breakLines, oneLine, withSpace, type Line, type Unprintable } from '../letters/lines.ts'
import { EDGE } from '../letters/page.ts'
import type { Pen } from '../letters/pen.ts'
import { SMALL, TITLE } from '../letters/styles.ts'
import { FIRST, FOOT_Y, GIVEN, HEAD_Y, LEFT, NEXT, RIGHT } from './measures.ts'

export interface FormPaper {
  /** No name in it: it is the title of the window that shows the document. */
  readonly title: string
  readonly author: string
  readonly language: 'nl' | 'en'
  /** `YYYY-MM-DD`: the moment inside the document. */
  readonly datedOn: string
  readonly heading: string
  /** Small at the top of each further page. */
  readonly running: string
  readonly intro: readonly string[]
  /** At the top of each further page: whose paper it is, or null to write it there. */
  readonly whose: string | null
  readonly whoseLabel: string
  readonly foot: readonly string[]
  /** "Bladzijde {page} van {pages}". */
  readonly pageOf: string
}

export async function drawForm(
  paper: FormPaper,
  build: (unprintable: Unprintable) => Piece[],
): Promise<Uint8Array> {
  const unprintable: Unprintable = new Set()
  const pages = paginate([...opening(paper, unprintable), ...build(unprintable)], FIRST, NEXT)
  const { title, author, language, datedOn } = paper
  return await createDocument({ title, subject: paper.foot.join(', '), author, language, datedOn }, (pen) => {
    for (const [n, placed] of pages.entries()) {
      pen.doc.addPage()
      if (n > 0) drawHead(pen, paper, unprintable)
      drawPage(pen, placed)
      drawFoot(pen, paper, { page: n + 1, pages: pages.length }, unprintable)
    }
  })
}

function opening(paper: FormPaper, unprintable: Unprintable): Piece[] {
  const width = RIGHT - LEFT
  const title = breakLines([{ text: paper.heading }], TITLE, width, unprintable)
  return [
    {
      gap: 0,
      height: title.length * TITLE.leading,
      keep: true,
      draw: (pen, y) =>
        pen.mark(pen.child(pen.root, 'H1'), () => {
          for (const [n, line] of title.entries())
            pen.line(withSpace(line), TITLE, LEFT, y + n * TITLE.leading)
        }),
    },
    ...paper.intro.map((text): Piece => {
      const lines = breakLines([{ text }], GIVEN, width, unprintable)
      return {
        gap: 3,
        height: lines.length * GIVEN.leading,
        keep: true,
        draw: (pen, y) =>
          pen.mark(pen.child(pen.root, 'P'), () => {
            for (const [n, line] of lines.entries())
              pen.line(withSpace(line), GIVEN, LEFT, y + n * GIVEN.leading)
          }),
      }
    }),
  ]
}

/** Loose sheets find each other again. */
function drawHead(pen: Pen, paper: FormPaper, unprintable: Unprintable): void {
  pen.artifact(() => {
    pen.line(oneLine(paper.running, SMALL, unprintable), SMALL, LEFT, HEAD_Y)
    if (paper.whose === null) {
      const label = oneLine(paper.whoseLabel, SMALL, unprintable)
      const from = RIGHT - 190
      pen.line(label, SMALL, from - label.width - 6, HEAD_Y)
      pen.rule(from, RIGHT, HEAD_Y + SMALL.leading, EDGE)
    } else {
      const [whose = { spans: [], width: 0 } satisfies Line] = breakLines(
        [{ text: paper.whose }],
        SMALL,
        (RIGHT - LEFT) / 2,
        unprintable,
      )
      pen.line(whose, SMALL, RIGHT - whose.width, HEAD_Y)
    }
  }, 'Pagination')
}

function drawFoot(
  pen: Pen,
  paper: FormPaper,
  { page, pages }: { page: number; pages: number },
  unprintable: Unprintable,
): void {
  const count = oneLine(
    paper.pageOf.replace('{page}', String(page)).replace('{pages}', String(pages)),
    SMALL,
    unprintable,
  )
  const text = paper.foot.join('\u00a0\u00a0 · \u00a0\u00a0')
  const [left] = breakLines([{ text }], SMALL, RIGHT - LEFT - count.width - 16, unprintable)
  pen.artifact(() => {
    if (left) pen.line(left, SMALL, LEFT, FOOT_Y)
    pen.line(count, SMALL, RIGHT - count.width, FOOT_Y)
  }, 'Pagination')
}
