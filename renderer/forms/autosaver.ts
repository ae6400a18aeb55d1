/**
 * One field that saves itself: 400 ms after the last key, and at once when the field is left. Plain, so that a
 * test can drive it without a screen.
 *
 * Saves of one field never overtake each other, and what was typed is never thrown away: a save that fails
 * leaves the field as it is, and `saved` offers to try again.
 */
import { failureOf, type Failure } from '../office/failure.ts'
import { saved } from '../office/saved.ts'

export const typingPauseMs = 400

export type AutosaverOptions<T> = {
  /** Resolves after the commit. */
  save: (value: T) => Promise<unknown>
  /** null when all is well. INVALID belongs under the field; the rest the rail and the banner show. */
  onFailure: (failure: Failure | null) => void
  onSaved?: () => void
}

export type Autosaver<T> = {
  /** Typed; saved after the pause. */
  change: (value: T) => void
  /** Saved now, if there is something to save. */
  flush: () => Promise<void>
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
  await Promise.all([...saveOnLeaving].map((one) => one.flush()))
}

export function createAutosaver<T>(options: AutosaverOptions<T>): Autosaver<T> {
  const owner = {}
  let waiting: { value: T } | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let running: Promise<void> | null = null
  let dropped = false

  async function send(): Promise<void> {
    while (waiting) {
      const sending: { value: T } = waiting
      waiting = null
      try {
        await self.options.save(sending.value)
      } catch (error) {
        if (dropped) return
        const failure = failureOf(error)
        waiting ??= sending // unless something newer was typed meanwhile
        if (failure.code === 'INVALID') saved.forget(owner)
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
      waiting = { value }
      saveOnLeaving.add(self)
      saved.started(owner)
      clearTimeout(timer)
      timer = setTimeout(() => void self.flush(), typingPauseMs)
    },
    async flush() {
      clearTimeout(timer)
      running ??= send().finally(() => {
        running = null
      })
      await running
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
