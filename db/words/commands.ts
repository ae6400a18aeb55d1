import type { DailyWord } from '#core/api/words.ts'
import type { WritableDb } from '../database.ts'
import { prepared } from '../prepare.ts'
import { expectOne, flag, found, insertSql, updateSql, withGiven } from '../statements.ts'
import type { Given } from '../statements.ts'
import { findWord } from './queries.ts'
import { wordFields } from './rows.ts'
import type { Picture, WordDayRow } from './rows.ts'

type WordFields = Pick<DailyWord, (typeof wordFields)[number]>
const stored = [...wordFields, 'active'] as const

/** The new word comes last in the list. @returns its id. */
export function createWord(db: WritableDb, fields: WordFields): number {
  const { position } = prepared<[], { position: number }>(
    db,
    'SELECT coalesce(max(position), 0) + 1 AS position FROM daily_word',
  ).get() as { position: number }
  const { word, meaning, example, theme, fits } = fields
  const row = { word, meaning, example, theme, fits, position }
  return Number(prepared(db, insertSql('daily_word', [...wordFields, 'position'])).run(row).lastInsertRowid)
}

/** Changes what is given. @throws CommandError NOT_FOUND. */
export function saveWord(db: WritableDb, id: number, fields: Given<WordFields & { active: boolean }>): void {
  const { word, meaning, example, theme, fits, active } = withGiven<DailyWord>(
    found(findWord(db, id)),
    fields,
  )
  expectOne(
    prepared(db, updateSql('daily_word', stored)).run({
      id,
      word,
      meaning,
      example,
      theme,
      fits,
      active: flag(active),
    }),
  )
}

/** null takes the picture away. @throws CommandError NOT_FOUND. */
export function setWordPicture(db: WritableDb, id: number, picture: Picture | null): void {
  expectOne(
    prepared(db, updateSql('daily_word', ['picture', 'picture_type'])).run({
      id,
      picture: picture?.bytes ?? null,
      picture_type: picture?.type ?? null,
    }),
  )
}

/** Puts a word on a day, in the place of what stood there. */
export function putWordDay(db: WritableDb, { day, word_id, chosen }: WordDayRow): void {
  prepared(
    db,
    `INSERT INTO word_day (day, word_id, chosen) VALUES (@day, @word_id, @chosen)
     ON CONFLICT (day) DO UPDATE SET word_id = excluded.word_id, chosen = excluded.chosen`,
  ).run({ day, word_id, chosen: flag(chosen) })
}

/** Nothing happens when the day had no word. */
export function clearWordDay(db: WritableDb, day: string): void {
  prepared(db, 'DELETE FROM word_day WHERE day = ?').run(day)
}
