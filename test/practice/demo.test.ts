import { spawnSync } from 'node:child_process'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import readExcelFile from 'read-excel-file/node'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dataKey, newRecoveryCode, parseCode } from '#db/keys/recovery-code.ts'
import { nl } from '#core/i18n/index.ts'
import { closeDb, openCopy } from '#db/open.ts'
import type { ReadableDb } from '#db/database.ts'
import { prepared } from '#db/prepare.ts'
import { flatText, fontsOf, hasPoppler, hasQpdf, infoOf, qpdfSays, sourceOf } from '../letters/pdf-tools.ts'

const root = path.join(import.meta.dirname, '..', '..')
const home = mkdtempSync(path.join(tmpdir(), "trajectboek demo Zoë & Co's-"))
const out = path.join(home, 'uit')
const again = path.join(home, 'nog eens')
const args = ['--today', '2026-11-02', '--seed', '7', '--participants', '24']

function demo(...given: string[]) {
  return spawnSync(process.execPath, [path.join(root, 'build', 'demo.ts'), ...given], {
    cwd: home,
    encoding: 'utf8',
    env: { ...process.env, TMPDIR: home, TEMP: home },
  })
}

const lettersIn = (folder: string): string[] => readdirSync(path.join(folder, 'brieven')).toSorted()
const pdfOf = (folder: string, name: string) => readFileSync(path.join(folder, 'brieven', name))

let first: ReturnType<typeof demo>
let db: ReadableDb

beforeAll(() => {
  first = demo(out, ...args)
  // Another PC: only the file and the paper.
  const elsewhere = path.join(home, 'andere pc')
  mkdirSync(elsewhere)
  copyFileSync(path.join(out, 'Trajectboek.db'), path.join(elsewhere, 'kopie.db'))
  const code = parseCode(readFileSync(path.join(out, 'herstelcode.txt'), 'utf8'))
  if (!code.ok) throw new Error(first.stderr)
  db = openCopy({ file: path.join(elsewhere, 'kopie.db'), key: dataKey(code.value) })
}, 120_000)

afterAll(() => {
  closeDb(db)
  rmSync(home, { recursive: true, force: true })
})

test('it writes what was promised, says how far it is, and leaves no profile behind', () => {
  expect([first.status, first.stderr]).toEqual([
    0,
    expect.stringMatching(/Deelnemers +24\/24[\s\S]+Bestand +1\/1/),
  ])
  expect(first.stdout).toMatch(/^Klaar in [\d.]+ s: /m)
  expect(readdirSync(out).toSorted()).toEqual([
    'Trajectboek.db',
    'brieven',
    'herstelcode.txt',
    'resultaten.xlsx',
    'samenvatting.json',
  ])
  expect(lettersIn(out).length).toBeGreaterThanOrEqual(3)
  for (const name of lettersIn(out)) expect(name).toMatch(/^2026-\d{4}\.pdf$/)
  expect(readdirSync(home).filter((name) => name.startsWith('trajectboek-demo-'))).toEqual([])
})

test('the same arguments give the same bytes of each letter', () => {
  expect(demo(again, ...args).status).toBe(0)
  expect(lettersIn(again)).toEqual(lettersIn(out))
  for (const name of lettersIn(out)) expect(pdfOf(again, name).equals(pdfOf(out, name))).toBe(true)
}, 120_000)

test.skipIf(!hasPoppler || !hasQpdf)('each letter is a whole, tagged document with its fonts in it', () => {
  for (const name of lettersIn(out)) {
    const pdf = pdfOf(out, name)
    expect([name, qpdfSays(pdf)]).toEqual([name, 'ok'])
    const fonts = fontsOf(pdf)
    expect(fonts.length).toBeGreaterThan(1)
    // Columns of pdffonts: name, type, encoding, emb, sub, uni, object.
    for (const font of fonts) expect(font).toMatch(/ yes yes (yes|no ) +\d+ +\d+$/)
    const info = infoOf(pdf)
    expect(info).toMatch(/^Tagged: +yes$/m)
    expect(info).toMatch(/^Title: +Voortgang traject van .+, 2 november 2026$/m)
    expect(sourceOf(pdf)).toContain('/Lang (nl-NL)')
  }
})

