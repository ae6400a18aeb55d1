import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { readContent } from '#db/copies/content.ts'
import { nodeFiles } from '#db/file-ops.ts'
import { dataKey, parseCode } from '#db/keys/recovery-code.ts'
import { openCopy } from '#db/open.ts'
import { thisPcsDisks, type Disks } from '#service/keeping/place-check.ts'
import { failure, start } from '../service/harness.ts'
import { addParticipant, anOffice, movingClock } from './office.ts'

const keeperTimes = { every: 30 * 60_000, quiet: 10, retry: 50 }

/** A PC on which everything under a folder named `stick` or `schijf` is another disk. */
const otherDisks: Disks = { ...thisPcsDisks, device: (path) => (/stick|schijf/.test(path) ? 2 : 1) }

function inCopy(file: string, code: string) {
  const parsed = parseCode(code)
  const copy = openCopy({ file, key: dataKey(parsed.ok ? parsed.value : '') })
  try {
    return readContent(copy)
  } finally {
    copy.close()
  }
}

describe('snapshots', () => {
  it('come by themselves after a change, at most one in half an hour, each finished and whole', async () => {
    const clock = movingClock()
    const { client, pc, code } = await anOffice({ keeperTimes, clock: clock.read })
    const known = async () => (await client.copies.state()).snapshots
    await addParticipant(client, 'Eerste')
    await vi.waitFor(async () => expect(await known()).toHaveLength(1), 5000)
    await addParticipant(client, 'Tweede')
    await new Promise((resolve) => setTimeout(resolve, 200))
    expect(await known()).toHaveLength(1)
    clock.addMinutes(31)
    await client.app.signOut()
    await client.app.signIn({ staffId: 1, password: 'groene-fiets-7' })
    await vi.waitFor(async () => expect(await known()).toHaveLength(2), 5000)
    const [newest, oldest] = await known()
    expect(oldest).toMatchObject({ participants: 1, why: 'time', madeAt: '2026-11-18T09:30:00Z' })
    expect(newest).toMatchObject({ participants: 2, madeAt: '2026-11-18T10:01:00Z' })
    expect(newest?.id).toMatch(/^Trajectboek 2026-11-18 \d\d\.\d\d\.00 [0-9A-Z]{4}\.db$/)
    const file = join(pc.profileDir, 'snapshots', newest?.id ?? '')
    expect(inCopy(file, code).participantIds).toHaveLength(2)
    expect(newest?.bytes).toBe(readFileSync(file).length)
  })

  it('is made at closing when something changed, and only then', async () => {
    const office = await anOffice()
    await addParticipant(office.client, 'Eerste')
    const again = await office.restart()
    expect((await again.client.restore.offered()).snapshots).toHaveLength(1)
    const third = await office.restart()
    expect((await third.client.restore.offered()).snapshots).toHaveLength(1)
    await third.client.app.signIn({ staffId: 1, password: 'groene-fiets-7' })
    expect((await third.client.copies.state()).snapshots[0]).toMatchObject({
      why: 'closing',
      participants: 1,
    })
  })

  it('is not made each time that the screen is locked', async () => {
    const { client } = await anOffice()
    await client.copies.makeNow()
    for (let round = 0; round < 3; round += 1) {
      await addParticipant(client, `Persoon ${round}`)
      await client.app.signOut()
      await client.app.signIn({ staffId: 1, password: 'groene-fiets-7' })
    }
    expect((await client.copies.state()).snapshots).toHaveLength(1)
  })

  it('are thinned, and what a broken-off one left is taken away', async () => {
    const clock = movingClock()
    const { client, pc } = await anOffice({ clock: clock.read })
    const folder = join(pc.profileDir, 'snapshots')
    for (let round = 0; round < 14; round += 1) {
      await client.copies.makeNow()
      clock.addMinutes(5)
    }
    expect((await client.copies.state()).snapshots).toHaveLength(10)
    writeFileSync(join(folder, 'Trajectboek 2026-11-18 09.00.00 AAAA.db.new-0123abcd'), 'half')
    writeFileSync(join(folder, 'van iemand anders.txt'), 'blijft')
    await client.copies.makeNow()
    const names = readdirSync(folder)
    expect(names.filter((name) => name.includes('.new'))).toEqual([])
    expect(names).toContain('van iemand anders.txt')
  })

  it('are still listed when the index beside them is gone, and what is in them is read again', async () => {
    const { client, pc } = await anOffice()
    await addParticipant(client, 'Eerste')
    await client.copies.makeNow()
    rmSync(join(pc.profileDir, 'snapshots', 'snapshots.json'))
    const { snapshots } = await client.copies.state()
    expect(snapshots).toMatchObject([{ participants: 1, why: null }])
  })

  it('take in the copy that was made before a migration', async () => {
    const office = await anOffice()
    await addParticipant(office.client, 'Eerste')
    await office.server.close()
    renameSync(office.pc.visible, join(office.pc.profileDir, 'live.db.before-v9-2'))
    const { client } = start(office.pc)
    await client.app.signIn({ staffId: 1, password: 'groene-fiets-7' })
    const { snapshots } = await client.copies.state()
    expect(snapshots.map(({ why }) => why)).toEqual(['before_migration', 'closing'])
    const source = { kind: 'snapshot' as const, id: snapshots[0]?.id ?? '' }
    expect((await client.restore.inspect({ source, typedCode: null })).cause).toBe('good')
  })

  it('that fails is tried again, and no save suffers', async () => {
    let failing = true
    const ops = {
      ...nodeFiles,
      makeFolder(path: string) {
        if (failing && path.endsWith('snapshots')) throw Object.assign(new Error('full'), { code: 'ENOSPC' })
        nodeFiles.makeFolder(path)
      },
    }
    const { client } = await anOffice({ keeperTimes, ops })
    await addParticipant(client, 'Eerste')
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect((await client.copies.state()).snapshots).toEqual([])
    expect((await failure(client.copies.makeNow())).code).toBe('DISK_FULL')
    failing = false
    await vi.waitFor(async () => expect((await client.copies.state()).snapshots).toHaveLength(1), 5000)
  })
})

