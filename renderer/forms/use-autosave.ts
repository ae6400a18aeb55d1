/** A field of a form that saves itself, for the screens. Spread `field` over TextField, AreaField and so on. */
import { useCallback, useEffect, useRef, useState } from 'react'
import type { FieldProblem } from '#core/api/errors.ts'
import { refreshAll } from '../office/query.ts'
import { problemOf } from '../office/failure.ts'
import { createAutosaver, type Autosaver } from './autosaver.ts'

export type AutosaveField<T> = {
  value: T
  onChange: (value: T) => void
  onBlur: () => void
  problem: FieldProblem | null
}

/**
 * `value` is what the office has; it is taken over again whenever nothing waits to be saved. `name` is the
 * field's name in the contract, to find its problem in a refused save. What is typed stays in the field,
 * also when it cannot be saved.
 */
export function useAutosave<T>(
  name: string,
  value: T,
  save: (value: T) => Promise<unknown>,
): AutosaveField<T> {
  const [typed, setTyped] = useState(value)
  const [problem, setProblem] = useState<FieldProblem | null>(null)
  const latestSave = useRef(save)
  latestSave.current = save

  const saver = useRef<Autosaver<T> | null>(null)
  saver.current ??= createAutosaver<T>({
    save: (next) => latestSave.current(next),
    onFailure: (failure) => setProblem(problemOf(failure, name)),
    onSaved: () => void refreshAll(),
  })

  const same = JSON.stringify(value)
  useEffect(() => {
    if (!saver.current?.dirty()) setTyped(JSON.parse(same ?? 'null') as T)
  }, [same])
  // Leaving the page is leaving the field.
  useEffect(() => () => void saver.current?.flush(), [])

  const onChange = useCallback((next: T) => {
    setTyped(next)
    setProblem(null)
    saver.current?.change(next)
  }, [])
  const onBlur = useCallback(() => void saver.current?.flush(), [])
  return { value: typed, onChange, onBlur, problem }
}
