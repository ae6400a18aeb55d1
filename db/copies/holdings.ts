import type { ReadableDb } from '../database.ts'
import { prepared } from '../prepare.ts'

/** How much an office holds of what staff would miss: letters only once they are final. */
export interface Counts {
  readonly participants: number
  readonly notes: number
  /** Half-days with a mark. */
  readonly attendance: number
  readonly letters: number
}

/** Rows by what tells each from every other, in this file and in a copy that went another way since. */
export interface Holdings {
  /** Of the commands, first to last: two files share a history as far as these are equal. */
  readonly commands: readonly string[]
  readonly participants: ReadonlySet<string>
  readonly notes: ReadonlySet<string>
  readonly attendance: ReadonlySet<string>
  readonly letters: ReadonlySet<string>
}

/** What one file holds that another does not. */
export interface Lack extends Counts {
  readonly commands: number
}

export function readCounts(db: ReadableDb): Counts {
  const row = prepared<[], Counts>(
    db,
    `SELECT (SELECT count(*) FROM participant) AS participants,
            (SELECT count(*) FROM contact_note) AS notes,
            (SELECT count(*) FROM attendance) AS attendance,
            (SELECT count(*) FROM letter WHERE number IS NOT NULL) AS letters`,
  ).get()
  return row ?? { participants: 0, notes: 0, attendance: 0, letters: 0 }
}

/**
 * An id alone says too little: after an old copy was put back, new rows get the numbers that others have in the
 * office that moved aside. So a row is named by its id and by the command that made it, of which the hash differs.
 * Rows without history (a practice office) have the id alone.
 */
export function readHoldings(db: ReadableDb): Holdings {
  const sets = prepared<[], { id: number; hash: string }>(
    db,
    `SELECT id, coalesce(hash, '') AS hash FROM change_set ORDER BY id`,
  ).all()
  const hashes = new Map(sets.map(({ id, hash }) => [id, hash]))
  const named = (table: string, ids: readonly { id: number }[]) => {
    const made = prepared<[string], { id: number; made: number }>(
      db,
      `SELECT json_extract(row_key, '$.id') AS id, max(change_set_id) AS made FROM change
       WHERE table_name = ? AND op = 'insert' GROUP BY row_key`,
    ).all(table)
    const madeBy = new Map(made.map((row) => [row.id, hashes.get(row.made) ?? '']))
    return new Map(ids.map(({ id }) => [id, `${id} ${madeBy.get(id) ?? ''}`]))
  }
  const people = named('participant', prepared<[], { id: number }>(db, 'SELECT id FROM participant').all())
  const notes = named('contact_note', prepared<[], { id: number }>(db, 'SELECT id FROM contact_note').all())
  const letters = named(
    'letter',
    prepared<[], { id: number }>(db, 'SELECT id FROM letter WHERE number IS NOT NULL').all(),
  )
  const marks = prepared<[], { participant_id: number; day: string; part: string }>(
    db,
    'SELECT participant_id, day, part FROM attendance',
  ).all()
  return {
    commands: sets.map(({ hash }) => hash),
    participants: new Set(people.values()),
    notes: new Set(notes.values()),
    attendance: new Set(marks.map((mark) => `${people.get(mark.participant_id)} ${mark.day} ${mark.part}`)),
    letters: new Set(letters.values()),
  }
}

/** What `mine` holds and `other` lacks. */
export function lackOf(other: Holdings, mine: Holdings): Lack {
  const count = (kind: keyof Counts) => [...mine[kind]].filter((row) => !other[kind].has(row)).length
  const fork = mine.commands.findIndex((hash, at) => hash !== other.commands[at])
  return {
    participants: count('participants'),
    notes: count('notes'),
    attendance: count('attendance'),
    letters: count('letters'),
    commands: fork === -1 ? 0 : mine.commands.length - fork,
  }
}
