import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { copyFile, open } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { commitSeq } from '#db/check.ts'
import { verifyHistory } from '#db/history/commands.ts'
import { dataKey, parseCode } from '#db/keys/recovery-code.ts'
import { openCopy } from '#db/open.ts'
import type { CopiesJob } from '../copies-child.ts'
import { newFolder, type Harness, type Part } from '../harness.ts'
import { placeIn, type Place } from '../office.ts'
import { noTally, type Row, type Tally } from '../table.ts'

/** What staff are promised: a copy holds every save that is older. In ms. */
const promised = 10_000

interface Save {
  readonly seq: number
  readonly at: number
}

/** An office at work in a program of its own. */
class Worker {
  readonly saves: Save[] = []
  readonly #child
  #wrong = ''
  ended: Error | null = null

  constructor(job: CopiesJob) {
    const program = join(import.meta.dirname, '..', 'copies-child.ts')
    this.#child = spawn(process.execPath, [program, JSON.stringify(job)], {
      cwd: join(import.meta.dirname, '..', '..', '..'),
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let rest = ''
    this.#child.stdout.on('data', (data: Buffer) => {
      const lines = (rest + data.toString()).split('\n')
      rest = lines.pop() ?? ''
      for (const line of lines) this.saves.push(JSON.parse(line) as Save)
    })
    this.#child.stderr.on('data', (data: Buffer) => (this.#wrong += data.toString()))
    this.#child.on('close', (code, signal) => {
      if (signal !== 'SIGKILL')
        this.ended = new Error(`the office at work ended with ${code}: ${this.#wrong}`)
    })
  }

  /** The last save that is older than `ms` at that moment. */
  before(at: number): number {
    return this.saves.findLast((save) => save.at <= at)?.seq ?? 0
  }

  stop(): void {
    this.#child.kill('SIGKILL')
  }
}

/** A copy as Explorer or a slow stick makes it: in pieces, over so many ms. */
async function slowly(from: string, to: string, ms: number): Promise<void> {
  const [source, target] = [await open(from, 'r'), await open(to, 'w')]
  try {
    const { size } = await source.stat()
    const pieces = 40
    const piece = Buffer.alloc(Math.ceil(size / pieces))
    for (;;) {
      const { bytesRead } = await source.read(piece)
      if (bytesRead === 0) return
      await target.write(piece, 0, bytesRead)
      await setTimeout(ms / pieces)
    }
  } finally {
    await source.close()
    await target.close()
  }
}

const isPublishing = (place: Place) =>
  readdirSync(place.folder).some((name) => name.startsWith(`${basename(place.visible)}.new-`))

/** Waits until a publish is under way: its unfinished file stands in the folder. @throws Error when none comes. */
async function untilPublishing(place: Place, worker: Worker): Promise<void> {
  for (const end = Date.now() + 60_000; Date.now() < end; await setTimeout(2)) {
    if (worker.ended !== null) throw worker.ended
    if (isPublishing(place)) return
  }
  throw new Error('nothing was published for a minute')
}

/** What a file holds that was opened with the code alone: the last command, and whether the history is whole. */
interface Held {
  readonly seq: number
  readonly whole: boolean
}

/** Files that were opened before, by their bytes: between two publishes all copies are the same. */
const held = new Map<string, Held>()

/** On another PC: nothing but the file and the code on paper. @throws OfficeFileError. */
function openElsewhere(file: string, typed: string): Held {
  const name = createHash('sha256').update(readFileSync(file)).digest('hex')
  const before = held.get(name)
  if (before !== undefined) return before
  const parsed = parseCode(typed)
  if (!parsed.ok) throw new Error('the code on paper is wrong')
  const copy = openCopy({ file, key: dataKey(parsed.value) })
  try {
    const read = { seq: commitSeq(copy), whole: verifyHistory(copy).whole }
    held.set(name, read)
    return read
  } finally {
    copy.close()
  }
}

interface Kind {
  readonly name: string
  readonly tally: Tally
  /** How far the copies were behind at most, in ms. */
  behind: number
}

