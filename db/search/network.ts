import type { HitKind, SearchHit } from '#core/api/finding.ts'
import { fold, searchWords } from '#core/names/fold.ts'
import type { ReadableDb } from '../database.ts'
import { prepared } from '../prepare.ts'

type Row = { id: number; title: string; detail: string; more: string; gone: 0 | 1 }

/** How many of each kind are worth showing. */
const most = 4

const hostColumns = `h.id, h.name AS title, h.city AS detail, '' AS more, h.active = 0 AS gone`
const hostsByWords = `SELECT ${hostColumns} FROM host h
  WHERE NOT EXISTS (SELECT 1 FROM json_each(?) word WHERE instr(h.name_fold, word.value) = 0)
  ORDER BY h.active DESC, h.name COLLATE NOCASE, h.id LIMIT ?`
const hostsByIds = `SELECT ${hostColumns} FROM json_each(?) ids JOIN host h ON h.id = ids.value`
const ambassadorsByWords = `SELECT a.id, a.name AS title, a.phone AS detail, a.active = 0 AS gone,
    (SELECT coalesce(group_concat(l.language, ', '), '') FROM ambassador_language l WHERE l.ambassador_id = a.id) AS more
  FROM ambassador a
  WHERE NOT EXISTS (SELECT 1 FROM json_each(?) word WHERE instr(a.name_fold, word.value) = 0)
  ORDER BY a.active DESC, a.name COLLATE NOCASE, a.id LIMIT ?`
/** A few dozen, whose names have no folded column: compared here. */
const caseManagers = `SELECT c.id, concat_ws(' ', nullif(c.initials, ''), nullif(c.prefix, ''), c.surname) AS title,
    m.name AS detail, '' AS more, c.active = 0 AS gone
  FROM case_manager c JOIN municipality m ON m.id = c.municipality_id
  ORDER BY c.active DESC, c.surname COLLATE NOCASE, c.id`
const municipalities = `SELECT id, name AS title, city AS detail, '' AS more, active = 0 AS gone FROM municipality
  ORDER BY active DESC, name COLLATE NOCASE, id`

/** Organisations, ambassadors, case managers and municipalities that have every typed word; who is gone last. */
export function findInNetwork(db: ReadableDb, query: string): SearchHit[] {
  const words = searchWords(query)
  if (words.length === 0) return []
  const asked = JSON.stringify(words)
  const fits = (text: string) => words.every((word) => fold(text).includes(word))
  return [
    ...prepared<[string, number], Row>(db, hostsByWords).all(asked, most).map(hitOf('host')),
    ...prepared<[string, number], Row>(db, ambassadorsByWords).all(asked, most).map(hitOf('ambassador')),
    ...prepared<[], Row>(db, caseManagers)
      .all()
      .filter((row) => fits(row.title))
      .slice(0, most)
      .map(hitOf('case_manager')),
    ...prepared<[], Row>(db, municipalities)
      .all()
      .filter((row) => fits(row.title))
      .slice(0, most)
      .map(hitOf('municipality')),
  ]
}

/** @param ids a list in JSON. */
export function hostsOf(db: ReadableDb, ids: string): SearchHit[] {
  return prepared<[string], Row>(db, hostsByIds).all(ids).map(hitOf('host'))
}

const hitOf =
  (kind: HitKind) =>
  (row: Row): SearchHit => ({ kind, ...row, participantId: null, gone: row.gone === 1 })
