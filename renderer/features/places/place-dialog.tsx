/** A placement, opened: everything that was agreed, each field saved by itself. */
import { Modal } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { PlacementGoal } from '#core/api/fields.ts'
import type { Inputs } from '#core/api/contract.ts'
import type { PlacementView } from '#core/api/places.ts'
import { placementGoal } from '#core/api/fields.ts'
import { client } from '../../client.ts'
import { ChoiceField, SelectField } from '../../forms/choice-field.tsx'
import { DateField } from '../../forms/date-field.tsx'
import { AreaField, TextField } from '../../forms/text-field.tsx'
import { useAutosave } from '../../forms/use-autosave.ts'
import { useOffice } from '../../office/office.ts'
import { HoursField } from './hours-field.tsx'

type Fields = Inputs['placements']['save']['fields']
type Understood = 'yes' | 'no' | 'unknown'

export function PlaceDialog({
  placement,
  onClose,
}: {
  placement: PlacementView | null
  onClose: () => void
}) {
  const { t } = useTranslation(['places', 'common'])
  return (
    <Modal
      opened={placement !== null}
      onClose={onClose}
      size="xl"
      title={placement ? t('form.editTitle', { name: placement.personName }) : ''}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      {placement && <PlaceFields key={placement.id} placement={placement} />}
    </Modal>
  )
}

function PlaceFields({ placement }: { placement: PlacementView }) {
  const { t } = useTranslation(['places', 'enums'])
  const { today } = useOffice()
  const { id } = placement
  const save = (fields: Fields) => client.placements.save({ id, fields })
  const goal = useAutosave<PlacementGoal>('goal', placement.goal, (value) => save({ goal: value }))
  const ownWords = useAutosave('goal_own_words', placement.goal_own_words, (value) =>
    save({ goal_own_words: value }),
  )
  const explainedOn = useAutosave('explained_on', placement.explained_on, (value) =>
    save({ explained_on: value }),
  )
  const language = useAutosave('explained_language', placement.explained_language, (value) =>
    save({ explained_language: value }),
  )
  const understood = useAutosave<Understood>('understood', wordOf(placement.understood), (value) =>
    save({ understood: value === 'unknown' ? null : value === 'yes' }),
  )
  const starts = useAutosave('starts_on', placement.starts_on, (value) => save({ starts_on: value }))
  const expectedEnd = useAutosave('expected_end_on', placement.expected_end_on, (value) =>
    save({ expected_end_on: value }),
  )
  const days = useAutosave('days', placement.days, (value) => save({ days: value }))
  const hours = useAutosave('minutes_per_week', placement.minutes_per_week, (value) =>
    save({ minutes_per_week: value }),
  )
  const supervisor = useAutosave('supervisor', placement.supervisor, (value) => save({ supervisor: value }))
  const nextAction = useAutosave('next_action', placement.next_action, (value) =>
    save({ next_action: value }),
  )
  const nextOn = useAutosave('next_action_on', placement.next_action_on, (value) =>
    save({ next_action_on: value }),
  )
  return (
    <div className="form">
      <p className="dim">
        {`${placement.hostName}, ${placement.openingTitle}. ${t(`enums:placementKind.${placement.kind}`)}, ${t(`enums:placementStage.${placement.stage}`).toLowerCase()}.`}
      </p>
      {placement.stage !== 'ended' && (
        <div className="form-row">
          <TextField label={t('form.nextAction')} hint={t('form.nextActionHint')} optional {...nextAction} />
          <DateField label={t('form.nextOn')} optional today={today} {...nextOn} />
        </div>
      )}
      {placement.stage === 'ended' && <Ending placement={placement} save={save} today={today} />}
      <SelectField
        label={t('form.goal')}
        choices={placementGoal.options.map((one) => ({ value: one, label: t(`enums:placementGoal.${one}`) }))}
        {...goal}
      />
      <AreaField label={t('form.ownWords')} hint={t('form.ownWordsHint')} optional {...ownWords} />
      <div className="form-row">
        <DateField label={t('form.explainedOn')} optional today={today} {...explainedOn} />
        <TextField
          label={t('form.explainedLanguage')}
          hint={t('form.explainedLanguageHint')}
          optional
          {...language}
        />
      </div>
      <ChoiceField
        label={t('form.understood')}
        hint={t('form.understoodHint')}
        choices={understoodChoices(t)}
        row
        {...understood}
      />
      <div className="form-row">
        <DateField label={t('form.starts')} optional today={today} {...starts} />
        <DateField label={t('form.expectedEnd')} optional today={today} {...expectedEnd} />
      </div>
      <div className="form-row">
        <TextField label={t('form.days')} optional {...days} />
        <HoursField label={t('form.hours')} {...hours} />
      </div>
      <TextField label={t('form.supervisor')} optional {...supervisor} />
    </div>
  )
}

type Result = 'reached' | 'partly' | 'not' | 'unknown'

function Ending({
  placement,
  save,
  today,
}: {
  placement: PlacementView
  save: (fields: Fields) => Promise<unknown>
  today: string
}) {
  const { t } = useTranslation(['places', 'enums'])
  const endedOn = useAutosave('ended_on', placement.ended_on, (value) => save({ ended_on: value }))
  const reason = useAutosave('end_reason', placement.end_reason, (value) => save({ end_reason: value }))
  const result = useAutosave<Result>('goal_result', placement.goal_result ?? 'unknown', (value) =>
    save({ goal_result: value === 'unknown' ? null : value }),
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
          ...(['reached', 'partly', 'not'] as const).map((one) => ({
            value: one,
            label: t(`enums:goalResult.${one}`),
          })),
          { value: 'unknown', label: t('form.resultUnknown') },
        ]}
        {...result}
      />
    </>
  )
}

function wordOf(understood: boolean | null): Understood {
  return understood === null ? 'unknown' : understood ? 'yes' : 'no'
}

function understoodChoices(t: ReturnType<typeof useTranslation<'places'>>['t']) {
  return [
    { value: 'yes' as const, label: t('form.understoodYes') },
    { value: 'no' as const, label: t('form.understoodNo') },
    { value: 'unknown' as const, label: t('form.understoodUnknown') },
  ]
}
