/**
 * The letters that letters are printed in. Parsed once per process and shared by all documents: parsing costs
 * 300 ms per document, drawing a letter a tenth of that.
 */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { create, type Font, type Glyph, type GlyphRun } from 'fontkit'
import { keepNumbers } from './embed.ts'
import { readFont, type FontTables } from './subset.ts'

const FILES = {
  text: '@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf',
  strong: '@expo-google-fonts/noto-sans/600SemiBold/NotoSans_600SemiBold.ttf',
  italic: '@expo-google-fonts/noto-sans/400Regular_Italic/NotoSans_400Regular_Italic.ttf',
  strong_italic: '@expo-google-fonts/noto-sans/600SemiBold_Italic/NotoSans_600SemiBold_Italic.ttf',
  title: '@expo-google-fonts/literata/600SemiBold/Literata_600SemiBold.ttf',
  quote: '@expo-google-fonts/literata/500Medium/Literata_500Medium.ttf',
  arabic: '@expo-google-fonts/noto-sans-arabic/400Regular/NotoSansArabic_400Regular.ttf',
  ethiopic: '@expo-google-fonts/noto-sans-ethiopic/400Regular/NotoSansEthiopic_400Regular.ttf',
} as const

/** A font in a role. The last two are never asked for: they take over where a character asks for them. */
export type Face = keyof typeof FILES
/** Where a character goes that its own font does not have, in this order. */
const FALLBACKS: readonly Face[] = ['text', 'arabic', 'ethiopic']
const STAND_IN = '?'

const resolve = createRequire(import.meta.url)
const loaded = new Map<Face, { font: Font; tables: FontTables }>()

/** The font of a face, read from its package on first use. */
export const fontOf = (face: Face): Font => read(face).font
/** The same as it stands in its file. */
export const tablesOf = (face: Face): FontTables => read(face).tables

function read(face: Face): { font: Font; tables: FontTables } {
  const known = loaded.get(face)
  if (known) return known
  const file = readFileSync(resolve.resolve(FILES[face]))
  const both = { font: shared(create(file)), tables: readFont(file) }
  loaded.set(face, both)
  return both
}

/**
 * Remembers what pdfkit asks again in every document: the shaping of a word and the outline of a glyph. The
 * answers of layout() are copies, because pdfkit scales the positions it is given in place.
 */
function shared(font: Font): Font {
  const layout = font.layout.bind(font)
  const runs = new Map<string, GlyphRun>()
  /** pdfkit asks for words with the space behind them, lines.ts without: a word is shaped once for both. */
  const shape = (text: string): GlyphRun => {
    if (text.length < 2 || !text.endsWith(' ') || isRightToLeft(text)) return layout(text)
    const [word, space] = [font.layout(text.slice(0, -1)), font.layout(' ')]
    return {
      glyphs: [...word.glyphs, ...space.glyphs],
      positions: [...word.positions, ...space.positions],
      advanceWidth: word.advanceWidth + space.advanceWidth,
    }
  }
  font.layout = (text, features) => {
    if (features !== undefined) return layout(text, features)
    let run = runs.get(text)
    if (!run) {
      run = shape(text)
      if (runs.size >= MAX_WORDS) runs.clear()
      runs.set(text, run)
    }
    return {
      glyphs: run.glyphs,
      positions: run.positions.map(({ xAdvance, yAdvance, xOffset, yOffset }) => ({
        xAdvance,
        yAdvance,
        xOffset,
        yOffset,
      })),
      advanceWidth: run.advanceWidth,
    }
  }
  const getGlyph = font.getGlyph.bind(font)
  const glyphs = new Map<string, Glyph>()
  font.getGlyph = (id, codePoints = []) => {
    // fontkit keeps the characters that a glyph was first asked for. A document has to depend on its own text
    // only, so every set of characters gets its own view of the glyph.
    const key = `${id} ${codePoints.join(' ')}`
    let view = glyphs.get(key)
    if (!view) {
      const glyph = getGlyph(id, codePoints)
      if (glyph === null) return glyph
      const outline: unknown = glyph._decode?.()
      view = Object.create(glyph, {
        codePoints: { value: codePoints },
        _decode: { value: () => outline },
      }) as Glyph
      glyphs.set(key, view)
    }
    return view
  }
  font.createSubset = () => keepNumbers
  return font
}
/** Words kept per font; a large batch of letters stays below it. */
const MAX_WORDS = 5_000

/** `make`, which is asked for a word of a font once; after very many words it begins again. */
function remembered<Made>(make: (text: string, face: Face) => Made): (text: string, face: Face) => Made {
  const before = new Map<Face, Map<string, Made>>()
  return (text, face) => {
    let words = before.get(face)
    if (words === undefined) before.set(face, (words = new Map()))
    let made = words.get(text)
    if (made === undefined) {
      made = make(text, face)
      if (words.size >= MAX_WORDS) words.clear()
      words.set(text, made)
    }
    return made
  }
}

