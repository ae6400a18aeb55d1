/** The register: every letter with a number, how it left the house, and how often it was printed. */
import type { LetterKind } from '#core/api/letters.ts'
import type { ReadableDb } from '../database.ts'
import { prepared } from '../prepare.ts'
import { registerColumns, registerFrom, type RegisterRow } from './queries.ts'

export interface RegisterQuery {
  fold: string // folded words of the person's name or the letter's number; empty for all
  plain: string // the same in small letters, for the names of a municipality or a case manager
  kind: LetterKind | null
  state: 'final' | 'sent' | 'replaced' | 'withdrawn' | null
  from: string | null
  to: string | null
}

export type RegisterLineRow = RegisterRow & {
  prints: number
  replacesNumber: string | null
  replacedById: number | null
  replacedByNumber: string | null
}

/** Only columns in front of the page itself: a row is then read without its PDF. */
const fitting = `${registerFrom}
  WHERE l.number IS NOT NULL AND (@kind IS NULL OR l.kind = @kind) AND (@state IS NULL OR l.state = @state)
    AND (@from IS NULL OR l.dated_on >= @from) AND (@to IS NULL OR l.dated_on <= @to)
    AND (@fold = '' OR instr(p.name_fold, @fold) > 0 OR instr(replace(l.number, '-', ' '), @fold) > 0
      OR instr(l.number, @plain) > 0 OR instr(lower(concat_ws(' ', m.name, c.prefix, c.surname, j.name)), @plain) > 0)`

const pageSql = `WITH fit AS MATERIALIZED (SELECT l.id ${fitting} ORDER BY l.dated_on DESC, l.id DESC LIMIT @limit OFFSET @offset)
  SELECT ${registerColumns}, (SELECT count(*) FROM letter_print x WHERE x.letter_id = l.id) AS prints,
    o.number AS replacesNumber, n.id AS replacedById, n.number AS replacedByNumber
  ${registerFrom} LEFT JOIN letter o ON o.id = l.replaces_id
    LEFT JOIN letter n ON n.id = (SELECT max(x.id) FROM letter x WHERE x.replaces_id = l.id AND x.number IS NOT NULL)
  WHERE l.id IN (SELECT id FROM fit) ORDER BY l.dated_on DESC, l.id DESC`

/** The newest first; `limit` -1 for all. */
export function registerPage(
  db: ReadableDb,
  query: RegisterQuery & { limit: number; offset: number },
): RegisterLineRow[] {
  return prepared<[typeof query], RegisterLineRow>(db, pageSql).all(query)
}

export function registerTotal(db: ReadableDb, query: RegisterQuery): number {
  return prepared<[RegisterQuery], { n: number }>(db, `SELECT count(*) AS n ${fitting}`).get(query)?.n ?? 0
}

/** Drafts, also those that a colleague looks at; the oldest first. */
export function openLetters(db: ReadableDb): RegisterRow[] {
  return prepared<[], RegisterRow>(
    db,
    `SELECT ${registerColumns} ${registerFrom} WHERE l.state IN ('draft', 'review') ORDER BY l.id`,
  ).all()
}
