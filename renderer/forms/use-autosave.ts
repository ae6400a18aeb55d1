/** A field of a form that saves itself, for the screens. Spread `field` over TextField, AreaField and so on. */
import { useCallback, useEffect, useRef, useState } from 'react'
import type { FieldProblem } from '#core/api/errors.ts'
import { refreshAll } from '../office/query.ts'
import { problemOf, type Failure } from '../office/failure.ts'
import { createAutosaver, type Autosaver } from './autosaver.ts'

export type AutosaveField<T> = {
  value: T
  onChange: (value: T) => void
  onBlur: () => void
  problem: FieldProblem | null
}

export type AutosaveBase<T> = {
  field: AutosaveField<T>
  /** Takes over what the office has, instead of what was typed. */
  take: (value: T) => void
  /** Saves this in place of `base`, which is what the office has now. */
  keep: (value: T, base: T) => void
}

/**
 * `value` is what the office has; it is taken over again whenever nothing waits to be saved. `name` is the
 * field's name in the contract, to find its problem in a refused save. What is typed stays in the field,
 * also when it cannot be saved. `save` also gets what the office had when the typing began.
 */
export function useAutosave<T>(
  name: string,
  value: T,
  save: (value: T, base: T) => Promise<unknown>,
): AutosaveField<T> {
  return useAutosaveBase(name, value, save).field
}

/** The same, for a field that two windows may change at the same time; `onFailure` is also told of success. */
export function useAutosaveBase<T>(
  name: string,
  value: T,
  save: (value: T, base: T) => Promise<unknown>,
  onFailure?: (failure: Failure | null, typed: T) => void,
): AutosaveBase<T> {
  const [typed, setTyped] = useState(value)
  const [problem, setProblem] = useState<FieldProblem | null>(null)
  const latest = useRef({ save, onFailure })
  latest.current = { save, onFailure }
  /** What the office had when the typing began. */
  const base = useRef(value)
  const last = useRef(value)
  const gone = useRef(false)

  const saver = useRef<Autosaver<T> | null>(null)
  saver.current ??= createAutosaver<T>({
    save: async (next) => {
      await latest.current.save(next, base.current)
      base.current = next
    },
    onFailure: (failure) => {
      setProblem(problemOf(failure, name))
      latest.current.onFailure?.(failure, last.current)
      // Told where the answer is asked. Trying again later would bring the question back after it was answered.
      if (gone.current && failure?.code === 'EDITED_ELSEWHERE') saver.current?.forget()
    },
    onSaved: () => void refreshAll(),
  })

  const same = JSON.stringify(value)
  useEffect(() => {
    if (saver.current?.dirty()) return
    const now = JSON.parse(same ?? 'null') as T
    setTyped(now)
    base.current = now
  }, [same])
  // Leaving the page is leaving the field.
  useEffect(() => {
    gone.current = false
    return () => {
      gone.current = true
      void saver.current?.flush()
    }
  }, [])

  const onChange = useCallback((next: T) => {
    setTyped(next)
    setProblem(null)
    last.current = next
    saver.current?.change(next)
  }, [])
  const onBlur = useCallback(() => void saver.current?.flush(), [])
  const take = useCallback((theirs: T) => {
    saver.current?.forget()
    base.current = theirs
    setProblem(null)
    setTyped(theirs)
  }, [])
  const keep = useCallback(
    (mine: T, theirs: T) => {
      saver.current?.forget()
      base.current = theirs
      onChange(mine)
      void saver.current?.flush() // a choice is no typing: there is no pause to wait for
    },
    [onChange],
  )
  return { field: { value: typed, onChange, onBlur, problem }, take, keep }
}
