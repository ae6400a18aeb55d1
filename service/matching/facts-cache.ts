/** The facts of thousands of people, parsed once for as long as their text stays the same. */
import { personFacts, type PersonFacts } from '#core/matching/facts.ts'
import type { ReadableDb } from '#db/database.ts'
import type { FactsRow } from '#db/matching/queries.ts'

const caches = new WeakMap<ReadableDb, Map<number, { text: string; facts: PersonFacts }>>()

/** The text is read from the file each time and compared, so nothing has to be told when it changes. */
export function parsedFacts(db: ReadableDb, { id, facts: text }: FactsRow): PersonFacts {
  let cache = caches.get(db)
  if (!cache) caches.set(db, (cache = new Map()))
  const known = cache.get(id)
  if (known?.text === text) return known.facts
  const facts = personFacts(text)
  cache.set(id, { text, facts })
  return facts
}