interface LetterRow {
  id: number
  trajectory_id: number
  participant_id: number
  period_from: string
  period_to: string
  pdf: Buffer
  surname: string
}

/** 9930 minutes are "165,5". Counted here again, on purpose without the program's own rules. */
const hours = (minutes: number) =>
  (minutes / 60)
    .toFixed(2)
    .replace(/\.?0+$/, '')
    .replace('.', ',')

test.skipIf(!hasPoppler)('the text of each letter equals the facts in the file', () => {
  for (const name of lettersIn(out)) {
    const letter = prepared<[string], LetterRow>(
      db,
      `SELECT l.*, p.surname FROM letter l JOIN participant p ON p.id = l.participant_id WHERE l.number = ?`,
    ).get(name.slice(0, -4))
    if (letter === undefined) throw new Error(`${name} is not in the file`)
    expect(letter.pdf.equals(pdfOf(out, name))).toBe(true)
    const text = flatText(letter.pdf)

    const counted = prepared<[LetterRow], { planned: number; present: number; ill: number; noShow: number }>(
      db,
      `SELECT sum(planned_minutes) AS planned, sum(present_minutes) AS present,
         sum(CASE mark WHEN 'ill' THEN planned_minutes ELSE 0 END) AS ill,
         sum(CASE mark WHEN 'no_show' THEN planned_minutes ELSE 0 END) AS noShow
       FROM attendance WHERE trajectory_id = @trajectory_id AND day BETWEEN @period_from AND @period_to`,
    ).get(letter)
    if (counted === undefined) throw new Error('no sum')
    const percent = Math.round((100 * counted.present) / counted.planned)
    expect(text).toContain(
      `${hours(counted.present)} van de ${hours(counted.planned)} geplande uren: ${percent}%`,
    )
    expect(text.includes('ziek gemeld')).toBe(counted.ill > 0)
    if (counted.ill > 0) expect(text).toContain(`was ${hours(counted.ill)} uur ziek gemeld`)
    if (counted.noShow > 0) expect(text).toContain(`zonder bericht (${hours(counted.noShow)} uur)`)

    const goals = prepared<[number], { description: string }>(
      db,
      'SELECT description FROM goal WHERE trajectory_id = ?',
    ).all(letter.trajectory_id)
    for (const goal of goals) expect(text).toContain(goal.description)
    const notes = prepared<[LetterRow], { body: string; in_report: number }>(
      db,
      `SELECT body, in_report FROM contact_note
       WHERE participant_id = @participant_id AND happened_on BETWEEN @period_from AND @period_to`,
    ).all(letter)
    for (const note of notes)
      expect([note.body, text.includes(note.body)]).toEqual([note.body, note.in_report === 1])
    expect(text).toContain(letter.surname)
  }
})

describe('the file', () => {
  test('any other code is refused, and the file keeps its bytes', () => {
    const file = path.join(out, 'Trajectboek.db')
    const before = readFileSync(file)
    const other = newRecoveryCode((bytes) => Buffer.alloc(bytes, 1))
    expect(() => openCopy({ file, key: dataKey(other) })).toThrow(
      expect.objectContaining({ code: 'UNREADABLE_FILE' }) as Error,
    )
    expect(readFileSync(file).equals(before)).toBe(true)
  })

  test('holds no name in plain bytes', () => {
    const bytes = readFileSync(path.join(out, 'Trajectboek.db'))
    const names = prepared<[], { name: string }>(
      db,
      `SELECT surname AS name FROM participant WHERE length(surname) > 4
       UNION SELECT own_script_name FROM participant WHERE own_script_name <> ''`,
    ).all()
    expect(names.length).toBeGreaterThan(10)
    for (const { name } of names) expect([name, bytes.includes(Buffer.from(name))]).toEqual([name, false])
  })
})

