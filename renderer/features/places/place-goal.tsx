/** The goal of a place, in the participant's words, and whether it was explained. */
import { useTranslation } from 'react-i18next'
import { placementGoal, type PlacementGoal } from '#core/api/fields.ts'
import type { Inputs } from '#core/api/contract.ts'
import { client } from '../../client.ts'
import { ChoiceField, SelectField } from '../../forms/choice-field.tsx'
import { DateField } from '../../forms/date-field.tsx'
import { AreaField, TextField } from '../../forms/text-field.tsx'
import { useAutosave } from '../../forms/use-autosave.ts'
import { useOffice } from '../../office/office.ts'
import type { OpenPlacement } from './place-dialog.tsx'

type Understood = 'yes' | 'no' | 'unknown'

export function PlaceGoal({ open: { placement } }: { open: OpenPlacement }) {
  const { t } = useTranslation(['places', 'enums'])
  const { today } = useOffice()
  const save = (fields: Inputs['placements']['save']['fields']) =>
    client.placements.save({ id: placement.id, fields })
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
  return (
    <>
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
        choices={[
          { value: 'yes', label: t('form.understoodYes') },
          { value: 'no', label: t('form.understoodNo') },
          { value: 'unknown', label: t('form.understoodUnknown') },
        ]}
        row
        {...understood}
      />
    </>
  )
}

function wordOf(understood: boolean | null): Understood {
  return understood === null ? 'unknown' : understood ? 'yes' : 'no'
}
