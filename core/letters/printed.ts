/** Everything that people typed and that this letter prints, with where it stands. Pure. */
import { containsBsn } from '../fields/bsn.ts'
import { sensitiveWords, type WordList } from '../notes/sensitive-words.ts'
import type { LetterGap } from '../api/letters.ts'
import type { FrameFacts } from './facts.ts'
import type { AnyFacts } from './sources.ts'

export interface PrintedText {
  /** `text:<name>` and `agreement:<row>` are typed in the letter, `note:<id>` is a note; the others are elsewhere. */
  readonly where: string
  readonly text: string
}

export function printedTexts(facts: FrameFacts): PrintedText[] {
  const of = facts as AnyFacts
  return [
    ...Object.entries(of.texts ?? {}).flatMap(([name, value]) => typed(name, value)),
    ...(of.notes ?? []).map(({ id, body }) => ({ where: `note:${id ?? ''}`, text: body })),
    ...(of.goals ?? []).map((goal) => ({ where: 'goals', text: wordsOf(goal) })),
    { where: 'purpose', text: of.trajectory?.purpose ?? '' },
    ...(of.placements ?? []).map((place) => ({ where: 'places', text: wordsOf(place) })),
    ...(of.attendance?.closed ?? []).map(({ reason }) => ({ where: 'closed', text: reason })),
    { where: 'intake', text: of.dream_job ?? '' },
    { where: 'story', text: of.story ?? '' },
    { where: 'places', text: of.tasks ?? '' },
    ...(of.contacts ?? []).map(({ body }) => ({ where: 'note:', text: body })),
  ].filter(({ text }) => text.trim() !== '')
}

/** Agreements are rows; a day or a choice is no text. */
function typed(name: string, value: unknown): PrintedText[] {
  if (typeof value === 'string')
    return name === 'copy_given' || /^\d{4}-\d{2}-\d{2}$/.test(value)
      ? []
      : [{ where: `text:${name}`, text: value }]
  if (!Array.isArray(value)) return []
  return value.map((row: unknown, at) => ({ where: `agreement:${at}`, text: wordsOf(row) }))
}

const wordsOf = (row: unknown): string =>
  row === null || typeof row !== 'object'
    ? ''
    : Object.values(row)
        .filter((value) => typeof value === 'string')
        .join(' · ')

/** Words of health or belief, and numbers that look like a BSN: pointed out, never in the way. */
export function secondLooks(facts: FrameFacts, list: WordList): LetterGap[] {
  const looks = printedTexts(facts).flatMap(({ where, text }): LetterGap[] => {
    const words = sensitiveWords(text, list).map((one) => one.word)
    return [
      ...(words.length === 0 ? [] : [{ code: 'sensitive' as const, blocking: false, where, words }]),
      ...(containsBsn(text) ? [{ code: 'bsn' as const, blocking: false, where }] : []),
    ]
  })
  // Of several rows of the same part, one line with all of their words.
  return [...Map.groupBy(looks, ({ code, where }) => `${code} ${where}`).values()].flatMap(
    ([first, ...more]) => {
      if (!first) return []
      const words = [...new Set([first, ...more].flatMap((one) => one.words ?? []))]
      return [words.length === 0 ? first : { ...first, words }]
    },
  )
}