describe('the second folder', () => {
  it('gets the newest snapshot by itself, under one name, and counts as outside on another disk', async () => {
    const { client, pc, code } = await anOffice({ disks: otherDisks })
    const folder = join(pc.root, 'schijf', 'reserve')
    const state = await client.copies.setSecondFolder({ folder })
    expect(state).toMatchObject({ secondFolder: folder, secondOnSameDisk: false, secondProblem: null })
    expect(state.lastOutsideAt).not.toBeNull()
    await addParticipant(client, 'Eerste')
    await client.copies.makeNow()
    const [name = '', ...more] = readdirSync(folder)
    expect([name, more]).toEqual([expect.stringMatching(/^Trajectboek [0-9A-Z]{4}\.db$/), []])
    await vi.waitFor(() => expect(inCopy(join(folder, name), code).participantIds).toHaveLength(1), 5000)
  })

  it('on the same disk is written, and no comfort', async () => {
    const { client, pc } = await anOffice()
    const state = await client.copies.setSecondFolder({ folder: join(pc.root, 'hiernaast') })
    expect(state).toMatchObject({ secondOnSameDisk: true, lastOutsideAt: null })
    expect(readdirSync(join(pc.root, 'hiernaast'))).toHaveLength(1)
    expect(await client.copies.setSecondFolder({ folder: null })).toMatchObject({ secondFolder: null })
  })

  it('that is not there is told and tried again, also after a restart', async () => {
    const office = await anOffice({ disks: otherDisks, keeperTimes })
    const folder = join(office.pc.root, 'schijf')
    await office.client.copies.setSecondFolder({ folder })
    rmSync(folder, { recursive: true })
    await addParticipant(office.client, 'Eerste')
    await office.client.copies.makeNow()
    await vi.waitFor(
      async () => expect((await office.client.copies.state()).secondProblem).toBe('FOLDER_NOT_WRITABLE'),
      5000,
    )
    mkdirSync(folder)
    await vi.waitFor(() => expect(readdirSync(folder)).toHaveLength(1), 5000)
    await vi.waitFor(async () => expect((await office.client.copies.state()).secondProblem).toBeNull(), 5000)
    rmSync(folder, { recursive: true })
    await addParticipant(office.client, 'Tweede')
    const again = await office.restart()
    mkdirSync(folder)
    await again.client.app.signIn({ staffId: 1, password: 'groene-fiets-7' })
    await vi.waitFor(() => expect(readdirSync(folder)).toHaveLength(1), 5000)
  })
})

