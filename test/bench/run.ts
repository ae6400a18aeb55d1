/**
 * Runs the measurements: all files `*.bench.ts` of this folder, or those whose names are given
 * (`npm run bench -- letters`). Each prints ratios between ways of doing the same work in one run: those hold
 * on a busy machine, milliseconds do not.
 */
import { readdirSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'

const wanted = process.argv.slice(2)
const files = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith('.bench.ts'))
  .filter((file) => wanted.length === 0 || wanted.includes(file.replace('.bench.ts', '')))
  .toSorted()
if (files.length === 0) {
  console.error(`no measurement is called ${wanted.join(' or ')}`)
  process.exitCode = 1
}
for (const file of files) {
  console.log(`\n${file.replace('.bench.ts', '')}`)
  await import(pathToFileURL(path.join(import.meta.dirname, file)).href)
}
