/** Text into lines: words are measured in the fonts they will be drawn in, and put together until a line is full. */
import type { Rich } from '#core/letters/content.ts'
import { isRightToLeft, measured, widthOf, type Face } from './fonts.ts'

export interface Style {
  readonly face: Face
  /** Points. */
  readonly size: number
  /** From baseline to baseline, points. */
  readonly leading: number
  readonly colour: string
  /** The face of bold words; `strong` unless told. */
  readonly bold?: Face
  /** Extra white between characters, points; for single words only. */
  readonly spacing?: number
}

/** Text that is drawn at once: one face, one piece of the line. */
export interface Span {
  readonly text: string
  readonly face: Face
  readonly x: number
  /** Underlined over this width, points. */
  readonly underline?: number
  /** Of something that is missing. */
  readonly missing?: boolean
  /**
   * For words from right to left: what a search or a screen reader gets, in the order it is spoken. Neighbours
   * with the same text share it.
   */
  readonly spoken: string | null
}
export interface Line {
  readonly spans: readonly Span[]
  readonly width: number
}

interface Part {
  readonly text: string
  readonly face: Face
  readonly width: number
  readonly rightToLeft: boolean
  readonly underline: boolean
  readonly missing: boolean
}
interface Word {
  readonly parts: Part[]
  width: number
}
/** A span that words are still put to. */
type OpenSpan = { -readonly [K in keyof Span]: Span[K] }

/** Characters met in this letter that no font has; the caller shows them to the user. */
export type Unprintable = Set<string>

/** Lines of at most `width` points. Never empty: no text gives one empty line. */
export function breakLines(rich: Rich, style: Style, width: number, unprintable: Unprintable): Line[] {
  const space = widthOf(' ', style.face, style.size)
  const lines: Line[] = []
  let words: Word[] = []
  let used = 0
  const finish = (): void => {
    lines.push(placed(words, space))
    words = []
    used = 0
  }
  for (const word of wordsOf(rich, style, width, unprintable)) {
    const needed = words.length === 0 ? word.width : used + space + word.width
    if (words.length > 0 && needed > width + 0.01) finish()
    used = words.length === 0 ? word.width : used + space + word.width
    words.push(word)
  }
  if (words.length > 0 || lines.length === 0) finish()
  return lines
}

/** One line that is not broken. */
export function oneLine(text: string, style: Style, unprintable: Unprintable): Line {
  const line = breakLines([{ text }], style, Number.POSITIVE_INFINITY, unprintable)[0]
  return line ?? { spans: [], width: 0 }
}

/** The line with a space after its last word, so that words of two lines do not grow together when read out. */
export function withSpace(line: Line): Line {
  const last = line.spans.at(-1)
  if (!last || last.text.endsWith(' ')) return line
  if (last.spoken === null)
    return { ...line, spans: [...line.spans.slice(0, -1), { ...last, text: `${last.text} ` }] }
  const spoken = last.spoken.endsWith(' ') ? last.spoken : `${last.spoken} `
  return {
    ...line,
    spans: line.spans.map((span) => (span.spoken === last.spoken ? { ...span, spoken } : span)),
  }
}

/** Splits at spaces. A word that changes face in the middle ("de **Vries**,") stays one word. */
function wordsOf(rich: Rich, style: Style, width: number, unprintable: Unprintable): Word[] {
  const words: Word[] = []
  let open: Word | null = null
  let tooWide = false
  for (const run of rich) {
    const face = faceOf(run, style)
    const underline = run.underline === true
    const missing = run.missing === true
    let first = true
    for (const piece of run.text.split(/[ \t\n]/u)) {
      if (!first) open = null
      first = false
      if (piece === '') continue
      const word = measured(piece, face)
      for (const character of word.unprintable) unprintable.add(character)
      for (const stretch of word.stretches) {
        const part: Part = {
          text: stretch.text,
          face: stretch.face,
          width: stretch.em * style.size,
          rightToLeft: stretch.rightToLeft,
          underline,
          missing,
        }
        if (open === null) words.push((open = { parts: [], width: 0 }))
        open.parts.push(part)
        open.width += part.width
        tooWide ||= open.width > width
      }
    }
  }
  return tooWide ? words.flatMap((word) => (word.width > width ? cut(word, style, width) : [word])) : words
}

