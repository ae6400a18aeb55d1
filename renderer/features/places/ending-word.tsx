/** "Eindigt vr 20 nov": when the expected end comes near, and after it. */
import { useTranslation } from 'react-i18next'
import type { PlacementView } from '#core/api/places.ts'
import { formatNarrow } from '#core/calendar/dates.ts'
import { endStateOn } from '#core/placing/terms.ts'
import { useOffice } from '../../office/office.ts'
import { StateWord } from '../../ui/state-word.tsx'

export function EndingWord({ placement }: { placement: PlacementView }) {
  const { t } = useTranslation('placing')
  const { today, language } = useOffice()
  const state = endStateOn(placement, today)
  if (state === 'none' || placement.expected_end_on === null) return null
  return (
    <StateWord kind={state === 'passed' ? 'late' : 'care'}>
      {t(`ending.${state}`, { date: formatNarrow(placement.expected_end_on, language) })}
    </StateWord>
  )
}
