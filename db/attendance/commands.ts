import type { WritableDb } from '../database.ts'
import { prepared } from '../prepare.ts'
import type { StoredMark } from './queries.ts'

/** Stores or replaces the mark of one half-day. The month totals follow by themselves: see 0005_days.ts. */
export function setMark(db: WritableDb, mark: StoredMark): void {
  prepared<[StoredMark]>(
    db,
    `INSERT INTO attendance (participant_id, day, part, trajectory_id, mark, planned_minutes, present_minutes,
       from_minute, until_minute, note)
     VALUES (@participant_id, @day, @part, @trajectory_id, @mark, @planned_minutes, @present_minutes,
       @from_minute, @until_minute, @note)
     ON CONFLICT (participant_id, day, part) DO UPDATE SET trajectory_id = excluded.trajectory_id,
       mark = excluded.mark, planned_minutes = excluded.planned_minutes, present_minutes = excluded.present_minutes,
       from_minute = excluded.from_minute, until_minute = excluded.until_minute, note = excluded.note`,
  ).run(mark)
}

/** Empties a half-day. Nothing happens when it was empty. */
export function clearMark(db: WritableDb, key: Pick<StoredMark, 'participant_id' | 'day' | 'part'>): void {
  prepared<[typeof key]>(
    db,
    'DELETE FROM attendance WHERE participant_id = @participant_id AND day = @day AND part = @part',
  ).run({ participant_id: key.participant_id, day: key.day, part: key.part })
}

/** How many people fit on a half-day; null: no limit. */
export function setCapacity(
  db: WritableDb,
  limit: { weekday: number; part: 'morning' | 'afternoon'; people: number | null },
): void {
  if (limit.people === null) {
    prepared<[number, string]>(db, 'DELETE FROM group_capacity WHERE weekday = ? AND part = ?').run(
      limit.weekday,
      limit.part,
    )
    return
  }
  prepared<[typeof limit]>(
    db,
    `INSERT INTO group_capacity (weekday, part, people) VALUES (@weekday, @part, @people)
     ON CONFLICT (weekday, part) DO UPDATE SET people = excluded.people`,
  ).run(limit)
}