/** A word as a page shows it (ISO 32000-1, 9.4.3): glyphs in hexadecimal, with the white that is taken off between them. */
export interface ShownWord {
  readonly show: string
  readonly glyphs: readonly Glyph[]
}

/** The words of a text, each with the space behind it; null where marks stand above or under what is before them. */
export function shownWords(text: string, face: Face): readonly ShownWord[] | null {
  const words: ShownWord[] = []
  for (let from = 0, to: number; from < text.length; from = to) {
    to = text.indexOf(' ', from) + 1 || text.length
    const shown = shownWord(text.slice(from, to), face)
    if (shown === null) return null
    words.push(shown)
  }
  return words
}

const shownWord = remembered((word, face): ShownWord | null => {
  const font = fontOf(face)
  const { glyphs, positions } = font.layout(word)
  if (positions.some(({ xOffset, yOffset }) => xOffset !== 0 || yOffset !== 0)) return null
  let show = ''
  for (const [n, glyph] of glyphs.entries()) {
    const { xAdvance = 0 } = positions[n] ?? {}
    const closer = Math.round(((glyph.advanceWidth - xAdvance) * 1e6) / font.unitsPerEm) / 1e3
    show += `<${glyph.id.toString(16).padStart(4, '0')}>${closer === 0 ? '' : closer}`
  }
  return { show: show.replaceAll('><', ''), glyphs }
})

/** Width in points of text in one face, as pdfkit will draw it. */
export function widthOf(text: string, face: Face, size: number): number {
  return emOf(text, face) * size
}

/** The same for letters of one point. */
const emOf = remembered((text, face) => {
  const font = fontOf(face)
  return font.layout(text).advanceWidth / font.unitsPerEm
})

export interface Stretch {
  readonly text: string
  readonly face: Face
}
export interface Itemised {
  readonly stretches: readonly Stretch[]
  /** Characters that no font here can print; a question mark stands in for each. */
  readonly unprintable: readonly string[]
}

/**
 * Cuts text into stretches that one font can print, so that a name in Arabic, Ethiopic or Cyrillic script comes
 * out in letters and never as boxes. Marks (such as combining accents) stay with the character before them.
 */
export function itemise(text: string, face: Face): Itemised {
  const readable = text.replaceAll('\u00a0', ' ') // the line is broken by now, and a search looks for spaces
  if (plain.test(text)) return { stretches: [{ text: readable, face }], unprintable: [] }
  const stretches: { text: string; face: Face }[] = []
  const unprintable: string[] = []
  for (const character of readable.normalize('NFC').replaceAll(invisible, '')) {
    const last = stretches.at(-1)
    const own = last && joins.test(character) ? faceFor(character, last.face) : faceFor(character, face)
    if (own === null) unprintable.push(character)
    const piece = { text: own === null ? STAND_IN : character, face: own ?? face }
    if (last && last.face === piece.face) last.text += piece.text
    else stretches.push(piece)
  }
  return { stretches, unprintable }
}
/** What every font here has: most words, so the usual case costs nothing. */
const plain = /^[\u0020-\u007e\u00a0-\u017f\u2013\u2014\u2018-\u201e\u2022\u2026\u20ac]*$/u
const joins = /^[\p{M}\u200c\u200d]$/u
/** Marks of direction and breaking: they steer screens, and print nothing. */
const invisible = /[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]|[\p{Cc}]/gu

function faceFor(character: string, face: Face): Face | null {
  const codePoint = character.codePointAt(0) ?? 0
  if (fontOf(face).hasGlyphForCodePoint(codePoint)) return face
  // A face is opened only for a character of its script: most offices never need the Arabic file.
  for (const other of FALLBACKS) {
    const script = SCRIPTS[other]
    if (script && !script.test(character)) continue
    if (fontOf(other).hasGlyphForCodePoint(codePoint)) return other
  }
  return null
}
const SCRIPTS: Partial<Record<Face, RegExp>> = {
  arabic: /[\p{Script_Extensions=Arabic}\u200c\u200d]/u,
  ethiopic: /\p{Script_Extensions=Ethiopic}/u,
}

/** Whether a word is written from right to left. */
export const isRightToLeft = (text: string): boolean => /\p{Script=Arabic}/u.test(text)

/** A stretch of a word, with its width for letters of one point. */
export interface MeasuredStretch extends Stretch {
  readonly em: number
  readonly rightToLeft: boolean
}
interface MeasuredWord {
  readonly stretches: readonly MeasuredStretch[]
  readonly unprintable: readonly string[]
}

/** A word in stretches as `itemise` gives them, measured. */
export const measured = remembered((word, face): MeasuredWord => {
  const { stretches, unprintable } = itemise(word, face)
  return {
    unprintable,
    stretches: stretches.map((stretch) => ({
      ...stretch,
      em: emOf(stretch.text, stretch.face),
      rightToLeft: isRightToLeft(stretch.text),
    })),
  }
})
