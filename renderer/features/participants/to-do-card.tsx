/** What waits for this person: the letter first, then tasks. */
import { Button, UnstyledButton } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatWeekdayLong } from '#core/calendar/dates.ts'
import type { DueLetter } from '#core/api/paper.ts'
import { client } from '../../client.ts'
import { DraftLine, useDraft } from '../../forms/draft.tsx'
import { DateField } from '../../forms/date-field.tsx'
import { TextField } from '../../forms/text-field.tsx'
import { problemOf } from '../../office/failure.ts'
import { useOffice } from '../../office/office.ts'
import { orpc } from '../../office/query.ts'
import { useCommand } from '../../office/use-command.ts'
import { Ask } from '../../ui/ask.tsx'
import { FailureMessage } from '../../ui/message.tsx'
import { Sheet, TaskLine } from '../../ui/sheet.tsx'
import { StateWord } from '../../ui/state-word.tsx'
import { useToast } from '../../ui/toast.tsx'

export function ToDoCard({ id }: { id: number }) {
  const { t } = useTranslation(['people', 'common'])
  const toast = useToast()
  const [adding, setAdding] = useState(false)
  const letters =
    useQuery(orpc.letters.due.queryOptions()).data?.filter((letter) => letter.participantId === id) ?? []
  const tasks =
    useQuery(orpc.tasks.list.queryOptions({ input: { participantId: id } })).data?.filter(
      (task) => task.done_on === null,
    ) ?? []
  const setDone = useCommand(client.tasks.setDone)

  async function done(task: { id: number; title: string }): Promise<void> {
    const answer = await setDone.run({ id: task.id, done: true })
    if (answer) toast({ text: t('person.taskDone', { title: task.title }), changeSetId: answer.changeSetId })
  }
  return (
    <Sheet title={t('person.toDo')}>
      {letters.length + tasks.length === 0 && <p className="dim">{t('person.nothingToDo')}</p>}
      <ul>
        {letters.map((letter) => (
          <LetterLine key={letter.trajectoryId} letter={letter} />
        ))}
        {tasks.map((task) => (
          <TaskLine
            key={task.id}
            title={task.title}
            action={
              <Button variant="default" onClick={() => void done(task)}>
                {t('common:done')}
              </Button>
            }
          >
            {task.due_on && <DueWord on={task.due_on} />}
          </TaskLine>
        ))}
      </ul>
      {setDone.failure && <FailureMessage failure={setDone.failure} />}
      <UnstyledButton className="link person-add" onClick={() => setAdding(true)}>
        <IconPlus size={18} stroke={2} aria-hidden /> {t('person.addTask')}
      </UnstyledButton>
      <AddTask id={id} opened={adding} onClose={() => setAdding(false)} />
    </Sheet>
  )
}

/** The day something is due: plain before it, "Te laat" with a sign after it. */
export function DueWord({ on }: { on: string }) {
  const { t } = useTranslation('common')
  const { today, language } = useOffice()
  const date = formatWeekdayLong(on, language)
  if (on < today) return <StateWord kind="late">{t('late', { date })}</StateWord>
  return <span className="capital">{date}</span>
}

function LetterLine({ letter }: { letter: DueLetter }) {
  const { t } = useTranslation(['people', 'common'])
  const navigate = useNavigate()
  const open = useCommand(client.letters.open)
  async function go(): Promise<void> {
    const opened =
      letter.draftId === null ? await open.run({ trajectoryId: letter.trajectoryId }) : { id: letter.draftId }
    if (opened) void navigate({ to: '/brieven/$id', params: { id: String(opened.id) } })
  }
  return (
    <TaskLine
      title={letter.draftId === null ? t('person.letterDue') : t('person.letterDraft')}
      action={
        <Button variant="default" loading={open.busy} onClick={() => void go()}>
          {t('common:open')}
        </Button>
      }
    >
      <DueWord on={letter.dueOn} />
      {open.failure && <FailureMessage failure={open.failure} />}
    </TaskLine>
  )
}

function AddTask({ id, opened, onClose }: { id: number; opened: boolean; onClose: () => void }) {
  const { t } = useTranslation(['people', 'common'])
  const { today } = useOffice()
  const toast = useToast()
  const create = useCommand(client.tasks.create)
  const [title, setTitle] = useState('')
  const [due, setDue] = useState<string | null>(null)
  const draft = useDraft(
    `task:${id}`,
    { title, due },
    (left) => {
      setTitle(left.title)
      setDue(left.due)
    },
    { on: opened },
  )
  async function save(): Promise<void> {
    const answer = await create.run({ participant_id: id, title, due_on: due })
    if (!answer) return
    draft.clear()
    toast({ text: t('person.taskAdded'), changeSetId: answer.changeSetId })
    setTitle('')
    setDue(null)
    onClose()
  }
  return (
    <Ask
      opened={opened}
      title={t('person.addTask')}
      answer={t('common:add')}
      onAnswer={() => void save()}
      onClose={onClose}
      busy={create.busy}
      disabled={title.trim() === ''}
    >
      <DraftLine draft={draft} />
      <TextField
        label={t('person.taskTitle')}
        hint={t('person.taskTitleHint')}
        value={title}
        onChange={setTitle}
        problem={problemOf(create.failure, 'title')}
        autoFocus
      />
      <DateField
        className="form-short"
        label={t('person.taskDue')}
        optional
        today={today}
        value={due}
        onChange={setDue}
        problem={problemOf(create.failure, 'due_on')}
      />
      {create.failure && create.failure.code !== 'INVALID' && <FailureMessage failure={create.failure} />}
    </Ask>
  )
}
