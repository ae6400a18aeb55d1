import type { EveningGuest, ThemeEvening, ThemeEveningView } from '#core/api/network.ts'
import type { ReadableDb, WritableDb } from '../database.ts'
import { findHost } from '../hosts/queries.ts'
import { prepared } from '../prepare.ts'
import { expectOne, found, insertSql, updateSql } from '../statements.ts'

type EveningFields = Omit<ThemeEvening, 'id'>
type Row = Omit<ThemeEvening, 'guests'>
const fields = ['happens_on', 'theme', 'questions', 'remark'] as const

/** The last one first, with who came by name. */
export function listEvenings(db: ReadableDb): ThemeEveningView[] {
  type Guest = EveningGuest & { evening_id: number; hostName: string }
  const guests = Map.groupBy(
    prepared<[], Guest>(
      db,
      `SELECT g.evening_id, g.host_id, g.people, g.satisfaction, h.name AS hostName
         FROM theme_evening_host g JOIN host h ON h.id = g.host_id ORDER BY h.name COLLATE NOCASE, h.id`,
    ).all(),
    (guest) => guest.evening_id,
  )
  return prepared<[], Row>(
    db,
    'SELECT id, happens_on, theme, questions, remark FROM theme_evening ORDER BY happens_on DESC, id DESC',
  )
    .all()
    .map((evening) => ({
      ...evening,
      guests: (guests.get(evening.id) ?? []).map(({ evening_id: _evening, ...guest }) => guest),
    }))
}

/** The evenings that this organisation came to, the last one first. */
export function eveningsOf(
  db: ReadableDb,
  hostId: number,
): Pick<ThemeEvening, 'id' | 'happens_on' | 'theme'>[] {
  return prepared<[number], Pick<ThemeEvening, 'id' | 'happens_on' | 'theme'>>(
    db,
    `SELECT e.id, e.happens_on, e.theme FROM theme_evening_host g JOIN theme_evening e ON e.id = g.evening_id
      WHERE g.host_id = ? ORDER BY e.happens_on DESC, e.id DESC`,
  ).all(hostId)
}

/** @returns the new id. @throws CommandError NOT_FOUND for an organisation that is not there. */
export function createEvening(db: WritableDb, evening: EveningFields): number {
  const { guests, ...row } = evening
  const id = Number(prepared(db, insertSql('theme_evening', fields)).run(row).lastInsertRowid)
  setGuests(db, id, guests)
  return id
}

/** @throws CommandError NOT_FOUND, also for an organisation that is not there. */
export function saveEvening(db: WritableDb, id: number, evening: EveningFields): void {
  const { guests, ...row } = evening
  expectOne(prepared(db, updateSql('theme_evening', fields)).run({ id, ...row }))
  setGuests(db, id, guests)
}

/** @throws CommandError NOT_FOUND. */
export function removeEvening(db: WritableDb, id: number): void {
  setGuests(db, id, [])
  expectOne(prepared(db, 'DELETE FROM theme_evening WHERE id = ?').run(id))
}

/** Writes only who came, changed or went, so that the history shows just that. */
function setGuests(db: WritableDb, id: number, guests: readonly EveningGuest[]): void {
  prepared(
    db,
    `DELETE FROM theme_evening_host WHERE evening_id = ?
       AND host_id NOT IN (SELECT value FROM json_each(?))`,
  ).run(id, JSON.stringify(guests.map((guest) => guest.host_id)))
  const put = prepared(
    db,
    `INSERT INTO theme_evening_host (evening_id, host_id, people, satisfaction)
     VALUES (@id, @host_id, @people, @satisfaction)
     ON CONFLICT (evening_id, host_id) DO UPDATE SET people = excluded.people, satisfaction = excluded.satisfaction`,
  )
  for (const guest of guests) {
    found(findHost(db, guest.host_id))
    put.run({ id, ...guest })
  }
}
