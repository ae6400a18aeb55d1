/**
 * What an employer has no business with: health, benefits, origin and papers, religion, age, numbers. Found by
 * words, so it warns about what somebody writes, and leaves a sentence out of what the program proposes itself.
 */
import type { CardSubject, TalentCard } from '../api/talent-card.ts'
import { talentCardFields } from '../api/talent-card.ts'
import en from '../i18n/en/files.ts'
import nl from '../i18n/nl/files.ts'
import { fold } from '../names/fold.ts'

export interface Found {
  readonly field: keyof TalentCard
  readonly about: CardSubject
  /** As it stands there. */
  readonly word: string
}

/** Beginnings of words, in both languages: a card may be written in either. */
const stems = (['health', 'benefit', 'origin', 'religion', 'age'] as const).map((about) => ({
  about,
  list: [nl, en].flatMap(({ careful }) =>
    careful[about].split(',').map((stem) => ({ text: fold(stem), whole: stem.endsWith(' ') })),
  ),
}))

/** A word that begins like this; a long beginning also as a later part of a Dutch compound. */
const fits = (word: string, { text, whole }: { text: string; whole: boolean }): boolean =>
  whole ? word === text : word.startsWith(text) || (text.length >= 7 && word.includes(text))

/** Eight figures or more: a citizen's, client's or telephone number. Years and hours have fewer. */
const longNumber = /\d(?:[ .-]?\d){7,}/u
const address = /\S+@\S+/u
const ownAge = /\b(?:ik ben|i am|i['’]m)\s+\d{2}\b/iu

/** @param avoid words of this person that do not belong on it either. */
export function foundIn(
  text: string,
  avoid: readonly string[] = [],
): { readonly about: CardSubject; readonly word: string }[] {
  const all: { about: CardSubject; word: string }[] = []
  for (const word of text.split(/[^\p{L}\p{M}\p{N}'’-]+/u)) {
    const folded = fold(word)
    if (folded === '') continue
    const parts = [folded, ...folded.split(' ')]
    const stem = stems.find(({ list }) => list.some((one) => parts.some((part) => fits(part, one))))
    if (stem) all.push({ about: stem.about, word })
  }
  for (const [about, pattern] of [
    ['number', longNumber],
    ['number', address],
    ['age', ownAge],
  ] as const) {
    const word = pattern.exec(text)?.[0]
    if (word !== undefined) all.push({ about, word })
  }
  const whole = ` ${fold(text)} `
  for (const own of avoid) {
    const folded = fold(own)
    if (folded.length > 1 && whole.includes(` ${folded} `)) all.push({ about: 'person', word: own })
  }
  return all
}

/** What to look at again on a card; each word once per field. */
export function foundOn(card: TalentCard, avoid: readonly string[]): Found[] {
  return talentCardFields.flatMap((field) => {
    const seen = new Set<string>()
    return (
      foundIn(card[field], avoid)
        // A language may be named like the people who speak it, and a name is a name.
        .filter(({ about }) => !(field === 'languages' && about === 'origin'))
        .filter(({ about }) => field !== 'name' || about === 'number' || about === 'person')
        .filter(({ word }) => !seen.has(word) && seen.add(word))
        .map((found) => ({ ...found, field }))
    )
  })
}

/** The text without the sentences and lines that something was found in. */
export function withoutFound(
  text: string,
  avoid: readonly string[],
  allowed: readonly CardSubject[] = [],
): string {
  return text
    .split(/\r?\n/u)
    .map((line) =>
      (line.match(/[^.!?]+[.!?]*/gu) ?? [])
        .filter((sentence) => foundIn(sentence, avoid).every(({ about }) => allowed.includes(about)))
        .join('')
        .trim(),
    )
    .filter((line) => line !== '')
    .join('\n')
}
