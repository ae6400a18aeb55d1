import { spawn } from 'node:child_process'
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expectedAfter } from '../expect.ts'
import { newFolder, prepared, processors, type Harness, type Part } from '../harness.ts'
import { placeIn, planted, type Place } from '../office.ts'
import { chance, type Chance } from '../random.ts'
import { contentAt, type Mark, type RecordJob } from '../recording.ts'
import { noTally, type Row, type Tally } from '../table.ts'
import { verify } from '../verify.ts'
import { isHot } from './restore.ts'

/** What a killed program had told. In ms: when the first word came after its start, and how long it went on then. */
interface Killed {
  readonly marks: Mark[]
  /** False where it was done before the kill came. */
  readonly killed: boolean
  readonly boot: number
  readonly lasted: number
}

/**
 * Runs the program with this job and kills it: `after` ms behind its first word, or behind its start when
 * `fromStart`. `after` null lets it end.
 */
export function runAndKill(
  job: RecordJob,
  after: number | null,
  fromStart: boolean,
  temp: string,
): Promise<Killed> {
  return new Promise((resolve, reject) => {
    const program = join(import.meta.dirname, '..', 'record-child.ts')
    const child = spawn(process.execPath, [program, JSON.stringify(job)], {
      cwd: join(import.meta.dirname, '..', '..', '..'),
      env: { ...process.env, TMPDIR: temp, TEMP: temp, TMP: temp },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let said = ''
    let wrong = ''
    const began = performance.now()
    let first = 0
    const kill = () => child.kill('SIGKILL')
    if (fromStart && after !== null) setTimeout(kill, after)
    child.stderr.on('data', (data: Buffer) => (wrong += data.toString()))
    child.stdout.on('data', (data: Buffer) => {
      if (said === '') {
        first = performance.now()
        if (!fromStart && after !== null) setTimeout(kill, after)
      }
      said += data.toString()
    })
    child.on('error', reject)
    child.on('close', (code, signal) => {
      if (signal !== 'SIGKILL' && code !== 0)
        return reject(new Error(`the program ended by itself: ${wrong}`))
      // Lines are written whole; what has no end was being written.
      const marks = said
        .split('\n')
        .slice(0, -1)
        .map((line) => JSON.parse(line) as Mark)
      const killed = signal === 'SIGKILL'
      resolve({ marks, killed, boot: first - began, lasted: performance.now() - first })
    })
  })
}

/** Files in which a planted name, or the head of an unencrypted database, stands in the clear. */
export function inTheClear(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => {
      const bytes = readFileSync(file)
      return (
        bytes.includes(planted) ||
        bytes.includes(Buffer.from(planted, 'utf16le')) ||
        bytes.includes('SQLite format 3')
      )
    })
}

interface Tallies {
  readonly kills: Tally
  readonly plain: Tally
  hot: number
  /** Before the first word: while the office was being opened. */
  starting: number
}

async function killOften(
  harness: Harness,
  flow: string,
  count: number,
  random: Chance,
  tallies: Tallies,
): Promise<void> {
  const { work, template } = harness
  const { place: base, first: firstOfBase } = await prepared(harness, flow)
  const root = newFolder(work, `kill-${flow}`)
  const place: Place = placeIn(join(root, 'office'))
  const temp = newFolder(root, 'temp')
  let first = firstOfBase
  const fresh = () => {
    rmSync(place.root, { recursive: true, force: true })
    cpSync(base.root, place.root, { recursive: true })
    first = firstOfBase
  }
  fresh()
  const times = { debounce: 20, atMost: 60, retry: 100 }
  const job: RecordJob = {
    root: place.root,
    flow,
    facts: template.facts,
    mistake: null,
    control: 'stdout',
    times,
  }
  // How long the flow takes on this machine now, so that kills fall in all of it.
  const isDay = flow === 'day'
  const whole = await runAndKill(job, isDay ? 400 : null, false, temp)
  const length = isDay ? 400 : whole.lasted
  // The clock stands still in here, so the same commands leave the same; only codes are new each time.
  const wholeRun: Mark[] = isDay ? [] : whole.marks.filter((mark) => 'state' in mark)
  fresh()
  let done = 0
  for (let i = 0; done < count && i < 3 * count + 10; i += 1) {
    const early = random.below(6) === 0
    // The first half of a start is Node's own and leaves nothing.
    const after = early ? whole.boot * (0.5 + random.next() * 0.6) : random.next() * length
    const { marks, killed } = await runAndKill(job, after, early, temp)
    if (!killed) {
      fresh()
      continue
    }
    done += 1
    if (marks.length === 0) tallies.starting += 1
    const clear = inTheClear(root)
    tallies.plain.count += 1
    if (clear.length === 0) tallies.plain.ok += 1
    else {
      tallies.plain.corrupt += 1
      tallies.plain.examples.push(`${flow}: in the clear in ${clear.join(', ')}`)
    }
    if (isHot(place)) tallies.hot += 1
    const verdict = await verify(
      place,
      expectedAfter(marks, [...marks, ...wholeRun], { first, facts: template.facts }),
    )
    tallies.kills.count += 1
    tallies.kills[verdict.is] += 1
    if (verdict.is !== 'ok' && tallies.kills.examples.length < 5)
      tallies.kills.examples.push(`${flow}: ${verdict.why}`)
    // The next one begins with what this one left, until that has grown; a flow of its own begins anew.
    if (!isDay || i % 20 === 19 || verdict.is !== 'ok') fresh()
    else first = contentAt(place, template.facts.code)
  }
  rmSync(root, { recursive: true, force: true })
}

/** Flows that give letters their numbers: killed as often as all other flows together, each. */
const finalising: readonly string[] = ['letter', 'batch']

/** The data process itself is killed at random moments, also while it starts. */
export const kills: Part = async (harness) => {
  const random = chance(harness.seed + 77)
  const plain = noTally()
  const others = harness.flows.filter((flow) => !finalising.includes(flow) && flow !== 'day')
  const groups = [
    {
      what: 'kills of the data process',
      flows: [...(harness.chosen && !harness.flows.includes('day') ? [] : ['day']), ...others],
    },
    {
      what: 'kills while letters are finalised',
      flows: harness.flows.filter((flow) => finalising.includes(flow)),
    },
  ].filter(({ flows }) => flows.length > 0)
  const rows: Row[] = []
  let all = 0
  for (const { what, flows } of groups) {
    const tallies: Tallies = { kills: noTally(), plain, hot: 0, starting: 0 }
    const half = harness.count(500, 4)
    const counts = flows.map((flow) => (others.includes(flow) ? Math.ceil(half / others.length) : half))
    const waiting = flows
      .flatMap((flow, n) =>
        Array.from({ length: processors }, (_, i) => ({
          flow,
          count: Math.ceil(((counts[n] ?? 0) - i) / processors),
        })),
      )
      .filter(({ count }) => count > 0)
    await Promise.all(
      Array.from({ length: processors }, async () => {
        for (let job = waiting.shift(); job !== undefined; job = waiting.shift()) {
          harness.say(`kills: ${job.flow}, ${job.count}`)
          await killOften(harness, job.flow, job.count, random, tallies)
        }
      }),
    )
    const { hot, starting } = tallies
    const least = counts.reduce((sum, count) => sum + count, 0)
    all += least
    const note = `${hot} with a hot journal, ${starting} while it started`
    rows.push({ what, tally: tallies.kills, note, least })
  }
  return [
    ...rows,
    { what: 'plain bytes after a kill', tally: plain, least: all },
    { what: 'plain bytes: MISTAKE not encrypted', tally: unencrypted(harness), mustFail: true },
  ]
}

/** What the search for plain bytes must find: in a database, and in a text as Windows writes it. */
function unencrypted({ work }: Harness): Tally {
  const tally = noTally()
  for (const bytes of ['SQLite format 3\0', `a ${planted} b`, Buffer.from(planted, 'utf16le')]) {
    const folder = newFolder(work, 'plain')
    writeFileSync(join(folder, 'x'), bytes)
    tally.count += 1
    tally[inTheClear(folder).length === 0 ? 'ok' : 'corrupt'] += 1
  }
  return tally
}
