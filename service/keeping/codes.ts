import { randomBytes, timingSafeEqual } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Office, Staff } from '#core/api/app.ts'
import type { Outputs } from '#core/api/contract.ts'
import { addDays, addMonths } from '#core/calendar/dates.ts'
import { OfficeFileError, type Meta, type ReadableDb } from '#db/database.ts'
import { CommandError } from '#db/errors.ts'
import { sealCode, wrapKey, type WrappedKey } from '#db/keys/keyring.ts'
import { dataKey, formatCode, keyId, newRecoveryCode, parseCode } from '#db/keys/recovery-code.ts'
import { listStaff, readOffice } from '#db/office/queries.ts'
import { closeDb, openLive, readMeta } from '#db/open.ts'
import { Access } from '../access.ts'
import { invalid } from '../features/invalid.ts'
import { recoverySheet } from '../letters/recovery-sheet.ts'
import { readPlace, writePlace, type Place } from '../sidecar.ts'
import type { DeskDoor } from './door.ts'
import { rotate } from './rotate.ts'

/** Days after a code was made until it is asked for once, so that a sheet that was never put away shows early. */
const firstCheckAfter = 30
/** Months between later checks. */
const checkEvery = 12

export interface Sheet {
  readonly code: string
  readonly keyId: string
  /** A PDF, as base64. */
  readonly sheet: string
}

/** What the code from paper opened, for as long as was needed to look. */
interface Found {
  readonly meta: Meta
  readonly office: Office
  readonly staff: readonly Staff[]
}

/** The recovery code of the office on this PC: what it opens, its sheet, and another one in its place. */
export class Codes {
  readonly #door: DeskDoor
  /** The new code that was begun, of who began it. In memory only, until it is typed back. */
  #begun: { code: string; staffId: number } | null = null

  constructor(door: DeskDoor) {
    this.#door = door
  }

