import { ORPCError } from '@orpc/client'
import { expect, test, vi } from 'vitest'
import type { FieldError } from '#core/api/errors.ts'
import { createSteps } from '../../renderer/features/week/steps.ts'
import type { Edit } from '../../renderer/features/week/cells.ts'

const cell = (participantId: number, mark: Edit['mark'] = 'present'): Edit => ({
  participantId,
  day: '2026-11-17',
  part: 'morning',
  mark,
  lateMinutes: null,
})
const said = { what: 'a cell', monday: '2026-11-16' }

/** An office that counts its change sets and refuses what it is told to. */
function anOffice() {
  let next = 1
  const refuse = new Map<number, FieldError['problem']>()
  const standing = new Map<number, Error>()
  const calls: string[] = []
  const reads: number[] = []
  const office = {
    calls,
    /** How many calls had been made each time the week was read again. */
    reads,
    refuse,
    /** What the undo of this set answers with. */
    standing,
    mark({ cells }: { cells: Edit[] }) {
      const fields = cells.flatMap((one, n) => {
        const problem = refuse.get(one.participantId)
        return problem ? [{ field: `cells.${n}.day`, problem }] : []
      })
      if (fields.length > 0) return Promise.reject(new ORPCError('INVALID', { data: { fields } }))
      calls.push(`mark ${cells.map((one) => `${one.participantId}${one.mark ?? ''}`).join(' ')}`)
      return Promise.resolve({ changeSetId: next++ })
    },
    undo({ changeSetId }: { changeSetId: number }) {
      const error = standing.get(changeSetId)
      if (error) return Promise.reject(error)
      calls.push(`undo ${changeSetId}`)
      return Promise.resolve({ changeSetId: next++ })
    },
    refresh() {
      reads.push(calls.length)
      return Promise.resolve()
    },
    shown: () => Promise.resolve(),
  }
  return { ...office, steps: createSteps(office) }
}

test('each step is taken back by itself, last first, and done again in order', async () => {
  const { steps, calls } = anOffice()
  void steps.mark([cell(1)], said)
  void steps.mark([cell(2)], said)
  expect([...steps.now().edits.values()].map((one) => one.participantId)).toEqual([1, 2])
  await steps.mark([cell(1, 'ill'), cell(3)], said)
  expect(steps.now().edits.size).toBe(0) // all of it is stored
  expect(await steps.undo()).toMatchObject({ kind: 'undone', step: { edits: [cell(1, 'ill'), cell(3)] } })
  expect(await steps.undo()).toMatchObject({ kind: 'undone', step: { edits: [cell(2)] } })
  expect(await steps.redo()).toMatchObject({ kind: 'redone', step: { edits: [cell(2)] } })
  expect(await steps.redo()).toMatchObject({ kind: 'redone' })
  expect(await steps.redo()).toEqual({ kind: 'nothing' })
  // Redone by taking back the undo; undone again by taking back that.
  expect(await steps.undo()).toMatchObject({ kind: 'undone' })
  expect(calls).toEqual(['mark 1present', 'mark 2present', 'mark 1ill 3present', 'undo 3', 'undo 2', 'undo 5', 'undo 4', 'undo 7']) // prettier-ignore
})

test('between two keys of somebody who types on the week is not read again; each key is stored at once', async () => {
  const { steps, calls, reads } = anOffice()
  for (let n = 1; n <= 4; n += 1) {
    void steps.mark([cell(n)], said)
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect(calls).toHaveLength(n)
  }
  expect(reads).toEqual([])
  expect(steps.now().edits.size).toBe(4)
  await steps.mark([cell(5)], said)
  expect(reads).toEqual([5])
  expect(steps.now().edits.size).toBe(0)
})

test('whoever asks for what is stored does not wait for the keys to rest', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout'] }) // no time goes by, so no wait ever ends
  try {
    const { steps, reads } = anOffice()
    void steps.mark([cell(1)], said)
    await steps.flush()
    void steps.mark([cell(2)], said)
    await steps.flush()
    expect(reads).toEqual([1, 2])
  } finally {
    vi.useRealTimers()
  }
})

test('something new makes an end to doing again', async () => {
  const { steps } = anOffice()
  await steps.mark([cell(1)], said)
  await steps.undo()
  await steps.mark([cell(2)], said)
  expect(await steps.redo()).toEqual({ kind: 'nothing' })
})

test('what was taken back elsewhere is passed over, what was changed elsewhere stays and is said', async () => {
  const { steps, standing } = anOffice()
  for (const one of [1, 2, 3]) await steps.mark([cell(one)], said)
  standing.set(3, new ORPCError('NOTHING_TO_UNDO'))
  standing.set(2, new ORPCError('CHANGED_SINCE'))
  expect(await steps.undo()).toMatchObject({ kind: 'stays', code: 'CHANGED_SINCE', step: { changeSetId: 2 } })
  expect(await steps.undo()).toMatchObject({ kind: 'undone', step: { edits: [cell(1)] } })
  expect(await steps.undo()).toEqual({ kind: 'nothing' })
})

test('a mark in a week that was closed stays, and can be taken back when it is open again', async () => {
  const { steps, standing } = anOffice()
  await steps.mark([cell(1)], said)
  standing.set(1, new ORPCError('WEEK_CLOSED'))
  expect(await steps.undo()).toMatchObject({ kind: 'stays', code: 'WEEK_CLOSED' })
  standing.clear()
  expect(await steps.undo()).toMatchObject({ kind: 'undone' })
})

test('what the office refuses goes back with its reason, the rest of the step is kept', async () => {
  const { steps, refuse, calls } = anOffice()
  refuse.set(2, 'in_pause')
  await steps.mark([cell(1), cell(2), cell(3)], said)
  expect(calls).toEqual(['mark 1present 3present'])
  expect(steps.now()).toEqual({
    edits: new Map(),
    refusals: [{ key: '2 2026-11-17 morning', problem: 'in_pause' }],
  })
  expect(await steps.undo()).toMatchObject({ kind: 'undone' })
  expect(await steps.tryMark(cell(2), said)).toEqual([{ field: 'cells.0.day', problem: 'in_pause' }])
  expect(await steps.undo()).toEqual({ kind: 'nothing' })
})

test('what does not get through stays on the screen and is sent before what is typed later', async () => {
  const office = anOffice()
  let isAway = true
  const steps = createSteps({
    ...office,
    mark: (input) => (isAway ? Promise.reject(new ORPCError('UNEXPECTED')) : office.mark(input)),
  })
  await steps.mark([cell(1)], said)
  expect(steps.now().edits.size).toBe(1)
  isAway = false
  await steps.mark([cell(1, 'ill')], said)
  expect(office.calls).toEqual(['mark 1present', 'mark 1ill'])
  expect(steps.now().edits.size).toBe(0)
})
