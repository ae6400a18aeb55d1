/** How far people and openings are apart, with the office's own table and typed minutes. */
import { kilometres, type Point } from '#core/distance/great-circle.ts'
import { placeKeys, type Place } from '#core/distance/place.ts'
import type { ReadableDb } from '#db/database.ts'
import { listCentres, loadedTable, travelTimesFrom } from '#db/distances/queries.ts'

const tables = new WeakMap<ReadableDb, { loadedAt: string; rows: number; centres: Map<string, Point> }>()

/** The loaded table; read again only when another one was loaded. */
function centresOf(db: ReadableDb): ReadonlyMap<string, Point> {
  const loaded = loadedTable(db)
  if (loaded === null) return new Map()
  const known = tables.get(db)
  if (known?.loadedAt === loaded.loadedAt && known.rows === loaded.rows) return known.centres
  const centres = new Map(listCentres(db).map(({ postcode, ...point }) => [postcode, point as Point]))
  tables.set(db, { ...loaded, centres })
  return centres
}

export interface Way {
  readonly km: number | null
  readonly minutes: number | null
  /** Postcodes of the two that the loaded table does not have. */
  readonly unlisted: readonly string[]
}

const allListed: readonly string[] = []

/** Ways from one place to many others. */
export function waysFrom(db: ReadableDb, from: Place): (to: Place) => Way {
  const centres = centresOf(db)
  const start = centres.get(from.postcode)
  const mine = placeKeys(from)
  const typed = new Map<string, number>()
  for (const { place, other, minutes } of travelTimesFrom(db, mine)) typed.set(`${place} ${other}`, minutes)
  const notListed = (...places: Place[]): readonly string[] => {
    if (centres.size === 0) return allListed
    const missing = places.map(({ postcode }) => postcode).filter((one) => one !== '' && !centres.has(one))
    return missing.length === 0 ? allListed : [...new Set(missing)]
  }
  const kms = new Map<string, number | null>()
  const kmTo = (to: Place): number | null => {
    const known = kms.get(to.postcode)
    if (known !== undefined) return known
    const end = centres.get(to.postcode)
    const km = start && end ? kilometres(start, end) : null
    kms.set(to.postcode, km)
    return km
  }
  return (to) => {
    let minutes: number | null = null
    if (typed.size > 0)
      for (const a of mine) for (const b of placeKeys(to)) minutes ??= typed.get(`${a} ${b}`) ?? null
    const km = kmTo(to)
    return { km, minutes, unlisted: km === null ? notListed(from, to) : allListed }
  }
}

/** Where an opening is: its own place, or else that of the organisation. */
export function whereIs<T extends { postcode: string; place: string; host_id: number }>(
  opening: T,
  hosts: ReadonlyMap<number, { postcode: string; city: string }>,
): { postcode: string; town: string } {
  if (opening.place !== '' || opening.postcode !== '')
    return { postcode: opening.postcode, town: opening.place }
  const host = hosts.get(opening.host_id)
  return { postcode: host?.postcode ?? '', town: host?.city ?? '' }
}
