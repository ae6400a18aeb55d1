import type { DailyWord, HeardBy, WordRow } from '#core/api/words.ts'
import type { PlanWord, WordOn } from '#core/words/plan.ts'
import type { ReadableDb } from '../database.ts'
import { nameColumns } from '../participants/rows.ts'
import { prepared } from '../prepare.ts'
import { columnsOf } from '../statements.ts'
import { pictureTypes } from './rows.ts'
import type { NameRow, Picture, WordDayRow } from './rows.ts'

const columns = `w.id, w.word, w.meaning, w.example, w.theme, w.fits, w.active, w.picture IS NOT NULL AS hasPicture`
type Flags<T> = Omit<T, 'active' | 'hasPicture'> & { active: number; hasPicture: number }
const withFlags = <T extends { active: number; hasPicture: number }>(row: T) => ({
  ...row,
  active: row.active === 1,
  hasPicture: row.hasPicture === 1,
})

/** All words in the order of the plan, with when each was last there (up to today) and when it comes next. */
export function listWords(db: ReadableDb, today: string): WordRow[] {
  return prepared<[{ today: string }], Flags<WordRow>>(
    db,
    `SELECT ${columns},
       (SELECT max(d.day) FROM word_day d WHERE d.word_id = w.id AND d.day <= @today) AS lastOn,
       (SELECT min(d.day) FROM word_day d WHERE d.word_id = w.id AND d.day > @today) AS nextOn
     FROM daily_word w ORDER BY w.position, w.id`,
  )
    .all({ today })
    .map(withFlags)
}

export function findWord(db: ReadableDb, id: number): DailyWord | null {
  const row = prepared<[number], Flags<DailyWord>>(
    db,
    `SELECT ${columns} FROM daily_word w WHERE w.id = ?`,
  ).get(id)
  return row ? withFlags(row) : null
}

export function wordPicture(db: ReadableDb, id: number): Picture | null {
  const row = prepared<[number], { picture: Buffer | null; picture_type: string | null }>(
    db,
    'SELECT picture, picture_type FROM daily_word WHERE id = ?',
  ).get(id)
  const type = pictureTypes.find((one) => one === row?.picture_type)
  return row?.picture && type ? { bytes: row.picture, type } : null
}

/** What is planned: the words in use, in the order of the list. */
export function wordsToPlan(db: ReadableDb): PlanWord[] {
  return prepared<[], PlanWord>(
    db,
    'SELECT id, fits FROM daily_word WHERE active = 1 ORDER BY position, id',
  ).all()
}

/** Each word's last day up to and with this one. */
export function lastDays(db: ReadableDb, until: string): WordOn[] {
  return prepared<[string], WordOn>(
    db,
    'SELECT word_id AS wordId, max(day) AS day FROM word_day WHERE day <= ? GROUP BY word_id ORDER BY word_id',
  ).all(until)
}

/** What is written down for these days, both ends included. */
export function wordDays(db: ReadableDb, from: string, to: string): WordDayRow[] {
  return prepared<[string, string], Omit<WordDayRow, 'chosen'> & { chosen: number }>(
    db,
    'SELECT day, word_id, chosen FROM word_day WHERE day BETWEEN ? AND ? ORDER BY day',
  )
    .all(from, to)
    .map((row) => ({ ...row, chosen: row.chosen === 1 }))
}

/** How many people were there on each of these days; days without anybody are left out. */
export function peopleOn(db: ReadableDb, from: string, to: string): { day: string; people: number }[] {
  return prepared<[string, string], { day: string; people: number }>(
    db,
    `SELECT day, count(DISTINCT participant_id) AS people FROM attendance
      WHERE day BETWEEN ? AND ? AND mark IN ('present', 'late') GROUP BY day`,
  ).all(from, to)
}

/** Marks of a day that was closed afterwards count in no figure, so here neither. */
const heardDays = `word_day d JOIN attendance a ON a.day = d.day AND a.mark IN ('present', 'late')
     AND NOT EXISTS (SELECT 1 FROM closure c WHERE c.day = d.day)`

/** The words that stood on the days on which this person was present or late, oldest first. */
export function heardBy(db: ReadableDb, participantId: number, from: string, to: string): HeardBy['words'] {
  return prepared<[{ participantId: number; from: string; to: string }], HeardBy['words'][number]>(
    db,
    `SELECT DISTINCT d.day, d.word_id AS wordId, w.word FROM ${heardDays} JOIN daily_word w ON w.id = d.word_id
      WHERE d.day BETWEEN @from AND @to AND a.participant_id = @participantId ORDER BY d.day`,
  ).all({ participantId, from, to })
}

/** How many different words everybody heard, in the order of the list of names. */
export function heardByAll(db: ReadableDb, from: string, to: string): (NameRow & { count: number })[] {
  return prepared<[string, string], NameRow & { count: number }>(
    db,
    `SELECT p.id AS participant_id, ${columnsOf('p', nameColumns)}, count(DISTINCT d.word_id) AS count
     FROM ${heardDays} JOIN participant p ON p.id = a.participant_id
      WHERE d.day BETWEEN ? AND ? GROUP BY p.id ORDER BY p.sort_key, p.id`,
  ).all(from, to)
}
