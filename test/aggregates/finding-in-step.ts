import { connection } from '#db/database.ts'
import type { ReadableDb } from '#db/database.ts'

const indexes = ['person_find', 'person_piece', 'client_number_find', 'note_find', 'attachment_find']

/** Each search index that is not what its view says, by name. FTS5 reads the whole content again and compares. */
export function findingProblems(db: ReadableDb): string[] {
  const raw = connection(db)
  return indexes.filter((index) => {
    try {
      raw.prepare(`INSERT INTO ${index} (${index}, rank) VALUES ('integrity-check', 1)`).run()
      return false
    } catch {
      return true
    }
  })
}
