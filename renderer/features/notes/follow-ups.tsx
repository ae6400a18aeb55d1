/** Tasks that follow from a note, made together with it. */
import { ActionIcon, UnstyledButton } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { DateField } from '../../forms/date-field.tsx'
import { TextField } from '../../forms/text-field.tsx'
import { useOffice } from '../../office/office.ts'
import { OwnerField } from './owner-field.tsx'

export type FollowUp = { title: string; due_on: string | null; staff_id: number | null }
const most = 10

/** Lines without a word are no tasks. */
export const realFollowUps = (tasks: readonly FollowUp[]): FollowUp[] =>
  tasks.filter((task) => task.title.trim() !== '')

export function FollowUps({
  tasks,
  onChange,
}: {
  tasks: readonly FollowUp[]
  onChange: (tasks: FollowUp[]) => void
}) {
  const { t } = useTranslation('notes')
  const { today, me } = useOffice()
  const change = (n: number, part: Partial<FollowUp>) =>
    onChange(tasks.map((task, at) => (at === n ? { ...task, ...part } : task)))
  return (
    <fieldset className="follow-ups">
      {tasks.length > 0 && <legend>{t('followUps')}</legend>}
      {tasks.map((task, n) => (
        // Nothing else tells two lines apart, and lines keep their order.
        // oxlint-disable-next-line react/no-array-index-key
        <div key={n} className="follow-up">
          <TextField
            label={t('followUp', { number: n + 1 })}
            value={task.title}
            onChange={(title) => change(n, { title: title.slice(0, 500) })}
            autoFocus={task.title === ''}
          />
          <DateField
            label={t('followUpDue', { number: n + 1 })}
            hint=""
            today={today}
            value={task.due_on}
            onChange={(due_on) => change(n, { due_on })}
          />
          <OwnerField
            label={t('followUpOwner', { number: n + 1 })}
            value={task.staff_id}
            onChange={(staff_id) => change(n, { staff_id })}
          />
          <ActionIcon
            variant="subtle"
            size={36}
            aria-label={t('removeFollowUp', { number: n + 1 })}
            onClick={() => onChange(tasks.filter((_, at) => at !== n))}
          >
            <IconX size={18} stroke={2} aria-hidden />
          </ActionIcon>
        </div>
      ))}
      {tasks.length < most && (
        <UnstyledButton
          className="link follow-up-add"
          onClick={() => onChange([...tasks, { title: '', due_on: null, staff_id: me.id }])}
        >
          <IconPlus size={18} stroke={2} aria-hidden /> {t('addFollowUp')}
        </UnstyledButton>
      )}
    </fieldset>
  )
}
