/**
 * Whether the screen is blanked. While it is, everything stays mounted underneath, and what it asks of the service
 * waits: a call that is refused because the office is locked would take the screen with what was typed away.
 */
import { useSyncExternalStore } from 'react'
import { LineLostError } from './connection.ts'

let locked = false
let held = false
let byItself: Promise<unknown> | null = null
let open: Promise<void> = Promise.resolve()
let letThrough: () => void = () => undefined
let sendAway: () => void = () => undefined
const listeners = new Set<() => void>()

function tell(): void {
  // What floats (dialogs, menus, toasts) hangs beside #root, so the page as a whole has to know.
  document.body.classList.toggle('is-locked', locked)
  for (const listener of listeners) listener()
}

export const lock = {
  now: (): boolean => locked,
  /** Nothing can be read from now on; what was typed can still be saved. */
  blank(): void {
    if (locked) return
    locked = true
    tell()
  },
  /** Blank, and calls wait from now on. */
  close(): void {
    lock.blank()
    if (held) return
    held = true
    open = new Promise((resolve, reject) => {
      letThrough = resolve
      sendAway = () => reject(new LineLostError())
    })
    open.catch(() => undefined) // at that moment nobody may be waiting
  },
  /** The same person is in again: what waited goes on. */
  release(): void {
    if (!locked) return
    locked = false
    held = false
    letThrough()
    tell()
  },
  /** Somebody else is in: what waited was not theirs to ask. */
  abandon(): void {
    if (!locked) return
    locked = false
    held = false
    sendAway()
    open = Promise.resolve()
    tell()
  },
  /** While the service closes the office and opens it again by itself (a new code), nobody has to sign in. */
  async reopening<T>(work: Promise<T>): Promise<T> {
    byItself = work
    try {
      return await work
    } finally {
      byItself = null
    }
  },
  byItself: (): Promise<unknown> | null => byItself,
  /** Settles when the screen is open; rejects when somebody else opened it. */
  opened: (): Promise<void> => open,
  subscribe(listener: () => void): () => void {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
}

export function useLocked(): boolean {
  return useSyncExternalStore(lock.subscribe, lock.now)
}

/** What works while nobody is in: these calls never wait. */
const atTheDoor = new Set(['app', 'setup', 'restore'])
const withThePaper = new Set(['peopleWithCode', 'resetWithCode'])

export function waitsForLock([branch = '', procedure = '']: readonly string[]): boolean {
  return !atTheDoor.has(branch) && !(branch === 'access' && withThePaper.has(procedure))
}
