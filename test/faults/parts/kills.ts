import { spawn } from 'node:child_process'
import { cpSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expectedAfter } from '../expect.ts'
import { newFolder, prepared, processors, type Harness, type Part } from '../harness.ts'
import { placeIn, planted, type Place } from '../office.ts'
import { chance, type Chance } from '../random.ts'
import { contentAt, type Mark, type RecordJob } from '../recording.ts'
import { noTally, type Row, type Tally } from '../table.ts'
import { verify } from '../verify.ts'

/** What a killed program had told, and when the first word came, in ms after its start. */
interface Killed {
  readonly marks: Mark[]
  readonly killed: boolean
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
      resolve({ marks, killed: signal === 'SIGKILL', lasted: performance.now() - first })
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
  let length = 400
  let wholeRun: Mark[] = []
  if (flow !== 'day') {
    const { marks, lasted } = await runAndKill(job, null, false, temp)
    // The clock stands still in here, so the same commands leave the same; only codes are new each time.
    wholeRun = marks.filter((mark) => 'state' in mark)
    length = lasted
    fresh()
  }
  for (let i = 0; i < count; i += 1) {
    const early = random.below(6) === 0
    const { marks } = await runAndKill(job, random.next() * (early ? 500 : length), early, temp)
    const clear = inTheClear(root)
    tallies.plain.count += 1
    if (clear.length === 0) tallies.plain.ok += 1
    else {
      tallies.plain.corrupt += 1
      tallies.plain.examples.push(`${flow}: in the clear in ${clear.join(', ')}`)
    }
    if ((statSync(`${place.live}-journal`, { throwIfNoEntry: false })?.size ?? 0) > 0) tallies.hot += 1
    const verdict = await verify(
      place,
      expectedAfter(marks, [...marks, ...wholeRun], { first, facts: template.facts }),
    )
    tallies.kills.count += 1
    tallies.kills[verdict.is] += 1
    if (verdict.is !== 'ok' && tallies.kills.examples.length < 5)
      tallies.kills.examples.push(`${flow}: ${verdict.why}`)
    // The next one begins with what this one left, until that has grown; a flow of its own begins anew.
    if (flow !== 'day' || i % 20 === 19 || verdict.is !== 'ok') fresh()
    else first = contentAt(place, template.facts.code)
  }
  rmSync(root, { recursive: true, force: true })
}

/** The data process itself is killed at random moments, also while it starts. */
export const kills: Part = async (harness) => {
  const random = chance(harness.seed + 77)
  const tallies: Tallies = { kills: noTally(), plain: noTally(), hot: 0 }
  const whole = harness.count(1_000, 8)
  const names = ['day', ...harness.flows]
  const jobs = names.flatMap((flow) => {
    const count = flow === 'day' ? Math.ceil(whole / 2) : Math.ceil(whole / 2 / harness.flows.length)
    return Array.from({ length: processors }, (_, i) => ({
      flow,
      count: Math.ceil((count - i) / processors),
    }))
  })
  const waiting = jobs.filter(({ count }) => count > 0)
  await Promise.all(
    Array.from({ length: processors }, async () => {
      for (let job = waiting.shift(); job !== undefined; job = waiting.shift()) {
        harness.say(`kills: ${job.flow}, ${job.count}`)
        await killOften(harness, job.flow, job.count, random, tallies)
      }
    }),
  )
  const rows: Row[] = [
    { what: 'kills of the data process', tally: tallies.kills, note: `${tallies.hot} with a hot journal` },
    { what: 'plain bytes after a kill', tally: tallies.plain },
  ]
  return rows
}
