/** How the office's service is doing, for the start screen and the banner. The line itself writes to it. */
import { useSyncExternalStore } from 'react'
import type { ErrorCode } from '#core/api/errors.ts'

/** A call that did not reach the service, or whose answer was lost. Whether it was carried out is not known. */
export class LineLostError extends Error {
  constructor() {
    super('The line to the service is closed')
    this.name = 'LineLostError'
  }
}

export type ConnectionState =
  | { state: 'starting' }
  | { state: 'ready' }
  /** The line broke after it worked; another may come. */
  | { state: 'lost' }
  /** The office cannot be opened. */
  | { state: 'failed'; code: ErrorCode; path: string; ref: string }

let now: ConnectionState = { state: 'starting' }
const listeners = new Set<() => void>()

export const connection = {
  set(next: ConnectionState): void {
    if (next.state === now.state && next.state !== 'failed') return
    now = next
    for (const listener of listeners) listener()
  },
  now: (): ConnectionState => now,
  subscribe(listener: () => void): () => void {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
}

export function useConnection(): ConnectionState {
  return useSyncExternalStore(connection.subscribe, connection.now)
}
