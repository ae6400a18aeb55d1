/** Two windows on one person: what both changed, and the choice between the two. Nothing of either is lost. */
import { Button } from '@mantine/core'
import {
  createContext,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useSyncExternalStore,
  type ReactNode,
} from 'react'
import { useTranslation } from 'react-i18next'
import { announce } from '../../ui/announcer.tsx'
import { Message } from '../../ui/message.tsx'
import { elsewhereOf, type ElsewhereStore, type Mine } from './elsewhere-store.ts'

type Elsewhere = {
  /** What was typed here and not saved, because somebody else changed the field; by field. */
  mine: Mine
} & Pick<ElsewhereStore, 'put' | 'forget'>

const Context = createContext<Elsewhere>({ mine: {}, put: () => undefined, forget: () => undefined })

/** Keeps what was typed until somebody chose, also on another page or after a crash. */
export function ElsewhereProvider({ personId, children }: { personId: number; children: ReactNode }) {
  const store = elsewhereOf(personId)
  const mine = useSyncExternalStore(store.subscribe, store.now)
  useEffect(() => void store.read(), [store])
  const value = useMemo(() => ({ mine, put: store.put, forget: store.forget }), [mine, store])
  return <Context.Provider value={value}>{children}</Context.Provider>
}

export function useElsewhere(): Elsewhere {
  return useContext(Context)
}

/** Both texts, and a button for each. */
export function ElsewhereMessage({
  mine,
  theirs,
  onKeep,
  onTake,
}: {
  mine: string
  theirs: string
  onKeep: () => void
  onTake: () => void
}) {
  const { t } = useTranslation('notes')
  const shown = (text: string) =>
    text === '' ? <span className="dim">{t('elsewhere.empty')}</span> : <bdi className="lines">{text}</bdi>
  const box = useRef<HTMLDivElement>(null)
  // Who is typing near the edge of the window has to see it come.
  useEffect(() => {
    if (box.current?.parentElement?.contains(document.activeElement))
      box.current.scrollIntoView({ block: 'nearest' })
  }, [])
  return (
    <div ref={box} className="pf-elsewhere">
      <Message
        live
        title={t('elsewhere.title')}
        action={
          <>
            <Button
              variant="default"
              onClick={() => {
                onKeep()
                announce(t('elsewhere.keptMine'))
              }}
            >
              {t('elsewhere.keepMine')}
            </Button>
            <Button
              variant="default"
              onClick={() => {
                onTake()
                announce(t('elsewhere.tookTheirs'))
              }}
            >
              {t('elsewhere.takeTheirs')}
            </Button>
          </>
        }
      >
        <dl className="facts">
          <div>
            <dt>{t('elsewhere.mine')}</dt>
            <dd>{shown(mine)}</dd>
          </div>
          <div>
            <dt>{t('elsewhere.theirs')}</dt>
            <dd>{shown(theirs)}</dd>
          </div>
        </dl>
      </Message>
    </div>
  )
}
