/** The facts of everybody, kept in memory: read once, and after that only around whom something changed. */
import type { Facts } from '#core/figures/facts.ts'
import type { ReadableDb } from '../database.ts'
import { prepared } from '../prepare.ts'
import { changedSince, newestChange, type Newest } from './changes.ts'
import { readFacts } from './facts.ts'

interface Kept {
  newest: Newest
  /** Of the people with ids 1 to 64, 65 to 128, and so on. */
  readonly facts: Facts[]
}

const keptOf = new WeakMap<ReadableDb, Kept>()

/** So many people are read at once: a few milliseconds. Who comes in one season stands together. */
const together = 64

const placeOf = (id: number): number => Math.floor((id - 1) / together)

function readPlace(db: ReadableDb, place: number): Facts {
  return readFacts(db, { first: place * together + 1, last: (place + 1) * together })
}

function places(db: ReadableDb): number {
  const most = prepared<[], { id: number | null }>(db, 'SELECT max(id) AS id FROM participant').get()?.id
  return typeof most === 'number' ? placeOf(most) + 1 : 0
}

function readAll(db: ReadableDb): Facts[] {
  return Array.from({ length: places(db) }, (_, place) => readPlace(db, place))
}

/**
 * Reads everybody's facts for the first report that is asked for, a few people at each step. They are kept after the
 * last step, unless a report did not wait for them.
 */
export function* readAhead(db: ReadableDb): Generator<void> {
  const [newest, facts]: [Newest, Facts[]] = [newestChange(db), []]
  for (let place = 0; place < places(db); place += 1) {
    facts.push(readPlace(db, place))
    yield
  }
  // What changed in between is read again when a report asks.
  if (!keptOf.has(db)) keptOf.set(db, { newest, facts })
}

/** Everybody's facts as they stand in the file. Inside a command they are read anew, and nothing is kept. */
export function factsOfEverybody(db: ReadableDb): readonly Facts[] {
  if (db.inTransaction) return readAll(db)
  const [kept, newest] = [keptOf.get(db), newestChange(db)]
  const changed = kept === undefined ? null : changedSince(db, kept.newest, newest)
  if (kept === undefined || changed === null) {
    const facts = readAll(db)
    keptOf.set(db, { newest, facts })
    return facts
  }
  const count = places(db)
  for (const place of new Set(changed.map(placeOf)))
    if (place < count) kept.facts[place] = readPlace(db, place)
  while (kept.facts.length < count) kept.facts.push(readPlace(db, kept.facts.length))
  kept.facts.length = count
  kept.newest = newest
  return kept.facts
}
