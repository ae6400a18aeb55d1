import { randomBytes } from 'node:crypto'
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Client } from '#core/api/contract.ts'
import type { CopySource } from '#core/api/keeping.ts'
import { verifyHistory } from '#db/history/commands.ts'
import { dataKey, formatCode, newRecoveryCode } from '#db/keys/recovery-code.ts'
import { openCopy } from '#db/open.ts'
import { profileFiles } from '#service/sidecar.ts'
import { newFolder, type Harness, type Part } from '../harness.ts'
import {
  colleaguePassword,
  hostOf,
  password,
  placeIn,
  planted,
  startAt,
  type OfficeFacts,
  type Place,
  type RunningOffice,
} from '../office.ts'
import { noTally, type Row } from '../table.ts'

/** One row of the table of things that go wrong with people, paper and PCs. */
interface Lockout {
  readonly what: string
  /** Ends with somebody signed in and everything there; throws or answers otherwise when it does not. */
  readonly play: (scene: Scene) => Promise<RunningOffice>
}

interface Scene {
  readonly place: Place
  readonly facts: OfficeFacts
  readonly code: string
  start(options?: Parameters<typeof startAt>[1], at?: Place): Promise<RunningOffice>
  expect(what: string, is: boolean): void
  newPlace(): Place
}

const newPassword = 'rode-tafel-9'
const sidecars = (place: Place) => {
  const { keyring } = profileFiles(place.profileDir)
  return [keyring, `${keyring}.bak`]
}

async function refused(call: Promise<unknown>): Promise<string> {
  try {
    await call
    return ''
  } catch (error) {
    return String((error as { code?: unknown }).code)
  }
}

async function withCode({ facts, code }: Scene, office: RunningOffice): Promise<RunningOffice> {
  const { people } = await office.client.access.peopleWithCode({ typedCode: code })
  const [person] = people.filter(({ id }) => id === facts.staffId)
  await office.client.access.resetWithCode({
    typedCode: code,
    staffId: person?.id ?? 0,
    password: newPassword,
  })
  await office.client.app.signIn({ staffId: facts.staffId, password: newPassword })
  return office
}

async function fromBest({ facts, code }: Scene, office: RunningOffice): Promise<RunningOffice> {
  const { best, snapshots } = await office.client.restore.offered()
  const id = snapshots[0]?.id ?? ''
  const source = best?.source ?? { kind: 'snapshot' as const, id }
  await office.client.restore.apply({
    source,
    typedCode: best === null ? code : null,
    staff: best === null ? { id: facts.staffId, password } : null,
    folder: null,
  })
  await office.client.app.signIn({ staffId: facts.staffId, password })
  return office
}

