/** Each thing that waits, by kind, with one button that goes there. */
import { Button, UnstyledButton } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { addDays, formatWeekdayLong } from '#core/calendar/dates.ts'
import type { Today } from '#core/api/today.ts'
import { client } from '../../client.ts'
import { useOffice } from '../../office/office.ts'
import { useCommand } from '../../office/use-command.ts'
import { ForReaders } from '../../ui/hidden.tsx'
import { ListMenu } from '../../ui/list-menu.tsx'
import { FailureMessage } from '../../ui/message.tsx'
import { PersonLink } from '../../ui/person-name.tsx'
import { Sheet, TaskLine } from '../../ui/sheet.tsx'
import { StateWord } from '../../ui/state-word.tsx'
import { AboutWhom } from '../letters/about-whom.tsx'
import { PutOffDialog } from '../letters/put-off-dialog.tsx'
import { NewTaskDialog } from '../notes/task-dialog.tsx'
import { TaskRow } from '../notes/task-row.tsx'
import { AlertLine, AlertRule, NoShowLine } from './absence-lines.tsx'
import { FewFirst } from './few-first.tsx'
import { waitingOf, type UnfilledWeek } from './waiting.ts'
import { useWaitingTables } from './waiting-tables.ts'

/** Of each kind, so that twenty late letters do not hide somebody who has to be called. */
const few = 2
/** Tasks are a list to work through. */
const fewTasks = 4

export function WaitingSheet({ today }: { today: Today }) {
  const { t } = useTranslation(['today', 'notes'])
  const { language } = useOffice()
  const [adding, setAdding] = useState(false)
  const waiting = waitingOf(today)
  const nothing = Object.values(waiting).every((lines) => lines.length === 0)
  const tables = useWaitingTables()
  const day = waiting.noShow[0]?.day ?? today.today
  return (
    <Sheet
      title={t('waiting')}
      className="today-waiting"
      aside={
        !nothing && (
          <ListMenu list="waiting" name={t('waiting')} tables={() => tables(waiting)} otherPrintKey />
        )
      }
    >
      {nothing && <p className="dim">{t('nothing')}</p>}
      <FewFirst
        title={
          day === addDays(today.today, -1)
            ? t('noShowYesterday')
            : t('noShow', { day: formatWeekdayLong(day, language) })
        }
        lines={waiting.noShow}
        first={fewTasks}
      >
        {(one) => <NoShowLine key={one.participantId} one={one} />}
      </FewFirst>
      <FewFirst title={t('alerts')} lines={waiting.alert} first={few} aside={<AlertRule />}>
        {(alert) => <AlertLine key={alert.participantId} alert={alert} />}
      </FewFirst>
      <FewFirst title={t('letters', { count: waiting.letter.length })} lines={waiting.letter} first={few}>
        {(letter) => <LetterLine key={letter.trajectoryId} letter={letter} />}
      </FewFirst>
      <FewFirst title={t('reviews', { count: waiting.review.length })} lines={waiting.review} first={few}>
        {(review) => <ReviewLine key={review.id} review={review} />}
      </FewFirst>
      <FewFirst title={t('unfilled')} lines={waiting.unfilled} first={few}>
        {(unfilled) => <UnfilledLine key={unfilled.monday} unfilled={unfilled} />}
      </FewFirst>
      <FewFirst title={t('aftercare')} lines={waiting.aftercare} first={few}>
        {(one) => <AftercareLine key={one.id} one={one} />}
      </FewFirst>
      <FewFirst title={t('tasks', { count: waiting.task.length })} lines={waiting.task} first={fewTasks}>
        {(task) => (
          <TaskRow key={task.id} task={task} participantId={task.participantId}>
            {task.participantId !== null && task.name !== '' && (
              <PersonLink id={task.participantId}>{task.name}</PersonLink>
            )}
            {task.due_on && <Due on={task.due_on} />}
          </TaskRow>
        )}
      </FewFirst>
      <UnstyledButton className="link today-add" onClick={() => setAdding(true)}>
        <IconPlus size={18} stroke={2} aria-hidden /> {t('notes:task.add')}
      </UnstyledButton>
      {adding && <NewTaskDialog participantId={null} onClose={() => setAdding(false)} />}
    </Sheet>
  )
}

