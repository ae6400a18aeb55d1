import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { formatCode, newRecoveryCode } from '#db/keys/recovery-code.ts'
import { profileFiles } from '#service/sidecar.ts'
import { hostOf, placeIn } from '../faults/office.ts'
import { newFolder, newPc, password, start, type Office, type Pc } from './pc.ts'
import { codeOf, type Check } from './report.ts'

const newPassword = 'rode-tafel-9'
const everybody = { query: '', stage: null, after: null, limit: 100 }

type Row = (pc: Pc, code: string, home: string) => Promise<Office>

async function signIn({ client }: Office, staffId: number, word: string): Promise<void> {
  await client.app.signIn({ staffId, password: word })
}

async function withCode(office: Office, { facts }: Pc, typedCode: string): Promise<Office> {
  const { people } = await office.client.access.peopleWithCode({ typedCode })
  assert.ok(people.some(({ id }) => id === facts.staffId))
  await office.client.access.resetWithCode({ typedCode, staffId: facts.staffId, password: newPassword })
  await signIn(office, facts.staffId, newPassword)
  return office
}

/** Each ends with somebody signed in. */
const rows: Record<string, Row> = {
  'the password is forgotten: the code on paper': async (pc, code) => withCode(await start(pc), pc, code),

  'the password is forgotten: a colleague who is a manager': async (pc) => {
    const office = await start(pc)
    const { staffId, colleagueId } = pc.facts
    await signIn(office, staffId, password)
    const change = { staffId: colleagueId, oldPassword: null, password: newPassword }
    await office.client.access.changePassword(change)
    await office.client.app.signOut()
    await signIn(office, colleagueId, newPassword)
    return office
  },

  'a new PC: a copy on a stick and the code': async (pc, code, home) => {
    const stick = join(newFolder(home, 'usb'), 'Trajectboek (kopie).db')
    copyFileSync(pc.place.visible, stick)
    const place = placeIn(newFolder(home, 'Nieuwe pc Çelik'))
    mkdirSync(place.folder, { recursive: true })
    const office = await start({ place, facts: pc.facts })
    assert.equal(office.desk.state().state, 'setup')
    await office.client.restore.apply({
      source: { kind: 'file', path: stick },
      typedCode: code,
      staff: { id: pc.facts.staffId, password: newPassword },
      folder: place.folder,
    })
    await signIn(office, pc.facts.staffId, newPassword)
    await office.client.tasks.create({ participant_id: null, title: 'Eerste op de nieuwe pc', due_on: null })
    const { pending, problem } = await office.client.snapshots.publishNow()
    assert.deepEqual({ pending, problem }, { pending: false, problem: null })
    assert.ok(existsSync(place.visible))
    await office.client.app.undo({})
    return office
  },

  'the live file is damaged: it says so, and the best copy comes back': async (pc) => {
    const bytes = readFileSync(pc.place.live)
    bytes[9_000] = (bytes[9_000] ?? 0) ^ 1
    writeFileSync(pc.place.live, bytes)
    const office = await start(pc)
    assert.equal(await codeOf(() => signIn(office, pc.facts.staffId, password)), 'DAMAGED_FILE')
    const { best } = await office.client.restore.offered()
    assert.ok(best)
    await office.client.restore.apply({ source: best.source, typedCode: null, staff: null, folder: null })
    await signIn(office, pc.facts.staffId, password)
    return office
  },

  'the live file is gone: it does not look empty, and a copy comes back': async (pc, code) => {
    rmSync(pc.place.live)
    const office = await start(pc)
    assert.equal(office.desk.state().state, 'locked')
    assert.ok(office.desk.state().failure)
    await office.client.restore.apply({
      source: { kind: 'file', path: pc.place.visible },
      typedCode: code,
      staff: { id: pc.facts.staffId, password: newPassword },
      folder: null,
    })
    await signIn(office, pc.facts.staffId, newPassword)
    return office
  },

  'a wrong code and a wrong password are refused, and the right ones still open': async (pc, code) => {
    const office = await start(pc)
    const { staffId } = pc.facts
    const before = readFileSync(pc.place.live)
    const resetBy = (typedCode: string) => () =>
      office.client.access.resetWithCode({ typedCode, staffId, password: newPassword })
    const slip = `${code.slice(0, -1)}${code.endsWith('A') ? 'B' : 'A'}`
    assert.equal(await codeOf(resetBy(slip)), 'INVALID')
    const another = formatCode(newRecoveryCode(randomBytes))
    assert.equal(await codeOf(resetBy(another)), 'WRONG_CODE')
    assert.equal(await codeOf(() => signIn(office, staffId, 'geraden-woord-1')), 'WRONG_PASSWORD')
    assert.ok(readFileSync(pc.place.live).equals(before))
    await signIn(office, staffId, password)
    return office
  },

  'another Windows account, what was sealed stays shut: the code': async (pc, code) => {
    const host = { ...hostOf(pc.place), unseal: () => Promise.resolve(null) }
    const sealed = hostOf(pc.place)
    let isNew = false
    const seal = (text: string) => {
      isNew = true
      return sealed.seal(text)
    }
    const unseal = (text: string) => (isNew ? sealed.unseal(text) : host.unseal())
    return withCode(await start(pc, { host: { ...sealed, seal, unseal } }), pc, code)
  },

  'the keyring is gone: the code': async (pc, code) => {
    const { keyring } = profileFiles(pc.place.profileDir)
    for (const file of [keyring, `${keyring}.bak`]) rmSync(file)
    return withCode(await start(pc), pc, code)
  },

  'the program is open already: the second is told, the first goes on': async (pc) => {
    const office = await start(pc)
    await signIn(office, pc.facts.staffId, password)
    const second = await start(pc)
    assert.equal(await codeOf(() => signIn(second, pc.facts.staffId, password)), 'FILE_IN_USE')
    await office.client.tasks.create({ participant_id: null, title: 'Gaat door', due_on: null })
    await office.client.app.undo({})
    return office
  },
}

/** What goes wrong with people, paper and PCs: everything is reached again. */
export async function lockouts(check: Check, home: string): Promise<void> {
  const pc = await newPc(home, 'buitengesloten')
  for (const [name, row] of Object.entries(rows)) {
    pc.reset()
    let office: Office | null = null
    await check(name, async () => {
      office = await row(pc, formatCode(pc.facts.code), home)
      const { total } = await office.client.participants.list(everybody)
      assert.equal(total, pc.facts.people.length)
    })
    await (office as Office | null)?.close()
  }
}
