import type { Ambassador, Help } from '#core/api/ambassadors.ts'
import type { WeekPart } from '#core/api/fields.ts'
import { fold } from '#core/names/fold.ts'
import type { WritableDb } from '../database.ts'
import { expectParticipant } from '../participants/queries.ts'
import { prepared } from '../prepare.ts'
import { expectOne, flag, found, insertSql, updateSql, withGiven } from '../statements.ts'
import type { Given } from '../statements.ts'
import { setWeekParts } from '../week-parts.ts'
import { findAmbassador } from './queries.ts'

const stored = ['name', 'name_fold', 'phone', 'email', 'remark', 'active'] as const
const helpFields = ['ambassador_id', 'participant_id', 'happened_on', 'what', 'remark'] as const

const rowOf = ({ name, phone, email, remark, active, languages }: Omit<Ambassador, 'id'>) => ({
  name,
  // The languages too: "tigrinya" in the box that finds everything finds who speaks it.
  name_fold: fold([name, ...languages].join(' ')),
  phone,
  email,
  remark,
  active: flag(active),
})

/** @param fields what is not given is empty; `name` must not be. @returns the new id. */
export function createAmbassador(db: WritableDb, fields: Given<Omit<Ambassador, 'id'>>): number {
  const empty = { name: '', phone: '', email: '', remark: '', active: true, languages: [], parts: [] }
  const ambassador: Omit<Ambassador, 'id'> = withGiven<Omit<Ambassador, 'id'>>(empty, fields)
  const { lastInsertRowid } = prepared(db, insertSql('ambassador', stored)).run(rowOf(ambassador))
  setLists(db, Number(lastInsertRowid), ambassador)
  return Number(lastInsertRowid)
}

/** Changes what is given; a list that is given replaces the one there was. @throws CommandError NOT_FOUND. */
export function saveAmbassador(db: WritableDb, id: number, fields: Given<Omit<Ambassador, 'id'>>): void {
  const ambassador: Ambassador = withGiven(found(findAmbassador(db, id)), fields)
  expectOne(prepared(db, updateSql('ambassador', stored)).run({ id, ...rowOf(ambassador) }))
  setLists(db, id, ambassador)
}

/** Writes only what came and went, so that the history shows just that. */
function setLists(
  db: WritableDb,
  id: number,
  { languages, parts }: { languages: readonly string[]; parts: readonly WeekPart[] },
): void {
  const spoken = JSON.stringify(languages)
  prepared(
    db,
    `DELETE FROM ambassador_language WHERE ambassador_id = ?
       AND language NOT IN (SELECT value FROM json_each(?))`,
  ).run(id, spoken)
  prepared(
    db,
    `INSERT INTO ambassador_language (ambassador_id, language) SELECT ?, value FROM json_each(?) WHERE true
     ON CONFLICT DO NOTHING`,
  ).run(id, spoken)
  setWeekParts(db, 'ambassador', id, parts)
}

/** @returns the new id. @throws CommandError NOT_FOUND for an ambassador or person that is not there. */
export function createHelp(db: WritableDb, help: Omit<Help, 'id'>): number {
  found(findAmbassador(db, help.ambassador_id))
  expectParticipant(db, help.participant_id)
  return Number(prepared(db, insertSql('ambassador_help', helpFields)).run({ ...help }).lastInsertRowid)
}

/** @throws CommandError NOT_FOUND. */
export function removeHelp(db: WritableDb, id: number): void {
  expectOne(prepared(db, 'DELETE FROM ambassador_help WHERE id = ?').run(id))
}
