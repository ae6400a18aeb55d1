import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { verifyAudit } from '#db/audit/chain.ts'
import type { ReadableDb } from '#db/database.ts'
import { connection } from '#db/database.ts'
import { verifyHistory } from '#db/history/commands.ts'
import { dataKey } from '#db/keys/recovery-code.ts'
import { checkWhole, commitSeq, openCopy } from '#db/open.ts'
import { prepared } from '#db/prepare.ts'
import { draftForm, password, startAt, type Place } from './office.ts'
import { contentOf } from './state.ts'

/** What must be found on a place after a fault. */
export interface Expected {
  /** What the office held after each command; 0 is before the first. */
  readonly states: readonly (string | undefined)[]
  /** The last command that was answered, and the last that was asked for. */
  readonly answered: number
  readonly begun: number
  /**
   * Where nobody saw what the command under way at the fault would have left: how many commands there are with it,
   * so that it is known by its number instead. Else null.
   */
  readonly unseen: number | null
  /** The last that the visible file was said to hold. */
  readonly published: number
  /** The number of what was typed last and told as kept; 0 for nothing. */
  readonly draft: number
  /** Codes that open its files. */
  readonly codes: readonly string[]
  readonly staffId: number
}

/** `corrupt`: cannot be reached or read. `lost`: an older state than was told. `half`: a state that never was. */
export type Verdict =
  { readonly is: 'ok' } | { readonly is: 'corrupt' | 'lost' | 'half'; readonly why: string }

const bad = (is: 'corrupt' | 'lost' | 'half', why: string): Verdict => ({ is, why })

/**
 * Starts the program on the place as a person would, signs in, and compares what is there with what must be.
 * `untilClose` also lets it close, and looks whether the visible file then holds everything.
 */
export async function verify(place: Place, expected: Expected, untilClose = true): Promise<Verdict> {
  const before = verifyFiles(place, expected, expected.published, expected.begun)
  if (before.is !== 'ok') return before
  const office = await startAt(place)
  let state: number
  try {
    const { failure } = office.desk
    if (failure !== null) return bad('corrupt', `the start says ${failure.code}`)
    try {
      await office.client.app.signIn({ staffId: expected.staffId, password })
    } catch (error) {
      return bad(
        'corrupt',
        `sign-in says ${String((error as { code?: unknown }).code)} ${office.logged.join('\n')}`,
      )
    }
    const verdict = judge(readOffice(office.db()), 'the office', expected, expected.answered, expected.begun)
    if (typeof verdict !== 'number') return verdict
    state = verdict
    if (expected.draft > 0) {
      const { content } = await office.client.drafts.get({ form: draftForm })
      const number = (content as { number?: number } | null)?.number ?? 0
      if (number < expected.draft)
        return bad('lost', `what was typed: holds ${number}, must hold ${expected.draft}`)
    }
    const { visibleChanged } = await office.client.restore.offered()
    if (visibleChanged) return bad('half', "the program takes its own visible file for somebody else's")
  } finally {
    if (untilClose) await office.close()
    else office.drop()
  }
  if (!untilClose) return { is: 'ok' }
  // Closing brought the visible file up to date.
  return verifyFiles(place, expected, state, state)
}

/** What stands in a database, and what is wrong with it if anything is. */
type Read =
  | { readonly wrong: 'corrupt' | 'half'; readonly why: string }
  | { readonly wrong: null; readonly content: string; readonly seq: number }

function readOffice(db: ReadableDb): Read {
  try {
    checkWhole(db)
  } catch (error) {
    return { wrong: 'corrupt', why: String(error) }
  }
  const history = verifyHistory(db)
  if (!history.whole)
    return { wrong: 'half', why: `the history is ${history.problem} at ${history.changeSetId}` }
  // A copy from before the first schema with an audit has none.
  const hasAudit = prepared(db, `SELECT 1 FROM sqlite_schema WHERE name = 'audit'`).get() !== undefined
  const audit = hasAudit ? verifyAudit(db) : null
  if (audit?.whole === false) return { wrong: 'half', why: `the audit is broken at ${audit.id}` }
  const letters = lettersWrong(db)
  if (letters !== null) return { wrong: 'half', why: letters }
  return { wrong: null, content: contentOf(db), seq: commitSeq(db) }
}

