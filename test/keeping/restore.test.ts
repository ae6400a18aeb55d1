import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Client } from '#core/api/contract.ts'
import { failure, newPc, officeName, staffName, start } from '../service/harness.ts'
import { addParticipant, anOffice, colleague } from './office.ts'
import { bytesOf, cutOffSave, officeBytes, signIn, surnames } from './restore-tools.ts'

const plain = { typedCode: null, staff: null, folder: null }
const look = (
  client: Client,
  source: Parameters<Client['restore']['inspect']>[0]['source'],
  typedCode: string | null = null,
) => client.restore.inspect({ source, typedCode })

/** An office with one person in a snapshot, and a second that came after it. */
async function twoPeople() {
  const office = await anOffice()
  await addParticipant(office.client, 'Eerste')
  const snapshot = await office.client.copies.makeNow()
  await addParticipant(office.client, 'Tweede')
  return { ...office, snapshot, source: { kind: 'snapshot' as const, id: snapshot.id } }
}

describe('looking at a copy', () => {
  it('says what is in it, what is here, and what would be missing; and changes nothing', async () => {
    const { client, pc, source, snapshot } = await twoPeople()
    await client.snapshots.publishNow()
    const before = officeBytes(pc)
    const seen = await look(client, source)
    expect(seen).toMatchObject({
      cause: 'good',
      bytes: snapshot.bytes,
      keyId: snapshot.keyId,
      version: null,
      content: {
        officeName,
        sameOffice: true,
        practice: false,
        participants: 1,
        staff: [{ id: 1, name: staffName }],
      },
      now: { participants: 2, sameOffice: true },
      missing: { participants: 1, notes: 0, attendance: 0, letters: 0, commands: 1 },
      extra: { participants: 0, notes: 0, attendance: 0, letters: 0, commands: 0 },
      needsPassword: false,
    })
    expect(officeBytes(pc)).toEqual(before)
  })

  it('works at the lock screen with the code, and says which code to look for without it', async () => {
    const { client, source, snapshot, code, pc } = await twoPeople()
    await client.app.signOut()
    expect(await look(client, source)).toMatchObject({
      cause: 'needs_code',
      keyId: snapshot.keyId,
      content: null,
      now: null,
    })
    expect(await look(client, source, code)).toMatchObject({
      cause: 'good',
      now: { participants: 2 },
      missing: { participants: 1 },
    })
    expect((await failure(look(client, source, `${code}X`))).data).toEqual({
      fields: [{ field: 'typedCode', problem: 'code_typo' }],
    })
    expect(await look(client, { kind: 'file', path: join(pc.root, 'nergens.db') })).toMatchObject({
      cause: 'missing',
    })
    expect((await failure(look(client, { kind: 'snapshot', id: '../live.db' }))).code).toBe('NOT_FOUND')
  })

  it('tells another office from this one, and asks for a password where nobody has one', async () => {
    const other = await anOffice()
    const { client } = await twoPeople()
    expect(await look(client, { kind: 'file', path: other.pc.visible }, other.code)).toMatchObject({
      cause: 'good',
      content: { sameOffice: false },
      missing: null,
      extra: null,
      needsPassword: true,
    })
  })
})

