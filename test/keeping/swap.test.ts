import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { finishSwap, openStage, setNames, swapIn } from '#service/keeping/swap.ts'
import { profileFiles } from '#service/sidecar.ts'
import { aFolder } from '../db/office-file.ts'
import { mortalFiles } from './restore-tools.ts'

const stamp = '2026-11-18 10.30.00'
const oldSet = ['live.db', 'live.db-journal', 'keyring.json', 'keyring.json.bak', 'place.json', 'open.busy']
const newSet = ['live.db', 'keyring.json', 'keyring.json.bak', 'place.json']

/** A profile with an old set, and a new one that waits. */
function waiting() {
  const files = profileFiles(aFolder())
  for (const name of oldSet) writeFileSync(join(files.dir, name), `old ${name}`)
  const stage = openStage(files)
  for (const name of newSet) writeFileSync(join(stage, name), `new ${name}`)
  return files
}

/** Which whole set stands under this folder; 'neither' when it is not one of the two, to the last file. */
function standing(dir: string): 'old' | 'new' | 'neither' {
  const names = setNames.filter((name) => existsSync(join(dir, name)))
  for (const [which, set] of [
    ['old', oldSet],
    ['new', newSet],
  ] as const) {
    const same = names.length === set.length && set.every((name) => names.includes(name as never))
    if (same && set.every((name) => readFileSync(join(dir, name), 'utf8') === `${which} ${name}`))
      return which
  }
  return 'neither'
}

describe('one set of files takes the place of another', () => {
  it('all of the old one moves aside, with its journal', async () => {
    const files = waiting()
    expect(await swapIn(files, stamp)).toEqual({ aside: stamp, moved: true })
    expect(standing(files.dir)).toBe('new')
    expect(standing(join(files.aside, stamp))).toBe('old')
    expect(existsSync(files.swapMark)).toBe(false)
    expect(readdirSync(files.incoming)).toEqual([])
  })

  it('cut off at any call, and the finishing cut off at any call again: the old or the new one, never neither', async () => {
    const ends = { old: 0, new: 0 }
    for (let first = 1; ; first += 1) {
      const count = mortalFiles()
      const probe = waiting()
      count.dieAt(first)
      const whole = await swapIn(probe, stamp, count.ops).then(
        () => true,
        () => false,
      )
      if (whole) {
        expect(standing(probe.dir)).toBe('new')
        break
      }
      for (let second = 1; second < 40; second += 3) {
        const files = waiting()
        const dying = mortalFiles()
        dying.dieAt(first)
        await expect(swapIn(files, stamp, dying.ops)).rejects.toThrow(/^(EIO|FOLDER_NOT_WRITABLE)$/)
        dying.dieAt(second)
        await finishSwap(files, dying.ops).catch(() => undefined)
        await finishSwap(files)
        const now = standing(files.dir)
        expect(['old', 'new'], `cut at ${first} and ${second}`).toContain(now)
        if (now !== 'neither') ends[now] += 1
        if (now === 'new') expect(standing(join(files.aside, stamp))).toBe('old')
        expect(existsSync(files.swapMark)).toBe(false)
      }
    }
    expect(ends.old).toBeGreaterThan(0)
    expect(ends.new).toBeGreaterThan(0)
  })

  it.each(['EPERM', 'EIO', 'ENOSPC'])(
    'one call that fails (%s) leaves the old or the new one',
    async (errno) => {
      for (let call = 1; ; call += 1) {
        const files = waiting()
        const failing = mortalFiles()
        failing.once(call, errno)
        const error = await swapIn(files, stamp, failing.ops).then(
          () => null,
          (thrown: unknown) => thrown as { code: string },
        )
        if (failing.calls() < call) break
        if (error !== null) expect(error.code).toMatch(/^(FOLDER_NOT_WRITABLE|DISK_FULL)$/)
        await finishSwap(files)
        expect(standing(files.dir), `call ${call}`).toEqual(
          error === null ? 'new' : expect.stringMatching(/^(old|new)$/),
        )
      }
    },
  )

  it('a mark that came back after all was in place moves nothing', async () => {
    const files = waiting()
    const mark = mortalFiles()
    await swapIn(files, stamp, {
      ...mark.ops,
      remove: () => undefined,
    })
    expect(existsSync(files.swapMark)).toBe(true)
    writeFileSync(join(files.dir, 'live.db-journal'), 'of the new one, in use since')
    expect(await finishSwap(files)).toBe(true)
    expect(readFileSync(join(files.dir, 'live.db-journal'), 'utf8')).toContain('in use since')
  })

  it('never writes into a folder that holds an older set, and refuses a mark that it did not write', async () => {
    const files = waiting()
    mkdirSync(join(files.aside, stamp), { recursive: true })
    expect((await swapIn(files, stamp)).aside).toBe(`${stamp}-2`)
    writeFileSync(files.swapMark, '{"version":1,"aside":"../..","names":[]}')
    await expect(finishSwap(files)).rejects.toThrow('UNREADABLE_FILE')
    rmSync(files.swapMark)
    expect(await finishSwap(files)).toBe(false)
    expect(standing(files.dir)).toBe('new')
  })
})
