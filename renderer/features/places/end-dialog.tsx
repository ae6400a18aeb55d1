/** A place that stops: the last day, why, whether its goal was reached, and what the participant says about it. */
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PlacementView } from '#core/api/places.ts'
import { client } from '../../client.ts'
import { AskToSave } from '../../forms/ask-to-save.tsx'
import { useDraft } from '../../forms/draft.tsx'
import { ChoiceField } from '../../forms/choice-field.tsx'
import { DateField } from '../../forms/date-field.tsx'
import { AreaField, TextField } from '../../forms/text-field.tsx'
import { problemOf } from '../../office/failure.ts'
import { useOffice } from '../../office/office.ts'
import { orpc } from '../../office/query.ts'
import { useCommand } from '../../office/use-command.ts'

const noOwnWord = { energy: '', meaningful: '' as 'yes' | 'partly' | 'no' | '', own_opinion: '' }
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
  const { t } = useTranslation(['places', 'placing', 'enums'])
  const { today } = useOffice()
  const [endedOn, setEndedOn] = useState<string | null>(today)
  const [reason, setReason] = useState('')
  const [result, setResult] = useState<'reached' | 'partly' | 'not' | ''>('')
  const [own, setOwn] = useState(noOwnWord)
  const energyAtIntake = useQuery(orpc.placing.get.queryOptions({ input: { id: placement.id } })).data
    ?.energyAtIntake
  const move = useCommand(client.placements.move)
  const draft = useDraft(`placement-end:${placement.id}`, { endedOn, reason, result, own }, (left) => {
    setEndedOn(left.endedOn)
    setReason(left.reason)
    setResult(left.result)
    setOwn(left.own)
  })
  async function answer(): Promise<void> {
    const done = await move.run({
      id: placement.id,
      stage: 'ended',
      ended_on: endedOn,
      end_reason: reason,
      goal_result: result === '' ? null : result,
      ...own,
      meaningful: own.meaningful === '' ? null : own.meaningful,
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
      <h3 className="places-part">{t('placing:end.own')}</h3>
      <AreaField
        label={t('placing:end.energy')}
        {...(energyAtIntake ? { hint: t('placing:end.atIntake', { words: energyAtIntake }) } : {})}
        optional
        value={own.energy}
        onChange={(energy) => setOwn({ ...own, energy })}
      />
      <ChoiceField
        label={t('placing:end.meaningful')}
        optional
        row
        value={own.meaningful}
        onChange={(meaningful) => setOwn({ ...own, meaningful })}
        choices={(['yes', 'partly', 'no'] as const).map((one) => ({
          value: one,
          label: t(`placing:end.meaningfulWord.${one}`),
        }))}
      />
      <AreaField
        label={t('placing:end.opinion')}
        optional
        value={own.own_opinion}
        onChange={(own_opinion) => setOwn({ ...own, own_opinion })}
      />
    </AskToSave>
  )
}
