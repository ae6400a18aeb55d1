import { cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { keptAside, keptSets } from '#core/keeping/retention.ts'
import { nodeFiles, type FileOps } from '#db/file-ops.ts'
import { openCopy } from '#db/open.ts'
import { cleanUp } from '#service/keeping/cleaning.ts'
import { Access } from '#service/access.ts'
import { createClock } from '#service/clock.ts'
import { profileFiles, readPlace } from '#service/sidecar.ts'
import { sealingHost, type TestPc } from '../service/harness.ts'
import { addParticipant, anOffice, movingClock } from './office.ts'
import { bytesOf, keyOf, mortalFiles, signIn, surnames } from './restore-tools.ts'

const plain = { typedCode: null, staff: null, folder: null }
const asideOf = (pc: TestPc) => join(pc.profileDir, 'aside')
const sets = (pc: TestPc) => readdirSync(asideOf(pc)).toSorted()

/** An office that was put back to its first snapshot so many times, `daysBetween` days apart. */
async function restored(times: number, daysBetween: number) {
  const clock = movingClock()
  const office = await anOffice({ clock: clock.read })
  const { client } = office
  await addParticipant(client, 'Eerste')
  const { id } = await client.copies.makeNow()
  for (let n = 0; n < times; n += 1) {
    if (n > 0) clock.addDays(daysBetween)
    await client.restore.apply({ source: { kind: 'snapshot', id }, ...plain })
    await signIn(client)
  }
  return { ...office, clock }
}

describe('which sets stay', () => {
  const set = (day: string, age: number, whole = true) => ({ name: `${day} 10.00.00`, age, whole })
  it('the newest three, and all that are younger than 90 days', () => {
    const old = ['2026-01-01', '2026-01-02', '2026-01-03', '2026-01-04', '2026-01-05'].map((day) =>
      set(day, 200),
    )
    expect([...keptAside(old)].toSorted()).toEqual(old.slice(2).map(({ name }) => name))
    const young = Array.from({ length: 6 }, (_, n) => set(`2026-11-0${n + 1}`, keptSets.days - 1))
    expect(keptAside([...old, ...young]).size).toBe(6)
    expect(keptAside([set('2026-08-20', 90), ...young]).has('2026-08-20 10.00.00')).toBe(false)
  })

  it('a journal alone takes no place of an office, and a clock that ran ahead keeps', () => {
    const old = ['2026-01-01', '2026-01-02', '2026-01-03'].map((day) => set(day, 200))
    const journal = set('2026-02-01', 180, false)
    expect(keptAside([...old, journal])).toEqual(new Set(old.map(({ name }) => name)))
    expect(keptAside([...old, set('2030-01-01', -1200, false)]).size).toBe(4)
  })

  it('orders two of one second by their number', () => {
    const names = ['', '-2', '-9', '-10'].map((more) => ({
      name: `2026-01-01 10.00.00${more}`,
      age: 200,
      whole: true,
    }))
    expect(keptAside(names).has('2026-01-01 10.00.00')).toBe(false)
  })
})

describe('cleaning', () => {
  it('takes old sets after a snapshot, keeps the newest three, and an old restore can still be taken back', async () => {
    const { client, pc, clock } = await restored(5, 1)
    expect(sets(pc)).toHaveLength(5)
    clock.addDays(80)
    await client.copies.makeNow()
    expect(sets(pc)).toHaveLength(5)
    clock.addDays(20)
    const newest = sets(pc).slice(2)
    await client.copies.makeNow()
    expect(sets(pc)).toEqual(newest)
    expect((await client.restore.offered()).undoable).not.toBeNull()
    await client.restore.undo()
    await signIn(client)
    expect((await surnames(client)).join()).toContain('Eerste')
  })

  it('keeps the set that can be taken back, however old and however many came after it', async () => {
    const { client, pc, clock } = await restored(1, 1)
    const [undoable = ''] = sets(pc)
    for (const day of ['2026-11-19', '2026-11-20', '2026-11-21', '2026-11-22'])
      cpSync(join(asideOf(pc), undoable), join(asideOf(pc), `${day} 10.00.00`), { recursive: true })
    clock.addDays(400)
    await client.copies.makeNow()
    expect(sets(pc)).toEqual([undoable, '2026-11-20 10.00.00', '2026-11-21 10.00.00', '2026-11-22 10.00.00'])
  })

  it('leaves what is of another office, cannot be told, or is not ours', async () => {
    const { client, pc, clock } = await restored(5, 1)
    const other = await anOffice()
    await other.server.close()
    const [first = '', second = ''] = sets(pc)
    rmSync(join(asideOf(pc), first), { recursive: true })
    cpSync(other.pc.profileDir, join(asideOf(pc), first), { recursive: true })
    for (const name of ['keyring.json', 'keyring.json.bak'])
      writeFileSync(join(asideOf(pc), second, name), 'sealed by somebody else')
    mkdirSync(join(asideOf(pc), 'van mij'))
    writeFileSync(join(asideOf(pc), 'van mij', 'live.db'), 'mijn bestand')
    clock.addDays(400)
    await client.copies.makeNow()
    expect(sets(pc)).toHaveLength(6)
    expect(existsSync(join(asideOf(pc), 'van mij', 'live.db'))).toBe(true)
  })

  it('takes what a broken-off migration left, and keeps the copy from before one for 30 days', async () => {
    const clock = movingClock()
    const office = await anOffice({ clock: clock.read })
    await addParticipant(office.client, 'Eerste')
    await office.server.close()
    const { profileDir } = office.pc
    renameSync(office.pc.visible, join(profileDir, 'live.db.before-v9-2'))
    writeFileSync(join(profileDir, 'live.db.before-v9-1.new'), 'half')
    const { client } = await office.restart()
    await signIn(client)
    const kept = async () =>
      (await client.copies.state()).snapshots.filter(({ why }) => why === 'before_migration').length
    const day = async (of: number) => {
      for (let n = 0; n < of; n += 1) {
        clock.addDays(1)
        await client.copies.makeNow()
      }
    }
    await day(28) // more than all that is kept of the last ones and of the days
    expect(await kept()).toBe(1)
    expect(readdirSync(profileDir).filter((name) => name.includes('before-v'))).toEqual([])
    await day(4)
    expect(await kept()).toBe(0)
  }, 60_000)

  it('that fails at any call, or is cut off there, takes no good copy and keeps the office working', async () => {
    const { client, pc, clock, code, server } = await restored(5, 1)
    clock.addDays(400)
    const protectedSets = sets(pc).slice(2)
    await client.copies.state()
    await server.close()
    writeFileSync(join(pc.profileDir, 'live.db.before-v9-1.new'), 'half')
    const begin = join(pc.root, 'begin')
    cpSync(pc.profileDir, begin, { recursive: true })
    const files = profileFiles(pc.profileDir)
    const clean = (access: Access, ops: FileOps) =>
      cleanUp({
        files,
        host: sealingHost(),
        clock: createClock(clock.read),
        access: () => access,
        place: () => readPlace(files.place),
        log: () => undefined,
        ops,
      })
    const good = () =>
      [
        files.live,
        ...protectedSets.map((name) => join(files.aside, name, 'live.db')),
        ...readdirSync(files.snapshots).map((name) => join(files.snapshots, name)),
      ].map((file) => [file, bytesOf(file)])
    const before = good()
    expect(before.length).toBeGreaterThan(7)
    let last = 0
    for (const [how, step] of [
      ['dieAt', 1],
      ['EACCES', 1],
      ['EBUSY', 3],
      ['ENOSPC', 4],
    ] as const) {
      for (let call = 1; ; call += step) {
        rmSync(pc.profileDir, { recursive: true })
        cpSync(begin, pc.profileDir, { recursive: true })
        const access = await Access.load(files.keyring, sealingHost())
        const { ops, calls, dieAt, once } = mortalFiles()
        if (how === 'dieAt') dieAt(call)
        else once(call, how)
        await clean(access, ops)
        expect(good()).toEqual(before)
        last = calls()
        if (calls() < call) break
        // And the next time all of it goes.
        await clean(access, nodeFiles)
        expect([how, call, sets(pc)]).toEqual([how, call, protectedSets])
      }
    }
    openCopy({ file: files.live, key: keyOf(code) }).close()
    expect(last).toBeGreaterThan(10)
  }, 120_000)
})
