import type { Ambassador, Help, HelpView } from '#core/api/ambassadors.ts'
import type { WeekPart } from '#core/api/fields.ts'
import { fullName } from '#core/names/name.ts'
import type { NameParts } from '#core/names/name.ts'
import { searchWords } from '#core/names/fold.ts'
import type { ReadableDb } from '../database.ts'
import { nameColumns, namePartsOf } from '../participants/rows.ts'
import { prepared } from '../prepare.ts'
import { columnsOf } from '../statements.ts'

const columns = 'a.id, a.name, a.phone, a.email, a.remark, a.active'
type Row = Omit<Ambassador, 'active' | 'languages' | 'parts'> & { active: 0 | 1 }

/**
 * Every time that somebody helped: what was written down, and the talks of an intake where they were named. Binds
 * nothing; a talk has no id of its own here.
 */
const allHelp = `(
  SELECT ambassador_id, participant_id, happened_on, id, what, remark, 0 AS at_talk FROM ambassador_help
  UNION ALL
  SELECT k.ambassador_id, i.participant_id, k.held_on, k.id, 'intake', '', 1
    FROM intake_talk k JOIN intake i ON i.id = k.intake_id WHERE k.ambassador_id IS NOT NULL)`

export interface AmbassadorFilter {
  query: string
  language: string | null
  weekday: number | null
  part: WeekPart['part'] | null
  gone?: boolean | undefined
}

/** By name: whom everything fits that was asked for. */
export function listAmbassadors(
  db: ReadableDb,
  filter: AmbassadorFilter,
): (Ambassador & { helped: number; lastOn: string | null })[] {
  const rows = prepared<[Record<string, unknown>], Row & { helped: number; lastOn: string | null }>(
    db,
    `SELECT ${columns}, (SELECT count(*) FROM ${allHelp} b WHERE b.ambassador_id = a.id) AS helped,
            (SELECT max(b.happened_on) FROM ${allHelp} b WHERE b.ambassador_id = a.id) AS lastOn
       FROM ambassador a
      WHERE a.active = @active
        AND NOT EXISTS (SELECT 1 FROM json_each(@words) word WHERE instr(a.name_fold, word.value) = 0)
        AND (@language IS NULL OR EXISTS (
              SELECT 1 FROM ambassador_language l WHERE l.ambassador_id = a.id AND l.language = @language COLLATE NOCASE))
        AND (@anyTime OR EXISTS (
              SELECT 1 FROM ambassador_part t WHERE t.ambassador_id = a.id
                AND (@weekday IS NULL OR t.weekday = @weekday) AND (@part IS NULL OR t.part = @part)))
      ORDER BY a.name COLLATE NOCASE, a.id`,
  ).all({
    active: filter.gone ? 0 : 1,
    words: JSON.stringify(searchWords(filter.query)),
    language: filter.language,
    weekday: filter.weekday,
    part: filter.part,
    anyTime: filter.weekday === null && filter.part === null ? 1 : 0,
  })
  const languages = languagesOf(db)
  const parts = partsOf(db)
  return rows.map((row) => ({
    ...row,
    active: row.active === 1,
    languages: languages.get(row.id) ?? [],
    parts: parts.get(row.id) ?? [],
  }))
}

export function findAmbassador(db: ReadableDb, id: number): Ambassador | null {
  const row = prepared<[number], Row>(db, `SELECT ${columns} FROM ambassador a WHERE a.id = ?`).get(id)
  if (row === undefined) return null
  return {
    ...row,
    active: row.active === 1,
    languages: languagesOf(db).get(id) ?? [],
    parts: partsOf(db).get(id) ?? [],
  }
}

/** The languages that somebody who still helps speaks, each once, by name. */
export function spokenLanguages(db: ReadableDb): string[] {
  return prepared<[], { language: string }>(
    db,
    `SELECT min(l.language) AS language FROM ambassador_language l JOIN ambassador a ON a.id = l.ambassador_id
      WHERE a.active = 1 GROUP BY lower(l.language) ORDER BY l.language COLLATE NOCASE`,
  )
    .all()
    .map((row) => row.language)
}

/** Whom somebody helped, the last time first. */
export function helpsOf(db: ReadableDb, ambassadorId: number): HelpView[] {
  type HelpRow = Help & NameParts & { at_talk: 0 | 1 }
  return prepared<[number], HelpRow>(
    db,
    `SELECT b.id, b.ambassador_id, b.participant_id, b.happened_on, b.what, b.remark, b.at_talk,
            ${columnsOf('p', nameColumns)}
       FROM ${allHelp} b JOIN participant p ON p.id = b.participant_id
      WHERE b.ambassador_id = ? ORDER BY b.happened_on DESC, b.at_talk, b.id DESC`,
  )
    .all(ambassadorId)
    .map((row) => ({
      id: row.id,
      ambassador_id: row.ambassador_id,
      participant_id: row.participant_id,
      happened_on: row.happened_on,
      what: row.what,
      remark: row.remark,
      personName: fullName(namePartsOf(row)),
      atTalk: row.at_talk === 1,
    }))
}

export function findHelp(db: ReadableDb, id: number): Help | null {
  return (
    prepared<[number], Help>(
      db,
      'SELECT id, ambassador_id, participant_id, happened_on, what, remark FROM ambassador_help WHERE id = ?',
    ).get(id) ?? null
  )
}

/** Few people, a handful of rows each: all of them at once is one look. */
function languagesOf(db: ReadableDb): Map<number, string[]> {
  const rows = prepared<[], { ambassador_id: number; language: string }>(
    db,
    'SELECT ambassador_id, language FROM ambassador_language ORDER BY language COLLATE NOCASE',
  ).all()
  return grouped(rows, (row) => row.language)
}

function partsOf(db: ReadableDb): Map<number, WeekPart[]> {
  const rows = prepared<[], WeekPart & { ambassador_id: number }>(
    db,
    `SELECT ambassador_id, weekday, part FROM ambassador_part
      ORDER BY weekday, CASE part WHEN 'morning' THEN 0 WHEN 'afternoon' THEN 1 ELSE 2 END`,
  ).all()
  return grouped(rows, ({ weekday, part }) => ({ weekday, part }))
}

function grouped<R extends { ambassador_id: number }, V>(
  rows: readonly R[],
  value: (row: R) => V,
): Map<number, V[]> {
  const groups = Map.groupBy(rows, (row) => row.ambassador_id)
  return new Map([...groups].map(([id, list]) => [id, list.map(value)]))
}
