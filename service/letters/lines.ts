/** Text into lines: words are measured in the fonts they will be drawn in, and put together until a line is full. */
import type { Rich } from '#core/letters/content.ts'
import { isRightToLeft, itemise, widthOf, type Face } from './fonts.ts'

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
}
interface Word {
  readonly parts: Part[]
  width: number
  rightToLeft: boolean
}

/** Characters met in this letter that no font has; the caller shows them to the user. */
export type Unprintable = Set<string>

/** Lines of at most `width` points. Never empty: no text gives one empty line. */
export function breakLines(rich: Rich, style: Style, width: number, unprintable: Unprintable): Line[] {
  const space = widthOf(' ', style.face, style.size)
  const lines: Line[] = []
  let words: Word[] = []
  let used = 0
  const finish = (): void => {
    lines.push(placed(words, space, style))
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
  for (const run of rich) {
    const face = run.bold === true ? (style.bold ?? 'strong') : style.face
    const pieces = run.text.split(/[ \t\n]/u)
    for (const [at, piece] of pieces.entries()) {
      if (at > 0) open = null
      if (piece === '') continue
      const { stretches, unprintable: missing } = itemise(piece, face)
      for (const character of missing) unprintable.add(character)
      for (const stretch of stretches) {
        const size = widthOf(stretch.text, stretch.face, style.size)
        const part = { ...stretch, width: size }
        if (open === null) words.push((open = { parts: [], width: 0, rightToLeft: false }))
        open.parts.push(part)
        open.width += size
        open.rightToLeft ||= isRightToLeft(stretch.text)
      }
    }
  }
  return words.flatMap((word) => (word.width > width ? cut(word, style, width) : [word]))
}

/** A word longer than a line, such as an e-mail address in a narrow column: cut where it must be. */
function cut(word: Word, style: Style, width: number): Word[] {
  const words: Word[] = []
  let open: Word = { parts: [], width: 0, rightToLeft: word.rightToLeft }
  for (const part of word.parts)
    for (const { segment } of new Intl.Segmenter('nl').segment(part.text)) {
      const size = widthOf(segment, part.face, style.size)
      if (open.parts.length > 0 && open.width + size > width) {
        words.push(open)
        open = { parts: [], width: 0, rightToLeft: word.rightToLeft }
      }
      const last = open.parts.at(-1)
      if (last && last.face === part.face)
        open.parts[open.parts.length - 1] = { ...last, text: last.text + segment, width: last.width + size }
      else open.parts.push({ text: segment, face: part.face, width: size })
      open.width += size
    }
  return [...words, open]
}

/** Words side by side; neighbours that run from right to left change places, as they are read. */
function placed(words: readonly Word[], space: number, style: Style): Line {
  const spans: Span[] = []
  let x = 0
  for (let at = 0; at < words.length;) {
    let end = at + 1
    const rightToLeft = words[at]?.rightToLeft === true
    while (end < words.length && (words[end]?.rightToLeft === true) === rightToLeft) end += 1
    const group = words.slice(at, end)
    if (rightToLeft) {
      const spoken = group.map(textOf).join(' ') + (end < words.length ? ' ' : '')
      for (const [n, word] of group.toReversed().entries()) {
        for (const part of word.parts.toReversed()) {
          spans.push({ text: part.text, face: part.face, x, spoken })
          x += part.width
        }
        if (n < group.length - 1) x += space
      }
    } else {
      x = leftToRight(group, spans, x, space, style)
    }
    at = end
    if (at < words.length) {
      const last = spans.at(-1)
      if (last && !rightToLeft) spans[spans.length - 1] = { ...last, text: `${last.text} ` }
      x += space
    }
  }
  return { spans, width: x }
}

/** Draws as much as possible at once: words in the same face become one span, spaces included. */
function leftToRight(
  words: readonly Word[],
  spans: Span[],
  from: number,
  space: number,
  style: Style,
): number {
  let x = from
  let open: { text: string; face: Face; x: number } | null = null
  for (const [n, word] of words.entries()) {
    for (const part of word.parts) {
      if (open && open.face === part.face) open.text += part.text
      else {
        if (open) spans.push({ ...open, spoken: null })
        open = { text: part.text, face: part.face, x }
      }
      x += part.width
    }
    if (n < words.length - 1) {
      if (open) open.text += ' '
      // The space belongs to the face it is drawn in; the next word is put where the line says it is.
      x += open && open.face !== style.face ? widthOf(' ', open.face, style.size) : space
    }
  }
  if (open) spans.push({ ...open, spoken: null })
  return x
}

const textOf = (word: Word): string => word.parts.map((part) => part.text).join('')
