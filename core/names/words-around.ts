/** The few words of a longer text around what was searched for. */
import { fold } from './fold.ts'

/** Words before and after the first one that was found. */
const before = 5
const after = 9

/** @param words folded beginnings of words, as they were searched for. At most about fifteen words, with "…" where text is left out. */
export function wordsAround(text: string, words: readonly string[]): string {
  const parts = text.split(/\s+/).filter((part) => part !== '')
  const at = parts.findIndex((part) =>
    fold(part)
      .split(' ')
      .some((folded) => words.some((word) => folded.startsWith(word))),
  )
  const from = Math.max(0, at - before)
  const until = Math.min(parts.length, Math.max(at, 0) + after + 1)
  const some = parts.slice(from, until).join(' ')
  return `${from > 0 ? '… ' : ''}${some}${until < parts.length ? ' …' : ''}`
}