/** Italics only in the plain letter: the others have no slanted one here. */
function faceOf(run: Rich[number], style: Style): Face {
  const bold = run.bold === true
  if (run.italic === true && style.face === 'text') return bold ? 'strong_italic' : 'italic'
  return bold ? (style.bold ?? 'strong') : style.face
}

/** A word longer than a line, such as an e-mail address in a narrow column: cut where it must be. */
function cut(word: Word, style: Style, width: number): Word[] {
  const words: Word[] = []
  let open: Word = { parts: [], width: 0 }
  for (const part of word.parts)
    for (const { segment } of new Intl.Segmenter('nl').segment(part.text)) {
      const size = widthOf(segment, part.face, style.size)
      if (open.parts.length > 0 && open.width + size > width) {
        words.push(open)
        open = { parts: [], width: 0 }
      }
      const last = open.parts.at(-1)
      if (last && alike(last, part))
        open.parts[open.parts.length - 1] = {
          ...last,
          text: last.text + segment,
          width: last.width + size,
          rightToLeft: last.rightToLeft || isRightToLeft(segment),
        }
      else open.parts.push({ ...part, text: segment, width: size, rightToLeft: isRightToLeft(segment) })
      open.width += size
    }
  return [...words, open]
}

/** A part of a word, or the space between two words (`part` null). */
interface Item {
  readonly part: Part | null
  readonly width: number
}

/**
 * Words side by side. What runs from right to left changes places, as it is read; a point or a quotation mark
 * around it stays where the Dutch sentence has it.
 */
function placed(words: readonly Word[], space: number): Line {
  const items: Item[] = []
  let turns = false
  for (const { parts } of words) {
    if (items.length > 0) items.push({ part: null, width: space })
    for (const part of parts) {
      items.push({ part, width: part.width })
      turns ||= part.rightToLeft
    }
  }
  const spans: OpenSpan[] = []
  let x = 0
  for (let at = 0; at < items.length;) {
    const end = turns ? endOfRun(items, at) : at
    if (end > at) {
      const run = items.slice(at, end)
      const spoken = run.map((item) => item.part?.text ?? ' ').join('')
      for (const { part, width } of run.toReversed()) {
        if (part) spans.push({ ...drawnAs(part), x, spoken })
        x += width
      }
      at = end
    } else {
      const item = items[at]
      if (item) x = append(spans, item, x)
      at += 1
    }
  }
  return { spans, width: x }
}

/** Where the words from right to left that begin at `at` end; `at` itself when none begin there. */
function endOfRun(items: readonly Item[], at: number): number {
  let end = at
  for (let n = at; n < items.length; n += 1) {
    const item = items[n]
    if (item?.part?.rightToLeft === true) end = n + 1
    else if (n === at || (item?.part && /[\p{L}\p{N}]/u.test(item.part.text))) break
  }
  return end
}

/** Whether two pieces are drawn alike. */
const alike = (one: Part, other: Part): boolean =>
  one.face === other.face && one.underline === other.underline && one.missing === other.missing

const drawnAs = ({ text, face, width, underline, missing }: Part): Omit<Span, 'x' | 'spoken'> => ({
  text,
  face,
  ...(underline ? { underline: width } : {}),
  ...(missing ? { missing } : {}),
})

/** Draws as much as possible at once: words in the same face become one span, spaces included. */
function append(spans: OpenSpan[], { part, width }: Item, x: number): number {
  const last = spans.at(-1)
  const before = spans.at(-2)
  // Underlined words have one line under them, spaces included.
  if (
    part?.underline === true &&
    last?.text === ' ' &&
    before?.underline !== undefined &&
    before.face === part.face
  ) {
    spans.splice(-2, 2, { ...before, text: `${before.text} ${part.text}`, underline: x + width - before.x })
    return x + width
  }
  // The line under words is as long as they are, and what is missing has a colour: each is a span of its own.
  const own = part?.underline === true || part?.missing === true || last?.missing === true
  const joins =
    last &&
    !own &&
    last.underline === undefined &&
    last.spoken === null &&
    (part === null || part.face === last.face)
  if (joins) last.text += part?.text ?? ' '
  else if (part) spans.push({ ...drawnAs(part), x, spoken: null })
  // After words from right to left a space is a span of its own: in theirs it would come out at the other end.
  else if (last) spans.push({ text: ' ', face: last.spoken === null ? last.face : 'text', x, spoken: null })
  return x + width
}
