import { randomBytes } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import type { AppState, Office } from '#core/api/app.ts'
import type { Outputs } from '#core/api/contract.ts'
import type { ErrorCode } from '#core/api/errors.ts'
import { OfficeFileError, type ReadableDb, type WritableDb } from '#db/database.ts'
import { CommandError } from '#db/errors.ts'
import { dataKey, formatCode, keyId, newRecoveryCode } from '#db/keys/recovery-code.ts'
import { readOffice } from '#db/office/queries.ts'
import { nodeFiles, type FileOps } from '#db/file-ops.ts'
import { closeDb } from '#db/open.ts'
import type { Access } from './access.ts'
import type { Clock } from './clock.ts'
import type { OfficeContext } from './context.ts'
import { foundOffice, type Founding } from './founding.ts'
import { checkFolder } from './folder.ts'
import type { HostServices } from './host.ts'
import { AuditLog } from './keeping/audit-log.ts'
import { Codes } from './keeping/codes.ts'
import type { DeskDoor } from './keeping/door.ts'
import { Inspection } from './keeping/inspection.ts'
import type { Keeper, KeeperTimes } from './keeping/keeper.ts'
import { thisPcsDisks, type Disks } from './keeping/place-check.ts'
import { Restore } from './keeping/restore.ts'
import { lookAtProfile, openChecked } from './keeping/start-up.ts'
import type { Log } from './log.ts'
import { officeContext, openFor, staffNow, type OpenOffice } from './open-office.ts'
import type { PublisherTimes } from './publisher.ts'
import { profileFiles, removeFile, writePlace, type Place } from './sidecar.ts'
import { isStream, watchStream } from './stream.ts'

export interface DeskOptions {
  readonly profileDir: string
  readonly suggestedFolder: string
  readonly host: HostServices
  readonly version: string
  readonly clock: Clock
  readonly practice: boolean
  readonly log: Log
  readonly publisherTimes?: PublisherTimes
  /** How long a wrong password waits for its answer, in ms, after so many in a row. */
  readonly delayAfter?: (failures: number) => number
  /** Told once an office is open; for what can be prepared in a quiet moment. */
  readonly onOpen?: ((db: ReadableDb) => void) | undefined
  /** A cheaper scrypt, for tests. */
  readonly passwordCost?: number | undefined
  readonly keeperTimes?: KeeperTimes | undefined
  /** Another PC's disks, or disks that fail, in tests. */
  readonly disks?: Disks | undefined
  readonly ops?: FileOps | undefined
}

/** How long closing waits for calls to end and then for the visible file, in ms. Windows gives five seconds at shutdown. */
const longestDrain = 3_000

const within = (ms: number, end: Promise<void>) =>
  Promise.race([end, setTimeout(ms, undefined, { ref: false })])

const seconds = (failures: number) => (failures < 2 ? 0 : Math.min(30_000, 500 * 2 ** (failures - 1)))

/**
 * The reception of the office on this PC: is there one, who is in, and what is open. Everything about files and
 * keys passes here; the features get an `OfficeContext`.
 */
export class OfficeDesk {
  readonly #options: DeskOptions
  readonly #files
  readonly host: HostServices
  readonly clock: Clock
  readonly door: DeskDoor
  readonly codes: Codes
  readonly audit: AuditLog
  readonly inspection: Inspection
  readonly restore: Restore
  /** Both are there, or neither: whether there is an office on this PC. */
  #place: Place | null = null
  #access: Access | null = null
  /** Settles when the files were looked at, and in a practice office somebody is in. Never rejects. */
  started: Promise<unknown> = Promise.resolve()
  #failure: OfficeFileError | null = null
  /** Why the live database could not be opened, with the key that it should open with. */
  #damage: OfficeFileError | null = null
  #rescueKey: Buffer | null = null
  /** The day on which the live database was last read as a whole: at each start, and then daily. */
  #checkedOn = ''
  #open: OpenOffice | null = null
  #failures = 0
  /** Of the sheet that set-up shows. */
  #code: string | null = null
  #serving = true
  /** Signing in, signing out and set-up, one after the other. */
  #queue: Promise<unknown> = Promise.resolve()

  constructor(options: DeskOptions) {
    this.#options = options
    this.#files = profileFiles(options.profileDir)
    this.host = options.host
    this.clock = options.clock
    this.door = {
      ...options,
      files: this.#files,
      passwordCost: options.passwordCost,
      access: () => this.#access,
      place: () => this.#place,
      putPlace: (place) => this.#putPlace(place),
      opened: () => this.#open,
      inTurn: (run) => this.#inTurn(run),
      closeOffice: () => this.#closeOffice(),
      openOffice: (key, staffId) => this.#openOffice(key, staffId),
      look: () => this.look(),
      rescueKey: () => this.#rescueKey,
      disks: options.disks ?? thisPcsDisks,
      ops: options.ops ?? nodeFiles,
    }
    this.inspection = new Inspection(this.door)
    this.restore = new Restore(this.door, this.inspection)
    this.codes = new Codes(this.door)
    this.audit = new AuditLog(this.door)
  }

