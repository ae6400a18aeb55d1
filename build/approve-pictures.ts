/**
 * `npm run approve-pictures`: draws every letter of test/letters/pictures/set.ts and keeps its pages as the ones that
 * are right. Look at each picture that git says is another one before it is committed.
 */
import path from 'node:path'
import { startVitest } from 'vitest/node'

process.env['APPROVE_PICTURES'] = '1'
const root = path.dirname(import.meta.dirname)
const run = await startVitest('test', ['test/letters/pictures.test.ts'], {
  root,
  run: true,
  project: ['rooms'],
})
await run.close()
