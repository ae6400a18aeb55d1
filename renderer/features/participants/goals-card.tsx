/** At most three goals in the words of the participant, and how each stands. */
import { Button, Modal, UnstyledButton } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { goalState as goalStates, type GoalState } from '#core/api/fields.ts'
import type { Goal, TrajectoryView } from '#core/api/programme.ts'
import { client } from '../../client.ts'
import { DraftLine, useDraft } from '../../forms/draft.tsx'
import { SelectField } from '../../forms/choice-field.tsx'
import { TextField } from '../../forms/text-field.tsx'
import { useAutosave } from '../../forms/use-autosave.ts'
import { problemOf } from '../../office/failure.ts'
import { useCommand } from '../../office/use-command.ts'
import { Sheet } from '../../ui/sheet.tsx'
import { onSubmit } from '../../forms/submit.ts'
import { StateWord, type StateKind } from '../../ui/state-word.tsx'

const most = 3
const kinds: Record<GoalState, StateKind> = {
  not_started: 'not_yet',
  busy: 'busy',
  reached: 'reached',
  changed: 'unknown',
}

export function GoalsCard({ trajectory }: { trajectory: TrajectoryView }) {
  const { t } = useTranslation(['people', 'enums', 'common'])
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
            </span>
          </li>
        ))}
      </ul>
      <Modal
        opened={editing}
        onClose={() => setEditing(false)}
        title={t('goals.title')}
        size="lg"
        closeButtonProps={{ 'aria-label': t('common:close') }}
      >
        <div className="form">
          {trajectory.goals.map((goal, index) => (
            <GoalFields key={goal.id} trajectoryId={trajectory.id} goal={goal} number={index + 1} />
          ))}
          {trajectory.goals.length < most && (
            <NewGoal trajectoryId={trajectory.id} number={trajectory.goals.length + 1} />
          )}
          <div className="form-actions ask-actions">
            <Button onClick={() => setEditing(false)}>{t('goals.done')}</Button>
          </div>
        </div>
      </Modal>
    </Sheet>
  )
}

function GoalFields({ trajectoryId, goal, number }: { trajectoryId: number; goal: Goal; number: number }) {
  const { t } = useTranslation(['people', 'enums'])
  const save = (part: Partial<Goal>) =>
    client.trajectories.saveGoal({ trajectoryId, goal: { ...goal, ...part } })
  const description = useAutosave('description', goal.description, (value) => save({ description: value }))
  const state = useAutosave('state', goal.state, (value) => save({ state: value }))
  const remark = useAutosave('remark', goal.remark, (value) => save({ remark: value }))
  return (
    <div className="goal-fields">
      <TextField label={t('goals.description', { number })} {...description} />
      <div className="form-row">
        <SelectField
          label={t('goals.state')}
          value={state.value}
          onChange={state.onChange}
          choices={goalStates.options.map((value) => ({ value, label: t(`enums:goalState.${value}`) }))}
        />
        <TextField label={t('goals.remark')} optional {...remark} />
      </div>
    </div>
  )
}

function NewGoal({ trajectoryId, number }: { trajectoryId: number; number: number }) {
  const { t } = useTranslation('people')
  const [description, setDescription] = useState('')
  const add = useCommand(client.trajectories.saveGoal)
  const draft = useDraft(`goal:${trajectoryId}`, { description }, (left) => setDescription(left.description))
  async function save(): Promise<void> {
    const answer = await add.run({ trajectoryId, goal: { description, state: 'not_started', remark: '' } })
    if (!answer) return
    draft.clear()
    setDescription('')
  }
  return (
    <form noValidate className="goal-new" onSubmit={onSubmit(save)}>
      <TextField
        label={t('goals.description', { number })}
        value={description}
        onChange={setDescription}
        problem={problemOf(add.failure, 'description')}
      />
      <DraftLine draft={draft} />
      <Button
        type="submit"
        variant="default"
        leftSection={<IconPlus size={18} stroke={2} aria-hidden />}
        disabled={description.trim() === ''}
        loading={add.busy}
      >
        {t('goals.add')}
      </Button>
    </form>
  )
}
