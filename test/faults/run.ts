/**
 * `npm run faults [-- --only cuts,kills] [--scale 0.1] [--seed 1]`: everything that can go wrong with the office's
 * files, done to them on purpose and often. Prints a table; ends with 1 when one line falls short.
 */
import { parseArgs } from 'node:util'
import { partNames, runFaults, type PartName } from './faults.ts'
import { passes, printTable } from './table.ts'

const { values } = parseArgs({
  options: {
    only: { type: 'string', default: partNames.join(',') },
    flows: { type: 'string' },
    scale: { type: 'string', default: '1' },
    seed: { type: 'string', default: '1' },
  },
})
const only = values.only.split(',').map((name) => name.trim()) as PartName[]
const unknown = only.filter((name) => !partNames.includes(name))
const scale = Number(values.scale)
const seed = Number(values.seed)
if (unknown.length > 0 || !(scale > 0) || !Number.isInteger(seed)) {
  console.error(`Parts are: ${partNames.join(', ')}. --scale is a number above 0, --seed a whole number.`)
  process.exit(2)
}
const began = Date.now()
const { rows, skipped } = await runFaults({
  only,
  scale,
  seed,
  ...(values.flows ? { flows: values.flows.split(',') } : {}),
  say: (text) => console.error(text),
})
console.log(printTable(rows))
for (const what of skipped) console.log(`skipped: ${what}`)
const failed = rows.filter((row) => !passes(row)).length
console.log(
  `scale ${scale}, seed ${seed}, ${((Date.now() - began) / 60_000).toFixed(1)} min: ${rows.length - failed} lines right, ${failed} wrong`,
)
process.exit(failed > 0 || rows.length === 0 ? 1 : 0)
