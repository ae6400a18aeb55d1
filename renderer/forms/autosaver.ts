/**
 * One field that saves itself: 400 ms after the last key, in any case 1.5 s after the first, and at once when the
 * field is left. Plain, so that a test can drive it without a screen.
 *
 * Saves of one field never overtake each other, and what was typed is never thrown away: a save that fails
 * leaves the field as it is, and `saved` offers to try again.
 */
import { failureOf, type Failure } from '../office/failure.ts'
import { saved } from '../office/saved.ts'

export const typingPauseMs = 400
/** Who types on without a pause loses no more than this. */
export const longestTypingMs = 1_500

export type AutosaverOptions<T> = {
  /** Resolves after the commit. */
  save: (value: T) => Promise<unknown>
  /** null when all is well. INVALID and EDITED_ELSEWHERE belong at the field; the rest the rail and the banner show. */
  onFailure: (failure: Failure | null) => void
  onSaved?: () => void
}

export type Autosaver<T> = {
  /** Typed; saved after the pause. */
  change: (value: T) => void
  /** Saved now, if there is something to save. */
  flush: () => Promise<void>
  /** What waits is not saved after all; what is typed later is. */
  forget: () => void
  /** Never saved any more, also not what is typed later. */
  drop: () => void
  dirty: () => boolean
  options: AutosaverOptions<T>
}

/** What has something that waits for its pause. */
export const saveOnLeaving = new Set<{ flush: () => Promise<void>; drop: () => void }>()

/** Somebody else signed in: what was typed before is not theirs to save. */
export function dropEverything(): void {
  for (const one of saveOnLeaving) one.drop()
  saveOnLeaving.clear()
}

/** Before the window closes or the office is locked: everything that waits for its pause is saved now. */
export async function saveEverything(): Promise<void> {
  const first = new Set(saveOnLeaving)
  await Promise.all([...first].map((one) => one.flush()))
  // A refused save puts what was typed aside as a draft: that is on its way now.
  await Promise.all([...saveOnLeaving].filter((one) => !first.has(one)).map((one) => one.flush()))
}

export function createAutosaver<T>(options: AutosaverOptions<T>): Autosaver<T> {
  const owner = {}
  let waiting: { value: T } | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let since = 0 // when what waits was begun
  let running: Promise<void> | null = null
  let dropped = false
  let forgotten = 0 // how often; a save that was under way then does not bring back what it saved

  async function send(): Promise<void> {
    while (waiting) {
      const sending: { value: T } = waiting
      const before = forgotten
      waiting = null
      try {
        await self.options.save(sending.value)
      } catch (error) {
        if (dropped) return
        if (before !== forgotten) continue
        const failure = failureOf(error)
        waiting ??= sending // unless something newer was typed meanwhile
        if (failure.code === 'INVALID' || failure.code === 'EDITED_ELSEWHERE') saved.forget(owner)
        else saved.failed(owner, self.flush)
        self.options.onFailure(failure)
        return
      }
      if (waiting) continue
      saveOnLeaving.delete(self)
      saved.done(owner)
      self.options.onFailure(null)
      self.options.onSaved?.()
    }
  }

  const self: Autosaver<T> = {
    options,
    change(value) {
      if (dropped) return
      if (waiting === null) since = Date.now()
      waiting = { value }
      saveOnLeaving.add(self)
      saved.started(owner)
      clearTimeout(timer)
      const left = Math.max(0, since + longestTypingMs - Date.now())
      timer = setTimeout(() => void self.flush(), Math.min(typingPauseMs, left))
    },
    async flush() {
      clearTimeout(timer)
      running ??= send().finally(() => {
        running = null
      })
      await running
    },
    forget() {
      forgotten += 1
      waiting = null
      clearTimeout(timer)
      saveOnLeaving.delete(self)
      saved.forget(owner)
    },
    drop() {
      dropped = true
      waiting = null
      clearTimeout(timer)
      saved.forget(owner)
    },
    dirty: () => waiting !== null || running !== null,
  }
  return self
}
