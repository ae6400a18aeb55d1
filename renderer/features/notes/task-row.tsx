/** One task in a list: done with one key, put off, changed, removed. The same on Vandaag and on a person's page. */
import { ActionIcon, Button, Menu } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Task } from '#core/api/notes.ts'
import { addDays, formatWeekdayLong, weekday } from '#core/calendar/dates.ts'
import { client } from '../../client.ts'
import { useOffice } from '../../office/office.ts'
import { useCommand } from '../../office/use-command.ts'
import { FailureMessage } from '../../ui/message.tsx'
import { TaskLine } from '../../ui/sheet.tsx'
import { useToast } from '../../ui/toast.tsx'
import { ChangeTaskDialog } from './task-dialog.tsx'
import './notes.css'

export type ShownTask = Pick<Task, 'id' | 'title' | 'due_on' | 'staff_id' | 'intake_id' | 'question'> & {
  staffName: string
}

/** The buttons of all tasks on the page, for the arrow keys and for where the cursor goes after the last word. */
const buttons = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('[data-task]')]

/** The next day on which the workshop is open as a rule. */
function nextWorkday(day: string): string {
  let next = addDays(day, 1)
  while (weekday(next) > 5) next = addDays(next, 1)
  return next
}

/** `children`: the second lines, such as whom it is about and when. */
export function TaskRow({
  task,
  participantId,
  children,
}: {
  task: ShownTask
  participantId: number | null
  children?: ReactNode
}) {
  const { t } = useTranslation('notes')
  const { today, language, me } = useOffice()
  const navigate = useNavigate()
  const toast = useToast()
  const setDone = useCommand(client.tasks.setDone)
  const save = useCommand(client.tasks.save)
  const remove = useCommand(client.tasks.remove)
  const [changing, setChanging] = useState(false)
  const main = useRef<HTMLButtonElement>(null)
  const { id, title } = task

  /** The line goes away: the cursor goes on to the next one. */
  async function leaving<T>(run: () => Promise<T | null>): Promise<T | null> {
    const all = buttons()
    const at = main.current ? all.indexOf(main.current) : -1
    const next = all[at + 1] ?? all[at - 1]
    const had = document.activeElement?.closest('.task-actions') !== null
    const answer = await run()
    if (answer !== null && had && !main.current?.isConnected && next?.isConnected) next.focus()
    return answer
  }
  async function done(): Promise<void> {
    const answer = await leaving(() => setDone.run({ id, done: true }))
    if (answer) toast({ text: t('task.isDone', { title }), changeSetId: answer.changeSetId })
  }
  async function putOff(due_on: string): Promise<void> {
    const answer = await leaving(() => save.run({ id, fields: { due_on } }))
    const day = formatWeekdayLong(due_on, language)
    if (answer) toast({ text: t('task.putOff', { title, day }), changeSetId: answer.changeSetId })
  }
  async function takeAway(): Promise<void> {
    const answer = await leaving(() => remove.run({ id }))
    if (answer) toast({ text: t('task.removed'), changeSetId: answer.changeSetId })
  }
  function onKey(event: KeyboardEvent<HTMLElement>): void {
    const inMenu = event.target instanceof HTMLElement && event.target.closest('[role="menu"]') !== null
    if (inMenu || event.ctrlKey || event.altKey || event.metaKey) return
    if (event.key === 'd' || event.key === 'D') void done()
    else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      const all = buttons()
      const at = main.current ? all.indexOf(main.current) : -1
      const to = all[at + (event.key === 'ArrowDown' ? 1 : -1)]
      if (at < 0 || !to) return
      to.focus()
    } else return
    event.preventDefault()
  }

  const days = [
    nextWorkday(today),
    addDays(task.due_on !== null && task.due_on > today ? task.due_on : today, 7),
  ]
  const asks = task.intake_id !== null && participantId !== null
  const failure = setDone.failure ?? save.failure ?? remove.failure
  return (
    <TaskLine
      title={<span dir="auto">{title}</span>}
      action={
        // Keys of the buttons inside it, which have the focus.
        // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
        <div className="task-actions" onKeyDown={onKey}>
          {asks ? (
            <Button
              ref={main}
              data-task={id}
              variant="default"
              aria-label={t('task.askKey', { title })}
              onClick={() =>
                void navigate({
                  to: '/deelnemers/$id/intake',
                  params: { id: String(participantId) },
                  search: { vraag: task.question },
                })
              }
            >
              {t('task.ask')}
            </Button>
          ) : (
            <Button
              ref={main}
              data-task={id}
              variant="default"
              loading={setDone.busy}
              aria-label={t('task.doneKey', { title })}
              aria-keyshortcuts="d"
              onClick={() => void done()}
            >
              {t('task.done')}
            </Button>
          )}
          <Menu position="bottom-end" withinPortal={false} transitionProps={{ duration: 0 }}>
            <Menu.Target>
              <ActionIcon variant="subtle" size={36} aria-label={t('task.more', { title })}>
                <IconDots size={18} stroke={1.75} aria-hidden />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              {asks && <Menu.Item onClick={() => void done()}>{t('task.done')}</Menu.Item>}
              {days.map((day) => (
                <Menu.Item key={day} onClick={() => void putOff(day)}>
                  {t('task.toDay', { day: formatWeekdayLong(day, language) })}
                </Menu.Item>
              ))}
              <Menu.Item onClick={() => setChanging(true)}>{t('task.change')}</Menu.Item>
              <Menu.Item onClick={() => void takeAway()}>{t('task.remove')}</Menu.Item>
            </Menu.Dropdown>
          </Menu>
        </div>
      }
    >
      {children}
      {task.staff_id !== null && task.staff_id !== me.id && (
        <div>
          <bdi>{t('task.of', { name: task.staffName })}</bdi>
        </div>
      )}
      {failure && <FailureMessage failure={failure} />}
      {changing && <ChangeTaskDialog task={task} onClose={() => setChanging(false)} />}
    </TaskLine>
  )
}
