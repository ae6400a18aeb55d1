/** Writing goals, how each stands and since when, their order. What is typed is saved at once. */
import { Button, Modal } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { goalState as goalStates } from '#core/api/fields.ts'
import { mostGoals, type Goal, type TrajectoryView } from '#core/api/programme.ts'
import { client } from '../../client.ts'
import { SelectField } from '../../forms/choice-field.tsx'
import { DateField } from '../../forms/date-field.tsx'
import { DraftLine, useDraft } from '../../forms/draft.tsx'
import { onSubmit } from '../../forms/submit.ts'
import { TextField } from '../../forms/text-field.tsx'
import { useAutosave } from '../../forms/use-autosave.ts'
import { problemOf } from '../../office/failure.ts'
import { useOffice } from '../../office/office.ts'
import { useCommand } from '../../office/use-command.ts'
import { FailureMessage } from '../../ui/message.tsx'
import { useToast } from '../../ui/toast.tsx'

export function GoalsDialog({
  trajectory,
  opened,
  onClose,
}: {
  trajectory: TrajectoryView
  opened: boolean
  onClose: () => void
}) {
  const { t } = useTranslation(['trajectory', 'common'])
  const { goals } = trajectory
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('goals.title')}
      size="lg"
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <div className="form">
        <p className="dim">{t('goals.lead')}</p>
        {goals.map((goal, index) => (
          <GoalFields key={goal.id} trajectory={trajectory} goal={goal} index={index} />
        ))}
        {goals.length < mostGoals ? (
          <NewGoal trajectoryId={trajectory.id} number={goals.length + 1} />
        ) : (
          <p className="dim">{t('goals.most')}</p>
        )}
        <div className="form-actions ask-actions">
          <Button onClick={onClose}>{t('goals.done')}</Button>
        </div>
      </div>
    </Modal>
  )
}

function GoalFields({ trajectory, goal, index }: { trajectory: TrajectoryView; goal: Goal; index: number }) {
  const { t } = useTranslation(['trajectory', 'enums'])
  const { today } = useOffice()
  const trajectoryId = trajectory.id
  const number = index + 1
  // Without the day: a state that changes gets the day of today, and one that stays keeps its own.
  const { state_on: _, ...rest } = goal
  const save = (part: Partial<Goal>) =>
    client.trajectories.saveGoal({ trajectoryId, goal: { ...rest, ...part } })
  const description = useAutosave('goal.description', goal.description, (value) =>
    save({ description: value }),
  )
  const state = useAutosave('goal.state', goal.state, (value) => save({ state: value }))
  const since = useAutosave('goal.state_on', goal.state_on, (value) => save({ state_on: value }))
  const remark = useAutosave('goal.remark', goal.remark, (value) => save({ remark: value }))
  return (
    <div className="goal-fields" role="group" aria-label={t('goals.description', { number })}>
      <TextField label={t('goals.description', { number })} {...description} />
      <div className="form-row">
        <SelectField
          label={t('goals.state')}
          value={state.value}
          onChange={state.onChange}
          choices={goalStates.options.map((value) => ({ value, label: t(`enums:goalState.${value}`) }))}
        />
        <DateField label={t('goals.stateOn')} today={today} {...since} />
      </div>
      <TextField label={t('goals.remark')} optional {...remark} />
      <Moves trajectory={trajectory} goal={goal} index={index} />
    </div>
  )
}

function Moves({ trajectory, goal, index }: { trajectory: TrajectoryView; goal: Goal; index: number }) {
  const { t } = useTranslation(['trajectory', 'common'])
  const toast = useToast()
  const order = useCommand(client.trajectories.orderGoals)
  const remove = useCommand(client.trajectories.removeGoal)
  const ids = trajectory.goals.map((one) => one.id)
  const number = index + 1

  async function move(by: -1 | 1): Promise<void> {
    const next = ids.filter((id) => id !== goal.id)
    next.splice(index + by, 0, goal.id)
    const answer = await order.run({ trajectoryId: trajectory.id, ids: next })
    if (answer) toast({ text: t('goals.moved'), changeSetId: answer.changeSetId })
  }
  async function takeAway(): Promise<void> {
    const answer = await remove.run({ id: goal.id })
    if (answer) toast({ text: t('goals.removed'), changeSetId: answer.changeSetId })
  }
  const failure = order.failure ?? remove.failure
  return (
    <div className="goal-moves">
      <Button
        variant="default"
        size="compact-md"
        disabled={index === 0}
        aria-label={t('goals.up', { number })}
        onClick={() => void move(-1)}
      >
        <IconArrowUp size={18} stroke={2} aria-hidden />
      </Button>
      <Button
        variant="default"
        size="compact-md"
        disabled={index === ids.length - 1}
        aria-label={t('goals.down', { number })}
        onClick={() => void move(1)}
      >
        <IconArrowDown size={18} stroke={2} aria-hidden />
      </Button>
      <button
        type="button"
        className="link"
        aria-label={t('goals.remove', { number })}
        onClick={() => void takeAway()}
      >
        {t('common:remove')}
      </button>
      {failure && <FailureMessage failure={failure} />}
    </div>
  )
}

function NewGoal({ trajectoryId, number }: { trajectoryId: number; number: number }) {
  const { t } = useTranslation('trajectory')
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
        problem={problemOf(add.failure, 'goal.description')}
      />
      <DraftLine draft={draft} />
      {add.failure && add.failure.code !== 'INVALID' && <FailureMessage failure={add.failure} />}
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
