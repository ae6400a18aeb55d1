import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { keyringText, parseKeyring, readKeyring, writeKeyring } from '#db/keys/keyring.ts'
import { dataKey, newRecoveryCode } from '#db/keys/recovery-code.ts'
import { openCopy } from '#db/open.ts'
import { hasPoppler, textOf } from '../letters/pdf-tools.ts'
import { failure, filesUnder, officeName, password, sealingHost, staffName } from '../service/harness.ts'
import { addParticipant, anOffice, colleague, movingClock, secondManager } from './office.ts'

const otherCode = newRecoveryCode(() => Buffer.alloc(16, 9))
const fresh = 'nieuw-wachtwoord-1'

describe('a forgotten password', () => {
  it('is replaced by a colleague who is manager', async () => {
    const { client, restart } = await anOffice()
    const { id } = await client.settings.addStaff(colleague)
    await client.access.changePassword({ staffId: id, oldPassword: null, password: fresh })
    const again = await restart()
    const old = { staffId: id, password: colleague.password }
    expect((await failure(again.client.app.signIn(old))).code).toBe('WRONG_PASSWORD')
    await again.client.app.signIn({ staffId: id, password: fresh })
    expect((await again.client.app.state()).me?.id).toBe(id)
  })

  it('is replaced with the code, at the lock screen, and everything is there', async () => {
    const { client, code, restart } = await anOffice()
    await addParticipant(client, 'Eerste')
    const again = (await restart()).client
    expect(await again.access.peopleWithCode({ typedCode: code })).toEqual({
      officeName,
      people: [{ id: 1, name: staffName }],
    })
    await again.access.resetWithCode({ typedCode: code.toLowerCase(), staffId: 1, password: fresh })
    expect((await again.app.state()).state).toBe('locked')
    expect((await failure(again.app.signIn({ staffId: 1, password }))).code).toBe('WRONG_PASSWORD')
    await again.app.signIn({ staffId: 1, password: fresh })
    expect((await again.participants.get({ id: 1 })).surname).toBe('Eerste')
  })

  it('says what is wrong with what was typed, and changes nothing', async () => {
    const { code, restart, pc } = await anOffice()
    const { client } = await restart()
    const keyring = readFileSync(join(pc.profileDir, 'keyring.json'))
    const reset = (typedCode: string, staffId = 1, typed = fresh) =>
      failure(client.access.resetWithCode({ typedCode, staffId, password: typed }))
    expect(await reset('')).toMatchObject({ code: 'INVALID', data: { fields: [{ problem: 'required' }] } })
    expect(await reset(`${code.slice(0, -1)}U`)).toMatchObject({
      data: { fields: [{ field: 'typedCode', problem: 'code_typo' }] },
    })
    expect((await reset(otherCode)).code).toBe('WRONG_CODE')
    expect((await reset(code, 99)).code).toBe('NOT_FOUND')
    expect(await reset(code, 1, 'kort')).toMatchObject({
      data: { fields: [{ field: 'password', problem: 'password_too_short' }] },
    })
    expect((await failure(client.access.peopleWithCode({ typedCode: otherCode }))).code).toBe('WRONG_CODE')
    expect(readFileSync(join(pc.profileDir, 'keyring.json')).equals(keyring)).toBe(true)
    await client.app.signIn({ staffId: 1, password })
  })

  it('can be replaced with the code while somebody is signed in', async () => {
    const { client, code } = await anOffice()
    const { id } = await client.settings.addStaff(colleague)
    expect((await failure(client.access.peopleWithCode({ typedCode: otherCode }))).code).toBe('WRONG_CODE')
    await client.access.resetWithCode({ typedCode: code, staffId: id, password: fresh })
    expect((await client.app.state()).me?.id).toBe(1)
    await client.app.signIn({ staffId: id, password: fresh })
  })

  it('names the file, not the code, when the code is right and the first page is damaged', async () => {
    const { code, restart, pc, server } = await anOffice()
    await server.close()
    const live = join(pc.profileDir, 'live.db')
    const bytes = readFileSync(live)
    bytes[100] = bytes[100]! ^ 1
    writeFileSync(live, bytes)
    const { client } = await restart()
    const error = await failure(client.access.resetWithCode({ typedCode: code, staffId: 1, password: fresh }))
    expect(error).toMatchObject({ code: 'UNREADABLE_FILE', data: { path: live } })
  })
})

