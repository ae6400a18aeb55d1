import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { connect } from '#db/connect.ts'
import { failure, password, start, type TestPc } from '../service/harness.ts'
import { addParticipant, anOffice } from './office.ts'
import { bytesOf, cutOffSave, keyOf, signIn, surnames } from './restore-tools.ts'

const fast = { publisherTimes: { debounce: 20, atMost: 100, retry: 50 } }
const plain = { typedCode: null, staff: null, folder: null }
const live = (pc: TestPc) => join(pc.profileDir, 'live.db')

function damage(file: string, at: number): void {
  const bytes = readFileSync(file)
  bytes[at] = (bytes[at] ?? 0) ^ 1
  writeFileSync(file, bytes)
}

describe('a live file that is damaged', () => {
  it.each([20, 9000, 60_000])(
    'in byte %i is left as it is; the best copy is offered with what would be missing, and comes in',
    async (at) => {
      const office = await anOffice()
      await addParticipant(office.client, 'Eerste')
      await office.client.snapshots.publishNow()
      await office.client.copies.makeNow()
      await addParticipant(office.client, 'Tweede')
      await office.client.snapshots.publishNow()
      await office.server.close()
      // The visible file and the snapshot of closing are gone too: only the older snapshot is left.
      rmSync(office.pc.visible)
      const snapshots = join(office.pc.profileDir, 'snapshots')
      const [older, newer] = readdirSync(snapshots)
        .filter((name) => name.endsWith('.db'))
        .toSorted()
      expect([older, newer]).toEqual([expect.any(String), expect.any(String)])
      const names = JSON.parse(readFileSync(join(snapshots, 'snapshots.json'), 'utf8')) as {
        copies: { id: string }[]
      }
      const newest = join(snapshots, names.copies.at(-1)?.id ?? '')
      damage(newest, 30_000)
      damage(live(office.pc), at)
      const damaged = bytesOf(live(office.pc))

      const { client } = start(office.pc)
      expect((await client.app.state()).state).toBe('locked')
      const error = await failure(signIn(client))
      expect(['DAMAGED_FILE', 'UNREADABLE_FILE']).toContain(error.code)
      expect(await client.app.state()).toMatchObject({
        state: 'locked',
        failure: { code: error.code, path: live(office.pc) },
        people: [{ id: 1 }],
      })
      expect((await failure(client.setup.begin({ officeName: 'Nieuw' }))).code).not.toBe('OK')
      expect((await failure(client.settings.office())).code).toBe('LOCKED')
      const { best } = await client.restore.offered()
      expect(best).toMatchObject({
        source: { kind: 'snapshot' },
        content: { participants: 1, sameOffice: true },
        missing: { participants: 1, notes: 0, attendance: 0, letters: 0, commands: 1 },
      })
      expect(bytesOf(live(office.pc))).toBe(damaged)
      if (best === null) throw new Error('nothing offered')
      const { asideFolder } = await client.restore.apply({ source: best.source, ...plain })
      expect(bytesOf(join(asideFolder, 'live.db'))).toBe(damaged)
      expect((await client.app.state()).failure).toBeNull()
      await signIn(client)
      expect((await surnames(client)).join()).toContain('Eerste')
    },
  )

  it('offers the visible file when that has most in it', async () => {
    const office = await anOffice()
    await addParticipant(office.client, 'Eerste')
    await office.client.copies.makeNow()
    await addParticipant(office.client, 'Tweede')
    await office.server.close()
    rmSync(join(office.pc.profileDir, 'snapshots'), { recursive: true })
    damage(live(office.pc), 50_000)
    const { client } = start(office.pc)
    await failure(signIn(client))
    expect((await client.restore.offered()).best).toMatchObject({
      source: { kind: 'visible' },
      content: { participants: 2 },
      missing: { participants: 0, commands: 0 },
    })
  })

  it('is found in a part that nobody reads, at the next start', async () => {
    const office = await anOffice()
    await office.server.close()
    const file = live(office.pc)
    damage(file, Math.floor(statSync(file).size / 4096 / 2) * 4096 + 100)
    const { client } = start(office.pc)
    expect((await failure(signIn(client))).code).toBe('DAMAGED_FILE')
  })

  it('cut off by a page is found as well', async () => {
    const office = await anOffice()
    await office.server.close()
    writeFileSync(live(office.pc), readFileSync(live(office.pc)).subarray(0, -4096))
    const { client } = start(office.pc)
    expect((await failure(signIn(client))).code).toBe('DAMAGED_FILE')
  })

  it('with the mark of another program, or a reference to nothing, is refused', async () => {
    const office = await anOffice()
    await office.server.close()
    const raw = connect(live(office.pc), keyOf(office.code), { readonly: false, mustExist: true })
    raw.pragma('application_id = 7')
    raw.close()
    const { client } = start(office.pc)
    expect((await failure(signIn(client))).code).toBe('NOT_OUR_FILE')
    expect((await client.app.state()).failure?.code).toBe('NOT_OUR_FILE')

    const other = await anOffice()
    await other.server.close()
    const broken = connect(live(other.pc), keyOf(other.code), { readonly: false, mustExist: true })
    broken.pragma('foreign_keys = OFF')
    broken.exec('CREATE TABLE loose (p INTEGER REFERENCES participant (id)); INSERT INTO loose VALUES (999)')
    broken.close()
    const second = start(other.pc)
    expect((await failure(signIn(second.client))).code).toBe('DAMAGED_FILE')
  })
})

