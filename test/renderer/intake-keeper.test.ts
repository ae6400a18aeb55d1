import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { ORPCError } from '@orpc/client'
import { Keeper, type Unsaved } from '../../renderer/features/intake/keeper.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** A keeper whose draft and office are lists. */
function aKeeper() {
  const drafts: (Unsaved | 'cleared')[] = []
  const kept: unknown[] = []
  const keeper = new Keeper(
    {
      save: (value) => Promise.resolve(drafts.push(value)),
      clear: () => Promise.resolve(drafts.push('cleared')),
    },
    () => undefined,
  )
  const save = (value: unknown): Promise<unknown> => {
    if (value === 'refused')
      return Promise.reject(
        new ORPCError('INVALID', { data: { fields: [{ field: 'a', problem: 'too_long' }] }, defined: true }),
      )
    kept.push(value)
    return Promise.resolve()
  }
  const field = () => keeper.field<string>('a', '', { name: 'a', save })
  return { keeper, drafts, kept, field }
}

test('who types on without a pause is saved within two seconds all the same', async () => {
  const { kept, field } = aKeeper()
  for (let typed = 1; typed <= 60; typed++) {
    field().change('x'.repeat(typed))
    await vi.advanceTimersByTimeAsync(100)
    const saved = (kept.at(-1) as string | undefined)?.length ?? 0
    expect(typed - saved).toBeLessThanOrEqual(20)
  }
  expect(kept.length).toBeGreaterThanOrEqual(3)
})

test('what is refused stays as it was typed, with its problem, and in the draft', async () => {
  const { keeper, drafts, field } = aKeeper()
  field().change('refused')
  await vi.advanceTimersByTimeAsync(1_000)
  expect(field().now()).toEqual({ value: 'refused', problem: 'too_long' })
  expect(drafts.at(-1)).toEqual({ a: 'refused' })
  field().take('from the office')
  expect(field().now().value).toBe('refused')
  field().change('fits')
  await vi.advanceTimersByTimeAsync(1_000)
  expect(field().now()).toEqual({ value: 'fits', problem: null })
  expect(drafts.at(-1)).toBe('cleared')
  await keeper.flush()
})

test('half a date goes to the draft and not to the office', async () => {
  const { drafts, kept, field } = aKeeper()
  field().hold('3-2-')
  await vi.advanceTimersByTimeAsync(1_000)
  expect(kept).toEqual([])
  expect(drafts.at(-1)).toEqual({ a: '3-2-' })
})

test('after a crash the draft is back in the field, also in one that comes later', async () => {
  const early = aKeeper()
  expect(early.field().now().value).toBe('')
  expect(early.keeper.restore({ a: 'again' })).toBe(true)
  expect(early.field().now().value).toBe('again')
  const late = aKeeper()
  late.keeper.restore({ a: 'again' })
  expect(late.field().now().value).toBe('again')
  await vi.advanceTimersByTimeAsync(1_000)
  expect(late.kept).toEqual(['again'])
  expect(late.drafts.at(-1)).toBe('cleared')
})

test.each([null, 'text', 7, [], {}])('a draft that holds nothing changes nothing: %j', (draft) => {
  expect(aKeeper().keeper.restore(draft)).toBe(false)
})

test('two places on the screen show the same field', () => {
  const { field } = aKeeper()
  const seen: string[] = []
  field().subscribe(() => seen.push(field().now().value))
  field().change('x')
  field().take('y') // waits to be saved: not taken over
  expect(seen).toEqual(['x'])
})
