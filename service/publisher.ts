import type { Log } from './log.ts'

/**
 * Times in milliseconds. A save is in the visible file within ten seconds, as the screens and the manual promise:
 * the publish itself, of a large file on a slow disk, has what `atMost` leaves of these.
 */
export interface PublisherTimes {
  /** Quiet time after a save, so that a burst of saves is one publish. */
  readonly debounce: number
  /** At most this long after the first save that is not in the visible file. */
  readonly atMost: number
  /** Between attempts while the visible file cannot be written. */
  readonly retry: number
  /** The visible file is late once it lacks a save of so long ago; a minute when left out. */
  readonly late?: number
}
const defaultLate = 60_000
export const publisherTimes: PublisherTimes = {
  debounce: 2_000,
  atMost: 7_000,
  retry: 15_000,
  late: defaultLate,
}

export type PublishProblem = 'FOLDER_NOT_WRITABLE' | 'DISK_FULL' | 'FILE_IN_USE' | 'VISIBLE_CHANGED'

export interface PublisherStatus {
  readonly publishedAt: string | null
  readonly pending: boolean
  readonly problem: PublishProblem | null
  /** A save of more than a minute ago is not in the visible file. */
  readonly late: boolean
}

export interface Publisher {
  /** A command was committed. Never throws and returns at once. */
  changed(): void
  /** Publishes when something is not in the visible file yet. Never throws; see `status().problem`. */
  flush(): Promise<void>
  status(): PublisherStatus
  /** Stops the timers. What is pending stays pending: call `flush` before. */
  stop(): void
}

/**
 * Keeps the visible file up with the saves. A publish that fails is tried again later and is never an error of
 * the save: what was saved is in the live file.
 * @param publish writes the visible file and returns the moment it is of; throws with a `code`.
 */
export function createPublisher(options: {
  publish: () => Promise<string> | string
  publishedAt: string | null
  pending: boolean
  log: Log
  times?: PublisherTimes
}): Publisher {
  const times = options.times ?? publisherTimes
  let publishedAt = options.publishedAt
  let problem: PublishProblem | null = null
  let pendingSince: number | null = null
  /** Since when what is being written now was not in the visible file. */
  let writingSince: number | null = null
  let timer: NodeJS.Timeout | null = null
  let running: Promise<void> | null = null
  let stopped = false

  function schedule(delay: number): void {
    if (timer !== null) clearTimeout(timer)
    if (stopped) return
    timer = setTimeout(() => void run(), Math.max(0, delay))
    timer.unref()
  }

  function run(): Promise<void> {
    if (timer !== null) clearTimeout(timer)
    timer = null
    running ??= once().finally(() => {
      running = null
      if (pendingSince !== null && timer === null) schedule(times.debounce) // saved while it was written
    })
    return running
  }

  async function once(): Promise<void> {
    const since = pendingSince
    writingSince = since
    pendingSince = null
    try {
      publishedAt = await options.publish()
      problem = null
    } catch (error) {
      pendingSince = since ?? Date.now()
      problem = problemOf(error)
      options.log({ event: 'publish_failed', error })
      schedule(times.retry)
    } finally {
      writingSince = null
    }
  }

  function isLate(): boolean {
    const since = writingSince ?? pendingSince
    return since !== null && Date.now() - since > (times.late ?? defaultLate)
  }

  if (options.pending) changed()
  function changed(): void {
    const now = Date.now()
    pendingSince ??= now
    if (problem === null) schedule(Math.min(times.debounce, pendingSince + times.atMost - now))
    else if (timer === null) schedule(times.retry)
  }

  return {
    changed,
    async flush() {
      if (running !== null) await running
      if (pendingSince !== null) await run()
    },
    status: () => ({
      publishedAt,
      pending: pendingSince !== null || running !== null,
      problem,
      late: isLate(),
    }),
    stop() {
      stopped = true
      if (timer !== null) clearTimeout(timer)
      timer = null
    },
  }
}

function problemOf(error: unknown): PublishProblem {
  const code = (error as { code?: unknown } | null)?.code
  switch (code) {
    case 'DISK_FULL':
    case 'SQLITE_FULL':
    case 'ENOSPC':
      return 'DISK_FULL'
    case 'NOT_OUR_FILE':
      return 'VISIBLE_CHANGED'
    case 'FILE_IN_USE':
    case 'EBUSY':
    case 'SQLITE_BUSY':
      return 'FILE_IN_USE'
    default:
      return 'FOLDER_NOT_WRITABLE'
  }
}
