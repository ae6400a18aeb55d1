/** What the poster and the sheet of the word of the day share. */
import { formatWeekdayLong } from '#core/calendar/dates.ts'
import { createI18n } from '#core/i18n/index.ts'
import { feastOf, type Feast } from '#core/words/fits.ts'
import { wordInExample } from '#core/words/word.ts'
import type { Picture } from '#db/words/rows.ts'
import { breakLines, withSpace, type Line, type Style, type Unprintable } from '../letters/lines.ts'
import type { Element, Pen } from '../letters/pen.ts'

export interface WordPaperFacts {
  readonly officeName: string
  readonly day: string
  readonly word: string
  readonly meaning: string
  readonly example: string
  readonly fits: string
  readonly picture: Picture | null
}

/** Dutch, whatever language the screens have: it is what people come to learn. */
export const paperLanguage = 'nl'
export const paperWords = createI18n(paperLanguage).getFixedT(paperLanguage, 'words')

/** "Woensdag 18 november". */
export function dayTitle(day: string): string {
  const text = formatWeekdayLong(day, paperLanguage)
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** The name of the feast that the word belongs to; '' when there is none. */
export function feastName(fits: string): string {
  const feast: Feast | null = feastOf(fits)
  return feast === null ? '' : paperWords(`feast.${feast}`)
}

/** The example between quotation marks, the word itself in bold; empty without an example. */
export function exampleLines(
  { word, example }: WordPaperFacts,
  style: Style,
  width: number,
  unprintable: Unprintable,
): Line[] {
  if (example === '') return []
  const parts = wordInExample(word, example)
  return breakLines(
    [{ text: `“${parts.before}` }, { text: parts.word, bold: true }, { text: `${parts.after}”` }].filter(
      (run) => run.text !== '',
    ),
    style,
    width,
    unprintable,
  )
}

/** Lines under each other from `y`; @returns where the next thing may come. */
export function drawParagraph(
  pen: Pen,
  element: Element,
  { lines, style, x, y }: { lines: readonly Line[]; style: Style; x: number; y: number },
): number {
  if (lines.length === 0) return y
  pen.mark(element, () => {
    for (const [n, line] of lines.entries()) pen.line(withSpace(line), style, x, y + n * style.leading)
  })
  return y + lines.length * style.leading
}

export interface Area {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** The picture as large as the area lets it be, at its right top. A screen reader hears the word. */
export function drawPicture(pen: Pen, { picture, word }: WordPaperFacts, area: Area): void {
  if (picture === null) return
  const { doc } = pen
  // pdfkit's types leave out that it reads a picture once for its measures and its place.
  const { openImage } = doc as unknown as {
    openImage(this: typeof doc, bytes: Buffer): { width: number; height: number }
  }
  const image = openImage.call(doc, picture.bytes)
  const scale = Math.min(area.width / image.width, area.height / image.height)
  const [width, height] = [image.width * scale, image.height * scale]
  const x = area.x + area.width - width
  const figure = pen.child(pen.root, 'Figure', {
    alt: paperWords('paper.picture', { word }),
    bbox: [x, area.y, x + width, area.y + height],
  })
  pen.mark(figure, () => doc.image(image as never, x, area.y, { width, height }))
}
