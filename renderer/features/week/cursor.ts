/**
 * Where the cursor of the week is and which block of cells is chosen. Outside React's state: a key draws the cells it
 * concerns and nothing else, also with sixty people in the week.
 */
import { useSyncExternalStore } from 'react'
import type { Place } from './grid-keys.ts'
import { rangeOf, type Range } from './range.ts'

export type CursorState = {
  /** Null until the first week is there. */
  place: Place | null
  /** A block of more than one cell: the corner that stays and the one that moves. */
  chosen: { anchor: Place; end: Place } | null
  range: Range | null
}

export type Cursor = ReturnType<typeof createCursor>

function rangeAt({ place, chosen }: Omit<CursorState, 'range'>): Range | null {
  if (chosen) return rangeOf(chosen.anchor, chosen.end)
  return place && place.column > 0 ? rangeOf(place, place) : null
}

export function createCursor() {
  let state: CursorState = { place: null, chosen: null, range: null }
  const listeners = new Set<() => void>()
  function publish(next: Partial<CursorState>): void {
    const whole = { ...state, ...next }
    state = { ...whole, range: rangeAt(whole) }
    for (const listener of listeners) listener()
  }
  return {
    now: (): CursorState => state,
    subscribe(listener: () => void): () => void {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    /** The block stays: with Shift the cursor goes along inside it. */
    go(to: Place): void {
      if (to.row !== state.place?.row || to.column !== state.place.column) publish({ place: to })
    },
    /** `anchor` and `end` are half-days, never a name. */
    choose: (anchor: Place, end: Place) => publish({ chosen: { anchor, end } }),
    clear(): void {
      if (state.chosen) publish({ chosen: null })
    },
  }
}

/** One thing about the cursor: what asks for it is drawn again only when that changes, so it must be a plain value. */
export function useCursor<T extends string | number | boolean | null>(
  cursor: Cursor,
  pick: (state: CursorState) => T,
): T {
  return useSyncExternalStore(cursor.subscribe, () => pick(cursor.now()))
}
