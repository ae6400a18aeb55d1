/** Asking the service to change something, from a button or a form. Fields that save by themselves: forms/. */
import { useCallback, useRef, useState } from 'react'
import { failureOf, type Failure } from './failure.ts'
import { refreshAll } from './query.ts'
import { saved } from './saved.ts'

export type Command<I, O> = {
  /** The answer, or null when it failed: then `failure` says why, and nothing that was typed is lost. */
  run: (input: I) => Promise<O | null>
  busy: boolean
  failure: Failure | null
  clear: () => void
}

/**
 * One command at a time: a second press while it runs does nothing. `saves: false` for what changes nothing in
 * the file (signing in): the rail does not speak of saving then.
 */
export function useCommand<I, O>(
  call: (input: I) => Promise<O>,
  { saves = true }: { saves?: boolean } = {},
): Command<I, O> {
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const running = useRef(false)
  const latest = useRef(call)
  latest.current = call

  const run = useCallback(
    async (input: I): Promise<O | null> => {
      if (running.current) return null
      running.current = true
      setBusy(true)
      setFailure(null)
      try {
        const answer = await latest.current(input)
        if (saves) saved.done(running)
        await refreshAll()
        return answer
      } catch (error) {
        setFailure(failureOf(error))
        return null
      } finally {
        running.current = false
        setBusy(false)
      }
    },
    [saves],
  )
  const clear = useCallback(() => setFailure(null), [])
  return { run, busy, failure, clear }
}
