/** What stands in the agenda today: when, with whom, where. Nothing where nothing does. */
import { Link } from '@tanstack/react-router'
import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import type { Today } from '#core/api/today.ts'
import { shownTime } from '#core/calendar/times.ts'
import { PersonLink } from '../../ui/person-name.tsx'

type Appointment = Today['appointments'][number]

export function Appointments({ appointments }: { appointments: readonly Appointment[] }) {
  const { t } = useTranslation('today')
  if (appointments.length === 0) return null
  return (
    <section className="today-appointments">
      <h3>
        {t('appointments')} <span className="dim">({appointments.length})</span>
      </h3>
      <ul>
        {appointments.map((one) => (
          <li key={one.id}>
            <span className="today-time">
              {t('hours', { from: shownTime(one.start_minute), until: shownTime(one.end_minute) })}
            </span>
            <span>
              <Link to="/agenda" className="name-link name-link-strong">
                {one.title}
              </Link>
              <WithWhom one={one} />
              {[one.place, one.staffName]
                .filter((text) => text !== '')
                .map((text) => (
                  <Fragment key={text}>
                    , <span className="dim">{text}</span>
                  </Fragment>
                ))}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** " met Lina Haddad, mevrouw De Vries": only the participant has a page to open. */
function WithWhom({ one }: { one: Appointment }) {
  const { t } = useTranslation('today')
  const others = [one.caseManagerName, one.hostName].filter((name) => name !== '')
  if (one.participantName === '' && others.length === 0) return null
  return (
    <>
      {` ${t('appointmentWith')} `}
      {one.participant_id !== null && <PersonLink id={one.participant_id}>{one.participantName}</PersonLink>}
      {one.participant_id !== null && others.length > 0 && ', '}
      {others.join(', ')}
    </>
  )
}
