/** Small questions about the planning of aftercare: another day, no more, one more. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Aftercare } from '#core/api/aftercare.ts'
import { askedOn } from '#core/aftercare/moments.ts'
import { formatLong } from '#core/calendar/dates.ts'
import { client } from '../../client.ts'
import { AskToSave } from '../../forms/ask-to-save.tsx'
import { DateField } from '../../forms/date-field.tsx'
import { useDraft } from '../../forms/draft.tsx'
import { TextField } from '../../forms/text-field.tsx'
import { problemOf } from '../../office/failure.ts'
import { useOffice } from '../../office/office.ts'
import { useCommand } from '../../office/use-command.ts'
import { useToast } from '../../ui/toast.tsx'

export function MoveDialog({
  moment,
  onClose,
}: {
  moment: Pick<Aftercare, 'id' | 'due_on' | 'try_on'>
  onClose: () => void
}) {
  const { t } = useTranslation(['aftercare', 'common'])
  const { today, language } = useOffice()
  const toast = useToast()
  const move = useCommand(client.aftercare.move)
  const [on, setOn] = useState<string | null>(askedOn(moment))
  async function keep(): Promise<void> {
    if (on === null) return
    const answer = await move.run({ id: moment.id, due_on: on })
    if (!answer) return
    toast({ text: t('plan.moved', { date: formatLong(on, language) }), changeSetId: answer.changeSetId })
    onClose()
  }
  return (
    <AskToSave
      opened
      title={t('plan.moveTitle')}
      answer={t('common:save')}
      onAnswer={() => void keep()}
      onClose={onClose}
      save={move}
    >
      <DateField
        label={t('list.on')}
        today={today}
        required
        value={on}
        onChange={setOn}
        problem={
          on === null ? 'required' : (problemOf(move.failure, 'due_on') ?? problemOf(move.failure, 'id'))
        }
        autoFocus
      />
    </AskToSave>
  )
}

export function DropDialog({
  ids,
  title,
  text,
  onClose,
}: {
  ids: readonly number[]
  title: string
  text: string
  onClose: () => void
}) {
  const { t } = useTranslation('aftercare')
  const toast = useToast()
  const drop = useCommand(client.aftercare.drop)
  const [why, setWhy] = useState('')
  const draft = useDraft(`aftercare-drop:${ids.join('-')}`, { why }, (left) => setWhy(left.why))
  async function keep(): Promise<void> {
    const answer = await drop.run({ ids: [...ids], why })
    if (!answer) return
    draft.clear()
    toast({ text: t('plan.dropped'), changeSetId: answer.changeSetId })
    onClose()
  }
  return (
    <AskToSave
      opened
      title={title}
      answer={t('plan.drop')}
      onAnswer={() => void keep()}
      onClose={onClose}
      save={drop}
      draft={draft}
    >
      <p>{text}</p>
      <TextField
        label={t('plan.why')}
        hint={t('plan.whyHint')}
        value={why}
        onChange={(words) => setWhy(words.slice(0, 500))}
        problem={problemOf(drop.failure, 'why') ?? problemOf(drop.failure, 'id')}
        autoFocus
      />
    </AskToSave>
  )
}

export function AddDialog({ trajectoryId, onClose }: { trajectoryId: number; onClose: () => void }) {
  const { t } = useTranslation('aftercare')
  const { today } = useOffice()
  const toast = useToast()
  const add = useCommand(client.aftercare.add)
  const [months, setMonths] = useState('')
  const [on, setOn] = useState<string | null>(null)
  const [wrong, setWrong] = useState(false)
  async function keep(): Promise<void> {
    const month = /^\d{1,2}$/u.test(months.trim()) ? Number(months) : 0
    setWrong(month === 0)
    if (month === 0) return
    const answer = await add.run({ trajectoryId, month, due_on: on })
    if (!answer) return
    toast({ text: t('plan.added'), changeSetId: answer.changeSetId })
    onClose()
  }
  return (
    <AskToSave
      opened
      title={t('plan.addTitle')}
      answer={t('plan.add')}
      onAnswer={() => void keep()}
      onClose={onClose}
      save={add}
    >
      <p>{t('plan.addText')}</p>
      <TextField
        className="form-short"
        label={t('plan.months')}
        hint={t('plan.monthsHint')}
        inputMode="numeric"
        noSpelling
        value={months}
        onChange={setMonths}
        problem={wrong ? 'number_range' : problemOf(add.failure, 'month')}
        autoFocus
      />
      <DateField
        label={t('plan.day')}
        hint={t('plan.dayHint')}
        optional
        today={today}
        value={on}
        onChange={setOn}
        problem={problemOf(add.failure, 'due_on')}
      />
    </AskToSave>
  )
}
