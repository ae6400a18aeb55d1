/** The goals in the words of the participant, and how each stands. */
import { UnstyledButton } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatDayMonth } from '#core/calendar/dates.ts'
import type { GoalState } from '#core/api/fields.ts'
import type { TrajectoryView } from '#core/api/programme.ts'
import { useOffice } from '../../office/office.ts'
import { Sheet } from '../../ui/sheet.tsx'
import { StateWord, type StateKind } from '../../ui/state-word.tsx'
import { GoalsDialog } from './goals-dialog.tsx'
import './trajectory.css'

const kinds: Record<GoalState, StateKind> = {
  not_started: 'not_yet',
  busy: 'busy',
  reached: 'reached',
  partly: 'busy',
  not: 'no',
  changed: 'unknown',
}

export function GoalsCard({ trajectory }: { trajectory: TrajectoryView }) {
  const { t } = useTranslation(['people', 'enums', 'common', 'trajectory'])
  const { language } = useOffice()
  const [editing, setEditing] = useState(false)
  return (
    <Sheet
      title={t('person.goals')}
      aside={
        <UnstyledButton className="link" onClick={() => setEditing(true)}>
          {t('person.changeGoals')}
        </UnstyledButton>
      }
    >
      {trajectory.goals.length === 0 && <p className="dim">{t('person.noGoals')}</p>}
      <ul className="goals">
        {trajectory.goals.map((goal) => (
          <li key={goal.id}>
            <StateWord kind={kinds[goal.state]}>
              {goal.state === 'not_started' ? t('common:state.notYet') : t(`enums:goalState.${goal.state}`)}
            </StateWord>
            <span>
              {goal.description}
              {goal.remark && <span className="dim"> ({goal.remark})</span>}
              {goal.state_on && goal.state !== 'not_started' && (
                <span className="goal-when">
                  {' '}
                  {t('trajectory:goals.since', { date: formatDayMonth(goal.state_on, language) })}
                </span>
              )}
            </span>
          </li>
        ))}
      </ul>
      <GoalsDialog trajectory={trajectory} opened={editing} onClose={() => setEditing(false)} />
    </Sheet>
  )
}
