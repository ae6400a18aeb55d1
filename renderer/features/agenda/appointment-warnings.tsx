/** What deserves a second look about what is being typed. It stops nothing. */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { AgendaWarning, AppointmentFields } from '#core/api/agenda.ts'
import { orpc } from '../../office/query.ts'
import { Message } from '../../ui/message.tsx'
import { shownTimes } from './appointment-words.ts'

type Typed = Pick<
  AppointmentFields,
  'happens_on' | 'start_minute' | 'end_minute' | 'staff_id' | 'participant_id'
>

export function AppointmentWarnings({ id, typed }: { id: number | null; typed: Typed }) {
  const { t } = useTranslation('agenda')
  const { happens_on, start_minute, end_minute, staff_id, participant_id } = typed
  const warnings = useQuery(
    orpc.agenda.warnings.queryOptions({
      input: { id, happens_on, start_minute, end_minute, staff_id, participant_id },
      placeholderData: keepPreviousData,
    }),
  ).data
  const staff = useQuery(orpc.settings.staff.queryOptions()).data
  const colleague = staff?.find((one) => one.id === staff_id)?.name ?? ''

  function words(warning: AgendaWarning): string {
    switch (warning.code) {
      case 'closed':
        return warning.reason === '' ? t('warn.closedPlain') : t('warn.closed', { reason: warning.reason })
      case 'holiday':
        return t('warn.holiday', { holiday: warning.holiday })
      case 'lesson':
        return t(`warn.lesson.${warning.part}`)
      case 'person_busy':
        return t('warn.person_busy', { title: warning.title, time: shownTimes(warning) })
      case 'staff_busy':
        return t('warn.staff_busy', { name: colleague, title: warning.title, time: shownTimes(warning) })
      default:
        return t(`warn.${warning.code}`)
    }
  }
  return (
    <div role="status" className="agenda-look">
      {warnings && warnings.length > 0 && (
        <Message kind="care" title={t('warn.title')}>
          <ul className="agenda-warnings">
            {warnings.map((warning, n) => (
              <li key={n}>{words(warning)}</li>
            ))}
          </ul>
          <p className="dim">{t('warn.still')}</p>
        </Message>
      )}
    </div>
  )
}
