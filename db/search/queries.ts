import { formatPartial } from '#core/calendar/dates.ts'
import { searchWords } from '#core/names/fold.ts'
import { fullName } from '#core/names/name.ts'
import type { NameParts } from '#core/names/name.ts'
import type { ReadableDb } from '../database.ts'
import { nameColumns, namePartsOf } from '../participants/rows.ts'
import { searchSql, searchTerms } from '../participants/search.ts'
import type { SearchTerms } from '../participants/search.ts'
import { prepared } from '../prepare.ts'
import { columnsOf } from '../statements.ts'

export type HitKind = 'participant' | 'host' | 'letter'
export interface Hit {
  kind: HitKind
  id: number
  title: string
  /** What tells two of the same name apart: date of birth and town, the town, or whose letter it is. */
  detail: string
}

type PersonRow = NameParts & { id: number; birth_date: string | null; city: string }
type HostRow = { id: number; name: string; city: string }
type LetterRow = NameParts & { id: number; number: string }

/** How many of each kind are worth showing in a list that opens while somebody types. */
const most = { participant: 8, host: 5, letter: 5 }

/** People, organisations and letter numbers that fit what was typed. Nothing typed finds nothing. */
export function findHits(db: ReadableDb, query: string): Hit[] {
  const typed = query.trim()
  if (typed === '') return []
  return [...findPeople(db, typed), ...findHosts(db, typed), ...findLetters(db, typed)]
}

function findPeople(db: ReadableDb, query: string): Hit[] {
  return prepared<[SearchTerms & { most: number }], PersonRow>(
    db,
    `SELECT p.id, ${columnsOf('p', nameColumns)}, p.birth_date, p.city FROM participant p
      WHERE ${searchSql} ORDER BY p.sort_key, p.id LIMIT @most`,
  )
    .all({ ...searchTerms(query), most: most.participant })
    .map(personHit)
}

function findHosts(db: ReadableDb, query: string): Hit[] {
  const words = searchWords(query)
  if (words.length === 0) return []
  return prepared<[string, number], HostRow>(
    db,
    `SELECT h.id, h.name, h.city FROM host h
      WHERE h.active = 1 AND NOT EXISTS (SELECT 1 FROM json_each(?) word WHERE instr(h.name_fold, word.value) = 0)
      ORDER BY h.name COLLATE NOCASE, h.id LIMIT ?`,
  )
    .all(JSON.stringify(words), most.host)
    .map(hostHit)
}

function findLetters(db: ReadableDb, query: string): Hit[] {
  if (!/\d/.test(query)) return []
  return prepared<[string, number], LetterRow>(
    db,
    `SELECT l.id, l.number, ${columnsOf('p', nameColumns)}
       FROM letter l JOIN participant p ON p.id = l.participant_id
      WHERE instr(lower(l.number), lower(?)) > 0 ORDER BY l.number DESC LIMIT ?`,
  )
    .all(query, most.letter)
    .map(letterHit)
}

/** What this member of staff looked at last, newest first; what no longer exists is left out. */
export function listRecent(db: ReadableDb, staffId: number): Hit[] {
  const items = prepared<[number, number], { kind: HitKind; item_id: number }>(
    db,
    'SELECT kind, item_id FROM recent_item WHERE staff_id = ? ORDER BY opened_at DESC, item_id DESC LIMIT ?',
  ).all(staffId, mostRecent)
  const idsOf = (kind: HitKind) =>
    JSON.stringify(items.filter((item) => item.kind === kind).map((item) => item.item_id))
  const people = prepared<[string], PersonRow>(
    db,
    `SELECT p.id, ${columnsOf('p', nameColumns)}, p.birth_date, p.city
       FROM json_each(?) ids JOIN participant p ON p.id = ids.value`,
  ).all(idsOf('participant'))
  const hosts = prepared<[string], HostRow>(
    db,
    'SELECT h.id, h.name, h.city FROM json_each(?) ids JOIN host h ON h.id = ids.value',
  ).all(idsOf('host'))
  const letters = prepared<[string], LetterRow>(
    db,
    `SELECT l.id, coalesce(l.number, '') AS number, ${columnsOf('p', nameColumns)}
       FROM json_each(?) ids JOIN letter l ON l.id = ids.value JOIN participant p ON p.id = l.participant_id`,
  ).all(idsOf('letter'))
  const hits = [...people.map(personHit), ...hosts.map(hostHit), ...letters.map(letterHit)]
  return items.flatMap(({ kind, item_id }) => hits.filter((hit) => hit.kind === kind && hit.id === item_id))
}

/** How many items the list of recent ones shows. */
export const mostRecent = 10

function personHit(row: PersonRow): Hit {
  const born = row.birth_date === null ? '' : formatPartial(row.birth_date)
  const detail = [born, row.city].filter((part) => part !== '').join(' · ')
  return { kind: 'participant', id: row.id, title: fullName(namePartsOf(row)), detail }
}

function hostHit(row: HostRow): Hit {
  return { kind: 'host', id: row.id, title: row.name, detail: row.city }
}

/** A draft has no number yet: then the person is the title. */
function letterHit(row: LetterRow): Hit {
  const person = fullName(namePartsOf(row))
  return row.number === ''
    ? { kind: 'letter', id: row.id, title: person, detail: '' }
    : { kind: 'letter', id: row.id, title: row.number, detail: person }
}
