/** Each thing that waits, with one button that goes there. */
import { Button, UnstyledButton } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { addDays, formatWeekdayLong } from '#core/calendar/dates.ts'
import type { Today } from '#core/api/paper.ts'
import { client } from '../../client.ts'
import { useOffice } from '../../office/office.ts'
import { useCommand } from '../../office/use-command.ts'
import { FailureMessage } from '../../ui/message.tsx'
import { Sheet, TaskLine } from '../../ui/sheet.tsx'
import { StateWord } from '../../ui/state-word.tsx'
import { NewTaskDialog } from '../notes/task-dialog.tsx'
import { TaskRow } from '../notes/task-row.tsx'
import { waitingLines, type UnfilledWeek, type WaitingLine } from './waiting.ts'

/** Of each kind, so that twenty late letters do not hide somebody who has to be called. */
const shownAtFirst = 2
/** One's own tasks are a list to work through. */
const ownAtFirst = 6

export function WaitingSheet({ today }: { today: Today }) {
  const { t } = useTranslation(['today', 'notes'])
  const { me } = useOffice()
  const [all, setAll] = useState(false)
  const [adding, setAdding] = useState(false)
  const lines = waitingLines(today)
  const isOwn = (line: WaitingLine) => line.kind === 'task' && line.one.staff_id === me.id
  const firstOfKind = (line: WaitingLine) => {
    const alike = lines.filter((one) => one.kind === line.kind && isOwn(one) === isOwn(line))
    return alike.indexOf(line) < (isOwn(line) ? ownAtFirst : shownAtFirst)
  }
  const shown = all ? lines : lines.filter(firstOfKind)
  return (
    <Sheet title={t('waiting')}>
      {lines.length === 0 && <p className="dim">{t('nothing')}</p>}
      <ul>
        {shown.map((line) => (
          <Line key={line.key} line={line} />
        ))}
      </ul>
      <div className="today-more">
        {lines.length > shown.length && (
          <UnstyledButton className="link" onClick={() => setAll(true)}>
            {t('more', { count: lines.length - shown.length })}
          </UnstyledButton>
        )}
        <UnstyledButton className="link notes-add" onClick={() => setAdding(true)}>
          <IconPlus size={18} stroke={2} aria-hidden /> {t('notes:task.add')}
        </UnstyledButton>
      </div>
      {adding && <NewTaskDialog participantId={null} onClose={() => setAdding(false)} />}
    </Sheet>
  )
}

function Line({ line }: { line: WaitingLine }) {
  switch (line.kind) {
    case 'letter':
      return <LetterLine letter={line.one} />
    case 'task':
      return <TaskOf task={line.one} />
    case 'unfilled':
      return <UnfilledLine unfilled={line.one} />
    default:
      return <PersonLine line={line} />
  }
}

/** About a person: the button opens the page of that person. */
function PersonLine({
  line,
}: {
  line: Extract<WaitingLine, { kind: 'noShow' | 'aftercare' | 'ending' | 'civic' }>
}) {
  const { t } = useTranslation('today')
  const { today, language } = useOffice()
  const navigate = useNavigate()
  const go = (label: string) => (
    <Button
      variant="default"
      onClick={() => void navigate({ to: '/deelnemers/$id', params: { id: String(line.one.participantId) } })}
    >
      {label}
    </Button>
  )
  if (line.kind === 'noShow') {
    const yesterday = line.one.day === addDays(today, -1)
    const day = formatWeekdayLong(line.one.day, language)
    return (
      <TaskLine title={yesterday ? t('noShowYesterday') : t('noShow', { day })} action={go(t('open'))}>
        <bdi>{[line.one.name, line.one.phone].filter(Boolean).join(', ')}</bdi>
      </TaskLine>
    )
  }
  const on = line.kind === 'aftercare' ? line.one.due_on : line.one.on
  return (
    <TaskLine
      title={line.kind === 'aftercare' ? t('aftercare', { count: line.one.month }) : t(line.kind)}
      action={go(t('open'))}
    >
      <bdi>{line.one.name}</bdi>
      <Due on={on} plain={line.kind !== 'aftercare'} />
    </TaskLine>
  )
}

function UnfilledLine({ unfilled }: { unfilled: UnfilledWeek }) {
  const { t } = useTranslation('today')
  const { language } = useOffice()
  const [only] = unfilled.days
  const navigate = useNavigate()
  return (
    <TaskLine
      title={
        only && unfilled.days.length === 1
          ? t('unfilled', { day: formatWeekdayLong(only, language) })
          : t('unfilledWeek', { week: unfilled.week })
      }
      action={
        <Button
          variant="default"
          onClick={() => void navigate({ to: '/week', search: { maandag: unfilled.monday } })}
        >
          {t('fill')}
        </Button>
      }
    >
      {t('cells', { count: unfilled.cells })}
    </TaskLine>
  )
}

function LetterLine({ letter }: { letter: Today['lettersDue'][number] }) {
  const { t } = useTranslation('today')
  const navigate = useNavigate()
  const open = useCommand(client.letters.open)
  async function go(): Promise<void> {
    const opened =
      letter.draftId === null ? await open.run({ trajectoryId: letter.trajectoryId }) : { id: letter.draftId }
    if (opened) void navigate({ to: '/brieven/$id', params: { id: String(opened.id) } })
  }
  return (
    <TaskLine
      title={letter.draftId === null ? t('letter') : t('letterDraft')}
      action={
        <Button variant="default" loading={open.busy} onClick={() => void go()}>
          {letter.draftId === null ? t('write') : t('open')}
        </Button>
      }
    >
      <bdi>{letter.personName}</bdi>
      <Due on={letter.dueOn} />
      {open.failure && <FailureMessage failure={open.failure} />}
    </TaskLine>
  )
}

function TaskOf({ task }: { task: Today['tasks'][number] }) {
  return (
    <TaskRow task={task} participantId={task.participantId}>
      {task.name && <bdi>{task.name}</bdi>}
      {task.due_on && <Due on={task.due_on} />}
    </TaskRow>
  )
}

/** `plain`: a day that comes, not one that can be missed. */
function Due({ on, plain = false }: { on: string; plain?: boolean }) {
  const { t } = useTranslation('common')
  const { today, language } = useOffice()
  const date = formatWeekdayLong(on, language)
  if (on < today && !plain)
    return (
      <div>
        <StateWord kind="late">{t('late', { date })}</StateWord>
      </div>
    )
  return <div>{plain ? <span className="capital">{date}</span> : t('before', { date })}</div>
}
