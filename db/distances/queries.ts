import type { Centre } from '#core/api/distances.ts'
import type { ReadableDb } from '../database.ts'
import { prepared } from '../prepare.ts'

export interface LoadedTable {
  readonly rows: number
  /** `YYYY-MM-DDTHH:MM:SSZ`. */
  readonly loadedAt: string
}

/** Null while no table was loaded. */
export function loadedTable(db: ReadableDb): LoadedTable | null {
  return prepared<[], LoadedTable>(db, 'SELECT rows, loaded_at AS loadedAt FROM postcode_table').get() ?? null
}

/** The middle of each four-digit postcode that the office has. */
export function listCentres(db: ReadableDb): Centre[] {
  return prepared<[], Centre>(db, 'SELECT postcode, latitude, longitude FROM postcode_centre').all()
}

/** Minutes to every other place that somebody typed for one of these, whichever way round: by place, then by other. */
export function travelTimesFrom(
  db: ReadableDb,
  places: readonly string[],
): { place: string; other: string; minutes: number }[] {
  const json = JSON.stringify(places)
  return prepared<[{ json: string }], { place: string; other: string; minutes: number }>(
    db,
    `SELECT place, other, minutes FROM travel_time WHERE place IN (SELECT value FROM json_each(@json))
     UNION ALL
     SELECT other, place, minutes FROM travel_time WHERE other IN (SELECT value FROM json_each(@json)) AND place <> other`,
  ).all({ json })
}
