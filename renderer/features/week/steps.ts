/**
 * What was done in the weeks by this person since signing in: shown at once, saved behind it in the order of typing,
 * taken back and done again one step at a time. Only own steps: what somebody else or another screen did is not in
 * here. Plain, so that a test can drive it without a screen.
 */
import { ORPCError } from '@orpc/client'
import type { FieldError } from '#core/api/errors.ts'
import { createAutosaver } from '../../forms/autosaver.ts'
import { failureOf } from '../../office/failure.ts'
import { keyOf, type CellKey, type Edit } from './cells.ts'
import type { Reason } from './range.ts'

/** Said beside one cell. */
export type Refusal = { key: CellKey; problem: Reason }

/** One thing that can be taken back. */
export type Step = {
  /** What it was, in words. */
  what: string
  monday: string
  /** Of marks: the cells, to go there. */
  edits: readonly Edit[]
  /** Of the command, or of its undo when it was taken back. */
  changeSetId: number
}

export type Turned =
  | { kind: 'undone' | 'redone'; step: Step }
  | { kind: 'nothing' }
  /** It was changed since by somebody else or on another screen, or its week was closed: it stays as it is. */
  | { kind: 'stays'; step: Step; code: 'CHANGED_SINCE' | 'WEEK_CLOSED' }

export type StepsState = {
  edits: ReadonlyMap<CellKey, Edit>
  refusals: readonly Refusal[]
}

type Calls = {
  mark: (input: { cells: Edit[] }) => Promise<{ changeSetId: number | null }>
  undo: (input: { changeSetId: number }) => Promise<{ changeSetId: number }>
  refresh: () => Promise<void>
  /** Resolves when what was just published stands on the screen. */
  shown: () => Promise<void>
}
type Said = Pick<Step, 'what' | 'monday'>

/** Nothing was stored: so that "Bewaard om" is not said. */
const nothingStored = () => new ORPCError('INVALID', { data: { fields: [] } })

/** Milliseconds without a key. */
const calmAfter = 90

export type Steps = ReturnType<typeof createSteps>