describe('putting a copy back', () => {
  it('from a snapshot: the same people sign in, the old office is kept, and it can be taken back', async () => {
    const { client, pc, source } = await twoPeople()
    const { asideFolder } = await client.restore.apply({ source, ...plain })
    expect((await client.app.state()).state).toBe('locked')
    expect(existsSync(join(asideFolder, 'live.db'))).toBe(true)
    const old = bytesOf(join(asideFolder, 'live.db'))
    await signIn(client)
    expect(await surnames(client)).toEqual([expect.stringContaining('Eerste')])
    await client.snapshots.publishNow()
    expect(await client.snapshots.status()).toMatchObject({ pending: false, problem: null })
    const { snapshots } = await client.copies.state()
    expect(snapshots[0]).toMatchObject({ why: 'before_restore', participants: 2 })
    expect((await client.restore.offered()).undoable).not.toBeNull()

    await addParticipant(client, 'Derde')
    await client.restore.undo()
    expect(bytesOf(join(pc.profileDir, 'live.db'))).toBe(old)
    await signIn(client)
    expect((await surnames(client)).join()).toMatch(/Eerste.*Tweede/)
    await client.snapshots.publishNow()
    expect(await client.snapshots.status()).toMatchObject({ pending: false, problem: null })
    // What was taken back is itself kept, and comes back the same way.
    await client.restore.undo()
    await signIn(client)
    expect((await surnames(client)).join()).toMatch(/Derde.*Eerste/)
  })

  it('at the lock screen, with the code: a new password only for who is named', async () => {
    const { client, source, code } = await twoPeople()
    await client.settings.addStaff(colleague)
    await client.app.signOut()
    await client.restore.apply({
      source,
      typedCode: code,
      staff: { id: 1, password: 'een ander woord' },
      folder: null,
    })
    expect((await client.app.state()).people).toEqual([{ id: 1, name: staffName }])
    await signIn(client, 1, 'een ander woord')
    expect(await surnames(client)).toHaveLength(1)
  })

  it('gives nobody the password of a colleague without the paper', async () => {
    const { client, source } = await twoPeople()
    await client.restore.apply({
      source,
      typedCode: null,
      staff: { id: 1, password: 'een ander woord' },
      folder: null,
    })
    expect((await failure(signIn(client, 1, 'een ander woord'))).code).toBe('WRONG_PASSWORD')
    await signIn(client)
    expect(await surnames(client)).toHaveLength(1)
  })

  it('on a new PC: file and code are enough, and the file that was put in the folder is published over', async () => {
    const old = await anOffice()
    await addParticipant(old.client, 'Eerste')
    await old.client.snapshots.publishNow()
    const pc = newPc()
    mkdirSync(pc.folder)
    copyFileSync(old.pc.visible, pc.visible)
    const { client } = start(pc)
    expect((await client.app.state()).state).toBe('setup')
    const source = { kind: 'file' as const, path: pc.visible }
    expect(await look(client, source, old.code)).toMatchObject({
      cause: 'good',
      now: null,
      needsPassword: true,
    })
    const ask = { source, typedCode: old.code, folder: pc.folder }
    expect((await failure(client.restore.apply({ ...ask, staff: null }))).data).toEqual({
      fields: [{ field: 'staff.password', problem: 'required' }],
    })
    expect(
      (await failure(client.restore.apply({ ...ask, staff: { id: 1, password: 'kort' } }))).data,
    ).toEqual({
      fields: [{ field: 'staff.password', problem: 'password_too_short' }],
    })
    expect(existsSync(join(pc.profileDir, 'live.db'))).toBe(false)
    await client.restore.apply({ ...ask, staff: { id: 1, password: 'op de nieuwe pc' } })
    expect(await client.app.state()).toMatchObject({ state: 'locked', officeName, failure: null })
    expect((await client.restore.offered()).undoable).toBeNull()
    await signIn(client, 1, 'op de nieuwe pc')
    await addParticipant(client, 'Tweede')
    await client.snapshots.publishNow()
    expect(await client.snapshots.status()).toMatchObject({
      folder: pc.folder,
      pending: false,
      problem: null,
    })
    expect(await look(client, { kind: 'visible' })).toMatchObject({
      cause: 'good',
      content: { participants: 2 },
    })
  })

  it('of another office: the one that was here comes back with its passwords', async () => {
    const other = await anOffice()
    await addParticipant(other.client, 'Vreemd')
    await other.client.snapshots.publishNow()
    const { client, pc } = await twoPeople()
    await client.restore.apply({
      source: { kind: 'file', path: other.pc.visible },
      typedCode: other.code,
      staff: { id: 1, password: 'van de anderen' },
      folder: null,
    })
    await signIn(client, 1, 'van de anderen')
    expect((await surnames(client)).join()).toContain('Vreemd')
    expect((await client.snapshots.status()).folder).toBe(pc.folder)
    await client.restore.undo()
    await signIn(client)
    expect(await surnames(client)).toHaveLength(2)
  })

  it.each([
    ['damaged', 'DAMAGED_FILE'],
    ['needs_code', 'WRONG_CODE'],
    ['empty', 'NOT_OUR_FILE'],
    ['not_a_database', 'NOT_OUR_FILE'],
    ['missing', 'UNREADABLE_FILE'],
  ])('refuses what is %s, and the office stays open as it was', async (cause, code) => {
    const { client, pc } = await twoPeople()
    const path = join(pc.root, 'kopie.db')
    if (cause === 'damaged') writeFileSync(path, readFileSync(pc.visible).subarray(0, 40_960))
    if (cause === 'needs_code') copyFileSync((await anOffice()).pc.visible, path)
    if (cause === 'empty') writeFileSync(path, '')
    if (cause === 'not_a_database') writeFileSync(path, 'een brief')
    const source = { kind: 'file' as const, path }
    expect((await look(client, source)).cause).toBe(cause)
    expect((await failure(client.restore.apply({ source, ...plain }))).code).toBe(code)
    expect(await surnames(client)).toHaveLength(2)
    expect(existsSync(join(pc.profileDir, 'aside'))).toBe(false)
  })

  it('refuses while another program has the office open', async () => {
    const { client, pc, source, code } = await twoPeople()
    const second = start(pc)
    const ask = { source, typedCode: code, staff: null, folder: null }
    expect((await failure(second.client.restore.apply(ask))).code).toBe('FILE_IN_USE')
    expect(await surnames(client)).toHaveLength(2)
    await addParticipant(client, 'Derde')
    expect(existsSync(join(pc.profileDir, 'aside'))).toBe(false)
  })

  it('says that there is nothing to take back', async () => {
    const { client } = await twoPeople()
    expect((await failure(client.restore.undo())).code).toBe('NOTHING_TO_UNDO')
  })

  it('leaves no name or password in plain bytes', async () => {
    const { client, pc, source, code } = await twoPeople()
    await client.restore.apply({
      source,
      typedCode: code,
      staff: { id: 1, password: 'Zoekmijniet-ww' },
      folder: null,
    })
    const files = readdirSync(pc.profileDir, { recursive: true, withFileTypes: true }).filter((file) =>
      file.isFile(),
    )
    expect(files.length).toBeGreaterThan(5)
    for (const file of files) {
      const bytes = readFileSync(join(file.parentPath, file.name))
      for (const marker of ['Testpersoon', 'Zoekmijniet', code, staffName])
        expect(bytes.includes(marker)).toBe(false)
    }
  })
})

