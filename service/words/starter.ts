import { starterWords, type StarterWord } from '#core/words/starter.ts'
import { wordKey } from '#core/words/word.ts'
import type { ReadableDb, WritableDb } from '#db/database.ts'
import { createWord } from '#db/words/commands.ts'
import { listWords } from '#db/words/queries.ts'
import { planSince } from './plan.ts'

/** The words of the starter list that this office does not have. */
export function starterLeft(db: ReadableDb): StarterWord[] {
  const known = new Set(listWords(db, '').map((row) => wordKey(row.word)))
  return starterWords().filter((word) => !known.has(wordKey(word.word)))
}

/** Adds them at the end of the list. @returns how many. */
export function addStarterWords(db: WritableDb): number {
  const left = starterLeft(db)
  for (const word of left) createWord(db, word)
  return left.length
}

/** A new office has the list and its plan from the first day on. @param since earlier than today in a practice office. */
export function firstWords(db: WritableDb, since: string, today: string): void {
  addStarterWords(db)
  planSince(db, since, today)
}
