import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'
import type { AppState, Office, Staff } from '#core/api/app.ts'
import type { Outputs } from '#core/api/contract.ts'
import type { ErrorCode } from '#core/api/errors.ts'
import { commitSeq } from '#db/check.ts'
import { OfficeFileError, type WritableDb } from '#db/database.ts'
import { CommandError } from '#db/errors.ts'
import { runCommand, undoChangeSet } from '#db/history/commands.ts'
import { dataKey, formatCode, keyId, newRecoveryCode } from '#db/keys/recovery-code.ts'
import { findStaff, readOffice } from '#db/office/queries.ts'
import { closeDb, openLive } from '#db/open.ts'
import { publish } from '#db/publish.ts'
import { Access } from './access.ts'
import type { Clock } from './clock.ts'
import type { OfficeContext } from './context.ts'
import { foundOffice, type Founding } from './founding.ts'
import { checkFolder } from './folder.ts'
import type { HostServices } from './host.ts'
import type { Log } from './log.ts'
import { createPublisher, type Publisher, type PublisherTimes } from './publisher.ts'
import {
  clearUnfinishedSetup,
  profileFiles,
  readPlace,
  visibleFileName,
  writePlace,
  type Place,
} from './sidecar.ts'
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
  readonly onOpen?: (() => void) | undefined
  /** A cheaper scrypt, for tests. */
  readonly passwordCost?: number | undefined
}

/** An office with somebody signed in. */
interface OpenOffice {
  readonly db: WritableDb
  readonly key: Buffer
  readonly staff: Staff
  readonly publisher: Publisher
  /** Ends the streams when the office closes. */
  readonly closing: AbortController
  /** Calls that are not finished. */
  running: number
  idle: (() => void) | null
}

/** How long closing waits for calls to end and then for the visible file, in ms. Windows gives five seconds at shutdown. */
const longestDrain = 3_000

