import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import {
  createAutosaver,
  saveEverything,
  saveOnLeaving,
  typingPauseMs,
} from '../../renderer/forms/autosaver.ts'
import { createDraftKeeper } from '../../renderer/forms/draft-keeper.ts'
import { saved } from '../../renderer/office/saved.ts'
import { LineLostError } from '../../renderer/office/connection.ts'

/** A save that waits until the test lets it through or breaks it. */
function service() {
  const calls: { value: string; done: () => void; fail: (error: Error) => void }[] = []
  const save = (value: string) =>
    new Promise<void>((resolve, reject) => calls.push({ value, done: resolve, fail: reject }))
  return { calls, save }
}

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

describe('a field that saves itself', () => {
  test('saves once, after the pause, what was typed last', async () => {
    const { calls, save } = service()
    const field = createAutosaver({ save, onFailure: () => undefined })
    field.change('S')
    field.change('Sa')
    await vi.advanceTimersByTimeAsync(typingPauseMs - 1)
    expect(calls).toHaveLength(0)
    await vi.advanceTimersByTimeAsync(1)
    expect(calls.map((call) => call.value)).toEqual(['Sa'])
    calls[0]?.done()
    await vi.advanceTimersByTimeAsync(0)
    expect(field.dirty()).toBe(false)
    expect(saved.now()).toMatchObject({ busy: false, stuck: false })
  })

  test('says that it is saved only after the answer', async () => {
    const { calls, save } = service()
    const field = createAutosaver({ save, onFailure: () => undefined })
    field.change('Sam')
    void field.flush()
    await vi.advanceTimersByTimeAsync(0)
    expect(saved.now().busy).toBe(true)
    calls[0]?.done()
    await vi.advanceTimersByTimeAsync(0)
    expect(saved.now().busy).toBe(false)
    expect(saved.now().savedAt).not.toBeNull()
  })

  test('what is typed during a save goes after it, never beside it', async () => {
    const { calls, save } = service()
    const field = createAutosaver({ save, onFailure: () => undefined })
    field.change('a')
    void field.flush()
    await vi.advanceTimersByTimeAsync(0)
    field.change('ab')
    await vi.advanceTimersByTimeAsync(typingPauseMs)
    expect(calls.map((call) => call.value)).toEqual(['a'])
    calls[0]?.done()
    await vi.advanceTimersByTimeAsync(0)
    expect(calls.map((call) => call.value)).toEqual(['a', 'ab'])
    calls[1]?.done()
    await vi.advanceTimersByTimeAsync(0)
    expect(field.dirty()).toBe(false)
  })

  test('keeps what did not get through, and saves it on "Opnieuw"', async () => {
    const { calls, save } = service()
    const failures: unknown[] = []
    const field = createAutosaver({ save, onFailure: (failure) => failures.push(failure?.code ?? null) })
    field.change('Samira')
    void field.flush()
    await vi.advanceTimersByTimeAsync(0)
    calls[0]?.fail(new LineLostError())
    await vi.advanceTimersByTimeAsync(0)
    expect(failures).toEqual(['LINE_LOST'])
    expect(field.dirty()).toBe(true)
    expect(saved.now().stuck).toBe(true)
    const again = saved.retryAll()
    await vi.advanceTimersByTimeAsync(0)
    expect(calls[1]?.value).toBe('Samira')
    calls[1]?.done()
    await again
    expect(saved.now().stuck).toBe(false)
    expect(failures).toEqual(['LINE_LOST', null])
  })

  test('saves at once when everything has to be stored', async () => {
    const { calls, save } = service()
    const field = createAutosaver({ save, onFailure: () => undefined })
    field.change('notitie')
    const all = saveEverything()
    await vi.advanceTimersByTimeAsync(0)
    expect(calls.map((call) => call.value)).toEqual(['notitie'])
    calls[0]?.done()
    await all
    expect(field.dirty()).toBe(false)
  })

  test('waits for what a refused save puts aside, before the window closes', async () => {
    const { calls, save } = service()
    const draft = service()
    const aside = createDraftKeeper({ save: draft.save, clear: () => Promise.resolve() })
    const field = createAutosaver({ save, onFailure: () => aside.change('mijn tekst') })
    field.change('mijn tekst')
    let closed = false
    const all = saveEverything().then(() => (closed = true))
    await vi.advanceTimersByTimeAsync(0)
    calls[0]?.fail(new Error('refused'))
    await vi.advanceTimersByTimeAsync(0)
    expect(draft.calls.map((call) => call.value)).toEqual(['mijn tekst'])
    expect(closed).toBe(false)
    draft.calls[0]?.done()
    await all
    field.drop()
    saveOnLeaving.clear()
  })

  test('does not bring back what was given up while it was being saved', async () => {
    const { calls, save } = service()
    const field = createAutosaver({ save, onFailure: () => undefined })
    field.change('mine')
    void field.flush()
    field.forget()
    expect(field.dirty()).toBe(true) // until the answer
    calls[0]?.fail(new Error('refused'))
    await vi.advanceTimersByTimeAsync(0)
    expect(field.dirty()).toBe(false)
    await field.flush()
    await saveEverything()
    expect(calls).toHaveLength(1)
    expect(saved.now()).toMatchObject({ busy: false, stuck: false })
    field.change('later')
    await vi.advanceTimersByTimeAsync(typingPauseMs)
    expect(calls.map((call) => call.value)).toEqual(['mine', 'later'])
    calls[1]?.done()
    await vi.advanceTimersByTimeAsync(0)
  })
})
