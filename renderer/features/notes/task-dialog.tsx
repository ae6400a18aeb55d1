/** A new task, or one that is changed: what, when, who. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Task } from '#core/api/notes.ts'
import { client } from '../../client.ts'
import { DraftLine, useDraft } from '../../forms/draft.tsx'
import { DateField } from '../../forms/date-field.tsx'
import { TextField } from '../../forms/text-field.tsx'
import { problemOf } from '../../office/failure.ts'
import { useOffice } from '../../office/office.ts'
import { useCommand } from '../../office/use-command.ts'
import { Ask } from '../../ui/ask.tsx'
import { FailureMessage } from '../../ui/message.tsx'
import { useToast } from '../../ui/toast.tsx'
import { OwnerField } from './owner-field.tsx'
import { SecondLook } from './second-look.tsx'

type Typed = Pick<Task, 'title' | 'due_on' | 'staff_id'>

/** `participantId` null: a task of the office itself. */
export function NewTaskDialog({
  participantId,
  onClose,
}: {
  participantId: number | null
  onClose: () => void
}) {
  const { t } = useTranslation(['notes', 'common'])
  const { me } = useOffice()
  const create = useCommand(client.tasks.create)
  return (
    <TaskForm
      form={`task:${participantId ?? 'office'}`}
      start={{ title: '', due_on: null, staff_id: me.id }}
      title={t('task.add')}
      answer={t('common:add')}
      said={t('task.added')}
      save={(typed) => create.run({ participant_id: participantId, ...typed })}
      command={create}
      onClose={onClose}
    />
  )
}

export function ChangeTaskDialog({ task, onClose }: { task: Typed & { id: number }; onClose: () => void }) {
  const { t } = useTranslation(['notes', 'common'])
  const save = useCommand(client.tasks.save)
  return (
    <TaskForm
      form={`task-change:${task.id}`}
      start={{ title: task.title, due_on: task.due_on, staff_id: task.staff_id }}
      title={t('task.change')}
      answer={t('common:save')}
      said={t('task.isChanged')}
      save={(fields) => save.run({ id: task.id, fields })}
      command={save}
      onClose={onClose}
    />
  )
}

function TaskForm({
  form,
  start,
  title,
  answer,
  said,
  save,
  command: { busy, failure },
  onClose,
}: {
  form: string
  start: Typed
  title: string
  answer: string
  said: string
  save: (typed: Typed) => Promise<{ changeSetId: number | null } | null>
  command: Pick<ReturnType<typeof useCommand>, 'busy' | 'failure'>
  onClose: () => void
}) {
  const { t } = useTranslation('notes')
  const { today } = useOffice()
  const toast = useToast()
  const [typed, setTyped] = useState(start)
  const set = (part: Partial<Typed>) => setTyped((now) => ({ ...now, ...part }))
  const draft = useDraft(form, typed, setTyped)
  async function keep(): Promise<void> {
    const done = await save(typed)
    if (!done) return
    draft.clear()
    toast({ text: said, changeSetId: done.changeSetId })
    onClose()
  }
  return (
    <Ask
      opened
      title={title}
      answer={answer}
      onAnswer={() => void keep()}
      onClose={onClose}
      busy={busy}
      disabled={typed.title.trim() === ''}
    >
      <DraftLine draft={draft} />
      <TextField
        label={t('task.title')}
        hint={t('task.titleHint')}
        value={typed.title}
        onChange={(words) => set({ title: words })}
        problem={problemOf(failure, 'title')}
        autoFocus
      />
      <SecondLook text={typed.title} />
      <div className="form-row">
        <DateField
          label={t('task.due')}
          hint=""
          optional
          today={today}
          value={typed.due_on}
          onChange={(due_on) => set({ due_on })}
          problem={problemOf(failure, 'due_on')}
        />
        <OwnerField
          label={t('task.owner')}
          value={typed.staff_id}
          onChange={(staff_id) => set({ staff_id })}
        />
      </div>
      {failure && failure.code !== 'INVALID' && <FailureMessage failure={failure} />}
    </Ask>
  )
}