const lockouts: readonly Lockout[] = [
  {
    what: 'password forgotten: a colleague who is a manager',
    async play({ facts, start }) {
      const office = await start()
      const { client } = office
      await client.app.signIn({ staffId: facts.staffId, password })
      await client.access.changePassword({
        staffId: facts.colleagueId,
        oldPassword: null,
        password: newPassword,
      })
      await client.app.signIn({ staffId: facts.colleagueId, password: newPassword })
      return office
    },
  },
  {
    what: 'password forgotten: the code on paper',
    play: async (scene) => withCode(scene, await scene.start()),
  },
  {
    what: 'somebody leaves',
    async play({ facts, start, expect }) {
      const office = await start()
      const { client } = office
      await client.app.signIn({ staffId: facts.staffId, password })
      await client.settings.removeStaff({ id: facts.colleagueId })
      await client.app.signOut()
      const said = await refused(
        client.app.signIn({ staffId: facts.colleagueId, password: colleaguePassword }),
      )
      expect('who left is refused', said === 'WRONG_PASSWORD')
      await client.app.signIn({ staffId: facts.staffId, password })
      return office
    },
  },
  {
    what: 'the PC is dead: a copy and the code on another one',
    async play({ place, facts, code, start, newPlace }) {
      const other = newPlace()
      mkdirSync(other.folder, { recursive: true })
      const stick = join(other.root, 'kopie.db')
      cpSync(place.visible, stick)
      const office = await start({}, other)
      await office.client.restore.apply({
        source: { kind: 'file', path: stick },
        typedCode: code,
        staff: { id: facts.staffId, password: newPassword },
        folder: other.folder,
      })
      await office.client.app.signIn({ staffId: facts.staffId, password: newPassword })
      return office
    },
  },
  {
    what: 'a stick with a copy is lost: nobody reads it without the code',
    async play({ place, facts, start, expect }) {
      const bytes = readFileSync(place.visible)
      const names = [planted, Buffer.from(planted, 'utf16le'), 'SQLite format 3']
      expect('no name stands in it', !names.some((name) => bytes.includes(name)))
      const opens = Array.from({ length: 200 }, () => newRecoveryCode(randomBytes)).some((code) => {
        try {
          openCopy({ file: place.visible, key: dataKey(code) }).close()
          return true
        } catch {
          return false
        }
      })
      expect('no other code opens it', !opens)
      const office = await start()
      await office.client.app.signIn({ staffId: facts.staffId, password })
      return office
    },
  },
  {
    what: 'the PC is stolen: the password and the Windows account are both needed',
    async play({ place, facts, code, start, expect }) {
      const taken = await start({ host: { unseal: async () => null } })
      const elsewhere = await refused(taken.client.app.signIn({ staffId: facts.staffId, password }))
      expect('the password alone opens nothing', elsewhere !== '')
      const guessed = await start()
      const said = await refused(guessed.client.app.signIn({ staffId: facts.staffId, password: newPassword }))
      expect('the account alone opens nothing', said === 'WRONG_PASSWORD')
      const clear = (file: string) => [password, code].some((secret) => readFileSync(file).includes(secret))
      expect('neither lies there in the clear', !sidecars(place).some(clear))
      await guessed.client.app.signIn({ staffId: facts.staffId, password })
      return guessed
    },
  },
  {
    what: 'a bit of a copy fell over: told, and the older one opens',
    async play({ place, facts, code, start, expect }) {
      const office = await start()
      await office.client.app.signIn({ staffId: facts.staffId, password })
      const { id } = await office.client.copies.makeNow()
      const stick = join(place.root, 'kopie.db')
      const bytes = readFileSync(place.visible)
      bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 4
      writeFileSync(stick, bytes)
      const look = (source: CopySource) => office.client.restore.inspect({ source, typedCode: code })
      const [bad, good] = [await look({ kind: 'file', path: stick }), await look({ kind: 'snapshot', id })]
      expect('the bit is seen', bad.cause === 'damaged')
      expect('the other copy is good', good.cause === 'good')
      return office
    },
  },
  {
    what: "Windows' store of secrets is lost",
    async play(scene) {
      // Another Windows account, or the same after a reset: what was sealed before stays shut.
      const { seal, unseal } = hostOf(scene.place)
      const host = {
        seal: async (text: string) => `new ${await seal(text)}`,
        unseal: async (sealed: string) => (sealed.startsWith('new ') ? await unseal(sealed.slice(4)) : null),
      }
      return withCode(scene, await scene.start({ host }))
    },
  },
  {
    what: 'the keyring is deleted',
    async play(scene) {
      for (const file of sidecars(scene.place)) rmSync(file)
      return withCode(scene, await scene.start())
    },
  },
  {
    what: 'the keyring and the place file are deleted',
    async play(scene) {
      for (const file of [...sidecars(scene.place), profileFiles(scene.place.profileDir).place]) rmSync(file)
      return withCode(scene, await scene.start())
    },
  },
  {
    what: 'the keyring is damaged, its reserve is not',
    async play({ place, facts, start }) {
      writeFileSync(profileFiles(place.profileDir).keyring, 'x')
      const office = await start()
      await office.client.app.signIn({ staffId: facts.staffId, password })
      return office
    },
  },
  {
    what: 'the place file is deleted',
    async play({ place, facts, start }) {
      rmSync(profileFiles(place.profileDir).place)
      const office = await start()
      await office.client.app.signIn({ staffId: facts.staffId, password })
      return office
    },
  },
  {
    what: 'the live file is damaged',
    async play(scene) {
      const bytes = readFileSync(scene.place.live)
      bytes[9000] = (bytes[9000] ?? 0) ^ 1
      writeFileSync(scene.place.live, bytes)
      const office = await scene.start()
      const said = await refused(office.client.app.signIn({ staffId: scene.facts.staffId, password }))
      scene.expect('it says that the file is damaged', said === 'DAMAGED_FILE')
      return fromBest(scene, office)
    },
  },
  {
    what: 'the live file is gone',
    async play(scene) {
      rmSync(scene.place.live)
      const office = await scene.start()
      const { state, failure } = office.desk.state()
      scene.expect('it does not look empty', state === 'locked' && failure !== null)
      return fromBest(scene, office)
    },
  },
  {
    what: 'everything of the profile is gone, the visible file is there',
    async play({ place, facts, code, start }) {
      rmSync(place.profileDir, { recursive: true })
      const office = await start()
      await office.client.restore.apply({
        source: { kind: 'file', path: place.visible },
        typedCode: code,
        staff: { id: facts.staffId, password: newPassword },
        folder: place.folder,
      })
      await office.client.app.signIn({ staffId: facts.staffId, password: newPassword })
      return office
    },
  },
  {
    what: 'the visible file is deleted',
    async play({ place, facts, start, expect }) {
      rmSync(place.visible)
      const office = await start()
      await office.client.app.signIn({ staffId: facts.staffId, password })
      await office.client.tasks.create({ participant_id: null, title: 'Iets', due_on: null })
      await office.client.app.undo({})
      const { pending, problem } = await office.client.snapshots.publishNow()
      expect('it is written again', !pending && problem === null)
      return office
    },
  },
  {
    what: 'the paper is lost, the PC is there: another code',
    async play({ facts, code, start, expect }) {
      const office = await start()
      const { client } = office
      await client.app.signIn({ staffId: facts.staffId, password })
      const { sheet } = await client.access.printSheet({ password })
      expect('a manager prints the sheet again', sheet.length > 1000)
      const begun = await client.access.beginRotate({ password })
      await client.access.finishRotate({ typedCode: begun.code, password })
      const [old, now] = [code, begun.code].map((typedCode) => client.access.checkCode({ typedCode }))
      expect('the old code is not right any more', (await old)?.right === false)
      expect('the new one is', (await now)?.right === true)
      return office
    },
  },
  {
    what: 'paper and PC are both lost: the program had warned',
    async play({ facts, start, expect }) {
      const office = await start({ now: () => new Date('2027-01-20T09:00:00Z') })
      await office.client.app.signIn({ staffId: facts.staffId, password })
      expect('it asks for the paper', (await office.client.access.codeCheck()).due)
      expect('it asks for a copy elsewhere', (await office.client.copies.state()).outsideOverdue)
      return office
    },
  },
]

