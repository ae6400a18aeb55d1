/** The words of the day that somebody heard, as one sentence of a letter. */
import { z } from 'zod'
import { capital, type Person, type Words } from '../letters/words.ts'

/** A fact of a letter: how many different words, and a few of them. */
export const heardWordsSchema = z.object({ count: z.int().min(0), examples: z.array(z.string()).max(3) })
export type HeardWords = z.infer<typeof heardWordsSchema>

/** @param words in the order in which they were heard; the examples are the first, the middle and the last one. */
export function heardWords(words: readonly string[]): HeardWords {
  const different = [...new Set(words)]
  const at = [0, Math.floor((different.length - 1) / 2), different.length - 1]
  const examples = [...new Set(at.flatMap((n) => different[n] ?? []))]
  return { count: different.length, examples }
}

/** "Zij hoorde in deze periode 34 woorden van de dag, zoals de hamer, het rooster en de pauze."; null without words. */
export function heardSentence(heard: HeardWords, words: Words, person: Person): string | null {
  if (heard.count === 0) return null
  return words.t('heard', {
    count: heard.count,
    they: capital(person.they),
    words: words.list(heard.examples),
  })
}
