import { closeSync, cpSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs'
import { constants } from 'node:os'
import { errorMap, type ErrorCode } from '#core/api/errors.ts'
import { en, nl } from '#core/i18n/index.ts'
import { flowNamed } from './flows/index.ts'
import type { FlowTools } from './flows/flow.ts'
import { expectedAfter } from './expect.ts'
import { faultName, type IoFault, type IoJob, type IoResult } from './io.ts'
import { password, placeIn, startAt, type RunningOffice } from './office.ts'
import type { Mark } from './recording.ts'
import { lookAt, type Looked } from './state.ts'
import { noTally, type Tally } from './table.ts'
import { isOpen, toolsFor } from './tools.ts'
import { kinds } from './trace.ts'
import { verify } from './verify.ts'

/** Runs one flow again and again under the recorder; each time another call to the disk fails. */
const job = JSON.parse(process.argv[2] ?? '') as IoJob
const control = openSync(job.control, 'w')
const order = (text: string) => void writeSync(control, text)
let anyway = 0

/** The flow ends before its end: everything after the first failure fails too, or the rest would tell nothing new. */
class Stopped extends Error {}

function counted(): number {
  order('count')
  return Number(readFileSync(job.control, 'utf8'))
}

interface Outcome {
  /** How many calls there were. */
  calls: number
  /** Codes that a person was told, and what was wrong with the telling. */
  readonly told: Set<string>
  readonly wrong: string[]
  readonly marks: Mark[]
}

/** What the flow leaves when nothing fails. The clock stands still here, so the same commands leave the same. */
let whole: readonly Mark[] = []

async function trial(fault: IoFault, n: number, tally: Tally): Promise<Outcome> {
  const root = `${job.folder}/ran`
  rmSync(root, { recursive: true, force: true })
  cpSync(job.prepared, root, { recursive: true })
  const place = placeIn(root)
  const outcome: Outcome = { calls: 0, told: new Set(), wrong: [], marks: [] }
  const { marks } = outcome
  const facts = job.facts
  const all: RunningOffice[] = []

  /** What was thrown at a person: a code of the closed list, with words in both languages. */
  const tell = (error: unknown, what: string) => {
    const code = String((error as { code?: unknown } | null)?.code)
    outcome.told.add(code)
    // Pages that the disk does not give are damaged pages to the encrypted engine; what it does not take is no damage.
    if (code === 'DAMAGED_FILE' && !fault.kinds.includes(kinds.read))
      outcome.wrong.push(`${what} says DAMAGED_FILE of a disk that refuses`)
    if ((!(code in errorMap) && code !== 'VISIBLE_CHANGED') || code === 'UNEXPECTED') {
      const { cause } = (error ?? {}) as { cause?: unknown }
      outcome.wrong.push(`${what} says ${code}: ${String(cause ?? error)} ${all.at(-1)?.logged.at(-1) ?? ''}`)
    } else if (code in errorMap && !(nl.errors[code as ErrorCode] && en.errors[code as ErrorCode]))
      outcome.wrong.push(`${code} has no words`)
  }

  /** What the office holds is not what was marked last: what was refused is there all the same. */
  function isThereAnyway(): boolean {
    const [running, last] = [all.at(-1), marks.findLast((mark) => 'state' in mark)]
    return running !== undefined && isOpen(running) && look(running).content !== last?.content
  }

  function look(running: RunningOffice): Looked {
    order('pause')
    const looked = lookAt(running.db())
    order('resume')
    return looked
  }

  /** Twice where only one call fails: the second time it must work, without a new start of the program. */
  async function patiently<T>(what: string, run: () => Promise<T>): Promise<T> {
    try {
      return await run()
    } catch (error) {
      tell(error, what)
      if (fault.sticky) throw new Stopped()
    }
    try {
      // A restore that failed leaves the office locked, and the screen asks for the password.
      const running = all.at(-1)
      if (running !== undefined && what !== 'sign-in' && what !== 'the start' && !isOpen(running))
        await signIn(running)
      return await run()
    } catch (error) {
      if (what === 'a save' && isThereAnyway()) throw new Stopped()
      outcome.wrong.push(
        `${what} does not work the second time either: ${String(error)} ${all.at(-1)?.logged.at(-1)}`,
      )
      throw new Stopped()
    }
  }

  const signIn = ({ client }: RunningOffice) => client.app.signIn({ staffId: facts.staffId, password })
  let after = 0

  /** One step of the flow. Behind the one in which a call failed comes one more, and then it is enough. */
  async function step<T>(what: string, run: () => Promise<T>): Promise<T> {
    if (after > 1) throw new Stopped()
    const answer = await patiently(what, run)
    if (n > 0 && counted() >= n) after += 1
    return answer
  }

  order(`arm ${n} ${constants.errno[fault.error]} ${fault.sticky ? 1 : 0} ${maskOf(fault)}`)
  try {
    await patiently('the start', async () => {
      const office = await startAt(place)
      all.push(office)
      if (office.desk.failure !== null) throw office.desk.failure.error
    })
    const running = all.at(-1)
    if (running === undefined) throw new Stopped()
    await patiently('sign-in', () => signIn(running))
    marks.push({ state: 0, ...look(running) })
    const plain = toolsFor(running, facts, (mark) => marks.push(mark), {
      look: () => look(running),
      signIn: () => patiently('sign-in', () => signIn(running)),
    })
    const tools: FlowTools = {
      ...plain,
      save: (call) => plain.save(() => step('a save', call)),
      publish: () => step('publishing', () => plain.publish()),
      type: (number) => step('typing', () => plain.type(number)),
    }
    await flowNamed(job.flow).run(tools)
  } catch (error) {
    if (!(error instanceof Stopped))
      outcome.wrong.push(`${String((error as Error).stack)} ${all.at(-1)?.logged.at(-1) ?? ''}`)
  }
  order('off')
  outcome.calls = Number(readFileSync(job.control, 'utf8'))

  // As it lies there now, as if the program was killed; then the program goes on.
  const found = `${job.folder}/found`
  rmSync(found, { recursive: true, force: true })
  cpSync(root, found, { recursive: true })
  const running = all.at(-1)
  if (running !== undefined) outcome.wrong.push(...(await goesOn(running, marks)))
  running?.drop()
  rmSync(root, { recursive: true })
  renameSync(found, root)
  // A command that failed has left nothing, or, where nobody was told, all of it.
  const verdict = await verify(
    place,
    expectedAfter(marks, [...whole, ...marks], { first: job.first, facts }),
    n % 8 === 0,
  )
  tally.count += 1
  if (verdict.is !== 'ok') tally[verdict.is] += 1
  else if (outcome.wrong.length > 0) tally.half += 1
  else tally.ok += 1
  if (verdict.is !== 'ok') outcome.wrong.push(verdict.why)
  if (outcome.wrong.length > 0 && tally.examples.length < 6)
    tally.examples.push(`${job.flow}, ${faultName(fault)}, call ${n}: ${outcome.wrong[0]}`)
  return outcome
}

/**
 * The disk is well again: the same running program must save, without a start in between. A save that was refused
 * at its very last flush may be there all the same, as a whole: then its state is put to the marks.
 */
async function goesOn(office: RunningOffice, marks: Mark[]): Promise<string[]> {
  try {
    // A start that failed shows why; it is tried again by starting again.
    if (!isOpen(office)) return []
    const looked = lookAt(office.db())
    const last = marks.findLast((mark) => 'state' in mark)
    const asked = marks.findLast((mark) => 'begin' in mark)?.begin ?? 0
    if (looked.content !== (last?.content ?? job.first)) {
      if (asked <= (last?.state ?? 0)) return ['the office holds something else than was saved']
      marks.push({ state: asked, ...looked })
      anyway += 1
    }
    await office.client.tasks.create({ participant_id: null, title: 'Daarna', due_on: null })
    return []
  } catch (error) {
    return [
      `the program does not go on: ${String((error as { code?: unknown }).code)} ${office.logged.at(-1)}`,
    ]
  }
}

const maskOf = (fault: IoFault) => fault.kinds.reduce((mask, kind) => mask | (1 << kind), 0)

const [some] = job.faults
const plain = some && (await trial(some, 0, noTally()))
if (plain === undefined || plain.wrong.length > 0)
  throw new Error(`${job.flow} does not work where nothing fails: ${plain?.wrong.join()}`)
whole = plain.marks.filter((mark) => 'state' in mark)
const results: IoResult[] = []
for (const fault of job.faults) {
  const tally = noTally()
  const told = new Set<string>()
  let calls = 0
  anyway = 0
  const step = job.step * fault.oneOf
  for (let n = 1 + (job.from % step); ; n += step) {
    const outcome = await trial(fault, n, tally)
    for (const code of outcome.told) told.add(code)
    calls = Math.max(calls, outcome.calls)
    if (n > outcome.calls) break
  }
  results.push({ fault: faultName(fault), tally, told: [...told], anyway, calls })
}
closeSync(control)
console.log(JSON.stringify(results))
process.exit(0)
