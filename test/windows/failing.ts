import assert from 'node:assert/strict'
import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { commitSeq } from '#db/check.ts'
import { nodeFiles, type FileOps } from '#db/file-ops.ts'
import { verifyHistory } from '#db/history/commands.ts'
import { newFolder, newPc, readCopy, save, start, type Office, type Pc } from './pc.ts'
import { count, type Check } from './report.ts'

const errors = ['ENOSPC', 'EIO', 'EBUSY', 'EPERM', 'EACCES'] as const

/** The file system of db/file-ops.ts, of which one call to come throws; and all after it when `sticky`. */
class Seam {
  #left = Infinity
  #error = ''
  #sticky = false
  /** Calls since it was armed. */
  calls = 0

  readonly ops = Object.fromEntries(
    Object.entries(nodeFiles).map(([name, call]) => [
      name,
      (...args: never[]) => {
        this.calls += 1
        this.#left -= 1
        if (this.#left === 0 || (this.#sticky && this.#left < 0))
          throw Object.assign(new Error(this.#error), { code: this.#error })
        return (call as (...a: never[]) => unknown)(...args)
      },
    ]),
  ) as unknown as FileOps

  arm(n: number, error: string, sticky: boolean): void {
    this.calls = 0
    this.#left = n
    this.#error = error
    this.#sticky = sticky
  }

  off(): void {
    this.#left = Infinity
  }
}

interface Trial {
  readonly pc: Pc
  office: Office
  readonly seam: Seam
  readonly stick: string
  /** What the office must hold: the first is told, the others may be. */
  readonly maybe: Set<string>
}

interface Flow {
  readonly name: string
  /** Before the first, with somebody signed in. */
  prepare?(trial: Trial): Promise<void>
  run(trial: Trial): Promise<void>
  /** After each, with all calls working and somebody signed in: brings it back to where it began. */
  after?(trial: Trial): Promise<void>
}

/** What a person may be told of a disk that refuses; another word, or none, is a bug. */
const words = [
  'DISK_FULL',
  'FILE_IN_USE',
  'FOLDER_NOT_WRITABLE',
  'UNREADABLE_FILE',
  'COPY_DIFFERS',
  'VISIBLE_CHANGED',
]

function assertTold(error: unknown): string {
  const code = String((error as { code?: unknown } | null)?.code)
  const cause = String((error as Error | null)?.cause ?? error)
  assert.ok(words.includes(code), `a person is told ${code}: ${cause}`)
  return code
}

async function publishNow({ office, pc }: Trial): Promise<void> {
  const { pending, problem } = await office.client.snapshots.publishNow()
  if (pending || problem !== null) throw Object.assign(new Error('not published'), { code: problem })
  assert.equal(
    readCopy(pc.place.visible, pc.facts, commitSeq),
    commitSeq(office.db()),
    'it said that it was published',
  )
}

const publish: Flow = {
  name: 'publish',
  async run(trial) {
    await save(trial.office.client, trial.pc.facts)
    trial.maybe.clear()
    trial.maybe.add(trial.office.content())
    await publishNow(trial)
  },
}

const snapshot: Flow = {
  name: 'snapshot and stick',
  async run(trial) {
    const { client } = trial.office
    await save(client, trial.pc.facts)
    trial.maybe.clear()
    trial.maybe.add(trial.office.content())
    const { id } = await client.copies
      .makeNow()
      .then(async () => (await client.restore.offered()).snapshots[0]!)
    const seq = commitSeq(trial.office.db())
    const file = join(trial.pc.place.profileDir, 'snapshots', id)
    assert.equal(readCopy(file, trial.pc.facts, commitSeq), seq, 'it said that a copy was made')
    const { path } = await client.copies.toStick({ folder: trial.stick })
    assert.equal(readCopy(path, trial.pc.facts, commitSeq), seq, 'it said that it is on the stick')
  },
}

/** A copy put back, and that taken back. */
function restore(): Flow {
  let before = ''
  let inCopy = ''
  let file = ''
  const apply = ({ office }: Trial) =>
    office.client.restore.apply({
      source: { kind: 'file', path: file },
      typedCode: null,
      staff: null,
      folder: null,
    })
  return {
    name: 'restore and taking it back',
    async prepare(trial) {
      const { client } = trial.office
      await client.copies.makeNow()
      const { snapshots } = await client.restore.offered()
      // Kept apart: each restore makes another snapshot, and only the last ten of a day stay.
      file = join(trial.stick, 'kopie.db')
      copyFileSync(join(trial.pc.place.profileDir, 'snapshots', snapshots[0]!.id), file)
      inCopy = trial.office.content()
      await save(client, trial.pc.facts)
      before = trial.office.content()
    },
    async run(trial) {
      const { office, maybe } = trial
      const is = async (content: string) => {
        await office.signIn()
        assert.equal(office.content(), content, 'it said that it was done')
        maybe.clear()
        maybe.add(content)
      }
      for (const content of [before, inCopy]) maybe.add(content)
      await apply(trial)
      await is(inCopy)
      for (const content of [before, inCopy]) maybe.add(content)
      await office.client.restore.undo()
      await is(before)
    },
    async after({ office, maybe }) {
      if (office.content() !== before) {
        await office.client.restore.undo()
        await office.signIn()
      }
      assert.equal(office.content(), before, 'what gave way comes back')
      maybe.clear()
    },
  }
}

/** As after a kill: what stands on the disk now is all there is. Then the program starts and somebody signs in. */
async function restart(trial: Trial): Promise<void> {
  trial.office.drop()
  trial.office = await start(trial.pc, { ops: trial.seam.ops })
  assert.equal(trial.office.desk.state().failure, null)
  await trial.office.signIn()
}

async function everyCall(check: Check, home: string, flow: Flow, step: number): Promise<void> {
  const pc = await newPc(home, flow.name)
  const seam = new Seam()
  const trial: Trial = {
    pc,
    seam,
    office: await start(pc, { ops: seam.ops }),
    stick: newFolder(home, `stick ${flow.name}`),
    maybe: new Set(),
  }
  await trial.office.signIn()
  await check(
    `every call of ${flow.name} fails in turn: nothing lost, nothing told that is not so`,
    async () => {
      await flow.prepare?.(trial)
      const told = new Set<string>()
      const all = count('WINDOWS_FAULTS_ALL', 0) > 0
      const seed = count('WINDOWS_SEED', 1)
      let tries = 0
      let failed = 0
      let last = 0
      // To the end of the work: where the call that would fail never comes.
      for (let n = 1, reached = true; reached; n += all ? 1 : step) {
        const which = all ? errors : [errors[(Math.floor(n / step) + seed) % errors.length]!]
        for (const error of which) {
          const sticky = (error === 'ENOSPC' || error === 'EIO') && n % 4 === 0
          const name = `${error}${sticky ? ' from then on' : ''} at call ${n}`
          seam.arm(n, error, sticky)
          try {
            await flow.run(trial)
          } catch (problem) {
            failed += 1
            if (problem instanceof assert.AssertionError)
              throw Object.assign(problem, { message: `${name}: ${problem.message}` })
            told.add(assertTold(problem))
          }
          reached = seam.calls >= n
          if (reached) last = n
          seam.off()
          tries += 1
          try {
            await restart(trial)
            const content = trial.office.content()
            if (trial.maybe.size > 0) assert.ok(trial.maybe.has(content), 'the office holds something else')
            assert.equal(verifyHistory(trial.office.db()).whole, true)
            await flow.after?.(trial)
            await publishNow(trial)
          } catch (problem) {
            throw new Error(`${name}: ${String(problem)}; ${trial.office.logged.at(-1)}`, { cause: problem })
          }
        }
      }
      assert.ok(failed > 0 && last > 10, `${last} calls were seen, ${failed} ended in words`)
      return `${tries} times, up to call ${last}${all ? ', with each error' : ''}; told: ${[...told].toSorted().join(', ')}`
    },
  )
  await trial.office.close()
}

/** The n-th call to the file system fails, for the calls of whole pieces of work. */
export async function failing(check: Check, home: string): Promise<void> {
  await everyCall(check, home, publish, 1)
  await everyCall(check, home, snapshot, 1)
  // A restore is long, and starts the program twice.
  await everyCall(check, home, restore(), count('WINDOWS_FAULTS_ALL', 0) > 0 ? 1 : 7)
}
