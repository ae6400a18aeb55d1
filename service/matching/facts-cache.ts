/** The facts of thousands of people, read once for as long as nothing changes and parsed once while a text stays the same. */
import { personFacts, type PersonFacts } from '#core/matching/facts.ts'
import type { ReadableDb } from '#db/database.ts'
import { dataVersion, listMatchFacts, type FactsRow } from '#db/matching/queries.ts'

interface Cache {
  readonly parsed: Map<number, { text: string; facts: PersonFacts }>
  everybody: { version: number; list: readonly PersonWithFacts[] } | null
}
export interface PersonWithFacts {
  readonly id: number
  readonly facts: PersonFacts
}

const caches = new WeakMap<ReadableDb, Cache>()

function cacheOf(db: ReadableDb): Cache {
  const known = caches.get(db)
  if (known) return known
  const cache: Cache = { parsed: new Map(), everybody: null }
  caches.set(db, cache)
  return cache
}

/** Of one person. The text is read from the file each time and compared, so nothing has to be told when it changes. */
export function parsedFacts(db: ReadableDb, { id, facts: text }: FactsRow): PersonFacts {
  const { parsed } = cacheOf(db)
  const known = parsed.get(id)
  if (known?.text === text) return known.facts
  const facts = personFacts(text)
  parsed.set(id, { text, facts })
  return facts
}

/** Of everybody, by name. The history tells whether anything changed since they were read. */
export function everybodysFacts(db: ReadableDb): readonly PersonWithFacts[] {
  const cache = cacheOf(db)
  const version = dataVersion(db)
  if (cache.everybody?.version !== version) {
    const list = listMatchFacts(db).map((row) => ({ id: row.id, facts: parsedFacts(db, row) }))
    cache.everybody = { version, list }
  }
  return cache.everybody.list
}
