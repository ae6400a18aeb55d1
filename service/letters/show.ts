/** Text onto the page. pdfkit would lay out every line anew in each document, and write twice as much for it. */
import type PDFDocument from 'pdfkit'
import { currentFont } from './embed.ts'
import { shownWords, type Face } from './fonts.ts'

type Doc = InstanceType<typeof PDFDocument>
/** The page that is being drawn; its fonts are not in pdfkit's types. */
type Page = { fonts: Record<string, unknown> }

/** What colours as they stand in styles are to a page: "#251F19". */
export function fillWith(colour: string): string {
  let fill = fills.get(colour)
  if (fill === undefined) {
    const parts = [1, 3, 5].map((at) => short(Number.parseInt(colour.slice(at, at + 2), 16) / 255))
    fills.set(colour, (fill = `${parts.join(' ')} rg`))
  }
  return fill
}
const fills = new Map<string, string>()

/** A thousandth of a point is less than any printer can do. */
const short = (number: number): number => Math.round(number * 1000) / 1000

/**
 * Shows a text in the font that `doc` writes in now, with its baseline at `y`. False, and nothing is drawn, where it
 * has marks that stand above or under letters: pdfkit places those.
 */
export function showText(
  doc: Doc,
  text: string,
  { face, size, x, y }: { face: Face; size: number; x: number; y: number },
): boolean {
  const words = shownWords(text, face)
  if (words === null) return false
  const font = currentFont(doc)
  let show = ''
  for (const word of words) {
    show += word.show
    for (const { id, advanceWidth, codePoints } of word.glyphs) {
      font.widths[id] ??= advanceWidth * font.scale
      font.unicode[id] ??= codePoints
    }
  }
  show = show.replaceAll('><', '')
  const page = doc.page as unknown as Page
  page.fonts[font.id] ??= font.ref()
  // pdfkit's pages are upside down; letters are turned back.
  doc.addContent(`BT /${font.id} ${size} Tf 1 0 0 -1 ${short(x)} ${short(y)} Tm [${show}] TJ ET`)
  return true
}