  /** Looks which files are there. A part of an office is a failure, never an empty office. Never rejects. */
  async look(): Promise<void> {
    this.#rescueKey?.fill(0)
    this.#rescueKey = null
    this.#damage = null
    this.#checkedOn = ''
    const found = await lookAtProfile(this.door, this.#options.practice)
    this.#access = found.access
    this.#place = found.place
    this.#failure = found.failure
  }

  get failure(): { code: ErrorCode; path: string; error: unknown } | null {
    return this.#failure && { code: this.#failure.code, path: this.#failure.path, error: this.#failure }
  }

  /** For what goes wrong after `look` and before the first screen. */
  fail(error: OfficeFileError): void {
    this.#failure = error
  }

  get isSetUp(): boolean {
    return this.#place !== null
  }

  /** @throws CommandError SHUTTING_DOWN once the program closes. */
  assertServing(): void {
    if (!this.#serving) throw new CommandError('SHUTTING_DOWN')
  }

  state(): AppState {
    const failure = this.#failure ?? this.#damage
    const hasOffice = this.#place !== null || failure !== null
    return {
      state: this.#open !== null ? 'open' : hasOffice ? 'locked' : 'setup',
      failure: failure && { code: failure.code, path: failure.path },
      canChooseFile: this.host.chooseFile !== undefined,
      practice: this.#place?.practice ?? this.#options.practice,
      today: this.clock.today(),
      version: this.#options.version,
      officeName: this.#access?.officeName ?? '',
      caseManagerWord: this.#open === null ? '' : readOffice(this.#open.db).case_manager_word,
      language: this.#place?.language ?? 'nl',
      people: this.#access?.people ?? [],
      me: this.#open === null ? null : staffNow(this.#open),
      canChooseFolder: this.host.canChooseFolder,
      suggestedFolder: this.#options.suggestedFolder,
      lockMinutes: this.#place?.lockMinutes ?? 10,
    }
  }

  /** @throws CommandError WRONG_PASSWORD, later with each one in a row; OfficeFileError. */
  signIn(staffId: number, password: string): Promise<void> {
    return this.#inTurn(async () => {
      if (this.#failure !== null) throw this.#failure
      if (this.#access === null) throw new CommandError('NOT_SET_UP')
      const key = await this.#access.unlock(staffId, password)
      if (key === null) return this.#wrongPassword(staffId)
      await this.#closeOffice()
      if (!this.#openOffice(key, staffId)) return this.#wrongPassword(staffId)
      this.#failures = 0
    })
  }

  async #wrongPassword(staffId: number): Promise<never> {
    this.audit.note('failed_sign_in', staffId)
    this.#failures += 1
    const delay = (this.#options.delayAfter ?? seconds)(this.#failures)
    if (delay > 0) await setTimeout(delay)
    throw new CommandError('WRONG_PASSWORD')
  }

  signOut(): Promise<void> {
    return this.#inTurn(() => this.#closeOffice())
  }

  /** @throws CommandError FOLDER_NOT_WRITABLE, NOT_OUR_FILE. */
  checkFolder(folder: string): { folder: string; exists: boolean } {
    return checkFolder(folder, this.#files.dir)
  }

  /** @throws CommandError ALREADY_SET_UP. */
  assertNotSetUp(): void {
    if (this.#failure !== null) throw this.#failure
    if (this.#place !== null) throw new CommandError('ALREADY_SET_UP')
  }

  /** A new recovery code for the sheet. It is nowhere but in memory until the office is founded with it. */
  newCode(): { code: string; keyId: string } {
    this.#code = newRecoveryCode(randomBytes)
    return { code: formatCode(this.#code), keyId: keyId(this.#code) }
  }

  /** @throws CommandError NOT_SET_UP when no sheet was made yet. */
  codeOnSheet(): string {
    this.assertNotSetUp()
    if (this.#code === null) throw new CommandError('NOT_SET_UP')
    return this.#code
  }

  /** Makes the office and opens it for its first member of staff. Nothing of it stands when it fails. */
  found(
    founding: Omit<Founding, 'profileDir' | 'version' | 'today' | 'now' | 'practice' | 'host'>,
  ): Promise<void> {
    return this.#inTurn(async () => {
      this.assertNotSetUp()
      const staffId = await foundOffice({
        ...founding,
        profileDir: this.#files.dir,
        version: this.#options.version,
        today: this.clock.today(),
        now: this.clock.now(),
        practice: false,
        host: this.host,
        passwordCost: this.#options.passwordCost,
      })
      this.#code = null
      await this.look()
      if (this.#failure !== null) throw this.#failure
      if (!this.#openOffice(dataKey(founding.code), staffId))
        throw new Error('The first member of staff is missing')
    })
  }

  /** @returns false when this person does not work here (any more). @throws OfficeFileError. */
  #openOffice(key: Buffer, staffId: number): boolean {
    this.#open = openFor(this.door, this.#openLive(key), key, staffId, this.#options)
    if (this.#open === null) return false
    const { db, staff, keeper } = this.#open
    this.audit.note('sign_in', staff.id)
    keeper.start()
    void this.#rename(readOffice(db)) // where an earlier one was cut off
    this.#options.onOpen?.(db)
    return true
  }

  /** @throws OfficeFileError; for the restore wizard the key is kept that the file should open with. */
  #openLive(key: Buffer): WritableDb {
    const today = this.clock.today()
    try {
      const db = openChecked(this.door, key, this.#checkedOn !== today)
      this.#checkedOn = today
      // Of an earlier try, when the disk could not be read for a moment.
      this.#damage = null
      this.#rescueKey?.fill(0)
      this.#rescueKey = null
      return db
    } catch (error) {
      const code = error instanceof OfficeFileError && error.path === this.#files.live ? error.code : null
      if (code === 'DAMAGED_FILE' || code === 'UNREADABLE_FILE' || code === 'NOT_OUR_FILE') {
        this.#damage = error as OfficeFileError
        this.#rescueKey = Buffer.from(key)
      }
      throw error
    }
  }

  #putPlace(place: Place): void {
    this.#place = place
    writePlace(this.#files.place, place, this.door.ops)
  }

  savedState(): Outputs['snapshots']['status'] {
    const { publisher } = this.#assertOpen()
    return { folder: this.#access?.folder ?? '', ...publisher.status() }
  }

  /** Brings the visible file up to the last save. Never throws; a problem is in the answer. */
  async publishSoonest(): Promise<void> {
    await this.#open?.publisher.flush()
  }

  #assertOpen(): OpenOffice {
    if (this.#failure !== null) throw this.#failure
    if (this.#open !== null) return this.#open
    throw new CommandError(this.#place === null ? 'NOT_SET_UP' : 'LOCKED')
  }

  /**
   * Runs one call in the opened office, and counts it until its answer, or its stream, has ended.
   * @throws CommandError LOCKED, NOT_SET_UP.
   */
  withOffice<T>(run: (context: OfficeContext, closing: AbortSignal) => T): T {
    const open = this.#assertOpen()
    open.running += 1
    const leave = () => {
      open.running -= 1
      if (open.running === 0) open.idle?.()
    }
    let result: T
    try {
      result = run(this.#context(open), open.closing.signal)
    } catch (error) {
      leave()
      throw error
    }
    if (isStream(result)) return watchStream(result, { onEnd: leave }) as T
    if (result instanceof Promise) return result.finally(leave) as T
    leave()
    return result
  }

  /** The copies of the opened office. @throws CommandError LOCKED, NOT_SET_UP. */
  keeper<T>(run: (keeper: Keeper) => T): T {
    const { keeper } = this.#assertOpen()
    return this.withOffice(() => run(keeper))
  }

  #context(open: OpenOffice): OfficeContext {
    return officeContext(open, {
      host: this.host,
      clock: this.clock,
      access: () => this.#access,
      rename: (office) => this.#rename(office),
      forget: (id) => this.codes.forget(id),
    })
  }

  async #rename(office: Pick<Office, 'name' | 'language'>): Promise<void> {
    try {
      if (this.#access !== null && this.#access.officeName !== office.name)
        await this.#access.rename(office.name)
      if (this.#place !== null && this.#place.language !== office.language)
        this.#putPlace({ ...this.#place, language: office.language })
    } catch (error) {
      this.#options.log({ event: 'rename_failed', error })
    }
  }

  /** Refuses new calls, lets the running ones finish, publishes, closes. Safe to call twice. */
  close(): Promise<void> {
    this.#serving = false
    return this.#inTurn(() => this.#closeOffice('closing'))
  }

  async #closeOffice(why: 'closing' | 'sign_out' = 'sign_out'): Promise<void> {
    const open = this.#open
    if (open === null) return
    this.audit.note('sign_out', open.staff.id)
    this.#open = null
    open.closing.abort()
    if (open.running > 0) await within(longestDrain, new Promise<void>((resolve) => (open.idle = resolve)))
    await within(longestDrain, open.publisher.flush())
    open.publisher.stop()
    await within(longestDrain, open.keeper.closing(why))
    open.keeper.stop()
    open.drafts.close()
    closeDb(open.db)
    removeFile(this.#files.openMark) // left standing it costs one full check
    open.key.fill(0)
  }

  #inTurn<T>(run: () => Promise<T>): Promise<T> {
    const turn = this.#queue.then(run)
    this.#queue = turn.catch(() => undefined)
    return turn
  }
}
