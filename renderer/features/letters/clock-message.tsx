/** The clock of the PC is before the newest letter: somebody has to look at it before a date goes on paper. */
import { useTranslation } from 'react-i18next'
import { formatShort } from '#core/calendar/dates.ts'
import type { Failure } from '../../office/failure.ts'
import { Message } from '../../ui/message.tsx'

export function ClockMessage({ failure }: { failure: Failure }) {
  const { t } = useTranslation('sending')
  const days = { clock: formatShort(failure.clock), last: formatShort(failure.last) }
  return (
    <Message live title={t('clock.title')}>
      <p>{t('clock.text', days)}</p>
      <p>{t('clock.todo')}</p>
    </Message>
  )
}
