/** The half-days of an ambassador, an opening or a placement: a table each, all of one shape. */
import type { WeekPart } from '#core/api/fields.ts'
import type { WritableDb } from './database.ts'
import { prepared } from './prepare.ts'

const removeSql = (owner: string) =>
  `DELETE FROM ${owner}_part WHERE ${owner}_id = @id AND NOT EXISTS (SELECT 1 FROM json_each(@parts) e
     WHERE e.value ->> 'weekday' = ${owner}_part.weekday AND e.value ->> 'part' = ${owner}_part.part)`
const addSql = (owner: string) =>
  `INSERT INTO ${owner}_part (${owner}_id, weekday, part)
   SELECT @id, e.value ->> 'weekday', e.value ->> 'part' FROM json_each(@parts) e WHERE true
   ON CONFLICT DO NOTHING`

const statements = {
  ambassador: { remove: removeSql('ambassador'), add: addSql('ambassador') },
  opening: { remove: removeSql('opening'), add: addSql('opening') },
  placement: { remove: removeSql('placement'), add: addSql('placement') },
}

/** These half-days and no others; what stays is not touched, so that the history says what changed. */
export function setWeekParts(
  db: WritableDb,
  owner: keyof typeof statements,
  id: number,
  parts: readonly WeekPart[],
): void {
  const wanted = { id, parts: JSON.stringify(parts) }
  prepared<[typeof wanted]>(db, statements[owner].remove).run(wanted)
  prepared<[typeof wanted]>(db, statements[owner].add).run(wanted)
}
