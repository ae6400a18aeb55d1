/**
 * Who fits where: one person against 500 openings, and one opening against 5,000 people, as the service answers them,
 * beside the same with the facts of people gathered anew each time. Encrypted file on the disk.
 * `npm run bench -- matching`; BENCH_PEOPLE makes it smaller.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import nlDefaults from '#core/i18n/nl/defaults.ts'
import { connection } from '#db/database.ts'
import { bulkLoad, runCommand } from '#db/history/commands.ts'
import { createOffice, createSkills, createStaff } from '#db/office/commands.ts'
import { findStaff } from '#db/office/queries.ts'
import { closeDb, createLive } from '#db/open.ts'
import type { OfficeContext } from '#service/context.ts'
import { matching } from '#service/features/matching.ts'
import { generateOffice, peopleFor } from '#service/practice/generate.ts'
import { loadPractice } from '#service/practice/load.ts'

const today = '2026-11-18'
const people = Number(process.env['BENCH_PEOPLE'] ?? 5000)
const openingCount = 500

const folder = mkdtempSync(join(tmpdir(), 'trajectboek-bench-'))
try {
  const meta = {
    dbUuid: 'bench',
    keyId: 'TEST',
    createdAt: `${today}T08:00:00Z`,
    appVersion: '0.0.0',
    practice: true,
  }
  const db = createLive({ file: join(folder, 'live.db'), key: Buffer.alloc(32, 7), meta })
  const data = generateOffice({ today, ...peopleFor(people) })
  bulkLoad(db, () => {
    createOffice(db, { name: 'Bench' })
    createSkills(db, Object.values(nlDefaults.skills))
    createStaff(db, data.staff[0] ?? { name: 'Bench', function_title: '', role: 'manager' }, today)
  })
  await loadPractice(db, data)
  const raw = connection(db)
  bulkLoad(db, () => {
    // The same openings again at the same organisations, up to the number that is asked.
    raw.exec(`
      WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${openingCount})
      INSERT INTO opening (host_id, title, kind, minutes_per_week, capacity, language_level, sector, surroundings, company, licence, parts_needed)
      SELECT o.host_id, o.title || ' ' || i, o.kind, o.minutes_per_week, 9, o.language_level, o.sector, o.surroundings,
             o.company, iif(i % 9 = 0, 'b', ''), o.parts_needed
        FROM n JOIN opening o ON o.id = 1 + i % 20 WHERE i > (SELECT count(*) FROM opening);
      INSERT OR IGNORE INTO opening_part SELECT o.id, q.weekday, q.part FROM opening o JOIN opening_part q ON q.opening_id = 1 + o.id % 20;
      INSERT OR IGNORE INTO opening_demand SELECT o.id, q.item, q.amount FROM opening o JOIN opening_demand q ON q.opening_id = 1 + o.id % 20;
      WITH RECURSIVE n(i) AS (SELECT 1000 UNION ALL SELECT i + 1 FROM n WHERE i < 5066)
      INSERT INTO postcode_centre SELECT CAST(i AS TEXT), 51 + (i % 97) * 0.02, 4 + (i % 89) * 0.03 FROM n;
      INSERT INTO postcode_table VALUES (1, '${today}T08:00:00Z', 4067);`)
    raw.exec('ANALYZE')
  })
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
  const count = (table: string) => Number(raw.prepare(`SELECT count(*) FROM ${table}`).pluck().get())
  console.log(
    `  ${count('match_facts')} people, ${count('opening')} openings, ${count('opening_part')} half-days`,
  )
  const gathered = raw.prepare('SELECT participant_id, facts FROM match_now')
  const someone = Number(
    raw.prepare('SELECT participant_id FROM trajectory WHERE ended_on IS NULL LIMIT 1').pluck().get(),
  )
  const asked = { wishesOff: [], limit: 6, others: 6 }
  const runs: Record<string, () => unknown> = {
    'one person, 500 openings': () => matching.forPerson(ctx, { participantId: someone, ...asked }),
    'one opening, all people': () => matching.forOpening(ctx, { openingId: 7, ...asked }),
    'facts gathered anew': () => gathered.all(),
  }
  const at = (list: number[], share: number) =>
    list.toSorted((a, b) => a - b)[Math.min(list.length - 1, Math.floor(list.length * share))] ?? Number.NaN
  const cpu = () => {
    const { user, system } = process.cpuUsage()
    return (user + system) / 1000
  }
  const spent = new Map(
    Object.keys(runs).map((name) => [name, { cpu: [] as number[], wall: [] as number[] }]),
  )
  const rounds = Number(process.env['BENCH_ROUNDS'] ?? 30)
  for (let round = 0; round < rounds + 3; round += 1)
    for (const [name, run] of Object.entries(runs)) {
      if (name === 'facts gathered anew' && round > 6) continue
      const [began, used] = [performance.now(), cpu()]
      run()
      const figures = spent.get(name)
      if (round === 0)
        console.log(`  ${name.padEnd(28)} first time ${(performance.now() - began).toFixed(1)} ms`)
      if (round < 3 || !figures) continue
      figures.wall.push(performance.now() - began)
      figures.cpu.push(cpu() - used)
    }
  const ours = at(spent.get('one opening, all people')?.cpu ?? [], 0.5)
  for (const [name, { cpu: used, wall }] of spent)
    console.log(
      `  ${name.padEnd(28)} p50 ${at(wall, 0.5).toFixed(1)}  p95 ${at(wall, 0.95).toFixed(1)} ms   CPU ${at(used, 0.5).toFixed(1)} ms   ${(at(used, 0.5) / ours).toFixed(2)}x one opening`,
    )
  closeDb(db)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
