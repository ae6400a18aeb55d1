/** What waits for this person: the letter first, then tasks. */
import { Button, UnstyledButton } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatWeekdayLong } from '#core/calendar/dates.ts'
import type { DueLetter } from '#core/api/letters.ts'
import { client } from '../../client.ts'
import { useOffice } from '../../office/office.ts'
import { orpc } from '../../office/query.ts'
import { useCommand } from '../../office/use-command.ts'
import { FailureMessage } from '../../ui/message.tsx'
import { Sheet, TaskLine } from '../../ui/sheet.tsx'
import { StateWord } from '../../ui/state-word.tsx'
import { NewTaskDialog } from '../notes/task-dialog.tsx'
import { TaskRow } from '../notes/task-row.tsx'

export function ToDoCard({ id }: { id: number }) {
  const { t } = useTranslation(['people', 'notes'])
  const [adding, setAdding] = useState(false)
  const letters =
    useQuery(orpc.letters.due.queryOptions()).data?.filter((letter) => letter.participantId === id) ?? []
  const tasks =
    useQuery(orpc.tasks.list.queryOptions({ input: { participantId: id } })).data?.filter(
      (task) => task.done_on === null,
    ) ?? []
  return (
    <Sheet title={t('notes:task.toDo')}>
      {letters.length + tasks.length === 0 && <p className="dim">{t('notes:task.nothing')}</p>}
      <ul>
        {letters.map((letter) => (
          <LetterLine key={letter.trajectoryId} letter={letter} />
        ))}
        {tasks.map((task) => (
          <TaskRow key={task.id} task={task} participantId={id}>
            {task.due_on && <DueWord on={task.due_on} />}
          </TaskRow>
        ))}
      </ul>
      <UnstyledButton className="link person-add" onClick={() => setAdding(true)}>
        <IconPlus size={18} stroke={2} aria-hidden /> {t('notes:task.add')}
      </UnstyledButton>
      {adding && <NewTaskDialog participantId={id} onClose={() => setAdding(false)} />}
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
      letter.draftId === null
        ? await open.run({ kind: 'progress', about: letter.trajectoryId })
        : { id: letter.draftId }
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
