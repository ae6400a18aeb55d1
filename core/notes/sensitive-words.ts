/** Words that deserve a second look before they are kept. Only ever a warning: who writes knows best. */
import { fold } from '../names/fold.ts'
import { beliefWords, exceptions, healthWords } from './program-words.ts'

/** Why a word deserves a second look; `own`: the office put it on its list. */
export type SensitiveKind = 'health' | 'belief' | 'own'
export interface SensitiveWord {
  /** As it is written in the text. */
  word: string
  kind: SensitiveKind
}

/** A list of words that was read; see `readWordList`. */
export interface WordList {
  /** Folded words of at least `compoundLetters`, which are also found inside a compound. */
  readonly parts: ReadonlyMap<string, SensitiveKind>
  /** Folded words that are found only when they stand by themselves. */
  readonly whole: ReadonlyMap<string, SensitiveKind>
  /** Folded words with a space in them. */
  readonly phrases: ReadonlyMap<string, SensitiveKind>
  readonly exceptions: readonly string[]
}

/** Shorter ones stand inside too many other words: "arts" in "partstroom", "god" in "godsnaam". */
const compoundLetters = 5
const mostFound = 5

const kindOfProgram: ReadonlyMap<string, SensitiveKind> = new Map([
  ...healthWords.map((word) => [folded(word), 'health'] as const),
  ...beliefWords.map((word) => [folded(word), 'belief'] as const),
])

/** The list of the program as an office gets to see it, one word a line. */
export const programWords: string = [
  ...[...healthWords, ...beliefWords].toSorted((a, b) => a.localeCompare(b, 'nl')),
  ...exceptions.map((word) => `-${word}`),
].join('\n')

/** Reads a list of one word a line; a line that begins with a minus is a word that is no reason for a warning. */
export function readWordList(lines: string): WordList {
  const parts = new Map<string, SensitiveKind>()
  const whole = new Map<string, SensitiveKind>()
  const phrases = new Map<string, SensitiveKind>()
  const except: string[] = []
  for (const line of lines.split('\n').map((one) => one.trim())) {
    const word = fold(line)
    if (word === '') continue
    if (/^[-−–]/.test(line)) except.push(folded(line))
    else if (/\s/.test(line)) phrases.set(word, kindOf(line))
    else (folded(line).length < compoundLetters ? whole : parts).set(folded(line), kindOf(line))
  }
  return { parts, whole, phrases, exceptions: except }
}

/** The words of the text that are on the list, each once, in the order of the text; at most five. */
export function sensitiveWords(text: string, list: WordList): SensitiveWord[] {
  const found = new Map<string, SensitiveWord>()
  for (const [word] of text.matchAll(/[\p{L}\p{M}\p{N}'’-]+/gu)) {
    if (found.size === mostFound) break
    const letters = folded(word)
    const kind = letters === '' || found.has(letters) ? null : kindOfWord(letters, list)
    if (kind !== null) found.set(letters, { word: word.replace(/^['’-]+|['’-]+$/g, ''), kind })
  }
  if (list.phrases.size > 0) {
    const line = ` ${fold(text)} `
    for (const [phrase, kind] of list.phrases)
      if (found.size < mostFound && line.includes(` ${phrase} `)) found.set(phrase, { word: phrase, kind })
  }
  return [...found.values()]
}

function kindOfWord(letters: string, list: WordList): SensitiveKind | null {
  const whole = list.whole.get(letters)
  if (whole !== undefined) return list.exceptions.includes(letters) ? null : whole
  const rest = list.exceptions.reduce((left, word) => left.replaceAll(word, ' '), letters)
  for (const [part, kind] of list.parts) if (rest.includes(part)) return kind
  return null
}

function kindOf(line: string): SensitiveKind {
  return kindOfProgram.get(folded(line)) ?? 'own'
}

/** Hyphens and accents make no other word: burn-out is burnout. */
function folded(word: string): string {
  return fold(word).replaceAll(' ', '')
}
