/** What a placement collides with, said while somebody chooses. Nothing is forbidden. */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Outputs } from '#core/api/contract.ts'
import type { PlacementWarning, Planned } from '#core/api/placing.ts'
import { formatHours } from '#core/attendance/totals.ts'
import { formatLong } from '#core/calendar/dates.ts'
import { useOffice } from '../../office/office.ts'
import { orpc } from '../../office/query.ts'
import { Message } from '../../ui/message.tsx'
import { useDayParts } from '../trajectory/day-words.ts'

/** `fresh`: the answer is about what is typed now, not about a moment ago. */
export type Look = Outputs['placing']['look'] & { fresh: boolean }

/** Asked again with each choice; the answer of a moment ago stays until the next one is there. */
export function useLook(planned: Planned | null): Look | null {
  const nobody: Planned = {
    participantId: 1,
    openingId: 1,
    placementId: null,
    starts_on: null,
    expected_end_on: null,
    parts: [],
    minutes_per_week: null,
  }
  const look = useQuery(
    orpc.placing.look.queryOptions({
      input: planned ?? nobody,
      enabled: planned !== null,
      placeholderData: keepPreviousData,
    }),
  )
  return planned === null || !look.data ? null : { ...look.data, fresh: !look.isPlaceholderData }
}

export function Warnings({ warnings }: { warnings: readonly PlacementWarning[] }) {
  const { t } = useTranslation('placing')
  const words = useWarningWords()
  return (
    <div role="status">
      {warnings.length > 0 && (
        <Message title={t('warning.title')}>
          <ul className="places-warnings">
            {warnings.map((one) => (
              <li key={JSON.stringify(one)}>{words(one)}</li>
            ))}
          </ul>
          <p>{t('warning.lead')}</p>
        </Message>
      )}
    </div>
  )
}

function useWarningWords(): (warning: PlacementWarning) => string {
  const { t } = useTranslation('placing')
  const { language } = useOffice()
  const days = useDayParts()
  return (warning) => {
    switch (warning.code) {
      case 'lesson':
        return t(warning.what === '' ? 'warning.lesson' : 'warning.lessonAt', {
          days: days(warning.parts),
          what: warning.what,
        })
      case 'workshop':
      case 'unavailable':
        return t(`warning.${warning.code}`, { days: days(warning.parts) })
      case 'placement':
        return t('warning.placement', { days: days(warning.parts), what: warning.what })
      case 'too_many_hours':
        return t('warning.too_many_hours', {
          all: formatHours(warning.all, language),
          most: formatHours(warning.most, language),
        })
      case 'full':
        return t('warning.full', { count: warning.capacity, people: warning.people.join(', ') })
      case 'closed':
        return t('warning.closed')
      default:
        return t(`warning.${warning.code}`, { date: formatLong(warning.on, language) })
    }
  }
}
