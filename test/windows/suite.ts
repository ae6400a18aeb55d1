/**
 * The office's service under Windows' rules for open files. Runs as a program under Windows' Node
 * (build/test-windows.mjs), without vitest: report file, folder to work in, names of parts.
 */
import { reportTo, type Check } from './report.ts'
import { copies } from './copies.ts'
import { failing } from './failing.ts'
import { kills } from './kills.ts'
import { lockouts } from './lockouts.ts'
import { longHold, publishing } from './publishing.ts'
import { restoring } from './restoring.ts'

const parts: Record<string, (check: Check, home: string) => Promise<void>> = {
  publishing,
  longHold,
  copies,
  restoring,
  failing,
  kills,
  lockouts,
}

const [report = '', home = '', ...names] = process.argv.slice(2)
const check = reportTo(report)
for (const name of names) {
  const part = parts[name]
  const began = Date.now()
  let took = ''
  // What a part cannot even begin with is a check that failed too.
  await check(`${name} came to its end`, async () => {
    if (part === undefined) throw new Error(`there is no part ${name}`)
    await part(check, home)
    took = `${((Date.now() - began) / 1000).toFixed(1)} s`
    return took
  })
}
process.exit(0)
