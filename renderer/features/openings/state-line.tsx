/** How an opening stands today: a sign, and words with what is left. */
import { useTranslation } from 'react-i18next'
import type { OpeningState } from '#core/api/fields.ts'
import type { OpeningView } from '#core/api/places.ts'
import { formatShort } from '#core/calendar/dates.ts'
import { StateWord, type StateKind } from '../../ui/state-word.tsx'

const signs: Record<OpeningState, StateKind> = {
  open: 'reached',
  partly: 'busy',
  full: 'done',
  not_yet: 'not_yet',
  over: 'no',
  closed: 'no',
}

export function StateLine({ opening }: { opening: OpeningView }) {
  const { t } = useTranslation('matching')
  const { state, capacity, taken, open_from, open_until } = opening
  const day = state === 'over' ? open_until : open_from
  return (
    <StateWord kind={signs[state]}>
      {t(`opening.state.${state}`, {
        free: Math.max(0, capacity - taken),
        capacity,
        taken,
        date: day === null ? '' : formatShort(day),
      })}
    </StateWord>
  )
}
