import { join } from 'node:path'
import type { ErrorCode } from '#core/api/errors.ts'
import { OfficeFileError, type ReadableDb } from '#db/database.ts'
import type { FileOps } from '#db/file-ops.ts'
import { createClock } from './clock.ts'
import { OfficeDesk } from './desk.ts'
import type { HostServices } from './host.ts'
import type { KeeperTimes } from './keeping/keeper.ts'
import type { Disks } from './keeping/place-check.ts'
import { warmUp } from './letters/warm-up.ts'
import { createLog, newRef, type Log } from './log.ts'
import { practicePassword, type CreatePracticeOffice } from './practice-door.ts'
import type { PublisherTimes } from './publisher.ts'
import { prepareReports } from './results/warm-up.ts'
import { createRouter, type OfficeRouter } from './router.ts'
import { servePort, type ServicePort } from './transport/message-port.ts'

export interface OfficeServerOptions {
  /** Holds live.db and the sidecars: private, local, never synchronised. */
  readonly profileDir: string
  /** What set-up proposes for the visible file. */
  readonly suggestedFolder: string
  readonly host: HostServices
  /** Of the program, `0.1.0`. */
  readonly version: string
  readonly clock?: () => Date
  /** Opens an office full of invented data, and makes it when the profile is empty. */
  readonly practice?: boolean
  readonly log?: Log
  readonly publisherTimes?: PublisherTimes
  readonly delayAfter?: (failures: number) => number
  /** A cheaper scrypt, for tests. */
  readonly passwordCost?: number
  readonly keeperTimes?: KeeperTimes
  /** Another PC's disks, or a file system that fails, in tests. */
  readonly disks?: Disks
  readonly ops?: FileOps
}

export type OfficeReadiness =
  { state: 'ready' } | { state: 'failed'; code: ErrorCode; path: string; ref: string }

export interface OfficeServer {
  readonly router: OfficeRouter
  /** Settles when the first screen can be shown, or with the reason why not. Never rejects. */
  ready(): Promise<OfficeReadiness>
  serveMessagePort(port: ServicePort): void
  /** Before sleep: the visible file gets what it lacks. Never rejects. */
  publishSoonest(): Promise<void>
  /** Refuses new calls, lets the running ones finish, publishes and closes. */
  close(): Promise<void>
}

const wizardHelps: ReadonlySet<ErrorCode> = new Set(['UNREADABLE_FILE', 'DAMAGED_FILE', 'NOT_OUR_FILE'])

/** After the first screens are there, so that the first letter and the first report come at once and they do not wait for it. */
const quietAfter = 5_000

function prepareRest(db: ReadableDb): void {
  const prepare = async () => {
    await prepareReports(db)
    await warmUp()
  }
  setTimeout(() => void prepare().catch(() => undefined), quietAfter).unref()
}

/** The office's service on one profile; the desktop's data process and the browser host are both this. */
export function startOffice(options: OfficeServerOptions): OfficeServer {
  const log = options.log ?? createLog(join(options.profileDir, 'log'))
  const clock = createClock(options.clock)
  const desk = new OfficeDesk({
    profileDir: options.profileDir,
    suggestedFolder: options.suggestedFolder,
    host: options.host,
    version: options.version,
    clock,
    practice: options.practice ?? false,
    log,
    passwordCost: options.passwordCost,
    onOpen: prepareRest,
    keeperTimes: options.keeperTimes,
    disks: options.disks,
    ops: options.ops,
    ...(options.publisherTimes ? { publisherTimes: options.publisherTimes } : {}),
    ...(options.delayAfter ? { delayAfter: options.delayAfter } : {}),
  })
  const router = createRouter(desk, log)
  const readiness = start()
  desk.started = readiness

  async function start(): Promise<OfficeReadiness> {
    try {
      await desk.look()
      if (options.practice === true) await openPractice()
    } catch (error) {
      desk.fail(
        error instanceof OfficeFileError ? error : new OfficeFileError('UNEXPECTED', options.profileDir),
      )
      return failed(error)
    }
    if (desk.failure === null) return { state: 'ready' }
    const failure = failed(desk.failure.error)
    // With these the screens come up all the same: `app.state` says what is wrong, and a copy can be put back.
    return wizardHelps.has(desk.failure.code) ? { state: 'ready' } : failure
  }

  function failed(error: unknown): OfficeReadiness {
    const ref = newRef()
    const { code, path } = (error ?? {}) as { code?: ErrorCode; path?: string }
    log({ event: 'start_failed', ref, error })
    const known = typeof path === 'string' && typeof code === 'string'
    return {
      state: 'failed',
      ref,
      code: known ? code : 'UNEXPECTED',
      path: known ? path : options.profileDir,
    }
  }

  async function openPractice(): Promise<void> {
    if (desk.failure !== null) return
    if (!desk.isSetUp) {
      const { createPracticeOffice } = (await import('#service/practice/create.ts')) as {
        createPracticeOffice: CreatePracticeOffice
      }
      await createPracticeOffice({
        profileDir: options.profileDir,
        folder: options.suggestedFolder,
        today: clock.today(),
        version: options.version,
        log,
      })
      await desk.look()
      if (desk.failure !== null) return
    }
    const state = desk.state()
    const [me] = state.people
    if (state.practice && me !== undefined) await desk.signIn(me.id, practicePassword)
  }

  return {
    router,
    ready: () => readiness,
    serveMessagePort: (port) => servePort(router, port),
    publishSoonest: () => desk.publishSoonest(),
    async close() {
      await readiness
      await desk.close()
    },
  }
}
