import { randomInt } from 'node:crypto'
import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'

/**
 * What a log line may hold. None of these can carry what somebody typed: no messages, no inputs, no values;
 * an error gives its class, its own code and the places in the program it came through.
 */
export interface LogEntry {
  /** What happened, as a short constant: an error code, `started`, `publish`. */
  readonly event: string
  /** Path of the procedure, `participants.save`. */
  readonly procedure?: string
  /** What the user can read out. */
  readonly ref?: string
  readonly error?: unknown
}
export type Log = (entry: LogEntry) => void

const largest = 512 * 1024

/**
 * A log in `folder`: trajectboek.log, and the one before it when that grew too large.
 * Never throws: a log that cannot be written must not stop a save.
 */
export function createLog(folder: string, now: () => Date = () => new Date()): Log {
  const file = join(folder, 'trajectboek.log')
  return ({ event, procedure, ref, error }) => {
    const line = JSON.stringify({
      at: now().toISOString(),
      event,
      procedure,
      ref,
      ...(error === undefined ? {} : describe(error)),
    })
    try {
      mkdirSync(folder, { recursive: true })
      if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > largest) renameSync(file, `${file}.1`)
      appendFileSync(file, `${line}\n`)
    } catch {
      // see above
    }
  }
}

/** A reference number to read out over the phone: no letters that look or sound alike. */
export function newRef(): string {
  const letters = '23456789ABCDEFGHJKMNPQRTVWXYZ'
  const pick = () => letters.charAt(randomInt(letters.length))
  return `${pick()}${pick()}${pick()}-${pick()}${pick()}${pick()}`
}

interface Description {
  error: string
  code?: string
  stack?: string[]
  cause?: Description
}

function describe(error: unknown, depth = 0): Description {
  if (!(error instanceof Error)) return { error: typeof error }
  const code = (error as { code?: unknown }).code
  return {
    error: error.constructor.name,
    ...(typeof code === 'string' && /^[A-Z0-9_]{1,60}$/.test(code) ? { code } : {}),
    stack: frames(error),
    ...(error.cause !== undefined && depth < 3 ? { cause: describe(error.cause, depth + 1) } : {}),
  }
}

/** The stack without the message, and without the folders above the program: those name the Windows user. */
function frames(error: Error): string[] {
  const stack = error.stack ?? ''
  const afterMessage = stack.indexOf(error.message) + error.message.length
  return stack
    .slice(error.message !== '' && afterMessage >= error.message.length ? afterMessage : 0)
    .split('\n')
    .flatMap((line) => {
      const match = /^\s+at (?:(?:async |new )?([\w$.<>[\] ]+) \()?(?:file:\/\/)?(.*?):(\d+):\d+\)?$/.exec(
        line,
      )
      if (match === null) return []
      const place = (match[2] ?? '').split(/[\\/]/).slice(-3).join('/')
      return [`${match[1] ?? ''} ${place}:${match[3]}`.trim()]
    })
    .slice(0, 12)
}