function LetterLine({ letter }: { letter: Today['lettersDue'][number] }) {
  const { t } = useTranslation(['today', 'sending'])
  const [puttingOff, setPuttingOff] = useState(false)
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
      title={<PersonLink id={letter.participantId}>{letter.personName}</PersonLink>}
      action={
        <Button variant="default" loading={open.busy} onClick={() => void go()}>
          {letter.draftId === null ? t('write') : t('finish')}
          <ForReaders>{`: ${letter.personName}`}</ForReaders>
        </Button>
      }
    >
      <Due on={letter.dueOn} />
      {letter.draftId === null && (
        <UnstyledButton className="link" onClick={() => setPuttingOff(true)}>
          {t('sending:putOff.action')}
          <ForReaders>{`: ${letter.personName}`}</ForReaders>
        </UnstyledButton>
      )}
      {puttingOff && <PutOffDialog letter={letter} onClose={() => setPuttingOff(false)} />}
      {open.failure && <FailureMessage failure={open.failure} />}
    </TaskLine>
  )
}

function ReviewLine({ review }: { review: Today['reviews'][number] }) {
  const { t } = useTranslation(['today', 'letters'])
  const { language } = useOffice()
  const navigate = useNavigate()
  return (
    <TaskLine
      title={<AboutWhom id={review.participantId}>{review.personName}</AboutWhom>}
      action={
        <Button
          variant="default"
          onClick={() => void navigate({ to: '/brieven/$id', params: { id: String(review.id) } })}
        >
          {t('look')}
          <ForReaders>{`: ${review.personName}`}</ForReaders>
        </Button>
      }
    >
      <div>{t(`letters:kind.${review.kind}`)}</div>
      <div>{t('askedBy', { name: review.askedName, day: formatWeekdayLong(review.askedOn, language) })}</div>
    </TaskLine>
  )
}

function UnfilledLine({ unfilled }: { unfilled: UnfilledWeek }) {
  const { t } = useTranslation('today')
  const { language } = useOffice()
  const navigate = useNavigate()
  const [only] = unfilled.days
  const name =
    only && unfilled.days.length === 1
      ? formatWeekdayLong(only, language)
      : t('week', { week: unfilled.week })
  return (
    <TaskLine
      title={<span className="capital">{name}</span>}
      action={
        <Button
          variant="default"
          onClick={() => void navigate({ to: '/week', search: { maandag: unfilled.monday } })}
        >
          {t('fill')}
          <ForReaders>{`: ${name}`}</ForReaders>
        </Button>
      }
    >
      {t('cells', { count: unfilled.cells })}
    </TaskLine>
  )
}

function AftercareLine({ one }: { one: Today['aftercareDue'][number] }) {
  const { t } = useTranslation('today')
  const navigate = useNavigate()
  return (
    <TaskLine
      title={
        <>
          <PersonLink id={one.participantId}>{one.name}</PersonLink>
          {`, ${t('afterMonths', { count: one.month })}`}
        </>
      }
      action={
        <Button
          variant="default"
          onClick={() => void navigate({ to: '/nazorg/$id', params: { id: String(one.id) } })}
        >
          {t('open')}
          <ForReaders>{`: ${one.name}`}</ForReaders>
        </Button>
      }
    >
      <Due on={one.due_on} />
    </TaskLine>
  )
}

function Due({ on }: { on: string }) {
  const { t } = useTranslation('common')
  const { today, language } = useOffice()
  const date = formatWeekdayLong(on, language)
  return (
    <div>{on < today ? <StateWord kind="late">{t('late', { date })}</StateWord> : t('before', { date })}</div>
  )
}
