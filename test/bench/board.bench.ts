/**
 * The board of placements with about 200 cards as the service answers it (names around them, half-days, the weeks of
 * warning by kind and municipality), beside as many bare rows. Encrypted file on the disk. `npm run bench -- board`.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import nlDefaults from '#core/i18n/nl/defaults.ts'
import { connection } from '#db/database.ts'
import { bulkLoad } from '#db/history/commands.ts'
import { createOffice, createSkills, createStaff } from '#db/office/commands.ts'
import { closeDb, createLive } from '#db/open.ts'
import { findStaff } from '#db/office/queries.ts'
import { placements } from '#service/features/placements.ts'
import { contextOn } from '#service/practice/context.ts'
import { generateOffice, peopleFor } from '#service/practice/generate.ts'
import { loadPractice } from '#service/practice/load.ts'

const today = '2026-11-18'
/** About two hundred of them are on the board. */
const people = 530
const rounds = 60

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
  const staff = findStaff(db, 1)
  if (staff === null) throw new Error('nobody works here')
  const ctx = contextOn(db, staff, today)
  const raw = connection(db)
  raw.exec('ANALYZE')
  const cards = placements.board(ctx).length
  console.log(`  ${cards} cards on the board`)
  const bare = raw.prepare(`SELECT * FROM placement ORDER BY next_action_on LIMIT ${cards}`)
  const runs: Record<string, () => unknown> = {
    'the board': () => placements.board(ctx),
    'the bare rows': () => bare.all(),
  }
  const cpu = () => {
    const { user, system } = process.cpuUsage()
    return (user + system) / 1000
  }
  const spent = new Map(Object.keys(runs).map((name) => [name, [] as number[]]))
  for (let round = 0; round < rounds; round += 1)
    for (const [name, run] of Object.entries(runs)) {
      const used = cpu()
      run()
      if (round > 4) spent.get(name)?.push(cpu() - used)
    }
  const middle = (name: string) => {
    const sorted = (spent.get(name) ?? []).toSorted((a, b) => a - b)
    return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
  }
  for (const name of Object.keys(runs))
    console.log(
      `  ${name.padEnd(16)} CPU ${middle(name).toFixed(1)} ms   ${(middle(name) / middle('the bare rows')).toFixed(1)}x the bare rows`,
    )
  closeDb(db)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
