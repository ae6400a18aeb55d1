/** One appointment in the week: when, what for, with whom. The rest is behind it. */
import { UnstyledButton } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Appointment } from '#core/api/agenda.ts'
import { shownTime } from '#core/calendar/times.ts'
import { shownTimes, withWhom } from './appointment-words.ts'
import type { TabStop } from './week-view.tsx'

export function AppointmentButton({
  appointment,
  stop,
  onOpen,
}: {
  appointment: Appointment
  stop: TabStop
  onOpen: () => void
}) {
  const { t } = useTranslation('agenda')
  const cancelled = appointment.cancelled_on !== null
  const behind = [
    appointment.place === appointment.hostName ? '' : appointment.place,
    appointment.staffName,
  ].filter((word) => word !== '')
  return (
    <UnstyledButton
      {...stop}
      className={cancelled ? 'agenda-appointment agenda-cancelled' : 'agenda-appointment'}
      onClick={onOpen}
    >
      <span className="agenda-words">
        <span className="agenda-wide">{`${shownTime(appointment.start_minute)} `}</span>
        <span className="agenda-narrow">{`${shownTimes(appointment)} `}</span>
        <span className="agenda-title">{appointment.title}</span>
        {cancelled && <span>{` (${t('cancelled')})`}</span>}
        {withWhom(appointment).map((name) => (
          <span key={name}>
            {', '}
            <bdi>{name}</bdi>
          </span>
        ))}
        <span className="agenda-behind">{behind.length > 0 && `, ${behind.join(', ')}`}</span>
      </span>
    </UnstyledButton>
  )
}
