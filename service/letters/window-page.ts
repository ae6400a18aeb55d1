/** A page to try the envelope with: where the address comes, a ruler of 10 cm, and where to fold. */
import { createI18n } from '#core/i18n/index.ts'
import type { Look } from '#core/letters/content.ts'
import { drawLines } from './blocks/parts.ts'
import { createDocument } from './document.ts'
import { breakLines, oneLine, type Style } from './lines.ts'
import { EDGE, FOLDS, INK, LEFT, mm, PAGE, REFERENCES, windowOf, WIDTH } from './page.ts'
import type { Pen } from './pen.ts'
import { QUIET_TEXT, SMALL, TEXT, TITLE } from './styles.ts'

const RULER = 100

/** @param datedOn `YYYY-MM-DD`. */
export async function drawWindowPage(
  look: Look | undefined,
  office: string,
  datedOn: string,
): Promise<Uint8Array> {
  const t = createI18n('nl').getFixedT('nl', 'letterLook')
  const missing = new Set<string>()
  const window = windowOf(look)
  const millimetres = (points: number): string =>
    String(Math.round((points * 254) / 72) / 10).replace('.', ',')
  const facts = { title: t('page.title'), subject: '', author: office, language: 'nl', datedOn } as const
  return createDocument(facts, (pen) => {
    pen.doc.addPage()
    const text = (words: string, style: Style, x: number, y: number, tag = 'P'): void => {
      const lines = breakLines([{ text: words }], style, Math.min(WIDTH, PAGE.width - mm(12) - x), missing)
      pen.mark(pen.child(pen.root, tag), () => drawLines(pen, lines, style, x, y))
    }
    text(t('page.title'), TITLE, LEFT, mm(14), 'H1')
    text(t('page.lead'), QUIET_TEXT, LEFT, mm(23))
    pen.artifact(() => {
      const { x, y, width, bottom } = window
      pen.doc
        .rect(x - mm(3), y - mm(8), width + mm(6), bottom - y + mm(10))
        .lineWidth(0.8)
        .stroke(INK)
      for (const fold of FOLDS) pen.rule(mm(5), mm(14), fold, EDGE, 0.8)
    })
    text(t('page.address'), SMALL, window.x, window.y - 17)
    for (const n of [1, 2, 3, 4, 5, 6]) text(t('page.line', { n }), TEXT, window.x, window.y + (n - 1) * 14)
    const at = { x: millimetres(window.x), y: millimetres(window.y) }
    const side = t(`page.sides.${look?.window.side ?? 'left'}`)
    text(t('page.window', { side, ...at }), SMALL, LEFT, REFERENCES.y + mm(20))
    for (const fold of FOLDS) text(t('page.fold'), SMALL, mm(15), fold - 6)
    drawRuler(pen, LEFT, mm(135), missing)
    text(t('page.ruler'), TEXT, LEFT, mm(146))
  })
}

function drawRuler(pen: Pen, x: number, y: number, missing: Set<string>): void {
  pen.artifact(() => {
    pen.rule(x, x + mm(RULER), y, INK, 0.8)
    for (let at = 0; at <= RULER; at += 1) {
      const long = at % 10 === 0 ? 5 : at % 5 === 0 ? 3.5 : 2
      pen.doc
        .moveTo(x + mm(at), y)
        .lineTo(x + mm(at), y - mm(long))
        .lineWidth(at % 10 === 0 ? 0.8 : 0.4)
        .stroke(INK)
      if (at % 10 !== 0) continue
      const line = oneLine(String(at / 10), SMALL, missing)
      pen.line(line, SMALL, x + mm(at) - line.width / 2, y + 2)
    }
  })
}
