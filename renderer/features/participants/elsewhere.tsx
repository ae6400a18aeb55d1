/** Two windows on one person: what both changed, and the choice between the two. Nothing of either is lost. */
import { Button } from '@mantine/core'
import {
  createContext,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
  type ReactNode,
} from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '../../client.ts'
import { announce } from '../../ui/announcer.tsx'
import { Message } from '../../ui/message.tsx'

type Mine = Readonly<Record<string, unknown>>
type Elsewhere = {
  /** What was typed here and not saved, because somebody else changed the field; by field. */
  mine: Mine
  put: (field: string, value: unknown) => void
  forget: (field: string) => void
}

const Context = createContext<Elsewhere>({ mine: {}, put: () => undefined, forget: () => undefined })

/** Keeps what was typed until somebody chose, also on another page or after a crash. */
export function ElsewhereProvider({ personId, children }: { personId: number; children: ReactNode }) {
  const form = `elsewhere:${personId}`
  const [mine, setMine] = useState<Mine>({})
  const latest = useRef(mine)
  useEffect(() => {
    client.drafts.get({ form }).then(
      ({ content }) => {
        if (content === null || typeof content !== 'object' || Array.isArray(content)) return
        latest.current = { ...content, ...latest.current }
        setMine(latest.current)
      },
      () => undefined, // then there is nothing of before
    )
  }, [form])
  const change = useCallback(
    (edit: (now: Mine) => Mine) => {
      const next = edit(latest.current)
      if (next === latest.current) return
      latest.current = next
      setMine(next)
      const call =
        Object.keys(next).length === 0
          ? client.drafts.clear({ form })
          : client.drafts.save({ form, content: next as never })
      call.catch(() => undefined) // it still stands on the screen
    },
    [form],
  )
  const put = useCallback(
    (field: string, value: unknown) =>
      change((now) => (now[field] === value ? now : { ...now, [field]: value })),
    [change],
  )
  const forget = useCallback(
    (field: string) =>
      change((now) => Object.fromEntries(Object.entries(now).filter(([name]) => name !== field))),
    [change],
  )
  const value = useMemo(() => ({ mine, put, forget }), [mine, put, forget])
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
