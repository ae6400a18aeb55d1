import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { expectedAfter } from '../faults/expect.ts'
import { chance, type Chance } from '../faults/random.ts'
import type { Mark, RecordJob } from '../faults/recording.ts'
import { contentOf } from '../faults/state.ts'
import { verify } from '../faults/verify.ts'
import { newPc, readCopy, start, type Pc } from './pc.ts'
import { count, type Check } from './report.ts'

const program = join(import.meta.dirname, '..', 'faults', 'record-child.ts')

/** Runs the data process with this job and ends it (TerminateProcess) `after` ms behind its first word, or never. */
function runAndKill(job: RecordJob, after: number | null): Promise<{ marks: Mark[]; lasted: number }> {
  return new Promise((resolve, reject) => {
    const args = ['--disable-warning=ExperimentalWarning', program, JSON.stringify(job)]
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] })
    let [said, wrong, first] = ['', '', 0]
    child.stderr.on('data', (data: Buffer) => (wrong += data.toString()))
    child.stdout.on('data', (data: Buffer) => {
      if (said === '') {
        first = performance.now()
        if (after !== null) setTimeout(() => child.kill('SIGKILL'), after)
      }
      said += data.toString()
    })
    child.on('error', reject)
    child.on('close', (code, signal) => {
      if (signal !== 'SIGKILL' && code !== 0) return reject(new Error(`it ended by itself: ${wrong}`))
      // Lines are written whole; what has no end was being written.
      const marks = said
        .split('\n')
        .slice(0, -1)
        .map((line) => JSON.parse(line) as Mark)
      resolve({ marks, lasted: performance.now() - first })
    })
  })
}

interface Killed {
  kills: number
  hot: number
  answered: number
  /** Kills at which something that was being typed had been told as kept. */
  drafts: number
}

/** Somebody is signed in, and the flow has what it needs; then closed. */
async function prepare(pc: Pc, flow: string): Promise<string> {
  pc.reset()
  const office = await start(pc)
  await office.signIn()
  const { flowNamed } = await import('../faults/flows/index.ts')
  const { toolsFor } = await import('../faults/tools.ts')
  const running = { ...office, place: pc.place }
  await flowNamed(flow).prepare?.(toolsFor(running, pc.facts, () => undefined))
  await office.close()
  return readCopy(pc.place.live, pc.facts, contentOf)
}

async function killOften(pc: Pc, flow: string, times: number, random: Chance, sum: Killed): Promise<void> {
  const endless = flow === 'day'
  const job: RecordJob = {
    root: pc.place.root,
    flow,
    facts: pc.facts,
    mistake: null,
    control: 'stdout',
    times: { debounce: 20, atMost: 60, retry: 100 },
  }
  let first = await prepare(pc, flow)
  // How long it takes here now, so that kills fall in all of it.
  let length = 1_200
  let whole: Mark[] = []
  if (!endless) {
    const { marks, lasted } = await runAndKill(job, null)
    whole = marks.filter((mark) => 'state' in mark)
    length = lasted
    first = await prepare(pc, flow)
  }
  for (let i = 0; i < times; i += 1) {
    const { marks } = await runAndKill(job, random.next() * length)
    sum.kills += 1
    if ((statSync(`${pc.place.live}-journal`, { throwIfNoEntry: false })?.size ?? 0) > 0) sum.hot += 1
    const expected = expectedAfter(marks, [...marks, ...whole], { first, facts: pc.facts })
    sum.answered += expected.answered
    if (expected.draft > 0) sum.drafts += 1
    const verdict = await verify(pc.place, expected)
    if (verdict.is !== 'ok') throw new Error(`${flow}, kill ${i + 1}: ${verdict.is}: ${verdict.why}`)
    if (!endless || i % 8 === 7) first = await prepare(pc, flow)
    else first = readCopy(pc.place.live, pc.facts, contentOf)
  }
}

/** The data process itself is ended at random moments; then the program starts again, as a person would. */
export async function kills(check: Check, home: string): Promise<void> {
  const seed = count('WINDOWS_SEED', 1)
  const whole = count('WINDOWS_KILLS', 30)
  const sum: Killed = { kills: 0, hot: 0, answered: 0, drafts: 0 }
  const lanes: [string, number][][] = [
    [['day', Math.ceil(whole / 2)]],
    ['restore', 'snapshot', 'publish'].map((flow): [string, number] => [flow, Math.ceil(whole / 6)]),
  ]
  await check('the data process is ended at random moments: no save that was answered is lost', async () => {
    await Promise.all(
      lanes.map(async (lane, number) => {
        const pc = await newPc(home, `gestopt ${number}`)
        for (const [flow, times] of lane) await killOften(pc, flow, times, chance(seed + number), sum)
      }),
    )
    return `${sum.kills} times, ${sum.hot} with a journal to roll back, ${sum.answered} saves answered`
  })
  await check('what was being typed is there again after them', () => {
    assert.ok(sum.drafts >= whole / 6, `only ${sum.drafts} kills came after typing`)
    return `${sum.drafts} times`
  })
}
