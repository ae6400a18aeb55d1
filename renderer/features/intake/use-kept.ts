/** A field of the intake for the screens: `useAutosave`, shared between the form and the participant's view. */
import {
  createContext,
  useCallback,
  useContext,
  useEffect,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react'
import type { FieldProblem } from '#core/api/errors.ts'
import type { Answer } from '#core/api/intake.ts'
import { client } from '../../client.ts'
import { refreshAll } from '../../office/query.ts'
import { Keeper } from './keeper.ts'

const KeeperContext = createContext<Keeper | null>(null)
export const KeeperProvider = KeeperContext.Provider

function useKeeperOf(): Keeper {
  const keeper = useContext(KeeperContext)
  if (!keeper) throw new Error('a field of the intake outside the intake')
  return keeper
}

/** The keeper of one intake. `returned`: what was typed before a crash is back on the screen. */
export function useKeeper(intakeId: number): { keeper: Keeper; returned: boolean } {
  const form = `intake:${intakeId}`
  const [returned, setReturned] = useState(false)
  const [keeper] = useState(
    () =>
      new Keeper(
        {
          save: (content) =>
            client.drafts.save({ form, content: JSON.parse(JSON.stringify(content)) as never }),
          clear: () => client.drafts.clear({ form }),
        },
        () => void refreshAll(),
      ),
  )
  useEffect(() => {
    let wanted = true
    client.drafts.get({ form }).then(
      ({ content }) => {
        if (wanted && keeper.restore(content)) setReturned(true)
      },
      () => undefined, // then there is nothing to put back
    )
    return () => {
      wanted = false
      void keeper.flush() // leaving the page is leaving every field
    }
  }, [form, keeper])
  return { keeper, returned }
}

export type Kept<T> = {
  value: T
  problem: FieldProblem | null
  onChange: (value: T) => void
  hold: (value: T) => void
  onBlur: () => void
}

/** `name` is the field's name in the draft, `problem` its name in the contract. */
export function useKept<T>(
  name: string,
  server: T,
  save: (value: T) => Promise<unknown>,
  problem = name,
): Kept<T> {
  const keeper = useKeeperOf()
  const latest = useRef(save)
  latest.current = save
  const field = keeper.field<T>(name, server, { name: problem, save: (value) => latest.current(value) })
  const now = useSyncExternalStore(field.subscribe, field.now)
  const same = JSON.stringify(server)
  useEffect(() => field.take(JSON.parse(same ?? 'null') as T), [field, same])
  const onChange = useCallback((value: T) => field.change(value), [field])
  const hold = useCallback((value: T) => field.hold(value), [field])
  const onBlur = useCallback(() => void field.flush(), [field])
  return { ...now, onChange, hold, onBlur }
}

/** The answer to one question; not answered yet is an answer without a value. */
export function useAnswer(intakeId: number, question: string, answers: readonly Answer[]): Kept<Answer> {
  const server = answers.find((one) => one.question === question) ?? { question, value: null, noAnswer: null }
  return useKept<Answer>(
    `q.${question}`,
    server,
    (answer) => client.intakes.saveAnswer({ id: intakeId, answer }),
    question,
  )
}