export function createSteps(calls: Calls) {
  let state: StepsState = { edits: new Map(), refusals: [] }
  const listeners = new Set<() => void>()
  const done: Step[] = []
  let takenBack: Step[] = []
  /** Each in its turn; one that did not get through stays in front. */
  const waiting: (() => Promise<boolean>)[] = []
  let settled: Edit[] = []

  function publish(next: Partial<StepsState>): void {
    state = { ...state, ...next }
    for (const listener of listeners) listener()
  }

  /** These are answered for, unless the cell was typed in again meanwhile. */
  function settle(): void {
    const edits = new Map(state.edits)
    for (const edit of settled) if (edits.get(keyOf(edit)) === edit) edits.delete(keyOf(edit))
    settled = []
    publish({ edits })
  }

  let hurry = (): void => undefined
  let isAskedFor = false
  /** Until nothing more is typed for a moment, or somebody asks for what is stored. */
  const calm = () =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, calmAfter)
      hurry = () => {
        clearTimeout(timer)
        resolve()
      }
      if (isAskedFor) hurry()
    })

  /** The whole week is read again, so not between two keys of somebody who types on. */
  async function drain(): Promise<void> {
    let stored = false
    while (waiting.length > 0) {
      for (let task = waiting[0]; task; task = waiting[0]) {
        if (await task()) stored = true
        waiting.shift()
      }
      await calm()
      if (waiting.length > 0) continue
      await calls.refresh()
      settle()
    }
    if (!stored) throw nothingStored()
  }
  const saver = createAutosaver<number>({ save: drain, onFailure: () => undefined })
  let asked = 0
  function ask(task: () => Promise<boolean>): Promise<void> {
    waiting.push(task)
    hurry()
    asked += 1
    saver.change(asked)
    return saver.flush()
  }

  async function flush(): Promise<void> {
    isAskedFor = true
    hurry()
    await saver.flush().finally(() => {
      isAskedFor = false
    })
  }

  function remember(step: Step): void {
    done.push(step)
    takenBack = []
  }

  /** All of them as one step; without those that the office refuses. Whether anything was stored. */
  async function store(edits: readonly Edit[], said: Said): Promise<boolean> {
    let left = [...edits]
    const refusals: Refusal[] = []
    while (left.length > 0) {
      try {
        const { changeSetId } = await calls.mark({ cells: left })
        if (changeSetId !== null) remember({ ...said, edits: left, changeSetId })
        break
      } catch (error) {
        const failure = failureOf(error)
        if (failure.code !== 'INVALID' || failure.fields.length === 0) throw error
        const problems = problemsByCell(failure.fields)
        refusals.push(
          ...left.flatMap((edit, n) => {
            const problem = problems.get(n)
            return problem ? [{ key: keyOf(edit), problem }] : []
          }),
        )
        left = left.filter((_, n) => !problems.has(n))
      }
    }
    settled.push(...edits)
    if (refusals.length > 0) publish({ refusals })
    return left.length > 0
  }

  async function turn(from: Step[], to: Step[], kind: 'undone' | 'redone'): Promise<Turned> {
    for (let step = from.at(-1); step; step = from.at(-1)) {
      try {
        const { changeSetId } = await calls.undo({ changeSetId: step.changeSetId })
        from.pop()
        const turned = { ...step, changeSetId }
        to.push(turned)
        return { kind, step: turned }
      } catch (error) {
        const { code } = failureOf(error)
        if (code === 'NOTHING_TO_UNDO') {
          from.pop() // taken back elsewhere already: the one before it is meant
          continue
        }
        if (code !== 'CHANGED_SINCE' && code !== 'WEEK_CLOSED') throw error
        if (code === 'CHANGED_SINCE') from.pop() // it can never be taken back as one step any more
        return { kind: 'stays', step, code }
      }
    }
    return { kind: 'nothing' }
  }

  function asTurn(from: () => Step[], to: () => Step[], kind: 'undone' | 'redone'): Promise<Turned> {
    return new Promise((resolve) => {
      void ask(async () => {
        const turned = await turn(from(), to(), kind)
        resolve(turned)
        return turned.kind === kind
      })
    })
  }

  return {
    now: (): StepsState => state,
    subscribe(listener: () => void): () => void {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    /** Shown at once. Resolves when it was tried; what was refused stands in `refusals`. */
    mark(edits: readonly Edit[], said: Said): Promise<void> {
      const next = new Map(state.edits)
      for (const edit of edits) next.set(keyOf(edit), edit)
      publish({ edits: next, refusals: [] })
      const shown = calls.shown()
      return ask(async () => {
        await shown
        return store(edits, said)
      })
    },
    /** One cell that is shown only when the office took it. Resolves to its problems; throws when it was lost. */
    async tryMark(edit: Edit, said: Said): Promise<FieldError[]> {
      await flush()
      try {
        const { changeSetId } = await calls.mark({ cells: [edit] })
        if (changeSetId !== null) remember({ ...said, edits: [edit], changeSetId })
      } catch (error) {
        const failure = failureOf(error)
        if (failure.code === 'INVALID') return failure.fields
        throw error
      }
      await calls.refresh()
      return []
    },
    /** Something else that was done in a week. */
    remember(said: Said, changeSetId: number | null): void {
      if (changeSetId !== null) remember({ ...said, edits: [], changeSetId })
    },
    undo: () => asTurn(() => done, () => takenBack, 'undone'), // prettier-ignore
    redo: () => asTurn(() => takenBack, () => done, 'redone'), // prettier-ignore
    /** The screen knows itself that it cannot be. */
    refuse: (refusals: readonly Refusal[]) => publish({ refusals }),
    forgetRefusals(): void {
      if (state.refusals.length > 0) publish({ refusals: [] })
    },
    /** Before something that reads what is stored. */
    flush,
  }
}

/** `cells.3.day`: of each cell the first problem. */
export function problemsByCell(fields: readonly FieldError[]): Map<number, Refusal['problem']> {
  const problems = new Map<number, Refusal['problem']>()
  for (const { field, problem } of fields) {
    const [, n, name] = field.split('.')
    if (!problems.has(Number(n))) problems.set(Number(n), name === 'lateMinutes' ? 'late_too_long' : problem)
  }
  return problems
}