/** How long one publish waits for a visible file that Explorer or a scanner holds, in ms; then comes a retry. */
const renameFor = 20_000

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
  /** Both are there, or neither: whether there is an office on this PC. */
  #place: Place | null = null
  #access: Access | null = null
  /** Settles when the files were looked at, and in a practice office somebody is in. Never rejects. */
  started: Promise<unknown> = Promise.resolve()
  #failure: OfficeFileError | null = null
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
  }

  /** Looks which files are there. A part of an office is a failure, never an empty office. */
  async look(): Promise<void> {
    this.#failure = null
    this.#place = null
    this.#access = null
    try {
      mkdirSync(this.#files.dir, { recursive: true })
      clearUnfinishedSetup(this.#files)
      const [live, keyring, place] = [this.#files.live, this.#files.keyring, this.#files.place].map(
        existsSync,
      )
      if (!live && !keyring && !place) return
      if (!live) throw new OfficeFileError('UNREADABLE_FILE', this.#files.live)
      const { host, passwordCost } = this.#options
      this.#access = await Access.load(this.#files.keyring, host, passwordCost)
      this.#place = readPlace(this.#files.place)
    } catch (error) {
      this.#failure =
        error instanceof OfficeFileError
          ? error
          : new OfficeFileError('FOLDER_NOT_WRITABLE', this.#files.dir, { cause: error })
    }
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

  /** @throws OfficeFileError when the office's files could not be used at the start. */
  state(): AppState {
    if (this.#failure !== null) throw this.#failure
    return {
      state: this.#open !== null ? 'open' : this.#place !== null ? 'locked' : 'setup',
      practice: this.#place?.practice ?? this.#options.practice,
      today: this.clock.today(),
      version: this.#options.version,
      officeName: this.#access?.officeName ?? '',
      language: this.#place?.language ?? 'nl',
      people: this.#access?.people ?? [],
      me: this.#open?.staff ?? null,
      canChooseFolder: this.host.canChooseFolder,
      suggestedFolder: this.#options.suggestedFolder,
    }
  }

  /** @throws CommandError WRONG_PASSWORD, later with each one in a row; OfficeFileError. */
  signIn(staffId: number, password: string): Promise<void> {
    return this.#inTurn(async () => {
      if (this.#failure !== null) throw this.#failure
      if (this.#access === null) throw new CommandError('NOT_SET_UP')
      const key = await this.#access.unlock(staffId, password)
      if (key === null) return this.#wrongPassword()
      await this.#closeOffice()
      if (!this.#openOffice(key, staffId)) return this.#wrongPassword()
      this.#failures = 0
    })
  }

  async #wrongPassword(): Promise<never> {
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
    const { live, openMark } = this.#files
    const fullCheck = existsSync(openMark)
    const db = openLive({ file: live, key, appVersion: this.#options.version, fullCheck })
    const staff = findStaff(db, staffId)
    if (staff === null || !staff.active) {
      closeDb(db)
      return false
    }
    writeFileSync(openMark, '')
    const publisher = createPublisher({
      publish: () => this.#publish(db, key),
      publishedAt: this.#place?.published?.at ?? null,
      pending: this.#place?.published?.commitSeq !== commitSeq(db),
      log: this.#options.log,
      ...(this.#options.publisherTimes ? { times: this.#options.publisherTimes } : {}),
    })
    this.#open = { db, key, staff, publisher, closing: new AbortController(), running: 0, idle: null }
    void this.#rename(readOffice(db)) // where an earlier one was cut off
    this.#options.onOpen?.()
    return true
  }

  async #publish(db: WritableDb, key: Buffer): Promise<string> {
    if (this.#access === null || this.#place === null) throw new CommandError('NOT_SET_UP')
    const { folder } = this.#access
    const now = this.clock.now()
    const done = await publish(db, { folder, fileName: visibleFileName, key, now, retryForMs: renameFor })
    const published = { at: done.publishedAt, commitSeq: done.commitSeq }
    this.#putPlace({ ...this.#place, published })
    return done.publishedAt
  }

  #putPlace(place: Place): void {
    this.#place = place
    writePlace(this.#files.place, place)
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

  #context(open: OpenOffice): OfficeContext {
    const { db, staff, key, publisher } = open
    const now = this.clock.now()
    const rename = (office: Pick<Office, 'name' | 'language'>) => this.#rename(office)
    return {
      db,
      staff,
      host: this.host,
      today: this.clock.today(),
      now,
      command(command, fn) {
        const done = runCommand(db, { command, staffId: staff.id, at: now }, fn)
        if (done.changeSetId !== null) publisher.changed()
        return done
      },
      undo(changeSetId) {
        const done = undoChangeSet(db, { staffId: staff.id, at: now, changeSetId })
        publisher.changed()
        void rename(readOffice(db))
        return { command: done.command, changeSetId: done.changeSetId }
      },
      access: {
        has: (id) => this.#access?.people.some((person) => person.id === id) ?? false,
        prepare: async (password) => {
          const access = this.#access
          if (access === null) throw new CommandError('NOT_SET_UP')
          const wrapped = await access.wrap(password, key)
          return { put: (person) => access.put(person, wrapped) }
        },
        rename,
      },
    }
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
    return this.#inTurn(() => this.#closeOffice())
  }

  async #closeOffice(): Promise<void> {
    const open = this.#open
    if (open === null) return
    this.#open = null
    open.closing.abort()
    if (open.running > 0) await within(longestDrain, new Promise<void>((resolve) => (open.idle = resolve)))
    await within(longestDrain, open.publisher.flush())
    open.publisher.stop()
    closeDb(open.db)
    rmSync(this.#files.openMark, { force: true })
    open.key.fill(0)
  }

  #inTurn<T>(run: () => Promise<T>): Promise<T> {
    const turn = this.#queue.then(run)
    this.#queue = turn.catch(() => undefined)
    return turn
  }
}
