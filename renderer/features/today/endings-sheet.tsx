/** What comes to its end soon, or has: trajectories, placements and the terms of civic integration. */
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Today } from '#core/api/today.ts'
import { formatLong, formatWeekdayLong } from '#core/calendar/dates.ts'
import { useOffice } from '../../office/office.ts'
import { PersonLink } from '../../ui/person-name.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { StateWord } from '../../ui/state-word.tsx'
import { FewFirst } from './few-first.tsx'
import { endingsOf, type Ending } from './waiting.ts'

const few = 4

/** Nothing where nothing ends. */
export function EndingsSheet({ today }: { today: Today }) {
  const { t } = useTranslation('today')
  const endings = endingsOf(today)
  if (endings.length === 0) return null
  return (
    <Sheet title={t('endings')}>
      <FewFirst title="" lines={endings} first={few}>
        {(ending) => <EndingLine key={ending.key} ending={ending} />}
      </FewFirst>
    </Sheet>
  )
}

function EndingLine({ ending }: { ending: Ending }) {
  const { t } = useTranslation(['today', 'enums'])
  const { today, language } = useOffice()
  const what =
    ending.kind === 'placement' ? (
      <Link to="/plekken" search={{ plek: String(ending.placement.placementId) }} className="name-link">
        {t('endingAt', {
          kind: t(`enums:placementKind.${ending.placement.kind}`),
          where: ending.placement.where,
        })}
      </Link>
    ) : (
      t(`ending.${ending.kind}`)
    )
  const sameYear = ending.on.slice(0, 4) === today.slice(0, 4)
  const date = sameYear ? formatWeekdayLong(ending.on, language) : formatLong(ending.on, language)
  return (
    <li className="today-ending">
      <PersonLink id={ending.participantId}>{ending.name}</PersonLink>
      <div className="dim">
        {what}
        {ending.on < today ? (
          <>
            {' '}
            <StateWord kind="late">{t('passed', { date })}</StateWord>
          </>
        ) : (
          `, ${date}`
        )}
      </div>
    </li>
  )
}
