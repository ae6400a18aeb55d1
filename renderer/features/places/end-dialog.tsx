/** A place that stops: the last day, why, and whether its goal was reached. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PlacementView } from '#core/api/places.ts'
import { client } from '../../client.ts'
import { AskToSave } from '../../forms/ask-to-save.tsx'
import { useDraft } from '../../forms/draft.tsx'
import { ChoiceField } from '../../forms/choice-field.tsx'
import { DateField } from '../../forms/date-field.tsx'
import { TextField } from '../../forms/text-field.tsx'
import { problemOf } from '../../office/failure.ts'
import { useOffice } from '../../office/office.ts'
import { useCommand } from '../../office/use-command.ts'

const reasons = ['finished', 'job', 'school', 'travel', 'fit', 'host', 'care', 'heavy'] as const

export function EndDialog({
  placement,
  onClose,
  onEnded,
}: {
  placement: PlacementView
  onClose: () => void
  onEnded: (changeSetId: number | null) => void
}) {
  const { t } = useTranslation(['places', 'enums'])
  const { today } = useOffice()
  const [endedOn, setEndedOn] = useState<string | null>(today)
  const [reason, setReason] = useState('')
  const [result, setResult] = useState<'reached' | 'partly' | 'not' | ''>('')
  const move = useCommand(client.placements.move)
  const draft = useDraft(`placement-end:${placement.id}`, { endedOn, reason, result }, (left) => {
    setEndedOn(left.endedOn)
    setReason(left.reason)
    setResult(left.result)
  })
  async function answer(): Promise<void> {
    const done = await move.run({
      id: placement.id,
      stage: 'ended',
      ended_on: endedOn,
      end_reason: reason,
      goal_result: result === '' ? null : result,
    })
    if (!done) return
    draft.clear()
    onEnded(done.changeSetId)
  }
  return (
    <AskToSave
      opened
      title={t('end.title', { name: placement.personName })}
      answer={t('end.answer')}
      onAnswer={() => void answer()}
      onClose={onClose}
      save={move}
      draft={draft}
    >
      <p>{t('end.text')}</p>
      <DateField
        className="form-short"
        label={t('end.on')}
        value={endedOn}
        onChange={setEndedOn}
        today={today}
        required
        problem={problemOf(move.failure, 'ended_on')}
      />
      <TextField
        label={t('end.reason')}
        hint={t('end.reasonHint')}
        value={reason}
        onChange={setReason}
        list={reasons.map((one) => t(`end.reasons.${one}`))}
        problem={problemOf(move.failure, 'end_reason')}
      />
      <ChoiceField
        label={t('end.result')}
        optional
        value={result}
        onChange={setResult}
        choices={(['reached', 'partly', 'not'] as const).map((one) => ({
          value: one,
          label: t(`enums:goalResult.${one}`),
        }))}
        row
      />
    </AskToSave>
  )
}
