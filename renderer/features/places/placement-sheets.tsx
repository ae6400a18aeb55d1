/** The two larger parts of a new placement: its goal, and its days and supervision. */
import { useTranslation } from 'react-i18next'
import type { FieldProblem } from '#core/api/errors.ts'
import { placementGoal, type PlacementGoal, type PlacementStage, type WeekPart } from '#core/api/fields.ts'
import type { Placement } from '#core/api/places.ts'
import { ChoiceField } from '../../forms/choice-field.tsx'
import { PhoneField } from '../../forms/checked-fields.tsx'
import { DateField } from '../../forms/date-field.tsx'
import { AreaField, TextField } from '../../forms/text-field.tsx'
import { problemOf, type Failure } from '../../office/failure.ts'
import { useOffice } from '../../office/office.ts'
import { Sheet } from '../../ui/sheet.tsx'
import { EndProposal } from './end-proposal.tsx'
import { HalfDays } from './half-days.tsx'
import { HoursField } from './hours-field.tsx'
import { Warnings, type Look } from './warnings.tsx'

type Understood = 'yes' | 'no' | 'unknown'
const stagesToStart = [
  'exploring',
  'introduction',
  'trial',
  'placed',
] as const satisfies readonly PlacementStage[]

export const emptyForm = {
  goal: '' as PlacementGoal | '',
  goal_own_words: '',
  explained_on: null as string | null,
  explained_language: '',
  understood: 'unknown' as Understood,
  stage: 'exploring' as (typeof stagesToStart)[number],
  starts_on: null as string | null,
  expected_end_on: null as string | null,
  parts: [] as WeekPart[],
  days: '',
  minutes_per_week: null as number | null,
  supervisor: '',
  supervisor_phone: '',
  insurance: '' as Placement['insurance'],
  next_action: '',
  next_action_on: null as string | null,
}

export type NewPlacement = typeof emptyForm
type Parts = { form: NewPlacement; set: (part: Partial<NewPlacement>) => void; failure: Failure | null }

export function GoalSheet({ form, set, failure, goalProblem }: Parts & { goalProblem: FieldProblem | null }) {
  const { t } = useTranslation(['places', 'enums'])
  const { today } = useOffice()
  return (
    <Sheet title={t('form.goalHeading')}>
      <div className="form">
        <ChoiceField
          className="places-goal"
          label={t('form.goal')}
          value={form.goal}
          onChange={(goal) => set({ goal })}
          problem={goalProblem}
          choices={placementGoal.options.map((one) => ({
            value: one,
            label: t(`enums:placementGoal.${one}`),
          }))}
        />
        <AreaField
          label={t('form.ownWords')}
          hint={t('form.ownWordsHint')}
          optional
          value={form.goal_own_words}
          onChange={(goal_own_words) => set({ goal_own_words })}
        />
        <div className="form-row">
          <DateField
            label={t('form.explainedOn')}
            optional
            today={today}
            value={form.explained_on}
            onChange={(explained_on) => set({ explained_on })}
            problem={problemOf(failure, 'explained_on')}
          />
          <TextField
            label={t('form.explainedLanguage')}
            hint={t('form.explainedLanguageHint')}
            optional
            value={form.explained_language}
            onChange={(explained_language) => set({ explained_language })}
          />
        </div>
        <ChoiceField
          label={t('form.understood')}
          hint={t('form.understoodHint')}
          row
          value={form.understood}
          onChange={(understood) => set({ understood })}
          choices={[
            { value: 'yes', label: t('form.understoodYes') },
            { value: 'no', label: t('form.understoodNo') },
            { value: 'unknown', label: t('form.understoodUnknown') },
          ]}
        />
      </div>
    </Sheet>
  )
}

export function AgreementsSheet({ form, set, failure, look }: Parts & { look: Look | null }) {
  const { t } = useTranslation(['places', 'placing', 'enums'])
  const { today } = useOffice()
  return (
    <Sheet title={t('form.agreements')}>
      <div className="form">
        <ChoiceField
          label={t('form.stage')}
          row
          value={form.stage}
          onChange={(stage) => set({ stage })}
          choices={stagesToStart.map((one) => ({ value: one, label: t(`enums:placementStage.${one}`) }))}
        />
        <div className="form-row">
          <DateField
            label={t('form.starts')}
            optional
            today={today}
            value={form.starts_on}
            onChange={(starts_on) => set({ starts_on })}
            problem={problemOf(failure, 'starts_on')}
          />
          <DateField
            label={t('form.expectedEnd')}
            optional
            today={today}
            value={form.expected_end_on}
            onChange={(expected_end_on) => set({ expected_end_on })}
            problem={problemOf(failure, 'expected_end_on')}
          />
        </div>
        <EndProposal
          look={look}
          value={form.expected_end_on}
          onTake={(expected_end_on) => set({ expected_end_on })}
        />
        <HalfDays value={form.parts} onChange={(parts) => set({ parts })} />
        <Warnings warnings={look?.warnings ?? []} />
        <div className="form-row">
          <HoursField
            label={t('form.hours')}
            value={form.minutes_per_week}
            onChange={(minutes_per_week) => set({ minutes_per_week })}
          />
          <TextField
            label={t('placing:days.remark')}
            optional
            value={form.days}
            onChange={(days) => set({ days })}
          />
        </div>
        <div className="form-row">
          <TextField
            label={t('form.supervisor')}
            optional
            value={form.supervisor}
            onChange={(supervisor) => set({ supervisor })}
          />
          <PhoneField
            label={t('placing:field.supervisorPhone')}
            optional
            value={form.supervisor_phone}
            onChange={(supervisor_phone) => set({ supervisor_phone })}
          />
        </div>
        <div className="form-row">
          <TextField
            label={t('form.nextAction')}
            optional
            value={form.next_action}
            onChange={(next_action) => set({ next_action })}
          />
          <DateField
            label={t('form.nextOn')}
            optional
            today={today}
            value={form.next_action_on}
            onChange={(next_action_on) => set({ next_action_on })}
          />
        </div>
      </div>
    </Sheet>
  )
}
