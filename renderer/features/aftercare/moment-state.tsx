import { useTranslation } from 'react-i18next'
import type { Aftercare, AftercareState } from '#core/api/aftercare.ts'
import { StateWord, type StateKind } from '../../ui/state-word.tsx'

const signs: Readonly<Record<Exclude<AftercareState, 'done'>, StateKind>> = {
  due: 'busy',
  coming: 'not_yet',
  ask: 'care',
  blocked: 'no',
  dropped: 'no',
  waiting: 'not_yet',
}
const outcomes: Readonly<Record<NonNullable<Aftercare['outcome']>, StateKind>> = {
  still_there: 'reached',
  moved_on: 'reached',
  stopped: 'done',
  not_reached: 'unknown',
}

/** How a moment stands: of one that is done, what came out of it. */
export function MomentState({ state, outcome }: { state: AftercareState; outcome: Aftercare['outcome'] }) {
  const { t } = useTranslation(['aftercare', 'enums'])
  if (state !== 'done') return <StateWord kind={signs[state]}>{t(`state.${state}`)}</StateWord>
  if (outcome === null) return <StateWord kind="done">{t('state.done')}</StateWord>
  return <StateWord kind={outcomes[outcome]}>{t(`enums:aftercareOutcome.${outcome}`)}</StateWord>
}
