/**
 * The hours with one year behind them (some 200 people) and with a million marks (5,000 people, twenty years), the
 * same sixty people coming each week: side by side in one run, encrypted files on the disk.
 * `npm run bench -- attendance`; BENCH_PEOPLE makes the large one smaller.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { addDays, mondayOf } from '#core/calendar/dates.ts'
import nlDefaults from '#core/i18n/nl/defaults.ts'
import type { WritableDb } from '#db/database.ts'
import { bulkLoad, runCommand } from '#db/history/commands.ts'
import { createOffice, createSkills, createStaff } from '#db/office/commands.ts'
import { findStaff } from '#db/office/queries.ts'
import { closeDb, createLive } from '#db/open.ts'
import { prepared } from '#db/prepare.ts'
import { readAhead } from '#db/results/kept.ts'
import type { OfficeContext } from '#service/context.ts'
import { attendance } from '#service/features/attendance.ts'
import { results } from '#service/features/results.ts'
import { trajectories } from '#service/features/trajectories.ts'
import { countedReport } from '#service/results/report.ts'
import { generateOffice } from '#service/practice/generate.ts'
import { loadPractice } from '#service/practice/load.ts'

const today = '2026-11-02'
const most = Number(process.env['BENCH_PEOPLE'] ?? 5000)
const sizes = [
  { name: 'year 1', years: 1, people: 200 },
  { name: 'stress', years: Math.max(2, Math.round(most / 250)), people: most },
]
interface Bench {
  name: string
  ctx: OfficeContext
  marks: number
  week: string
  someone: number
  sixty: number[]
}

async function build(folder: string, { name, years, people }: (typeof sizes)[number]): Promise<Bench> {
  const key = Buffer.alloc(32, 7)
  const meta = {
    dbUuid: 'bench',
    keyId: 'TEST',
    createdAt: `${today}T08:00:00Z`,
    appVersion: '0.0.0',
    practice: true,
  }
  const db: WritableDb = createLive({ file: join(folder, `${years}.db`), key, meta })
  const crowd = { active: 60, waiting: 5, former: people - 65 }
  const data = generateOffice({ today, ...crowd, years, fullWeeks: true })
  bulkLoad(db, () => {
    createOffice(db, { name: 'Bench' })
    createSkills(db, Object.values(nlDefaults.skills))
    createStaff(db, data.staff[0] ?? { name: 'Bench', function_title: '', role: 'manager' }, today)
  })
  const began = performance.now()
  const counts = await loadPractice(db, data)
  const staff = findStaff(db, 1)
  if (staff === null) throw new Error('nobody works here')
  const now = `${today}T09:00:00Z`
  const ctx = {
    db,
    staff,
    today,
    now,
    command: (command: string, fn: () => unknown) => runCommand(db, { command, staffId: 1, at: now }, fn),
  } as unknown as OfficeContext
  const week = addDays(mondayOf(today), -14)
  const rows = attendance.week(ctx, { monday: week }).rows.filter((row) => row.cells[2]?.mark)
  const sixty = rows.slice(0, 60).map((row) => row.participantId)
  console.log(
    `  ${name}: ${counts['attendance']} marks of ${people} people, ${sixty.length} in the week, loaded in ${Math.round((performance.now() - began) / 1000)} s`,
  )
  return { name, ctx, marks: counts['attendance'] ?? 0, week, someone: sixty[0] ?? 1, sixty }
}

const whole = { projectId: null, municipalityId: null }
const year = { from: '2025-11-01', to: '2026-10-31' }

const measured: Record<string, (bench: Bench, n: number) => unknown> = {
  'week grid': ({ ctx, week }) => attendance.week(ctx, { monday: week }),
  'person, one year': ({ ctx, someone }) =>
    attendance.totals(ctx, { participantId: someone, from: '2026-01-12', to: '2026-10-14' }),
  'person, trajectories': ({ ctx, someone }) => trajectories.list(ctx, { participantId: someone }),
  'office, a quarter': ({ ctx }) => attendance.officeTotals(ctx, { from: '2026-07-01', to: '2026-09-30' }),
  'office, a year': ({ ctx }) => attendance.officeTotals(ctx, { from: '2025-11-01', to: '2026-10-31' }),
  'who stands out': ({ ctx }) => attendance.alerts(ctx),
  'report: office, everything': ({ ctx }) =>
    attendance.officeTotals(ctx, { from: '2000-01-01', to: '2026-12-31' }),
  'report: results of a year': ({ ctx }) => countedReport(ctx, { ...whole, ...year }),
  'report: of this year': ({ ctx }) => countedReport(ctx, { ...whole, from: '2026-01-01', to: '2026-11-02' }),
  'report: of a municipality': ({ ctx }) =>
    countedReport(ctx, { ...year, projectId: null, municipalityId: 1 }),
  'report: with the year before': ({ ctx }) => results.get(ctx, { ...whole, ...year }),
  'report: since the beginning': ({ ctx }) =>
    countedReport(ctx, { ...whole, from: '2000-01-01', to: '2026-10-31' }),
  // What the first report after the start would have to read, if it were not read ahead.
  'report: all facts, read': ({ ctx }) => [...readAhead(ctx.db)],
  'sixty marks saved': sixtyMarks,
  'and a report after it': (bench, n) => {
    sixtyMarks(bench, n)
    return countedReport(bench.ctx, { ...whole, ...year })
  },
}

function sixtyMarks({ ctx, sixty, week }: Bench, n: number): unknown {
  return attendance.mark(ctx, {
    cells: sixty.map((participantId) => ({
      participantId,
      day: addDays(week, 1),
      part: 'morning',
      mark: n % 2 === 0 ? 'ill' : 'present',
      lateMinutes: null,
    })),
  })
}

const folder = mkdtempSync(join(tmpdir(), 'trajectboek-bench-'))
const benches: Bench[] = []
try {
  for (const size of sizes) benches.push(await build(folder, size))
  const page = (bench: Bench) =>
    prepared<[], { n: number }>(bench.ctx.db, 'SELECT count(*) AS n FROM attendance_month').get()?.n
  console.log(`  month totals: ${benches.map((bench) => page(bench)).join(' and ')} rows`)
  // Processor time says what the work costs on a busy machine as well; a save also waits for the disk.
  const cpu = (): number => {
    const { user, system } = process.cpuUsage()
    return (user + system) / 1000
  }
  const median = (list: number[]): number => list.toSorted((a, b) => a - b)[list.length >> 1] ?? Number.NaN
  const line = (what: string, cells: readonly string[]): void =>
    console.log(`  ${what.padEnd(28)} ${cells.map((text) => text.padStart(9)).join(' ')}`)
  line('', ['CPU ms', '', 'ratio', 'p50 ms', ''])
  line('', ['year 1', 'stress', '', 'year 1', 'stress'])
  for (const [what, run] of Object.entries(measured)) {
    const spent = benches.map((): number[] => [])
    const waited = benches.map((): number[] => [])
    // What takes a moment is asked for all day: it is measured when the engine knows it.
    const first = performance.now()
    for (const [index, bench] of benches.entries()) run(bench, index)
    const quick = performance.now() - first < 40
    for (let n = 0; n < (quick ? 300 : 45); n += 1)
      benches.forEach((bench, index) => {
        const [began, used] = [performance.now(), cpu()]
        run(bench, n)
        if (n < (quick ? 100 : 5)) return
        spent[index]?.push(cpu() - used)
        waited[index]?.push(performance.now() - began)
      })
    const [small = Number.NaN, large = Number.NaN] = spent.map(median)
    const figures = [small.toFixed(2), large.toFixed(2), `${(large / small).toFixed(2)}x`]
    line(what, [...figures, ...waited.map((list) => median(list).toFixed(2))])
  }
} finally {
  for (const bench of benches) closeDb(bench.ctx.db)
  rmSync(folder, { recursive: true, force: true })
}