  /** @throws CommandError INVALID, WRONG_CODE; OfficeFileError when the live file cannot be opened for another reason. */
  peopleWithCode(typedCode: string): Promise<Outputs['access']['peopleWithCode']> {
    return this.#door.inTurn(() => {
      const { office, staff } = this.#look(typed(typedCode))
      const people = staff.filter(({ active }) => active).map(({ id, name }) => ({ id, name }))
      return Promise.resolve({ officeName: office.name, people })
    })
  }

  /**
   * Gives somebody a new password with the code from paper. A keyring that is gone, is of another code, or was
   * sealed by another PC or Windows account, is made anew with this one person on it.
   * @param password long enough.
   * @throws CommandError INVALID, WRONG_CODE, NOT_FOUND; OfficeFileError.
   */
  resetWithCode(typedCode: string, staffId: number, password: string): Promise<void> {
    return this.#door.inTurn(async () => {
      const code = typed(typedCode)
      const found = this.#look(code)
      const person = found.staff.find(({ id, active }) => id === staffId && active)
      if (person === undefined) throw new CommandError('NOT_FOUND')
      const key = dataKey(code)
      try {
        const { passwordCost } = this.#door
        const wrapped = await wrapKey(password, key, passwordCost === undefined ? {} : { n: passwordCost })
        await this.#putSlot(found, person, wrapped, code, key)
      } finally {
        key.fill(0)
      }
      if (this.#door.opened() === null) await this.#door.look()
    })
  }

  async #putSlot(
    { meta, office }: Found,
    { id, name }: Staff,
    wrapped: WrappedKey,
    code: string,
    key: Buffer,
  ): Promise<void> {
    const { files, host, suggestedFolder, passwordCost, clock } = this.#door
    const place = this.#door.place() ?? attempt(() => readPlace(files.place))
    const access =
      this.#door.access() ?? (await Access.load(files.keyring, host, passwordCost).catch(() => null))
    const folder = access?.folder ?? place?.folder ?? suggestedFolder
    await this.#replaceAside(meta, { id, name }, wrapped)
    if (access !== null && access.keyId === meta.keyId && access.dbUuid === meta.dbUuid) {
      await access.put({ id, name }, wrapped)
      await access.putCode(code, key)
    } else {
      mkdirSync(folder, { recursive: true })
      await Access.create(files.keyring, host, {
        keyId: meta.keyId,
        dbUuid: meta.dbUuid,
        officeName: office.name,
        folder,
        code: sealCode(code, key),
        staff: [{ id, name, wrapped }],
      })
    }
    const { language } = office
    const known: Place = place ?? { version: 1, language, practice: meta.practice, published: null }
    const next: Place = { ...known, folder, code: { ...datesOf(known, meta), checkedAt: clock.now() } }
    if (this.#door.place() === null) writePlace(files.place, next)
    else this.#door.putPlace(next)
  }

  /**
   * Takes somebody off the keyring, and off those that moved aside with an older office: putting one of these back
   * must not let them in again. @throws OfficeFileError; then they are still on the keyring of now.
   */
  async forget(staffId: number): Promise<void> {
    const access = this.#access()
    for (const old of await this.#aside()) if (old.dbUuid === access.dbUuid) await old.remove(staffId)
    await access.remove(staffId)
  }

  /**
   * Gives somebody another password in the opened office. The old one opens nothing any more: not what moved aside
   * under the same code either. @param password long enough. @throws OfficeFileError; then it is the old one still.
   */
  async changePassword(person: { id: number; name: string }, password: string): Promise<void> {
    const access = this.#access()
    const wrapped = await access.wrap(password, this.#opened().key)
    await this.#replaceAside(access, person, wrapped)
    await access.put(person, wrapped)
  }

  /**
   * Where this person is on a keyring that moved aside, with the same data key, the new password takes the place of
   * the old one: who takes a restore back signs in with the password that they have now.
   */
  async #replaceAside(
    { dbUuid, keyId: code }: Pick<Meta, 'dbUuid' | 'keyId'>,
    { id, name }: { id: number; name: string },
    wrapped: WrappedKey,
  ): Promise<void> {
    for (const old of await this.#aside()) {
      const same = old.dbUuid === dbUuid && old.keyId === code
      if (same && old.people.some((person) => person.id === id)) await old.put({ id, name }, wrapped)
    }
  }

  /** The keyrings that moved aside. One that was sealed by another PC or account opens nothing here. */
  async #aside(): Promise<Access[]> {
    const { files, host } = this.#door
    const names = existsSync(files.aside) ? readdirSync(files.aside) : []
    const found: Access[] = []
    for (const file of names.map((name) => join(files.aside, name, basename(files.keyring)))) {
      if (!existsSync(file) && !existsSync(`${file}.bak`)) continue
      const keyring = await Access.load(file, host).catch(() => null)
      if (keyring !== null) found.push(keyring)
    }
    return found
  }

  #access(): Access {
    const access = this.#door.access()
    if (access === null) throw new CommandError('NOT_SET_UP')
    return access
  }

  /** What stands in the live file that this code opens. */
  #look(code: string): Found {
    const { files, version } = this.#door
    const open = this.#door.opened()
    const key = dataKey(code)
    try {
      if (open !== null) {
        if (!timingSafeEqual(open.key, key)) throw new CommandError('WRONG_CODE')
        return found(open.db)
      }
      if (!existsSync(files.live)) throw new CommandError('NOT_SET_UP')
      const fullCheck = existsSync(files.openMark)
      const db = openLive({ file: files.live, key, appVersion: version, fullCheck })
      try {
        return found(db)
      } finally {
        closeDb(db)
      }
    } catch (error) {
      const unreadable = error instanceof OfficeFileError && error.code === 'UNREADABLE_FILE'
      // A wrong key and a damaged first page look alike; but when it is the code of this PC, it is the file.
      if (unreadable && this.#door.access()?.keyId !== keyId(code)) throw new CommandError('WRONG_CODE')
      throw error
    } finally {
      key.fill(0)
    }
  }

  /** Whether the paper should be asked for. Never in a practice office, whose code nobody has. */
  state(): Outputs['access']['codeCheck'] {
    const { db } = this.#opened()
    const { keyId: id, practice } = readMeta(db)
    const { madeAt, checkedAt } = datesOf(this.#door.place(), readMeta(db))
    const dueOn =
      checkedAt === null
        ? addDays(madeAt.slice(0, 10), firstCheckAfter)
        : addMonths(checkedAt.slice(0, 10), checkEvery)
    return { due: !practice && this.#door.clock.today() >= dueOn, lastCheckedAt: checkedAt, keyId: id }
  }

  /** Whether this is the code on the paper; when it is, it is not asked for again for a year. */
  async check(typedCode: string): Promise<boolean> {
    const { db, key } = this.#opened()
    const parsed = parseCode(typedCode)
    if (!parsed.ok || !isKeyOf(parsed.value, key)) return false
    const place = this.#door.place()
    if (place !== null) {
      const code = { ...datesOf(place, readMeta(db)), checkedAt: this.#door.clock.now() }
      this.#door.putPlace({ ...place, code })
    }
    await this.#remember(parsed.value, key)
    return true
  }

  async #remember(code: string, key: Buffer): Promise<void> {
    const access = this.#door.access()
    if (access !== null && access.code(key) === null) await access.putCode(code, key)
  }

  /**
   * Another sheet of the same code.
   * @param proof the password of who is signed in, or the code itself.
   * @throws CommandError INVALID; WRONG_CODE where this PC never saw the code: then it must be typed.
   */
  async sheet(proof: string): Promise<string> {
    const { db, key } = this.#opened()
    const parsed = parseCode(proof)
    let code: string | null
    if (parsed.ok && isKeyOf(parsed.value, key)) {
      code = parsed.value
      await this.#remember(code, key)
    } else {
      await this.#assertPassword(proof)
      code = this.#door.access()?.code(key) ?? null
      if (code === null) throw new CommandError('WRONG_CODE')
    }
    const { madeAt } = datesOf(this.#door.place(), readMeta(db))
    return await this.#draw(code, readOffice(db), madeAt.slice(0, 10))
  }

  async #draw(code: string, { name, language }: Office, madeOn: string): Promise<string> {
    const sheet = await recoverySheet({ code, keyId: keyId(code), officeName: name, madeOn, language })
    return Buffer.from(sheet).toString('base64')
  }

  /**
   * A new code with its sheet. Nothing changes before `finishRotate`.
   * @param proof as `sheet`.
   */
  async beginRotate(proof: string): Promise<Sheet> {
    const { db, key, staff } = this.#opened()
    const parsed = parseCode(proof)
    if (!parsed.ok || !isKeyOf(parsed.value, key)) await this.#assertPassword(proof)
    const code = newRecoveryCode(randomBytes)
    const sheet = await this.#draw(code, readOffice(db), this.#door.clock.today())
    this.#begun = { code, staffId: staff.id }
    return { code: formatCode(code), keyId: keyId(code), sheet }
  }

  /**
   * Builds a new live file under the new code, which was typed back from paper, and signs its maker in again.
   * When it fails, everything is as it was.
   * @param password of who is signed in; it goes on being it.
   * @returns who needs a new password. @throws CommandError INVALID, NOT_FOUND when nothing was begun.
   */
  finishRotate(typedCode: string, password: string): Promise<{ id: number; name: string }[]> {
    return this.#door.inTurn(async () => {
      const { staff } = this.#opened()
      if (this.#begun?.staffId !== staff.id) throw new CommandError('NOT_FOUND')
      const { code } = this.#begun
      if (typed(typedCode) !== code) throw invalid('typedCode', 'code_mismatch')
      await this.#assertPassword(password)
      const withoutPassword = await rotate(this.#door, { code, password })
      this.#begun = null
      return withoutPassword
    })
  }

  async #assertPassword(password: string): Promise<void> {
    const { staff } = this.#opened()
    const key = (await this.#door.access()?.unlock(staff.id, password)) ?? null
    if (key === null) throw invalid('password', password === '' ? 'required' : 'wrong_password')
    key.fill(0)
  }

  #opened(): NonNullable<ReturnType<DeskDoor['opened']>> {
    const open = this.#door.opened()
    if (open === null) throw new CommandError(this.#door.place() === null ? 'NOT_SET_UP' : 'LOCKED')
    return open
  }
}

function found(db: ReadableDb): Found {
  return { meta: readMeta(db), office: readOffice(db), staff: listStaff(db) }
}

/** Of the code of this office: after another one was put in its place, what is known is of another code. */
function datesOf(place: Place | null, { keyId: id, createdAt }: Meta): NonNullable<Place['code']> {
  return place?.code?.keyId === id ? place.code : { keyId: id, madeAt: createdAt, checkedAt: null }
}

/** @throws CommandError INVALID. */
function typed(text: string): string {
  const parsed = parseCode(text)
  if (!parsed.ok) throw invalid('typedCode', text.trim() === '' ? 'required' : parsed.problem)
  return parsed.value
}

function isKeyOf(code: string, key: Buffer): boolean {
  return timingSafeEqual(dataKey(code), key)
}

function attempt<T>(read: () => T): T | null {
  try {
    return read()
  } catch {
    return null
  }
}
