import { readMeta } from '../check.ts'
import type { ReadableDb } from '../database.ts'
import { prepared } from '../prepare.ts'
import { readCounts, type Counts } from './holdings.ts'

/** What an office file of any schema version holds, for the one who has to choose between copies. */
export interface OfficeContent {
  readonly dbUuid: string
  readonly keyId: string
  readonly practice: boolean
  readonly commitSeq: number
  /** Moment. */
  readonly createdAt: string
  readonly officeName: string
  readonly language: 'nl' | 'en'
  readonly participantIds: readonly number[]
  readonly counts: Counts
  /** Moment of the last command; null without any. */
  readonly lastChangeAt: string | null
  /** Who works there, by id. */
  readonly staff: readonly { readonly id: number; readonly name: string }[]
}

export function readContent(db: ReadableDb): OfficeContent {
  const { dbUuid, keyId, practice, commitSeq, createdAt } = readMeta(db)
  const office = prepared<[], { name: string; language: 'nl' | 'en' }>(
    db,
    'SELECT name, language FROM office',
  ).get()
  const people = prepared<[], { id: number }>(db, 'SELECT id FROM participant ORDER BY id').all()
  const last = prepared<[], { at: string }>(db, 'SELECT at FROM change_set ORDER BY id DESC LIMIT 1').get()
  const staff = prepared<[], { id: number; name: string }>(
    db,
    'SELECT id, name FROM staff WHERE active = 1 ORDER BY id',
  ).all()
  return {
    dbUuid,
    keyId,
    practice,
    commitSeq,
    createdAt,
    officeName: office?.name ?? '',
    language: office?.language ?? 'nl',
    participantIds: people.map(({ id }) => id),
    counts: readCounts(db),
    lastChangeAt: last?.at ?? null,
    staff,
  }
}
