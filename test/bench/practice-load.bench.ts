/**
 * How long it takes to fill an office with 5,000 people and a million marks, and how large it becomes. By itself:
 * `npm run bench -- practice-load`.
 */
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import nlDefaults from '#core/i18n/nl/defaults.ts'
import { bulkLoad } from '#db/history/commands.ts'
import { createOffice, createSkills, createStaff } from '#db/office/commands.ts'
import { closeDb, createLive } from '#db/open.ts'
import { generateOffice, peopleFor } from '#service/practice/generate.ts'
import { loadPractice } from '#service/practice/load.ts'

const people = 5000
const today = '2026-11-02'
const folder = mkdtempSync(join(tmpdir(), 'trajectboek-bench-'))
try {
  const file = join(folder, 'live.db')
  const db = createLive({
    file,
    key: Buffer.alloc(32, 7),
    meta: {
      dbUuid: 'bench',
      keyId: 'TEST',
      createdAt: `${today}T08:00:00Z`,
      appVersion: '0.0.0',
      practice: true,
    },
  })
  const data = generateOffice({ today, ...peopleFor(people), fullWeeks: true })
  const before = process.cpuUsage()
  const began = performance.now()
  bulkLoad(db, () => {
    createOffice(db, { name: 'Bench' })
    createSkills(db, Object.values(nlDefaults.skills))
    createStaff(db, data.staff[0] ?? { name: 'Bench', function_title: '', role: 'manager' }, today)
  })
  const counts = await loadPractice(db, data)
  const seconds = (performance.now() - began) / 1000
  closeDb(db)
  const cpu = process.cpuUsage(before)
  console.log(
    JSON.stringify({
      people,
      marks: counts['attendance'],
      seconds: Number(seconds.toFixed(1)),
      cpuSeconds: Number(((cpu.user + cpu.system) / 1e6).toFixed(1)),
      fileMB: Math.round(statSync(file).size / 1e6),
      peakMB: Math.round(process.resourceUsage().maxRSS / 1024),
    }),
  )
} finally {
  rmSync(folder, { recursive: true, force: true })
}
