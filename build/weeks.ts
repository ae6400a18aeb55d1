/**
 * `npm run weeks`: the long run of the property test of the weeks, 10,000 of them instead of the few in `npm test`.
 * WEEKS and SEED make it another run.
 */
import path from 'node:path'
import { startVitest } from 'vitest/node'

process.env['WEEKS'] ??= '10000'
const root = path.dirname(import.meta.dirname)
const run = await startVitest('test', ['test/features/attendance-weeks.property.test.ts'], {
  root,
  run: true,
  project: ['rooms'],
})
await run.close()
