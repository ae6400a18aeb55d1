import { generateOffice, hardCases, peopleFor } from '#service/practice/generate.ts'
console.time('gen')
const data = generateOffice({ today: '2026-11-02' })
const sum: Record<string, number> = {}
for (const d of data.dossiers()) for (const [k, v] of Object.entries(d)) if (Array.isArray(v)) sum[k] = (sum[k] ?? 0) + v.length
console.timeEnd('gen')
console.log(sum, hardCases(data), data.specs.length)
const big = generateOffice({ today: '2026-11-02', ...peopleFor(5000), fullWeeks: true })
console.time('big')
let n = 0
for (const d of big.dossiers()) n += d.attendance.length
console.timeEnd('big'); console.log(n, process.memoryUsage().rss / 1e6)