describe('a journal that a crash left', () => {
  it('of the office that is replaced cannot undo the restore, and goes where its database goes', async () => {
    const other = await anOffice()
    await addParticipant(other.client, 'Vreemd')
    await other.client.snapshots.publishNow()
    const office = await twoPeople()
    await office.server.close()
    cutOffSave(office.pc, office.code)
    const journal = join(office.pc.profileDir, 'live.db-journal')
    expect(statSync(journal).size).toBeGreaterThan(100_000)
    const cut = officeBytes(office.pc)

    const { client } = start(office.pc)
    const { asideFolder } = await client.restore.apply({
      source: { kind: 'file', path: other.pc.visible },
      typedCode: other.code,
      staff: { id: 1, password: 'van de anderen' },
      folder: null,
    })
    expect(statSync(join(asideFolder, 'live.db-journal')).size).toBeGreaterThan(100_000)
    expect(existsSync(journal)).toBe(false)
    await signIn(client, 1, 'van de anderen')
    expect((await surnames(client)).join()).toContain('Vreemd')

    await client.restore.undo()
    expect(officeBytes(office.pc)).toEqual(cut)
    await signIn(client)
    expect(await surnames(client)).toHaveLength(2)
  })

  it('of the same office, which can be read with the code, is played back first and kept as a snapshot', async () => {
    const office = await twoPeople()
    await office.server.close()
    cutOffSave(office.pc, office.code)
    const { client } = start(office.pc)
    await client.restore.apply({ source: office.source, typedCode: office.code, staff: null, folder: null })
    await signIn(client)
    expect(await surnames(client)).toHaveLength(1)
  })
})