async function copyOnce(
  harness: Harness,
  place: Place,
  worker: Worker,
  kind: Kind,
  make: (from: string, to: string) => Promise<void>,
): Promise<void> {
  if (worker.ended !== null) throw worker.ended
  const home = newFolder(harness.work, 'other-pc')
  const to = join(home, 'kopie.db')
  const began = Date.now()
  const wanted = worker.before(began - promised)
  if (wanted === 0) throw new Error('no save is old enough to be promised: nothing would be proved')
  kind.tally.count += 1
  const wrong = (is: 'lost' | 'corrupt' | 'half', why: string) => {
    kind.tally[is] += 1
    if (kind.tally.examples.length < 3) kind.tally.examples.push(why)
  }
  try {
    await make(place.visible, to)
    const { seq, whole } = openElsewhere(to, harness.template.facts.code)
    const missing = worker.saves.find((save) => save.seq > seq)
    if (missing !== undefined) kind.behind = Math.max(kind.behind, began - missing.at)
    if (!whole) wrong('half', 'the history is not whole')
    else if (seq < wanted) wrong('lost', `holds save ${seq}, must hold ${wanted}`)
    else kind.tally.ok += 1
  } catch (error) {
    wrong('corrupt', String(error))
  }
  rmSync(home, { recursive: true, force: true })
}

async function atWork(harness: Harness, load: string, pause: number): Promise<Row[]> {
  const { work, template } = harness
  const root = join(newFolder(work, 'at-work'), 'office')
  cpSync(template.place.root, root, { recursive: true })
  const place = placeIn(root)
  mkdirSync(place.folder, { recursive: true })
  const worker = new Worker({ root, facts: template.facts, pause })
  const kind = (name: string): Kind => ({ name, tally: noTally(), behind: 0 })
  const [fast, publishing, slow, slowest] = ['fast', 'fast, during publishing', 'over 4 s', 'over 30 s'].map(
    kind,
  ) as [Kind, Kind, Kind, Kind]
  const during = harness.count(72, 2)
  const burst = Math.min(6, during)
  const times = async (count: number, run: () => Promise<void>) => {
    for (let i = 0; i < count; i += 1) await run()
  }
  try {
    while (worker.saves.length === 0 || !existsSync(place.visible)) {
      if (worker.ended !== null) throw worker.ended
      await setTimeout(50)
    }
    // Saves must be old enough to be promised.
    await setTimeout(promised + 1_000)
    const copy = (one: Kind, make: (from: string, to: string) => Promise<void>) =>
      copyOnce(harness, place, worker, one, make)
    const lanes = (count: number, most: number, run: () => Promise<void>) => {
      const wide = Math.min(most, count)
      return Array.from({ length: wide }, async (_, lane) => {
        await setTimeout(lane * 150) // not all at the same moment
        await times(Math.ceil((count - lane) / wide), run)
      })
    }
    await Promise.all([
      ...lanes(harness.count(50, 0), 25, () => copy(slowest, (from, to) => slowly(from, to, 30_000))),
      ...lanes(harness.count(100, 1), 10, () => copy(slow, (from, to) => slowly(from, to, 4_000))),
      times(harness.count(280, 4), async () => {
        await copy(fast, copyFile)
        await setTimeout(150)
      }),
      // Some in each publish, the slower ones of them right through its renaming.
      times(Math.ceil(during / burst), async () => {
        await untilPublishing(place, worker)
        await Promise.all(
          Array.from({ length: burst }, (_, i) =>
            copy(publishing, i % 2 === 0 ? copyFile : (from, to) => slowly(from, to, 200 * i)),
          ),
        )
        while (isPublishing(place)) await setTimeout(5)
      }),
    ])
  } finally {
    worker.stop()
  }
  const rate = (
    (worker.saves.length * 1000) /
    ((worker.saves.at(-1)?.at ?? 0) - (worker.saves[0]?.at ?? 0))
  ).toFixed(0)
  rmSync(root, { recursive: true, force: true })
  const least = new Map([
    [fast, harness.count(280, 4)],
    [publishing, during],
    [slow, harness.count(100, 1)],
    [slowest, harness.count(50, 0)],
  ])
  return [...least]
    .filter(([, wanted]) => wanted > 0)
    .map(([{ name, tally, behind }, wanted]) => ({
      what: `copies: ${name}, ${load}`,
      tally,
      least: wanted,
      note: `${rate} saves a second, at most ${(behind / 1000).toFixed(1)} s behind`,
    }))
}

/** Somebody copies the visible file while the office works. */
export const copies: Part = async (harness) => {
  harness.say('copies: one save a second, and at full load')
  const rows = [await atWork(harness, 'one save a second', 1_000)]
  rows.push(await atWork(harness, 'full load', 0))
  return rows.flat()
}
