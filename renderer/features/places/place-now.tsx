/** How it goes at a place: the next step, the talks about it, and how it ended. */
import { useTranslation } from 'react-i18next'
import type { Inputs } from '#core/api/contract.ts'
import { client } from '../../client.ts'
import { ChoiceField } from '../../forms/choice-field.tsx'
import { DateField } from '../../forms/date-field.tsx'
import { AreaField, TextField } from '../../forms/text-field.tsx'
import { useAutosave } from '../../forms/use-autosave.ts'
import { useOffice } from '../../office/office.ts'
import { Checkins } from './checkins.tsx'
import type { OpenPlacement } from './place-dialog.tsx'

type Save = (fields: Inputs['placements']['save']['fields']) => Promise<unknown>
type Part = { open: OpenPlacement; save: Save }

export function PlaceNow({ open }: { open: OpenPlacement }) {
  const save: Save = (fields) => client.placements.save({ id: open.placement.id, fields })
  return (
    <>
      {open.placement.stage === 'ended' ? (
        <>
          <Ending open={open} save={save} />
          <OwnWord open={open} save={save} />
        </>
      ) : (
        <Next open={open} save={save} />
      )}
      <Checkins open={open} />
    </>
  )
}

function Next({ open: { placement }, save }: Part) {
  const { t } = useTranslation('places')
  const { today } = useOffice()
  const action = useAutosave('next_action', placement.next_action, (value) => save({ next_action: value }))
  const on = useAutosave('next_action_on', placement.next_action_on, (value) =>
    save({ next_action_on: value }),
  )
  return (
    <div className="form-row">
      <TextField label={t('form.nextAction')} hint={t('form.nextActionHint')} optional {...action} />
      <DateField label={t('form.nextOn')} optional today={today} {...on} />
    </div>
  )
}

function Ending({ open: { placement }, save }: Part) {
  const { t } = useTranslation(['places', 'enums'])
  const { today } = useOffice()
  const endedOn = useAutosave('ended_on', placement.ended_on, (value) => save({ ended_on: value }))
  const reason = useAutosave('end_reason', placement.end_reason, (value) => save({ end_reason: value }))
  const result = useAutosave<'reached' | 'partly' | 'not' | 'unknown'>(
    'goal_result',
    placement.goal_result ?? 'unknown',
    (value) => save({ goal_result: value === 'unknown' ? null : value }),
  )
  return (
    <>
      <div className="form-row">
        <DateField label={t('end.on')} today={today} required {...endedOn} />
        <TextField label={t('form.endReason')} {...reason} />
      </div>
      <ChoiceField
        label={t('form.result')}
        row
        choices={[
          ...(['reached', 'partly', 'not'] as const).map((value) => ({
            value,
            label: t(`enums:goalResult.${value}`),
          })),
          { value: 'unknown', label: t('form.resultUnknown') },
        ]}
        {...result}
      />
    </>
  )
}

const meaningful = ['yes', 'partly', 'no', 'unknown'] as const

/** What the participant says about it, beside what gave energy at the intake. */
function OwnWord({ open: { placement, energyAtIntake }, save }: Part) {
  const { t } = useTranslation('placing')
  const energy = useAutosave('energy', placement.energy, (value) => save({ energy: value }))
  const hoped = useAutosave<(typeof meaningful)[number]>(
    'meaningful',
    placement.meaningful ?? 'unknown',
    (value) => save({ meaningful: value === 'unknown' ? null : value }),
  )
  const opinion = useAutosave('own_opinion', placement.own_opinion, (value) => save({ own_opinion: value }))
  return (
    <>
      <h3 className="places-part">{t('end.own')}</h3>
      <AreaField
        label={t('end.energy')}
        {...(energyAtIntake ? { hint: t('end.atIntake', { words: energyAtIntake }) } : {})}
        optional
        {...energy}
      />
      <ChoiceField
        label={t('end.meaningful')}
        row
        choices={meaningful.map((value) => ({ value, label: t(`end.meaningfulWord.${value}`) }))}
        {...hoped}
      />
      <AreaField label={t('end.opinion')} optional {...opinion} />
    </>
  )
}