describe('the program never looks empty', () => {
  it('when everything but the copies is gone: the newest brings the office back with the code', async () => {
    const office = await anOffice()
    await addParticipant(office.client, 'Eerste')
    await office.server.close()
    for (const name of ['live.db', 'live.db-journal', 'keyring.json', 'keyring.json.bak', 'place.json'])
      rmSync(join(office.pc.profileDir, name), { force: true })
    const { client, server } = start(office.pc)
    expect(await server.ready()).toEqual({ state: 'ready' })
    expect(await client.app.state()).toMatchObject({ state: 'locked', failure: { path: live(office.pc) } })
    expect((await failure(client.setup.begin({ officeName: 'Nieuw' }))).code).toBe('UNREADABLE_FILE')
    const [snapshot] = (await client.restore.offered()).snapshots
    await client.restore.apply({
      source: { kind: 'snapshot', id: snapshot?.id ?? '' },
      typedCode: office.code,
      staff: { id: 1, password: 'weer terug nu' },
      folder: null,
    })
    await signIn(client, 1, 'weer terug nu')
    expect(await surnames(client)).toHaveLength(1)
  })

  it('opens as ever when only the place file is gone', async () => {
    const office = await anOffice()
    await addParticipant(office.client, 'Eerste')
    await office.server.close()
    rmSync(join(office.pc.profileDir, 'place.json'))
    const { client } = start(office.pc)
    expect(await client.app.state()).toMatchObject({ state: 'locked', failure: null })
    await signIn(client)
    await client.snapshots.publishNow()
    expect(await client.snapshots.status()).toMatchObject({ pending: false, problem: null })
    expect(existsSync(join(office.pc.profileDir, 'place.json'))).toBe(true)
  })
})

describe('a journal without its own database', () => {
  it('moves aside when another file was put under the name of the live one', async () => {
    const office = await anOffice()
    await addParticipant(office.client, 'Eerste')
    await office.client.snapshots.publishNow()
    const copy = join(office.pc.root, 'kopie.db')
    copyFileSync(office.pc.visible, copy)
    await addParticipant(office.client, 'Tweede')
    const mark = readFileSync(join(office.pc.profileDir, 'open.busy'))
    await office.server.close()
    cutOffSave(office.pc, office.code)
    writeFileSync(join(office.pc.profileDir, 'open.busy'), mark)
    rmSync(live(office.pc))
    copyFileSync(copy, live(office.pc))

    const { client } = start(office.pc)
    await signIn(client)
    expect(await surnames(client)).toHaveLength(1)
    const [moved = ''] = readdirSync(join(office.pc.profileDir, 'aside'))
    expect(readdirSync(join(office.pc.profileDir, 'aside', moved))).toContain('live.db-journal')
  })

  it('is passed over when it is no journal at all', async () => {
    const office = await anOffice()
    await addParticipant(office.client, 'Eerste')
    await office.server.close()
    writeFileSync(`${live(office.pc)}-journal`, Buffer.alloc(20_000, 5))
    const { client } = start(office.pc)
    await signIn(client)
    expect(await surnames(client)).toHaveLength(1)
  })

  it('stays where it belongs after a crash, and is played back', async () => {
    const office = await anOffice()
    await addParticipant(office.client, 'Eerste')
    await office.server.close()
    cutOffSave(office.pc, office.code)
    const { client } = start(office.pc)
    await signIn(client)
    expect(await surnames(client)).toHaveLength(1)
    expect(existsSync(join(office.pc.profileDir, 'aside'))).toBe(false)
  })
})