describe('one’s own password', () => {
  it('needs the old one, also from a manager', async () => {
    const { client } = await anOffice()
    const change = (oldPassword: string | null, next = fresh) =>
      client.access.changePassword({ staffId: 1, oldPassword, password: next })
    expect(await failure(change(null))).toMatchObject({
      data: { fields: [{ field: 'oldPassword', problem: 'required' }] },
    })
    expect(await failure(change('mis'))).toMatchObject({
      data: { fields: [{ field: 'oldPassword', problem: 'wrong_password' }] },
    })
    expect(await failure(change(password, 'kort'))).toMatchObject({
      data: { fields: [{ field: 'password', problem: 'password_too_short' }] },
    })
    await change(password)
    await client.app.signOut()
    expect((await failure(client.app.signIn({ staffId: 1, password }))).code).toBe('WRONG_PASSWORD')
    await client.app.signIn({ staffId: 1, password: fresh })
  })
})

describe('the keyring', () => {
  it('that was deleted with its reserve is made anew with the code', async () => {
    const { client, code, restart, pc, server } = await anOffice()
    await addParticipant(client, 'Eerste')
    const { id } = await client.settings.addStaff(colleague)
    await server.close()
    for (const name of ['keyring.json', 'keyring.json.bak']) rmSync(join(pc.profileDir, name))
    const again = (await restart()).client
    expect((await again.access.peopleWithCode({ typedCode: code })).people).toHaveLength(2)
    await again.access.resetWithCode({ typedCode: code, staffId: id, password: fresh })
    expect(await again.app.state()).toMatchObject({ state: 'locked', officeName, people: [{ id }] })
    await again.app.signIn({ staffId: id, password: fresh })
    expect((await again.participants.get({ id: 1 })).surname).toBe('Eerste')
    expect((await again.snapshots.status()).folder).toBe(pc.folder)
    // The other one comes back in the same way.
    await again.access.resetWithCode({ typedCode: code, staffId: 1, password })
    await again.app.signIn({ staffId: 1, password })
  })

  it('that another Windows account sealed is made anew, and sealed by this one', async () => {
    const { code, restart, pc } = await anOffice()
    const host = {
      ...sealingHost(),
      seal: (secret: string) => Promise.resolve(Buffer.from(`B${secret}`).toString('base64')),
      unseal: (sealed: string) => {
        const text = Buffer.from(sealed, 'base64').toString()
        return text.startsWith('B') ? Promise.resolve(text.slice(1)) : Promise.reject(new Error('DPAPI'))
      },
    }
    const { client, server } = await restart({ host })
    expect((await failure(client.app.signIn({ staffId: 1, password }))).code).toBe('UNREADABLE_FILE')
    await client.access.resetWithCode({ typedCode: code, staffId: 1, password: fresh })
    await client.app.signIn({ staffId: 1, password: fresh })
    expect((await client.snapshots.status()).folder).toBe(pc.folder)
    await server.close()
    const again = await restart({ host })
    await again.client.app.signIn({ staffId: 1, password: fresh })
    expect(readKeyring(join(pc.profileDir, 'keyring.json'))).toHaveProperty('sealed')
  })

  it('and all else beside the live file gone: the code still opens it', async () => {
    const { code, restart, pc, server } = await anOffice()
    await server.close()
    for (const name of ['keyring.json', 'keyring.json.bak', 'place.json']) rmSync(join(pc.profileDir, name))
    const { client } = await restart()
    await client.access.resetWithCode({ typedCode: code, staffId: 1, password: fresh })
    await client.app.signIn({ staffId: 1, password: fresh })
    expect((await client.settings.office()).name).toBe(officeName)
  })

  it('holds the code sealed, never in the clear', async () => {
    const { code, pc } = await anOffice({
      host: { ...sealingHost(), seal: () => Promise.resolve(null), unseal: () => Promise.resolve(null) },
    })
    const plain = code.replaceAll('-', '')
    expect(readKeyring(join(pc.profileDir, 'keyring.json'))).toHaveProperty('plain.code.data')
    for (const { file, bytes } of filesUnder(pc.root))
      for (const text of [code, plain, Buffer.from(plain).toString('base64'), dataKey(plain).toString('hex')])
        expect(bytes.includes(text), file).toBe(false)
  })
})

