/**
 * What is typed in one intake, by the name of its field, so that the form and the participant's view show and save
 * the same. Every field saves itself; what the office does not have yet (refused, or half typed) is kept as a draft
 * too, so that it comes back after a crash. Plain, so that a test can drive it without a screen.
 */
import type { FieldProblem } from '#core/api/errors.ts'
import { createAutosaver, saveOnLeaving, type Autosaver } from '../../forms/autosaver.ts'
import { createDraftKeeper, type DraftKeeper } from '../../forms/draft-keeper.ts'
import { problemOf } from '../../office/failure.ts'

export type Unsaved = { readonly [field: string]: unknown }

export type Held<T> = { readonly value: T; readonly problem: FieldProblem | null }

export type KeptField<T> = {
  now: () => Held<T>
  subscribe: (listener: () => void) => () => void
  /** Typed; the office gets it after a pause. */
  change: (value: T) => void
  /** Typed, but not something to save yet (half a date): only the draft gets it. */
  hold: (value: T) => void
  flush: () => Promise<void>
  /** What the office has; taken over unless something typed waits. */
  take: (value: T) => void
}

export type FieldService<T> = {
  save: (value: T) => Promise<unknown>
  /** The field's name in the contract, to find its problem in a refused save. */
  name: string
}

export class Keeper {
  readonly #fields = new Map<string, KeptField<unknown>>()
  readonly #services = new Map<string, FieldService<unknown>>()
  readonly #unsaved = new Map<string, unknown>()
  /** Came back from an earlier time, for a field that is not on the screen yet. */
  readonly #returned = new Map<string, unknown>()
  readonly #draft: DraftKeeper<Unsaved>
  readonly #onSaved: () => void
  #hasDraft = false

  constructor(
    service: { save: (value: Unsaved) => Promise<unknown>; clear: () => Promise<unknown> },
    onSaved: () => void,
  ) {
    this.#draft = createDraftKeeper(service)
    this.#onSaved = onSaved
  }

  /** The field of this name; `value` is what the office has when it is first asked for. */
  field<T>(name: string, value: T, service: FieldService<T>): KeptField<T> {
    this.#services.set(name, service as FieldService<unknown>)
    let field = this.#fields.get(name)
    if (!field) {
      field = this.#make(name, value)
      this.#fields.set(name, field)
    }
    return field as KeptField<T>
  }

  /** Puts back what was typed before a crash. @returns whether there was anything. */
  restore(draft: unknown): boolean {
    if (typeof draft !== 'object' || draft === null || Array.isArray(draft)) return false
    const entries = Object.entries(draft)
    if (entries.length === 0) return false
    this.#hasDraft = true
    for (const [name, value] of entries) {
      const field = this.#fields.get(name)
      if (field) field.change(value)
      else {
        this.#returned.set(name, value)
        this.#unsaved.set(name, value)
      }
    }
    return true
  }

  /** Also what is on no screen any more. Never rejects. */
  async flush(): Promise<void> {
    await Promise.all([...this.#fields.values()].map((field) => field.flush()))
    await this.#draft.flush()
  }

  #make(name: string, value: unknown): KeptField<unknown> {
    let held: Held<unknown> = { value, problem: null }
    const listeners = new Set<() => void>()
    const set = (next: Held<unknown>): void => {
      held = next
      for (const listener of listeners) listener()
    }
    const saver: Autosaver<unknown> = createAutosaver<unknown>({
      save: async (next) => this.#services.get(name)?.save(next),
      onFailure: (failure) => {
        if (failure === null) return
        set({ ...held, problem: problemOf(failure, this.#services.get(name)?.name ?? name) })
        // A refused value is tried again when it changes; on leaving there is nothing to wait for.
        if (failure.code === 'INVALID') saveOnLeaving.delete(saver)
      },
      onSaved: () => {
        this.#settle(name)
        this.#onSaved()
      },
    })
    const field: KeptField<unknown> = {
      now: () => held,
      subscribe(listener) {
        listeners.add(listener)
        return () => listeners.delete(listener)
      },
      change: (next) => {
        set({ value: next, problem: null })
        saver.change(next)
        this.#wait(name, next)
      },
      hold: (next) => {
        set({ value: next, problem: null })
        this.#wait(name, next)
      },
      flush: () => saver.flush(),
      take: (next) => {
        if (saver.dirty() || this.#unsaved.has(name)) return
        if (JSON.stringify(held.value) !== JSON.stringify(next)) set({ value: next, problem: null })
      },
    }
    if (this.#returned.has(name)) {
      const returned = this.#returned.get(name)
      this.#returned.delete(name)
      held = { value: returned, problem: null }
      queueMicrotask(() => field.change(returned)) // the screen is being drawn now
    }
    return field
  }

  #wait(name: string, value: unknown): void {
    this.#unsaved.set(name, value)
    this.#hasDraft = true
    this.#draft.change(Object.fromEntries(this.#unsaved))
  }

  #settle(name: string): void {
    this.#unsaved.delete(name)
    if (!this.#hasDraft) return
    if (this.#unsaved.size > 0) this.#draft.change(Object.fromEntries(this.#unsaved))
    else {
      this.#hasDraft = false
      void this.#draft.clear()
    }
  }
}