/** Numbers run on without a gap or a double, and each is on a whole page. */
function lettersWrong(db: ReadableDb): string | null {
  const finals = prepared<[], { number: string; pdf: Buffer; pdf_sha256: string }>(
    db,
    'SELECT number, pdf, pdf_sha256 FROM letter WHERE number IS NOT NULL ORDER BY number',
  ).all()
  const torn = finals.find(
    ({ pdf, pdf_sha256 }) => createHash('sha256').update(pdf).digest('hex') !== pdf_sha256,
  )
  if (torn) return `letter ${torn.number} is not the page that was stored`
  const given = prepared<[], { year: number; last: number }>(db, 'SELECT year, last FROM letter_number').all()
  const numbers = given.flatMap(({ year, last }) =>
    Array.from({ length: last }, (_, index) => `${year}-${String(index + 1).padStart(4, '0')}`),
  )
  const found = finals.map(({ number }) => number).join(' ')
  return found === numbers.sort().join(' ') ? null : `the numbers of letters are ${found}`
}

/** Which state it is; without `from` and `to` any will do. */
function judge(
  read: Read,
  what: string,
  { states, unseen, begun }: Expected,
  from?: number,
  to?: number,
): Verdict | number {
  if (read.wrong !== null) return bad(read.wrong, `${what}: ${read.why}`)
  if (from === undefined || to === undefined) return 0
  const { content, seq } = read
  const at = states.slice(0, to + 1).lastIndexOf(content)
  if (at < 0 && to >= begun && seq === unseen) return begun
  if (at < 0) return bad('half', `${what}: holds a state that never was; answered ${from}, begun ${to}`)
  if (at < from && content !== states[from]) return bad('lost', `${what}: holds ${at}, must hold ${from}`)
  return at
}

/** Every finished copy in the visible folder and in the profile opens, is whole, and holds a state that was. */
function verifyFiles(place: Place, expected: Expected, from: number, to: number): Verdict {
  if (!existsSync(place.visible)) return bad('lost', 'the visible file is gone')
  const visible = verifyCopy(place.visible, expected, from, to)
  if (visible.is !== 'ok') return visible
  for (const file of copiesIn(place)) {
    const verdict = verifyCopy(file, expected)
    if (verdict.is !== 'ok') return verdict
  }
  return { is: 'ok' }
}

function copiesIn(place: Place): string[] {
  const snapshots = join(place.profileDir, 'snapshots')
  const found = (folder: string, finished: RegExp) =>
    existsSync(folder)
      ? readdirSync(folder)
          .filter((name) => finished.test(name))
          .map((name) => join(folder, name))
      : []
  return [...found(snapshots, /\.db$/), ...found(place.profileDir, /^live\.db\.before-v\d+-\d+$/)]
}

/** Files that were read before: the same bytes hold the same, and after most faults most copies are as they were. */
const known = new Map<string, Read>()

/** Without `from` and `to` any state will do, as long as it is whole: what was kept before the run began. */
function verifyCopy(file: string, expected: Expected, from?: number, to?: number): Verdict {
  const bytes = createHash('sha256').update(readFileSync(file)).digest('hex')
  let why = ''
  for (const code of expected.codes) {
    const name = `${code} ${bytes}`
    let read = known.get(name)
    if (read === undefined) {
      try {
        const copy = openCopy({ file, key: dataKey(code) })
        try {
          read = readOffice(copy)
        } finally {
          connection(copy).close()
        }
      } catch (error) {
        why = String(error)
        continue
      }
      known.set(name, read)
    }
    const verdict = judge(read, file, expected, from, to)
    return typeof verdict === 'number' ? { is: 'ok' } : verdict
  }
  return bad('corrupt', `${file}: ${why}`)
}
