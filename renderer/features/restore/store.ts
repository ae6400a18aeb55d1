/** Whether the restore wizard is on the screen, and what came of it. The start of the program draws it. */
import { useSyncExternalStore } from 'react'
import type { CopySource } from '#core/api/keeping.ts'

export type Finished = {
  kind: 'restored' | 'newPc' | 'undone'
  /** Where what was there stands now; null when nothing was. */
  aside: string | null
}
type State = { asked: boolean; source: CopySource | null; finished: Finished | null }

const nothing: State = { asked: false, source: null, finished: null }
let state = nothing
const listeners = new Set<() => void>()

function put(next: State): void {
  state = next
  for (const listener of listeners) listener()
}

export const restoring = {
  /** `source`: a copy that was pointed at already. */
  ask: (source: CopySource | null = null) => put({ asked: true, source, finished: null }),
  finish: (finished: Finished) => put({ asked: false, source: null, finished }),
  close: () => put(nothing),
  now: () => state,
  subscribe(listener: () => void): () => void {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
}

export function useRestoring(): State {
  return useSyncExternalStore(restoring.subscribe, restoring.now)
}
