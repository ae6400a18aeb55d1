import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { readdirSync, rmSync } from 'node:fs'
import { copyFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { commitSeq } from '#db/check.ts'
import { verifyHistory } from '#db/history/commands.ts'
import type { AtWork, Saved } from './at-work.ts'
import { copySlowly } from './holders.ts'
import { newFolder, newPc, readCopy, type Pc } from './pc.ts'
import { count, type Check } from './report.ts'

/** A copy holds every save that is older, in ms. Time in which the file was held from being replaced comes on top. */
const promised = 10_000
/** How long after it is free the file is replaced, at most. */
const pause = 600

class Office {
  readonly saves: Saved[] = []
  readonly #child
  #wrong = ''
  #killed = false
  ended = ''

  constructor(job: AtWork) {
    const program = join(import.meta.dirname, 'at-work.ts')
    const options = { stdio: ['ignore', 'pipe', 'pipe'] as ['ignore', 'pipe', 'pipe'] }
    this.#child = spawn(process.execPath, [program, JSON.stringify(job)], options)
    let rest = ''
    this.#child.stdout.on('data', (data: Buffer) => {
      const lines = (rest + data.toString()).split('\n')
      rest = lines.pop() ?? ''
      for (const line of lines) this.saves.push(JSON.parse(line) as Saved)
    })
    this.#child.stderr.on('data', (data: Buffer) => (this.#wrong += data.toString()))
    this.#child.on('close', (code) => {
      if (!this.#killed) this.ended = `the office at work ended with ${code}: ${this.#wrong}`
    })
  }

  async stop(): Promise<void> {
    this.#killed = true
    const closed = new Promise((resolve) => this.#child.once('close', resolve))
    if (this.#child.exitCode === null && this.#child.kill('SIGKILL')) await closed
  }
}

interface Held {
  readonly from: number
  to: number
}

/** How long the file was held between two moments, in ms, where some held it at the same time. */
function heldBetween(from: number, to: number, held: readonly Held[]): number {
  let sum = 0
  let upTo = from
  for (const one of held.toSorted((a, b) => a.from - b.from)) {
    const begin = Math.max(one.from, upTo)
    const end = Math.min(one.to, to)
    if (end <= begin) continue
    sum += end - begin + pause
    upTo = end
  }
  return sum
}

interface Kind {
  readonly name: string
  made: number
  /** How far they were behind at most, in ms, without the time in which the file was held. */
  behind: number
}

class Copier {
  readonly held: Held[] = []
  readonly #pc: Pc
  readonly #office: Office
  readonly #home: string
  #number = 0

  constructor(pc: Pc, office: Office, home: string) {
    this.#pc = pc
    this.#office = office
    this.#home = home
  }

  /** Copies to another home folder and reads it there with the code alone. */
  async once(kind: Kind, make: (from: string, to: string) => Promise<void>): Promise<void> {
    const { place, facts } = this.#pc
    if (this.#office.ended) throw new Error(this.#office.ended)
    this.#number += 1
    const folder = newFolder(this.#home, `Andere pc ${this.#number}`)
    const to = join(folder, 'kopie van Trajectboek.db')
    const began = Date.now()
    // What began before this one; it itself keeps nothing from it.
    const held = [...this.held]
    const age = (saved: Saved) => began - saved.at - heldBetween(saved.at, began, held)
    const wanted = this.#office.saves.findLast((saved) => age(saved) > promised)?.seq ?? 0
    const mine: Held = { from: began, to: Infinity }
    this.held.push(mine)
    try {
      await this.#patiently(() => make(place.visible, to))
    } finally {
      mine.to = Date.now()
    }
    readCopy(to, facts, (copy) => {
      const seq = commitSeq(copy)
      assert.equal(verifyHistory(copy).whole, true)
      assert.ok(seq >= wanted, `${kind.name}: holds save ${seq}, must hold ${wanted}`)
      const missing = this.#office.saves.find((saved) => saved.seq > seq)
      if (missing) kind.behind = Math.max(kind.behind, age(missing))
    })
    kind.made += 1
    rmSync(folder, { recursive: true })
  }

  /** In the instant of the renaming itself Windows refuses to open the file; Explorer asks to try again. */
  async #patiently(make: () => Promise<void>): Promise<void> {
    for (let attempt = 1; ; attempt += 1)
      try {
        return await make()
      } catch (error) {
        if (
          attempt === 5 ||
          !/^E(BUSY|PERM|ACCES|NOENT)$/.test(String((error as NodeJS.ErrnoException).code))
        )
          throw error
        await wait(20)
      }
  }
}

/** Waits until a publish is under way, at most `ms`: its unfinished file stands in the folder. */
async function untilPublishing({ place }: Pc, ms: number): Promise<void> {
  const start = `${basename(place.visible)}.new-`
  for (const end = Date.now() + ms; Date.now() < end; await wait(4))
    if (readdirSync(place.folder).some((name) => name.startsWith(start))) return
}

async function atWork(check: Check, home: string, load: string, between: number): Promise<void> {
  const pc = await newPc(home, `kopieën ${between}`)
  const office = new Office({ place: pc.place, facts: pc.facts, pause: between })
  const copier = new Copier(pc, office, newFolder(home, `stick ${between}`))
  const kind = (name: string): Kind => ({ name, made: 0, behind: 0 })
  const [fast, publishing, slow] = [kind('fast'), kind('during publishing'), kind('throttled')] as const
  const say = () =>
    [fast, publishing, slow]
      .map(({ name, made, behind }) => `${made} ${name} (at most ${(behind / 1000).toFixed(1)} s behind)`)
      .join(', ')
  try {
    await check(
      `copies of the visible file, ${load}: each whole, with every save of 10 s before`,
      async () => {
        while (office.saves.length === 0) {
          if (office.ended) throw new Error(office.ended)
          await wait(50)
        }
        await wait(promised + 1_000) // saves must be old enough to be promised
        const times = async (n: number, run: () => Promise<void>) => {
          for (let i = 0; i < n; i += 1) await run()
        }
        await Promise.all([
          times(count('WINDOWS_COPIES', 40), async () => {
            await copier.once(fast, copyFile)
            await wait(100)
          }),
          times(count('WINDOWS_COPIES_PUBLISHING', 3), async () => {
            await untilPublishing(pc, 11_000)
            await copier.once(publishing, copyFile)
          }),
          times(count('WINDOWS_COPIES_SLOW', 3), async () => {
            await copier.once(slow, (from, to) => copySlowly(from, to, 3_000))
            await wait(1_500)
          }),
        ])
        return say()
      },
    )
  } finally {
    await office.stop()
  }
}

/** Somebody copies the visible file while the office works. */
export async function copies(check: Check, home: string): Promise<void> {
  await Promise.all([atWork(check, home, 'one save a second', 1_000), atWork(check, home, 'at full load', 0)])
}