describe('a copy on a stick', () => {
  it('is of this moment, whole, and opens with the code alone; what stood there stays', async () => {
    const { client, pc, code } = await anOffice({ disks: otherDisks })
    const folder = join(pc.root, 'stick')
    await addParticipant(client, 'Eerste')
    const first = await client.copies.toStick({ folder })
    expect(first).toMatchObject({ participants: 1, bytes: readFileSync(first.path).length })
    expect(first.path).toMatch(/Trajectboek 2026-11-18 \d\d\.30 [0-9A-Z]{4}\.db$/)
    await addParticipant(client, 'Tweede')
    const second = await client.copies.toStick({ folder })
    expect(inCopy(first.path, code).participantIds).toHaveLength(1)
    expect(inCopy(second.path, code).participantIds).toHaveLength(2)
    expect(readdirSync(folder)).toHaveLength(2)
    expect((await client.copies.state()).lastOutsideAt).toBe('2026-11-18T09:30:00Z')
  })

  it('that reads back differently is refused and taken away', async () => {
    const bad = { now: false }
    const ops = {
      ...nodeFiles,
      async copy(from: string, to: string) {
        await nodeFiles.copy(from, to)
        if (!bad.now) return
        const bytes = readFileSync(to)
        bytes[5000] = (bytes[5000] ?? 0) ^ 1
        writeFileSync(to, bytes)
      },
    }
    const { client, pc } = await anOffice({ ops, disks: otherDisks })
    const folder = join(pc.root, 'stick')
    const good = await client.copies.toStick({ folder })
    bad.now = true
    expect(await failure(client.copies.toStick({ folder }))).toMatchObject({
      code: 'COPY_DIFFERS',
      data: { path: expect.stringContaining('stick') },
    })
    expect(readdirSync(folder).map((name) => join(folder, name))).toEqual([good.path])
    expect((await client.copies.state()).lastOutsideAt).not.toBeNull()
  })

  it.each(['ENOSPC', 'EIO', 'EPERM'])('that cannot be written (%s) is told by cause', async (errno) => {
    const ops = {
      ...nodeFiles,
      copy: (from: string, to: string) =>
        to.includes('stick')
          ? Promise.reject(Object.assign(new Error(errno), { code: errno }))
          : nodeFiles.copy(from, to),
    }
    const { client, pc } = await anOffice({ ops })
    const error = await failure(client.copies.toStick({ folder: join(pc.root, 'stick') }))
    expect(error.code).toBe(errno === 'ENOSPC' ? 'DISK_FULL' : 'FOLDER_NOT_WRITABLE')
    expect(readdirSync(join(pc.root, 'stick'))).toEqual([])
  })

  it('does not go where the office itself is', async () => {
    const { client, pc } = await anOffice()
    const to = (folder: string) => failure(client.copies.toStick({ folder }))
    expect(await to(pc.profileDir)).toMatchObject({
      code: 'NOT_THIS_PLACE',
      data: { path: pc.profileDir, why: 'inside_profile' },
    })
    expect(await to(join(pc.profileDir, 'snapshots'))).toMatchObject({ data: { why: 'inside_profile' } })
    expect(await to(join(pc.folder, '.'))).toMatchObject({ data: { why: 'same_disk' } })
    expect((await to('een-map')).code).toBe('FOLDER_NOT_WRITABLE')
    writeFileSync(join(pc.root, 'bestand'), '')
    expect((await to(join(pc.root, 'bestand'))).code).toBe('FOLDER_NOT_WRITABLE')
    expect(existsSync(join(pc.root, 'een-map'))).toBe(false)
  })
})

describe('without a copy outside this PC', () => {
  it('staff are told after seven days, when there is something to lose', async () => {
    const clock = movingClock()
    const { client, pc } = await anOffice({ clock: clock.read, disks: otherDisks })
    const overdue = async () => (await client.copies.state()).outsideOverdue
    clock.addDays(8)
    expect(await overdue()).toBe(false) // nobody in it yet
    await addParticipant(client, 'Eerste')
    expect(await overdue()).toBe(true)
    await client.copies.toStick({ folder: join(pc.root, 'stick') })
    expect(await overdue()).toBe(false)
    clock.addDays(8)
    expect(await overdue()).toBe(false) // nothing changed since
    await addParticipant(client, 'Tweede')
    expect(await overdue()).toBe(true)
  })

  it('a copy on the same disk does not count', async () => {
    const clock = movingClock()
    const { client, pc } = await anOffice({ clock: clock.read })
    await addParticipant(client, 'Eerste')
    clock.addDays(8)
    await client.copies.toStick({ folder: join(pc.root, 'geen andere plek') })
    expect(await client.copies.state()).toMatchObject({ outsideOverdue: true, lastOutsideAt: null })
  })
})
