import type { HitKind, SearchHit } from '#core/api/finding.ts'
import type { ParticipantStage } from '#core/api/people.ts'
import { formatPartial, formatShort } from '#core/calendar/dates.ts'
import { searchWords } from '#core/names/fold.ts'
import { fullName } from '#core/names/name.ts'
import type { NameParts } from '#core/names/name.ts'
import { wordsAround } from '#core/names/words-around.ts'
import type { ReadableDb } from '../database.ts'
import { nameColumns, namePartsOf } from '../participants/rows.ts'
import { findPeopleIds } from '../participants/search.ts'
import type { Fit } from '../participants/search.ts'
import { stagesOfAll } from '../participants/stage.ts'
import { prepared } from '../prepare.ts'
import { columnsOf } from '../statements.ts'

type PersonRow = NameParts & {
  id: number
  birth_date: string | null
  city: string
  own_script_name: string
  also_known_as: string
}
type HostRow = { id: number; name: string; city: string }
type LetterRow = NameParts & { id: number; participant_id: number; kind: string; number: string }
type NoteRow = NameParts & { id: number; participant_id: number; happened_on: string; body: string }
type AttachmentRow = NameParts & { id: number; participant_id: number; name: string; added_on: string }

/** How many of each kind are worth showing in a list that opens while somebody types. */
const most = { participant: 8, host: 4, letter: 4, note: 5, attachment: 4 } as const satisfies Record<
  HitKind,
  number
>
const names = columnsOf('p', nameColumns)

/** What fits what was typed: people first, the newest notes and attachments last. Nothing typed finds nothing. */
export function findHits(db: ReadableDb, query: string, today: string): SearchHit[] {
  const typed = query.trim()
  if (typed === '') return []
  return [
    ...findPeople(db, typed, today),
    ...findHosts(db, typed),
    ...findLetters(db, typed),
    ...findAttachments(db, typed),
    ...findNotes(db, typed),
  ]
}

/** The best fit first; among equals who is in a trajectory now, then the newest. */
export function findPeople(db: ReadableDb, query: string, today: string): SearchHit[] {
  const fits = findPeopleIds(db, query, today)
  if (fits === null || fits.size === 0) return []
  const best = bestOf(fits, stagesOfAll(db, today))
  const rows = prepared<[string], PersonRow>(
    db,
    `SELECT p.id, ${names}, p.birth_date, p.city, p.own_script_name, p.also_known_as
       FROM json_each(?) ids CROSS JOIN participant p ON p.id = ids.value ORDER BY ids.key`,
  ).all(JSON.stringify(best))
  return rows.map(personHit)
}

/** The ids of the first few, without sorting the thousands that one letter finds. */
function bestOf(fits: ReadonlyMap<number, Fit>, stages: ReadonlyMap<number, ParticipantStage>): number[] {
  const groups: number[][] = [[], [], [], [], [], []]
  for (const [id, fit] of fits) groups[fit * 2 + (stages.get(id) === 'active' ? 0 : 1)]?.push(id)
  const best: number[] = []
  for (const group of groups) {
    if (best.length >= most.participant) break
    best.push(...group.toSorted((a, b) => b - a).slice(0, most.participant - best.length))
  }
  return best
}