test('the workbook holds figures that can be counted again, and no name', async () => {
  const sheets = await readExcelFile(path.join(out, 'resultaten.xlsx'))
  const rows = (sheet: number) => sheets[sheet]?.data ?? []
  const figures = new Map(rows(0).map((row) => [row[1], row[2]]))
  const count = (sql: string) => prepared<[], { n: number }>(db, sql).get()?.n
  const year = `BETWEEN '2026-01-01' AND '2026-11-02'`
  const counted = [
    count(`SELECT count(*) AS n FROM referral WHERE referred_on ${year}`),
    count(`SELECT count(DISTINCT participant_id) AS n FROM intake WHERE finished_on ${year}`),
    count(`SELECT count(*) AS n FROM trajectory WHERE starts_on ${year}`),
    count(
      `SELECT count(DISTINCT participant_id) AS n FROM trajectory
       WHERE starts_on <= '2026-11-02' AND (ended_on IS NULL OR ended_on >= '2026-11-02')`,
    ),
  ]
  const named = (['referred', 'screened', 'started', 'active'] as const).map(
    (code) => nl.results.figure[code],
  )
  expect(named.map((name) => figures.get(name))).toEqual(counted)
  const municipalities = sheets.flatMap(({ data }) => data.map((row) => row[0]))
  const own = prepared<[], { name: string }>(db, 'SELECT name FROM municipality').all()
  for (const { name } of own) expect(municipalities).toContain(name)
  for (const { surname } of prepared<[], { surname: string }>(db, 'SELECT surname FROM participant').all())
    expect(JSON.stringify(sheets)).not.toContain(`"${surname}"`)
})

test('the summary counts what is in the file', () => {
  const summary = JSON.parse(readFileSync(path.join(out, 'samenvatting.json'), 'utf8')) as {
    rows: Record<string, number>
    letters: { today: number }
    hardCases: Record<string, number>
    milliseconds: Record<string, number>
  }
  for (const table of ['participant', 'trajectory', 'attendance', 'placement'] as const) {
    const sql = {
      participant: 'SELECT count(*) AS n FROM participant',
      trajectory: 'SELECT count(*) AS n FROM trajectory',
      attendance: 'SELECT count(*) AS n FROM attendance',
      placement: 'SELECT count(*) AS n FROM placement',
    }[table]
    expect(prepared<[], { n: number }>(db, sql).get()?.n).toBe(summary.rows[table])
  }
  expect(summary.letters.today).toBe(lettersIn(out).length)
  expect(Object.values(summary.hardCases).every((n) => n >= 1)).toBe(true)
  expect(summary.milliseconds['all']).toBeGreaterThan(0)
})

describe('what was typed wrongly is told in Dutch', () => {
  test('a folder that is not empty stays as it is', () => {
    const full = path.join(home, 'vol')
    mkdirSync(full)
    writeFileSync(path.join(full, 'iets.txt'), 'x')
    const { status, stderr } = demo(full)
    expect([status, stderr]).toEqual([1, `De map ${full} is niet leeg. Kies een nieuwe of een lege map.\n`])
    expect(readdirSync(full)).toEqual(['iets.txt'])
  })

  test.each([
    [['--today', '2026-02-31'], 'Dit is geen datum: 2026-02-31.'],
    [['--participants', '3'], 'Schrijf bij --participants een heel getal van 17 of meer.'],
    [['--seed', 'zeven'], 'Schrijf bij --seed een heel getal'],
    [['--wat'], 'Gebruik: npm run demo'],
  ])('%j', (wrong, message) => {
    const target = path.join(home, 'nooit')
    const { status, stderr } = demo(target, ...wrong)
    expect(status).toBe(1)
    expect(stderr).toContain(message)
    expect(existsSync(target)).toBe(false)
  })
})
