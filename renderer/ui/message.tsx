/** Something that deserves attention and stays on the page: a bar at the left, a sign, words, what to do. */
import { IconAlertTriangle, IconCircleCheck, IconInfoCircle } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { isoWeek } from '#core/calendar/dates.ts'
import type { Failure } from '../office/failure.ts'

export type MessageKind = 'care' | 'stop' | 'ok' | 'info'
const signs = { care: IconAlertTriangle, stop: IconAlertTriangle, ok: IconCircleCheck, info: IconInfoCircle }

/** `live`: it appears as the answer to something the user did, so it is read aloud at once. */
export function Message({
  kind = 'care',
  title,
  children,
  action,
  live = false,
}: {
  kind?: MessageKind
  title: ReactNode
  children?: ReactNode
  action?: ReactNode
  live?: boolean
}) {
  const Sign = signs[kind]
  return (
    <section className={`message message-${kind}`} {...(live ? { role: 'alert' } : {})}>
      <Sign className="message-sign" size={20} stroke={1.75} aria-hidden />
      <div className="message-body">
        <p className="message-title">{title}</p>
        {children && <div className="message-text">{children}</div>}
        {action && <div className="message-actions">{action}</div>}
      </div>
    </section>
  )
}

/** What the words of a failure name. */
export function valuesOf({ path, version, ref, monday }: Failure) {
  return { path, version, ref, week: monday === '' ? '' : isoWeek(monday).week }
}

/** The words of a failure: what happened, what it means for the data, what to do, and the code to read out. */
export function useFailureWords(failure: Failure) {
  const { t } = useTranslation(['errors', 'common'])
  if (failure.code === 'LINE_LOST') {
    return {
      title: t('common:lineLost.title'),
      meaning: t('common:lineLost.meaning'),
      action: t('common:lineLost.action'),
    }
  }
  const values = valuesOf(failure)
  return {
    title: t(`${failure.code}.title`, values),
    meaning: t(`${failure.code}.body`, values),
    action: failure.code === 'NOTHING_TO_UNDO' ? '' : t(`${failure.code}.todo`, values), // nothing to do there
  }
}

export function FailureMessage({ failure, action }: { failure: Failure; action?: ReactNode }) {
  const { t } = useTranslation(['common', 'errors'])
  const words = useFailureWords(failure)
  return (
    <Message
      live
      title={words.title}
      action={
        <>
          {action}
          {failure.monday !== '' && (
            <a className="link" href={`#/week?maandag=${failure.monday}`}>
              {t('errors:WEEK_CLOSED.link', valuesOf(failure))}
            </a>
          )}
          <span className="message-code">
            {t('code', { code: failure.ref ? `${failure.code} ${failure.ref}` : failure.code })}
          </span>
        </>
      }
    >
      <p>
        {words.meaning} {words.action}
      </p>
    </Message>
  )
}
