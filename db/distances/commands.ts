import type { Centre } from '#core/api/distances.ts'
import type { WritableDb } from '../database.ts'
import { prepared } from '../prepare.ts'

/** Puts this table in the place of the one before. @param loadedAt `YYYY-MM-DDTHH:MM:SSZ`. */
export function replaceCentres(db: WritableDb, rows: readonly Centre[], loadedAt: string): void {
  removeCentres(db)
  const insert = prepared<[Centre]>(
    db,
    'INSERT INTO postcode_centre (postcode, latitude, longitude) VALUES (@postcode, @latitude, @longitude)',
  )
  for (const row of rows) insert.run(row)
  prepared(db, 'INSERT INTO postcode_table (id, loaded_at, rows) VALUES (1, ?, ?)').run(loadedAt, rows.length)
}

export function removeCentres(db: WritableDb): void {
  prepared(db, 'DELETE FROM postcode_centre').run()
  prepared(db, 'DELETE FROM postcode_table').run()
}

/** Minutes between two places (core/distance/place.ts), the same both ways; null takes them away. */
export function saveTravelTime(db: WritableDb, a: string, b: string, minutes: number | null): void {
  const [place, other] = a <= b ? [a, b] : [b, a]
  if (minutes === null) {
    prepared(db, 'DELETE FROM travel_time WHERE place = ? AND other = ?').run(place, other)
    return
  }
  prepared(
    db,
    `INSERT INTO travel_time (place, other, minutes) VALUES (?, ?, ?)
     ON CONFLICT (place, other) DO UPDATE SET minutes = excluded.minutes`,
  ).run(place, other, minutes)
}
