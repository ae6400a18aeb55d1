/**
 * Finding at 5,000 people and 100,000 notes: our search indexes beside LIKE on the same columns, and a scan of the
 * same names in memory (the floor), in one run on one encrypted file. Then likely duplicates while typing.
 */
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import nlDefaults from '#core/i18n/nl/defaults.ts'
import { duplicateReason, searchWords } from '#core/names/fold.ts'
import { bulkLoad } from '#db/history/commands.ts'
import { connection } from '#db/database.ts'
import { createOffice, createSkills, createStaff } from '#db/office/commands.ts'
import { closeDb, createLive } from '#db/open.ts'
import { listParticipants } from '#db/participants/list.ts'
import { findLookalikes } from '#db/participants/queries.ts'
import { findHits, findNotes, findPeople } from '#db/search/queries.ts'
import { generateOffice, peopleFor } from '#service/practice/generate.ts'
import { loadPractice } from '#service/practice/load.ts'

const people = 5000
const noteCount = 100_000
const today = '2026-11-02'

/** Each way of typing, letter by letter: what the box asks while somebody types. */
const typed = [
  'mohamed',
  'yusuf al',
  'tesfay',
  'van den berg',
  'sáhin',
  'abdulrahman',
  '0612345',
  'سميرة',
  '3-2-1990',
  'kovalenko d',
]
const noteWords = ['fietsenmaker', 'gesprek taal', 'tandarts', 'werk', 'woensdag keuken', 'rooster', 'de bus']
const keystrokes = (texts: readonly string[], from: number) =>
  texts.flatMap((text) => Array.from({ length: text.length - from + 1 }, (_, n) => text.slice(0, n + from)))

const folder = mkdtempSync(join(tmpdir(), 'trajectboek-bench-'))
try {
  const file = join(folder, 'live.db')
  const meta = {
    dbUuid: 'bench',
    keyId: 'TEST',
    createdAt: `${today}T08:00:00Z`,
    appVersion: '0.0.0',
    practice: true,
  }
  const db = createLive({ file, key: Buffer.alloc(32, 7), meta })
  const data = generateOffice({ today, ...peopleFor(people) })
  bulkLoad(db, () => {
    createOffice(db, { name: 'Bench' })
    createSkills(db, Object.values(nlDefaults.skills))
    createStaff(db, data.staff[0] ?? { name: 'Bench', function_title: '', role: 'manager' }, today)
  })
  const counts = await loadPractice(db, data)
  const raw = connection(db)
  const have = counts['contact_note'] ?? 0
  bulkLoad(db, () => {
    // The same notes again, for other people and other days, up to the number that is asked.
    raw
      .prepare(
        `WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < @missing)
         INSERT INTO contact_note (participant_id, staff_id, happened_on, kind, body, in_report)
         SELECT 1 + (i * 7919) % @people, c.staff_id, date('2020-01-01', '+' || (i % 2400) || ' days'), c.kind,
                c.body || ' ' || (i % 997), 0
           FROM n JOIN contact_note c ON c.id = 1 + (i * 31) % @have`,
      )
      .run({ missing: Math.max(0, noteCount - have), have, people })
    raw.exec('ANALYZE')
  })
  const size = raw.prepare('SELECT sum(pgsize) AS bytes FROM dbstat WHERE name GLOB ?')
  console.log(
    `  ${people} people, ${String(raw.prepare('SELECT count(*) FROM contact_note').pluck().get())} notes, ${Math.round(statSync(file).size / 1e6)} MB`,
  )
  try {
    const mb = (name: string) =>
      Math.round(Number((size.get(name) as { bytes: number | null }).bytes ?? 0) / 1e5) / 10
    console.log(`  indexes: names ${mb('person_*')} MB, notes ${mb('note_find*')} MB`)
  } catch {
    // this build of the engine does not tell sizes
  }

  const folds = raw.prepare('SELECT name_fold FROM participant').pluck().all() as string[]
  const like = raw.prepare(
    `SELECT id FROM participant WHERE name_fold LIKE '%' || ? || '%' AND name_fold LIKE '%' || ? || '%' ORDER BY id DESC LIMIT 8`,
  )
  const likeNote = raw.prepare(
    `SELECT id FROM contact_note WHERE body LIKE '%' || ? || '%' ORDER BY id DESC LIMIT 5`,
  )
  const two = (query: string): [string, string] => {
    const [a = '', b = ''] = searchWords(query)
    return [a, b]
  }

  report('names, a key', keystrokes(typed, 1), {
    'search index': (query) => findPeople(db, query, today),
    'LIKE on name_fold': (query) => like.all(...two(query)),
    'scan in memory': (query) => folds.filter((text) => two(query).every((word) => text.includes(word))),
  })
  report('notes, a key', keystrokes(noteWords, 3), {
    'search index': (query) => findNotes(db, query),
    'LIKE on body': (query) => likeNote.all(query),
  })
  report('everything in one box, a key', [...keystrokes(typed, 1), ...keystrokes(noteWords, 3)], {
    'search index': (query) => findHits(db, query, today),
  })
  report('list of people, a key', keystrokes(typed, 2), {
    'search index': (query) =>
      listParticipants(db, { query, stage: null, after: null, limit: 60 }, today).rows,
  })

  const register = raw
    .prepare('SELECT given_names, call_name, prefix, surname, also_known_as, birth_date FROM participant')
    .all() as Parameters<typeof duplicateReason>[1][]
  const names = keystrokes(['Mohamed Haddad', 'Yusuf Yilmaz', 'Olena Kovalenko'], 3)
  report('likely duplicates, a key', names, {
    'search index': (query) => {
      const [given_names = '', surname = ''] = query.split(' ')
      const person = { given_names, call_name: '', prefix: '', surname, birth_date: '1990-02-03' }
      return findLookalikes(db, person, { exceptId: null, today }).filter(
        (other) => duplicateReason(person, other) !== null,
      )
    },
    'compare with everybody': (query) => {
      const [given_names = '', surname = ''] = query.split(' ')
      const person = { given_names, call_name: '', prefix: '', surname, birth_date: '1990-02-03' }
      return register.filter((other) => duplicateReason(person, other) !== null)
    },
  })
  closeDb(db)
} finally {
  rmSync(folder, { recursive: true, force: true })
}

/** Every way once for each text, in turn, five rounds; the first round warms up. */
function report(
  title: string,
  texts: readonly string[],
  ways: Record<string, (text: string) => unknown[]>,
): void {
  const times = new Map<string, number[]>(Object.keys(ways).map((name) => [name, []]))
  const slow = Object.keys(ways).some((name) => name === 'compare with everybody')
  for (let round = 0; round < (slow ? 2 : 5); round += 1)
    for (const text of texts)
      for (const [name, run] of Object.entries(ways)) {
        const begun = performance.now()
        run(text)
        if (round > 0) times.get(name)?.push(performance.now() - begun)
      }
  const at = (name: string, share: number) => {
    const sorted = (times.get(name) ?? []).toSorted((a, b) => a - b)
    return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
  }
  const [ours = ''] = Object.keys(ways)
  console.log(`\n  ${title} (${texts.length})`)
  for (const name of Object.keys(ways)) {
    const ratio = name === ours ? '' : `  ${(at(name, 0.5) / at(ours, 0.5)).toFixed(1)}x ours`
    console.log(
      `    ${name.padEnd(24)} p50 ${at(name, 0.5).toFixed(2)}  p95 ${at(name, 0.95).toFixed(2)} ms${ratio}`,
    )
  }
}