/** The same client, with every call of a procedure told. */
function counted(client: Client, call: () => void): Client {
  type Branch = Record<string, (...args: unknown[]) => unknown>
  const branchOf = (branch: Branch) =>
    new Proxy(branch, {
      get: (procedures, name: string) => {
        call()
        return procedures[name]
      },
    })
  return new Proxy(client, {
    get: (branches, name) => branchOf(Reflect.get(branches, name) as unknown as Branch),
  })
}

async function play(harness: Harness, lockout: Lockout): Promise<Row> {
  const { work, template } = harness
  const tally = noTally()
  const newPlace = () => placeIn(join(newFolder(work, 'lockout'), 'office'))
  const place = newPlace()
  cpSync(template.place.root, place.root, { recursive: true })
  const running: RunningOffice[] = []
  const scene: Scene = {
    place,
    facts: template.facts,
    code: formatCode(template.facts.code),
    newPlace,
    async start(options, at = place) {
      const office = await startAt(at, options)
      running.push(office)
      return { ...office, client: counted(office.client, () => (steps += 1)) }
    },
    expect(what, is) {
      if (!is) throw new Error(`not true: ${what}`)
    },
  }
  let [steps, note] = [0, '']
  tally.count = 1
  try {
    const office = await lockout.play(scene)
    running.push(office)
    note = `${steps} calls`
    const everybody = { query: '', stage: null, after: null, limit: 100 }
    const { total } = await office.client.participants.list(everybody)
    if (total !== template.facts.people.length) throw new Error(`${total} people are there`)
    if (!verifyHistory(office.db()).whole) throw new Error('the history is not whole')
    tally.ok = 1
  } catch (error) {
    tally.lost = 1
    tally.examples.push(`${String(error)} ${running.at(-1)?.logged.at(-1) ?? ''}`)
  }
  for (const office of running) office.drop()
  return { what: `lockout: ${lockout.what}`, tally, note }
}

export const lockoutRows: Part = async (harness) => {
  harness.say('lockouts')
  const rows: Row[] = []
  for (const lockout of lockouts) rows.push(await play(harness, lockout))
  return rows
}
