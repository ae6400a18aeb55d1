/** The calendar of words: what is written down, and what should be. */
import { addDays } from '#core/calendar/dates.ts'
import { lookAhead, planWords, type WordOn } from '#core/words/plan.ts'
import type { ReadableDb, WritableDb } from '#db/database.ts'
import { listClosures } from '#db/office/queries.ts'
import { clearWordDay, putWordDay } from '#db/words/commands.ts'
import { lastDays, wordDays, wordsToPlan } from '#db/words/queries.ts'
import type { WordDayRow } from '#db/words/rows.ts'

/** Days that are written down when the plan is made. */
const daysAhead = 120
/** As long as so many days are as they should be, nothing has to be written. */
const daysEnough = 30

/** What stands on a day; what has been stays as it was, what comes is planned from the list and the closures of now. */
export function wordsOn(db: ReadableDb, today: string, from: string, to: string): Map<string, WordDayRow> {
  const closed = closedDays(db, from, to)
  const known = wordDays(db, from, to).filter((row) => row.day <= today && !closed.has(row.day))
  const rows = new Map(known.map((row) => [row.day, row]))
  if (to >= today) for (const row of planned(db, today, to)) if (row.day >= from) rows.set(row.day, row)
  return rows
}

/** Whether the days that come next are written down as they should be. */
export function isPlanned(db: ReadableDb, today: string): boolean {
  const { put, drop } = differences(db, today, addDays(today, daysEnough))
  return put.length === 0 && drop.length === 0
}

/**
 * Writes down the days to come, today too when it has no word yet. What stands on an earlier day is never touched.
 * Call inside a command that changes the words, their days or the closures.
 */
export function keepPlan(db: WritableDb, today: string): void {
  const { put, drop } = differences(db, today, addDays(today, daysAhead))
  for (const day of drop) clearWordDay(db, day)
  for (const row of put) putWordDay(db, row)
}

/** For a practice office: the days since `from` get words too, as if the plan had been there. */
export function planSince(db: WritableDb, from: string, today: string): void {
  for (const row of planned(db, from, today)) putWordDay(db, row)
  keepPlan(db, today)
}

function differences(db: ReadableDb, today: string, until: string): { put: WordDayRow[]; drop: string[] } {
  const right = planned(db, today, until)
  const days = new Set(right.map((row) => row.day))
  const there = new Map(wordDays(db, today, until).map((row) => [row.day, row]))
  return {
    put: right.filter((row) => there.get(row.day)?.word_id !== row.word_id),
    // A word that somebody put on a day which is closed now comes back when it opens again.
    drop: [...there.values()]
      .filter((row) => row.day > today && !row.chosen && !days.has(row.day))
      .map((row) => row.day),
  }
}

/** From today, where that has no word yet, or else from tomorrow. */
function planned(db: ReadableDb, today: string, until: string): WordDayRow[] {
  const end = addDays(until, lookAhead)
  const closed = closedDays(db, today, end)
  const rows = wordDays(db, today, end)
  const from = rows[0]?.day === today ? addDays(today, 1) : today
  if (from > until) return []
  const chosen = rows.filter((row) => row.chosen && row.day >= from && !closed.has(row.day))
  const isChosen = new Set(chosen.map((row) => row.day))
  return planWords({
    words: wordsToPlan(db),
    from,
    until,
    isClosed: (day) => closed.has(day),
    before: lastDays(db, addDays(from, -1)),
    chosen: chosen.map((row): WordOn => ({ day: row.day, wordId: row.word_id })),
  }).map(({ day, wordId }) => ({ day, word_id: wordId, chosen: isChosen.has(day) }))
}

function closedDays(db: ReadableDb, from: string, to: string): Set<string> {
  return new Set(listClosures(db, from, to).map((closure) => closure.day))
}
