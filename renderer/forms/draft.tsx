/** What was typed and not sent off comes back: after a crash, a lock, or just another screen in between. */
import { UnstyledButton } from '@mantine/core'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '../client.ts'
import { createDraftKeeper, type DraftKeeper } from './draft-keeper.ts'

export type Draft = {
  /** Earlier input was put back in the form. */
  returned: boolean
  /** Saved, or thrown away on purpose. */
  clear: () => void
  startEmpty: () => void
}

/**
 * `form` names the form and what it is about (`note:12`); passwords never go in `value`. `restore` puts a value in the
 * form; it is also how the form is emptied. `on`: false while the form is not on the screen.
 */
export function useDraft<T extends object>(
  form: string,
  value: T,
  restore: (value: T) => void,
  { on = true }: { on?: boolean } = {},
): Draft {
  const [returned, setReturned] = useState(false)
  /** As it was before anybody typed. */
  const [empty] = useState(() => JSON.stringify(value))
  const now = JSON.stringify(value)
  const latest = useRef({ now, restore })
  latest.current = { now, restore }
  /** What the service has; null while that is not known yet. */
  const kept = useRef<string | null>(null)
  const keeper = useRef<DraftKeeper<T> | null>(null)
  keeper.current ??= createDraftKeeper<T>({
    save: (content) => client.drafts.save({ form, content: JSON.parse(JSON.stringify(content)) as never }),
    clear: () => client.drafts.clear({ form }),
  })

  useEffect(() => {
    if (!on) return
    let wanted = true
    client.drafts.get({ form }).then(
      ({ content }) => {
        if (!wanted || kept.current !== null) return
        const usable = content !== null && typeof content === 'object' && !Array.isArray(content)
        const whole = usable ? { ...(JSON.parse(empty) as T), ...(content as Partial<T>) } : null
        kept.current = whole === null ? empty : JSON.stringify(whole)
        if (whole !== null && kept.current !== empty && latest.current.now === empty) {
          latest.current.restore(whole)
          setReturned(true)
        } else if (latest.current.now !== kept.current)
          keeper.current?.change(JSON.parse(latest.current.now) as T)
      },
      () => {
        kept.current ??= empty // the form begins empty
      },
    )
    return () => {
      wanted = false
    }
  }, [form, on, empty])

  useEffect(() => {
    if (!on || kept.current === null || kept.current === now) return
    kept.current = now
    if (now === empty) {
      setReturned(false)
      void keeper.current?.clear()
    } else keeper.current?.change(JSON.parse(now) as T)
  }, [on, now, empty])

  useEffect(() => () => void keeper.current?.flush(), [])

  const clear = useCallback(() => {
    setReturned(false)
    void keeper.current?.clear()
  }, [])
  const startEmpty = useCallback(() => {
    latest.current.restore(JSON.parse(empty) as T)
    clear()
  }, [clear, empty])
  return { returned, clear, startEmpty }
}

/** Above the form, and only when something came back. */
export function DraftLine({ draft }: { draft: Draft }) {
  const { t } = useTranslation('keeping')
  if (!draft.returned) return null
  return (
    <p className="draft-line" role="status">
      <span>{t('draft.back')}</span>{' '}
      <UnstyledButton className="link" onClick={draft.startEmpty}>
        {t('draft.empty')}
      </UnstyledButton>
    </p>
  )
}
