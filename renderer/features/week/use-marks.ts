/**
 * Marks that are shown at once and saved behind it. What the office refuses (a closed day, a day to come) goes
 * back to what it was, with the reason beside the cell; what did not get through stays and is tried again.
 */
import { ORPCError } from '@orpc/client'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { FieldProblem } from '#core/api/errors.ts'
import { client } from '../../client.ts'
import { createAutosaver, type Autosaver } from '../../forms/autosaver.ts'
import { failureOf } from '../../office/failure.ts'
import { refreshAll } from '../../office/query.ts'
import { keyOf, type CellKey, type Edit } from './cells.ts'

/** Said beside one cell. */
export type Refusal = { key: CellKey; problem: FieldProblem | 'late_too_long' }

export type Marks = {
  edits: ReadonlyMap<CellKey, Edit>
  refusal: Refusal | null
  set: (edit: Edit) => void
  forgetRefusal: () => void
}

/** Why the office refused it, in a word that stands under a field; null when it did not refuse. */
function refusalOf(error: unknown): Refusal['problem'] | null {
  const failure = failureOf(error)
  if (failure.code === 'CLOSED_DAY') return 'closed_day'
  if (failure.code !== 'INVALID') return null
  const [first] = failure.fields
  if (first?.field.endsWith('.lateMinutes')) return 'late_too_long'
  return first?.problem ?? 'outside_trajectory'
}

/** Nothing was stored: so that "Bewaard om" is not said. */
const nothingStored = () => new ORPCError('INVALID', { data: { fields: [] } })

export function useMarks(): Marks {
  const [edits, setEdits] = useState<ReadonlyMap<CellKey, Edit>>(new Map())
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const waiting = useRef(new Map<CellKey, Edit>())
  const storedLast = useRef(false)

  /** These edits are settled, unless the cell was typed in again meanwhile. */
  const settle = useCallback((settled: readonly Edit[]) => {
    setEdits((now) => {
      const next = new Map(now)
      for (const edit of settled) if (next.get(keyOf(edit)) === edit) next.delete(keyOf(edit))
      return next
    })
  }, [])

  const send = useCallback(async () => {
    while (waiting.current.size > 0) {
      const batch = [...waiting.current.values()]
      waiting.current = new Map()
      const result = await store(batch)
      storedLast.current = result.stored.length > 0
      if (storedLast.current) await refreshAll()
      settle([...result.stored, ...result.refused.map((one) => one.edit)])
      const [first] = result.refused
      if (first) setRefusal({ key: keyOf(first.edit), problem: first.problem })
      for (const edit of result.lost)
        if (!waiting.current.has(keyOf(edit))) waiting.current.set(keyOf(edit), edit)
      if (result.lost.length > 0) throw result.error
    }
    if (!storedLast.current) throw nothingStored()
  }, [settle])

  const saver = useRef<Autosaver<number> | null>(null)
  saver.current ??= createAutosaver<number>({ save: send, onFailure: () => undefined })
  const count = useRef(0)
  const set = useCallback((edit: Edit) => {
    setRefusal(null)
    setEdits((now) => new Map(now).set(keyOf(edit), edit))
    waiting.current.set(keyOf(edit), edit)
    count.current += 1
    saver.current?.change(count.current)
    void saver.current?.flush()
  }, [])
  useEffect(() => () => void saver.current?.flush(), [])
  const forgetRefusal = useCallback(() => setRefusal(null), [])
  return { edits, refusal, set, forgetRefusal }
}

type Result = {
  stored: Edit[]
  refused: { edit: Edit; problem: Refusal['problem'] }[]
  lost: Edit[]
  error: unknown
}

/** One call for all of them; when one is refused, each by itself, so that the others are kept. */
async function store(batch: Edit[]): Promise<Result> {
  const result: Result = { stored: [], refused: [], lost: [], error: null }
  try {
    await client.attendance.mark({ cells: batch })
    return { ...result, stored: batch }
  } catch (error) {
    const problem = refusalOf(error)
    const [only] = batch
    if (!problem) return { ...result, lost: batch, error }
    if (only && batch.length === 1) return { ...result, refused: [{ edit: only, problem }] }
  }
  for (const edit of batch) {
    const one = await store([edit])
    result.stored.push(...one.stored)
    result.refused.push(...one.refused)
    result.lost.push(...one.lost)
    result.error ??= one.error
  }
  return result
}