function findHosts(db: ReadableDb, query: string): SearchHit[] {
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

/** "2026-0147", "0147" or "147"; the numbers alone are read from their index. */
function findLetters(db: ReadableDb, query: string): SearchHit[] {
  if (!/^(?:\d{4}-)?\d{1,5}$|^\d{4}-$/.test(query)) return []
  return prepared<[string, number], LetterRow>(
    db,
    `SELECT l.id, l.participant_id, l.kind, l.number, ${names}
       FROM letter l JOIN participant p ON p.id = l.participant_id
      WHERE l.id IN (SELECT id FROM letter WHERE number IS NOT NULL AND instr(number, ?) > 0
                      ORDER BY number DESC LIMIT ?)
      ORDER BY l.number DESC`,
  )
    .all(query, most.letter)
    .map(letterHit)
}

/** Shorter words are in nearly every note. */
const shortestNoteWord = 3
/** The newest notes by their number, of which the newest by their day are shown. */
const notesLookedAt = 60

/** The newest note of each person that has all the words, or words that begin so. */
export function findNotes(db: ReadableDb, query: string): SearchHit[] {
  const words = searchWords(query).filter((word) => word.length >= 2)
  if (!words.some((word) => word.length >= shortestNoteWord)) return []
  const found = prepared<[string, number], { id: number; participant_id: number; happened_on: string }>(
    db,
    `SELECT n.id, n.participant_id, n.happened_on FROM note_find f CROSS JOIN contact_note n ON n.id = f.rowid
      WHERE note_find MATCH ? ORDER BY f.rowid DESC LIMIT ?`,
  ).all(words.map((word) => `"${word}" *`).join(' '), notesLookedAt)
  const newest = new Map<number, (typeof found)[number]>()
  for (const note of found.toSorted((a, b) => compare(b.happened_on, a.happened_on) || b.id - a.id))
    if (!newest.has(note.participant_id)) newest.set(note.participant_id, note)
  const ids = [...newest.values()].slice(0, most.note).map(({ id }) => id)
  if (ids.length === 0) return []
  return prepared<[string], NoteRow>(
    db,
    `SELECT n.id, n.participant_id, n.happened_on, n.body, ${names}
       FROM json_each(?) ids CROSS JOIN contact_note n ON n.id = ids.value
       JOIN participant p ON p.id = n.participant_id ORDER BY ids.key`,
  )
    .all(JSON.stringify(ids))
    .map((row) => noteHit(row, words))
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** A piece of three signs or more of the file's name; the newest first. */
function findAttachments(db: ReadableDb, query: string): SearchHit[] {
  const words = searchWords(query).filter((word) => word.length >= 3)
  if (words.length === 0) return []
  return prepared<[string, number], AttachmentRow>(
    db,
    `SELECT a.id, a.participant_id, a.name, a.added_on, ${names}
       FROM attachment_find f CROSS JOIN attachment a ON a.id = f.rowid JOIN participant p ON p.id = a.participant_id
      WHERE attachment_find MATCH ? ORDER BY f.rowid DESC LIMIT ?`,
  )
    .all(words.map((word) => `"${word}"`).join(' '), most.attachment)
    .map((row) => ({
      kind: 'attachment',
      id: row.id,
      participantId: row.participant_id,
      title: row.name,
      detail: fullName(namePartsOf(row)),
      more: '',
    }))
}

/** How many items the list of recent ones shows. */
export const mostRecent = 10

/**
 * What this member of staff looked at last, newest first. What no longer exists is left out; a dossier that was
 * merged into another one is that one.
 */
export function listRecent(db: ReadableDb, staffId: number): SearchHit[] {
  const items = prepared<[number, number], { kind: HitKind; item_id: number }>(
    db,
    `SELECT r.kind, coalesce(p.merged_into, r.item_id) AS item_id
       FROM recent_item r LEFT JOIN participant p ON r.kind = 'participant' AND p.id = r.item_id
      WHERE r.staff_id = ? ORDER BY r.opened_at DESC, r.item_id DESC LIMIT ?`,
  ).all(staffId, mostRecent)
  const idsOf = (kind: HitKind) =>
    JSON.stringify([...new Set(items.filter((item) => item.kind === kind).map((item) => item.item_id))])
  const people = prepared<[string], PersonRow>(
    db,
    `SELECT p.id, ${names}, p.birth_date, p.city, p.own_script_name, p.also_known_as
       FROM json_each(?) ids JOIN participant p ON p.id = ids.value`,
  ).all(idsOf('participant'))
  const hosts = prepared<[string], HostRow>(
    db,
    'SELECT h.id, h.name, h.city FROM json_each(?) ids JOIN host h ON h.id = ids.value',
  ).all(idsOf('host'))
  const letters = prepared<[string], LetterRow>(
    db,
    `SELECT l.id, l.participant_id, l.kind, coalesce(l.number, '') AS number, ${names}
       FROM json_each(?) ids JOIN letter l ON l.id = ids.value JOIN participant p ON p.id = l.participant_id`,
  ).all(idsOf('letter'))
  const hits = [...people.map(personHit), ...hosts.map(hostHit), ...letters.map(letterHit)]
  const inOrder = items.flatMap(({ kind, item_id }) =>
    hits.filter((hit) => hit.kind === kind && hit.id === item_id),
  )
  return [...new Set(inOrder)]
}

function personHit(row: PersonRow): SearchHit {
  const born = row.birth_date === null ? '' : formatPartial(row.birth_date)
  return {
    kind: 'participant',
    id: row.id,
    participantId: row.id,
    title: fullName(namePartsOf(row)),
    detail: filled(born, row.city),
    more: filled(row.own_script_name, row.also_known_as),
  }
}

function hostHit(row: HostRow): SearchHit {
  return { kind: 'host', id: row.id, participantId: null, title: row.name, detail: row.city, more: '' }
}

/** A draft has no number yet: then the person is the title. */
function letterHit(row: LetterRow): SearchHit {
  const person = fullName(namePartsOf(row))
  const [title, detail] = row.number === '' ? [person, ''] : [row.number, person]
  return {
    kind: 'letter',
    id: row.id,
    participantId: row.participant_id,
    title,
    detail,
    more: '',
    letterKind: row.kind,
  }
}

function noteHit(row: NoteRow, words: readonly string[]): SearchHit {
  return {
    kind: 'note',
    id: row.id,
    participantId: row.participant_id,
    title: fullName(namePartsOf(row)),
    detail: formatShort(row.happened_on),
    more: wordsAround(row.body, words),
  }
}

function filled(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(' · ')
}
