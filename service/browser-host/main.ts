/**
 * The browser host as a program of its own:
 *
 *   node service/browser-host/main.ts --profile DIR [--folder DIR] [--port N] [--today YYYY-MM-DD] [--practice]
 *     [--renderer DIR]
 *
 * Prints one line with the address, key included, when it can be opened. SIGINT or SIGTERM ends it in order.
 */
import { existsSync, readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { isDate } from '#core/calendar/dates.ts'
import { clockOn } from '../clock.ts'
import { startOffice } from '../server.ts'
import { browserHostServices, DocumentShelf, startBrowserHost } from './server.ts'
import { staticFiles } from './static.ts'

const { values } = parseArgs({
  options: {
    profile: { type: 'string' },
    folder: { type: 'string' },
    port: { type: 'string', default: '0' },
    today: { type: 'string' },
    practice: { type: 'boolean', default: false },
    renderer: { type: 'string', default: join(import.meta.dirname, '../../out/renderer') },
  },
})
if (values.profile === undefined) throw new Error('--profile DIR is needed')
if (values.today !== undefined && !isDate(values.today)) throw new Error('--today is a date, YYYY-MM-DD')

const { version } = JSON.parse(readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8')) as {
  version: string
}
const documents = join(homedir(), 'Documents')
const home = existsSync(documents) ? documents : homedir()

const shelf = new DocumentShelf()
const office = startOffice({
  profileDir: resolve(values.profile),
  suggestedFolder: resolve(
    values.folder ?? join(home, values.practice ? 'Trajectboek oefenen' : 'Trajectboek'),
  ),
  host: browserHostServices(shelf),
  version,
  practice: values.practice,
  ...(values.today === undefined ? {} : { clock: clockOn(values.today) }),
})

let stopping = false
async function stop(): Promise<void> {
  if (stopping) process.exit(1)
  stopping = true
  await Promise.all([office.close(), browser.close()])
  process.exit(0)
}

const readiness = await office.ready()
// The page shows the reason in words; this line is for whoever started the program.
if (readiness.state === 'failed') console.error(`${readiness.code} ${readiness.path} (${readiness.ref})`)
const browser = await startBrowserHost({
  router: office.router,
  files: staticFiles(resolve(values.renderer)),
  shelf,
  port: Number(values.port),
})
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop())
console.log(`Trajectboek: ${browser.address}`)