describe('a password that is changed', () => {
  /** An office that was put back to a copy of before, with a colleague in both. */
  async function putBack() {
    const office = await anOffice()
    const { client } = office
    const { id } = await client.settings.addStaff(colleague)
    const source = { kind: 'snapshot' as const, id: (await client.copies.makeNow()).id }
    await client.restore.apply({ source, typedCode: null, staff: null, folder: null })
    return { ...office, id }
  }

  it('opens nothing that moved aside, and the new one goes on when the restore is taken back', async () => {
    const { client, id } = await putBack()
    await client.app.signIn({ staffId: 1, password })
    await client.access.changePassword({ staffId: id, oldPassword: null, password: fresh })
    await client.access.changePassword({ staffId: 1, oldPassword: password, password: 'mijn nieuwe woord' })
    await client.restore.undo()
    for (const [staffId, old] of [
      [1, password],
      [id, colleague.password],
    ] as const)
      expect((await failure(client.app.signIn({ staffId, password: old }))).code).toBe('WRONG_PASSWORD')
    await client.app.signIn({ staffId: id, password: fresh })
    await client.app.signIn({ staffId: 1, password: 'mijn nieuwe woord' })
  })

  it('with the code from paper, likewise', async () => {
    const { client, id, code } = await putBack()
    await client.access.resetWithCode({ typedCode: code, staffId: id, password: fresh })
    await client.app.signIn({ staffId: 1, password })
    await client.restore.undo()
    const old = { staffId: id, password: colleague.password }
    expect((await failure(client.app.signIn(old))).code).toBe('WRONG_PASSWORD')
    await client.app.signIn({ staffId: id, password: fresh })
  })

  it('leaves a keyring under another code as it is, and puts nobody on one who was not on it', async () => {
    const { client, pc } = await anOffice()
    const { id } = await client.settings.addStaff(colleague)
    const aside = join(pc.profileDir, 'aside')
    const plain = async (folder: string) => {
      const content = readKeyring(join(folder, 'keyring.json'))
      return sealingHost().unseal(content !== null && 'sealed' in content ? content.sealed : '')
    }
    const now = parseKeyring((await plain(pc.profileDir)) ?? '')
    if (now === null) throw new Error('no keyring')
    const write = async (name: string, keyring: typeof now) => {
      mkdirSync(join(aside, name), { recursive: true })
      const sealed = (await sealingHost().seal(keyringText(keyring))) ?? ''
      writeKeyring(join(aside, name, 'keyring.json'), { sealed })
    }
    await write('2026-11-18 09.30.00', { ...now, keyId: 'AAAA' })
    await write('2026-11-18 09.31.00', { ...now, staff: now.staff.slice(0, 1) })
    await write('2026-11-18 09.32.00', now)
    rmSync(join(aside, '2026-11-18 09.32.00', 'keyring.json')) // its reserve copy is left
    const before = await Promise.all(
      readdirSync(aside)
        .toSorted()
        .map((name) => plain(join(aside, name))),
    )
    await client.access.changePassword({ staffId: id, oldPassword: null, password: fresh })
    const after = await Promise.all(
      readdirSync(aside)
        .toSorted()
        .map((name) => plain(join(aside, name))),
    )
    expect(after.slice(0, 2)).toEqual(before.slice(0, 2))
    expect(after[2]).not.toBe(before[2])
    expect(after[2]).toBe(await plain(pc.profileDir))
  })
})

describe('somebody who leaves', () => {
  it('is off the keyring, and the old password is refused', async () => {
    const { client, restart, pc } = await anOffice()
    const { id } = await client.settings.addStaff(colleague)
    const before = readFileSync(join(pc.profileDir, 'keyring.json'))
    await client.settings.removeStaff({ id })
    expect((await client.app.state()).people).toEqual([{ id: 1, name: staffName }])
    expect((await client.settings.staff()).find((person) => person.id === id)?.active).toBe(false)
    await client.settings.removeStaff({ id })

    const signIn = { staffId: id, password: colleague.password }
    const again = await restart()
    expect((await failure(again.client.app.signIn(signIn))).code).toBe('WRONG_PASSWORD')
    // Not with a keyring of before either.
    await again.server.close()
    writeFileSync(join(pc.profileDir, 'keyring.json'), before)
    const third = await restart()
    expect((await third.client.app.state()).people).toHaveLength(2)
    expect((await failure(third.client.app.signIn(signIn))).code).toBe('WRONG_PASSWORD')
    const code = { staffId: id, oldPassword: null, password: fresh }
    await third.client.app.signIn({ staffId: 1, password })
    expect((await failure(third.client.access.changePassword(code))).code).toBe('NOT_FOUND')
  })

  it('is off the keyrings that moved aside with an older office, too', async () => {
    const { client, pc } = await anOffice()
    const { id } = await client.settings.addStaff(colleague)
    const aside = join(pc.profileDir, 'aside', '2026-11-18 09.30.00')
    mkdirSync(aside, { recursive: true })
    copyFileSync(join(pc.profileDir, 'keyring.json'), join(aside, 'keyring.json'))
    await client.settings.removeStaff({ id })
    const content = readKeyring(join(aside, 'keyring.json'))
    const text = await sealingHost().unseal(content !== null && 'sealed' in content ? content.sealed : '')
    expect(text).toContain(staffName)
    expect(text).not.toContain(colleague.name)
  })

  it('is never the last manager who can sign in here', async () => {
    const { client } = await anOffice()
    expect((await failure(client.settings.removeStaff({ id: 1 }))).code).toBe('LAST_MANAGER')
    expect((await failure(client.settings.setRole({ id: 1, role: 'coach' }))).code).toBe('LAST_MANAGER')
    const { id } = await client.settings.addStaff(secondManager)
    expect((await failure(client.settings.removeStaff({ id: 1 }))).code).toBe('FORBIDDEN')
    await client.settings.setRole({ id: 1, role: 'coach' })
    expect((await client.app.state()).me?.role).toBe('coach')
    expect((await failure(client.settings.removeStaff({ id }))).code).toBe('FORBIDDEN')
    expect((await failure(client.settings.setRole({ id: 99, role: 'coach' }))).code).toBe('FORBIDDEN')
  })
})