describe('a visible file that somebody replaced', () => {
  /** Everything in the visible folder with its bytes. */
  const inFolder = (pc: TestPc) =>
    Object.fromEntries(readdirSync(pc.folder).map((name) => [name, bytesOf(join(pc.folder, name))]))

  async function replaced() {
    const office = await anOffice(fast)
    await addParticipant(office.client, 'Eerste')
    await office.client.snapshots.publishNow()
    const older = join(office.pc.root, 'oud.db')
    copyFileSync(office.pc.visible, older)
    await addParticipant(office.client, 'Tweede')
    await office.client.snapshots.publishNow()
    copyFileSync(older, office.pc.visible)
    return { ...office, older: bytesOf(older) }
  }

  it('while the program is open: publishing waits, saves go on, nothing is overwritten, also not at closing', async () => {
    const office = await replaced()
    await addParticipant(office.client, 'Derde')
    await office.client.snapshots.publishNow()
    expect(await office.client.snapshots.status()).toMatchObject({
      pending: true,
      problem: 'VISIBLE_CHANGED',
    })
    expect((await office.client.restore.offered()).visibleChanged).toBe(true)
    const again = await office.restart()
    expect((await again.client.restore.offered()).visibleChanged).toBe(true)
    await signIn(again.client)
    await again.client.snapshots.publishNow()
    expect(inFolder(office.pc)).toEqual({ 'Trajectboek.db': office.older })
    expect(await surnames(again.client)).toHaveLength(3)
  })

  it('is put back by choice, and published over from then on', async () => {
    const { client, pc } = await replaced()
    expect(await client.restore.inspect({ source: { kind: 'visible' }, typedCode: null })).toMatchObject({
      cause: 'good',
      missing: { participants: 1 },
    })
    await client.restore.apply({ source: { kind: 'visible' }, ...plain })
    await signIn(client)
    expect(await surnames(client)).toHaveLength(1)
    await client.snapshots.publishNow()
    expect(await client.snapshots.status()).toMatchObject({ pending: false, problem: null })
    expect((await client.restore.offered()).visibleChanged).toBe(false)
    expect(readdirSync(pc.folder)).toEqual(['Trajectboek.db'])
  })

  it('gets another name when staff keep what is here', async () => {
    const { client, pc, older } = await replaced()
    mkdirSync(join(pc.folder, 'Trajectboek (gevonden 2026-11-18).db'))
    const { movedTo } = await client.restore.keepOurs()
    expect(movedTo).toBe(join(pc.folder, 'Trajectboek (gevonden 2026-11-18 2).db'))
    expect(bytesOf(movedTo)).toBe(older)
    expect(await client.snapshots.status()).toMatchObject({ pending: false, problem: null })
    expect(await client.restore.inspect({ source: { kind: 'visible' }, typedCode: null })).toMatchObject({
      cause: 'good',
      content: { participants: 2 },
    })
    expect((await failure(client.restore.keepOurs())).code).toBe('NOT_FOUND')
  })

  it('stays when another copy is put back, until somebody chose', async () => {
    const { client, pc, older } = await replaced()
    const { id } = await client.copies.makeNow()
    await client.restore.apply({ source: { kind: 'snapshot', id }, ...plain })
    await signIn(client)
    await client.snapshots.publishNow()
    expect(await client.snapshots.status()).toMatchObject({ problem: 'VISIBLE_CHANGED' })
    expect(inFolder(pc)).toEqual({ 'Trajectboek.db': older })
  })

  it.each([
    ['of another kind', (file: string) => writeFileSync(file, 'een brief')],
    ['empty', (file: string) => writeFileSync(file, '')],
  ])('%s is kept as well', async (_what, put) => {
    const { client, pc } = await replaced()
    put(pc.visible)
    const before = inFolder(pc)
    await addParticipant(client, 'Derde')
    await client.snapshots.publishNow()
    expect(await client.snapshots.status()).toMatchObject({ problem: 'VISIBLE_CHANGED' })
    expect(inFolder(pc)).toEqual(before)
  })

  it('by nothing: a file that is gone is written anew', async () => {
    const { client, pc } = await replaced()
    rmSync(pc.visible)
    await addParticipant(client, 'Derde')
    await client.snapshots.publishNow()
    expect(await client.snapshots.status()).toMatchObject({ pending: false, problem: null })
    expect(existsSync(pc.visible)).toBe(true)
  })

  it('on a new PC where a file of somebody else stands in the chosen folder: it stays', async () => {
    const old = await anOffice()
    await old.client.snapshots.publishNow()
    const { pc } = await anOffice()
    const { root, folder, visible } = pc
    const fresh = { root, folder, visible, profileDir: join(root, 'andere pc') }
    const theirs = bytesOf(visible)
    const { client } = start(fresh)
    await client.restore.apply({
      source: { kind: 'file', path: old.pc.visible },
      typedCode: old.code,
      staff: { id: 1, password },
      folder,
    })
    await signIn(client)
    await client.snapshots.publishNow()
    expect(await client.snapshots.status()).toMatchObject({ problem: 'VISIBLE_CHANGED' })
    expect(bytesOf(visible)).toBe(theirs)
  })
})
