/**
 * Unfinished input of one form, kept by the service in its own encrypted file: half a second after the last key,
 * in any case 1.5 s after the first. Plain, so that a test can drive it without a screen. Saves and clears never overtake each other.
 */
import { saveOnLeaving } from './autosaver.ts'

export const draftPauseMs = 500
/** Who types on without a pause loses no more than this. */
export const longestDraftMs = 1_500
/** What did not get through is tried again, in ms. */
const retryMs = 2_000

export type DraftKeeper<T> = {
  /** Typed; kept after the pause. */
  change: (value: T) => void
  /** Saved or thrown away: nothing of it is kept any more. */
  clear: () => Promise<void>
  /** Kept now, if something waits. Never rejects. */
  flush: () => Promise<void>
  /** Nothing is kept or thrown away from now on. */
  drop: () => void
}

export function createDraftKeeper<T>(service: {
  save: (value: T) => Promise<unknown>
  clear: () => Promise<unknown>
}): DraftKeeper<T> {
  type Step = { save: T } | 'clear'
  let waiting: Step | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let since = 0 // when what waits was begun
  let running: Promise<void> | null = null
  let dropped = false

  async function send(): Promise<void> {
    while (waiting !== null) {
      const step: Step = waiting
      waiting = null
      try {
        await (step === 'clear' ? service.clear() : service.save(step.save))
      } catch {
        if (dropped) return
        // Not worth a message: what was typed is on the screen. Newer input goes before it.
        waiting ??= step
        later(retryMs)
        return
      }
    }
    saveOnLeaving.delete(self)
  }
  function later(ms: number): void {
    saveOnLeaving.add(self)
    clearTimeout(timer)
    timer = setTimeout(() => void self.flush(), ms)
  }
  const self: DraftKeeper<T> = {
    change(value) {
      if (dropped) return
      if (waiting === null) since = Date.now()
      waiting = { save: value }
      later(Math.min(draftPauseMs, Math.max(0, since + longestDraftMs - Date.now())))
    },
    clear() {
      if (!dropped) waiting = 'clear'
      return self.flush()
    },
    drop() {
      dropped = true
      waiting = null
      clearTimeout(timer)
    },
    async flush() {
      clearTimeout(timer)
      running ??= send().finally(() => {
        running = null
      })
      await running
    },
  }
  return self
}