describe('the code on paper', () => {
  it('is asked for after 30 days, and then yearly', async () => {
    const clock = movingClock()
    const { client, code } = await anOffice({ clock: clock.read })
    const due = async () => (await client.access.codeCheck()).due
    expect(await client.access.codeCheck()).toEqual({
      due: false,
      lastCheckedAt: null,
      keyId: expect.any(String),
    })
    clock.addDays(29)
    expect(await due()).toBe(false)
    clock.addDays(1)
    expect(await due()).toBe(true)
    expect(await client.access.checkCode({ typedCode: otherCode })).toEqual({ right: false })
    expect(await client.access.checkCode({ typedCode: 'x' })).toEqual({ right: false })
    expect(await due()).toBe(true)
    expect(await client.access.checkCode({ typedCode: ` ${code.toLowerCase()} ` })).toEqual({ right: true })
    expect(await client.access.codeCheck()).toMatchObject({
      due: false,
      lastCheckedAt: '2026-12-18T09:30:00Z',
    })
    clock.addDays(364)
    expect(await due()).toBe(false)
    clock.addDays(1)
    expect(await due()).toBe(true)
  })

  it.skipIf(!hasPoppler)(
    'that was lost is printed again by a manager, with the password or the code itself',
    async () => {
      const { client, code, restart } = await anOffice()
      const again = (await restart()).client
      await again.app.signIn({ staffId: 1, password })
      for (const typed of [password, code]) {
        const { sheet } = await again.access.printSheet({ password: typed })
        const text = textOf(Buffer.from(sheet, 'base64')).replaceAll(/\s/g, '')
        for (const group of code.split('-')) expect(text).toContain(group)
        expect(text).toContain((await again.access.codeCheck()).keyId)
      }
      for (const wrong of ['', 'mis', otherCode])
        expect(await failure(again.access.printSheet({ password: wrong }))).toMatchObject({
          data: { fields: [{ field: 'password', problem: wrong === '' ? 'required' : 'wrong_password' }] },
        })
      expect(client).toBeDefined()
    },
  )

  it('opens a copy on another PC with nothing else', async () => {
    const { client, code, pc } = await anOffice()
    await addParticipant(client, 'Eerste')
    await client.snapshots.publishNow()
    expect(existsSync(pc.visible)).toBe(true)
    const copy = openCopy({ file: pc.visible, key: dataKey(code) })
    copy.close()
  })
})

describe('the lock', () => {
  it('is after 10 minutes, or fewer when that was chosen, on this PC', async () => {
    const { client, restart } = await anOffice()
    expect((await client.app.state()).lockMinutes).toBe(10)
    await client.access.saveLockSettings({ minutes: 3 })
    expect(await client.access.lockSettings()).toEqual({ minutes: 3 })
    for (const minutes of [0, 11])
      expect((await failure(client.access.saveLockSettings({ minutes }))).code).toBe('INVALID')
    const again = await restart()
    expect((await again.client.app.state()).lockMinutes).toBe(3)
    expect((await failure(again.client.access.lockSettings())).code).toBe('LOCKED')
  })
})
