/**
 * What the rail says about saving. "Bewaard om" appears only when the service has answered, so after the
 * commit. What could not be saved stays here with a way to try again, until it succeeds.
 */
import { useSyncExternalStore } from 'react'

export type SavedState = {
  savedAt: Date | null
  /** Something was typed that the service has not answered for yet. */
  busy: boolean
  /** Something was refused or did not get through; what was typed is still on the screen. */
  stuck: boolean
}

let state: SavedState = { savedAt: null, busy: false, stuck: false }
const busy = new Set<object>()
const stuck = new Map<object, () => Promise<void>>()
const listeners = new Set<() => void>()

function publish(savedAt: Date | null = state.savedAt): void {
  state = { savedAt, busy: busy.size > 0, stuck: stuck.size > 0 }
  for (const listener of listeners) listener()
}

export const saved = {
  /** `owner` has something unsaved. */
  started(owner: object): void {
    if (busy.has(owner)) return
    busy.add(owner)
    publish()
  },
  /** The service has committed what `owner` had. */
  done(owner: object): void {
    busy.delete(owner)
    stuck.delete(owner)
    publish(new Date())
  },
  /** Not saved; `retry` is called by "Opnieuw". */
  failed(owner: object, retry: () => Promise<void>): void {
    busy.delete(owner)
    stuck.set(owner, retry)
    publish()
  },
  /** Nothing of `owner` waits any more, without a commit (typed back to what it was). */
  forget(owner: object): void {
    busy.delete(owner)
    stuck.delete(owner)
    publish()
  },
  /** Somebody else is in: nothing of before is on the screen. */
  reset(): void {
    busy.clear()
    stuck.clear()
    publish(null)
  },
  async retryAll(): Promise<void> {
    await Promise.all([...stuck.values()].map((retry) => retry()))
  },
  now: (): SavedState => state,
  subscribe(listener: () => void): () => void {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
}

export function useSaved(): SavedState {
  return useSyncExternalStore(saved.subscribe, saved.now)
}

/** "14:32", as the clock of this PC has it. */
export function clockTime(moment: Date): string {
  return `${String(moment.getHours()).padStart(2, '0')}:${String(moment.getMinutes()).padStart(2, '0')}`
}
