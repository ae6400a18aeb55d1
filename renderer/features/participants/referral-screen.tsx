/** Which municipality sends this person, through whom, and with what request. */
import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Referral } from '#core/api/people.ts'
import { client } from '../../client.ts'
import { DraftLine, useDraft } from '../../forms/draft.tsx'
import { ChoiceField } from '../../forms/choice-field.tsx'
import { DateField } from '../../forms/date-field.tsx'
import { AreaField, TextField } from '../../forms/text-field.tsx'
import { useAutosave } from '../../forms/use-autosave.ts'
import { problemOf } from '../../office/failure.ts'
import { useOffice } from '../../office/office.ts'
import { orpc } from '../../office/query.ts'
import { useCommand } from '../../office/use-command.ts'
import { FailureMessage } from '../../ui/message.tsx'
import { Page } from '../../ui/page.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { useToast } from '../../ui/toast.tsx'
import { CaseManagerPicker } from './case-manager-picker.tsx'
import type { Person } from './person-head.tsx'
import { WithPerson } from './use-person.tsx'
import { ProjectField } from '../projects/project-field.tsx'
import { onSubmit } from '../../forms/submit.ts'
import './forms.css'

const kinds = ['screening', 'months_3', 'months_6', 'other'] as const

export function ReferralScreen() {
  const { t } = useTranslation('people')
  const { id } = useParams({ from: '/deelnemers/$id/aanmelding' })
  return (
    <WithPerson id={Number(id)} screen={t('referral.screen')}>
      {(person) => <Referrals key={id} person={person} />}
    </WithPerson>
  )
}

function Referrals({ person }: { person: Person }) {
  const { t } = useTranslation('people')
  const referrals = useQuery(orpc.referrals.list.queryOptions({ input: { participantId: person.id } })).data
  const [another, setAnother] = useState(false)
  if (!referrals) return null
  return (
    <Page
      screen={t('referral.screen')}
      title={<bdi>{t('referral.title', { name: person.names.full })}</bdi>}
      lead={t('referral.lead')}
    >
      <div className="pf-sheets pf-wide">
        {(referrals.length === 0 || another) && <NewReferral participantId={person.id} />}
        {referrals.map((referral) => (
          <EarlierReferral key={referral.id} referral={referral} />
        ))}
        {referrals.length > 0 && !another && (
          <div>
            <Button variant="default" onClick={() => setAnother(true)}>
              {t('referral.another')}
            </Button>
          </div>
        )}
      </div>
    </Page>
  )
}

function NewReferral({ participantId }: { participantId: number }) {
  const { t } = useTranslation(['people', 'enums'])
  const { today } = useOffice()
  const navigate = useNavigate()
  const toast = useToast()
  const create = useCommand(client.referrals.create)
  const [form, setForm] = useState<Omit<Referral, 'id' | 'participant_id'>>({
    case_manager_id: 0,
    referred_on: today,
    client_number: '',
    kind: 'months_6',
    purpose: '',
    tried_before: '',
    project_id: null,
  })
  const set = (part: Partial<typeof form>) => setForm((now) => ({ ...now, ...part }))
  const draft = useDraft(`referral:${participantId}`, form, setForm)
  const [noManager, setNoManager] = useState(false)

  async function submit(): Promise<void> {
    setNoManager(form.case_manager_id === 0)
    if (form.case_manager_id === 0) {
      document.getElementById('municipality')?.focus()
      return
    }
    const answer = await create.run({ ...form, participant_id: participantId })
    if (!answer) return
    draft.clear()
    toast({ text: t('referral.saved'), changeSetId: answer.changeSetId })
    void navigate({ to: '/deelnemers/$id', params: { id: String(participantId) } })
  }
  return (
    <Sheet>
      <div className="form">
        <DraftLine draft={draft} />
        <CaseManagerPicker
          value={form.case_manager_id}
          onChange={(case_manager_id) => set({ case_manager_id })}
          problem={
            noManager && form.case_manager_id === 0
              ? 'required'
              : problemOf(create.failure, 'case_manager_id')
          }
        />
        <form noValidate className="form" onSubmit={onSubmit(submit)}>
          <div className="form-row">
            <DateField
              label={t('referral.referredOn')}
              today={today}
              required
              value={form.referred_on}
              problem={problemOf(create.failure, 'referred_on')}
              onChange={(referred_on) => set({ referred_on: referred_on ?? today })}
            />
            <TextField
              label={t('referral.clientNumber')}
              hint={t('referral.clientNumberHint')}
              optional
              noSpelling
              value={form.client_number}
              onChange={(client_number) => set({ client_number })}
            />
          </div>
          <ChoiceField
            label={t('referral.kind')}
            value={form.kind}
            onChange={(kind) => set({ kind })}
            choices={kinds.map((value) => ({ value, label: t(`enums:referralKind.${value}`) }))}
          />
          <ProjectField value={form.project_id ?? null} onChange={(project_id) => set({ project_id })} />
          <AreaField
            label={t('referral.purpose')}
            hint={t('referral.purposeHint')}
            optional
            value={form.purpose}
            onChange={(purpose) => set({ purpose })}
          />
          <AreaField
            label={t('referral.triedBefore')}
            optional
            value={form.tried_before}
            onChange={(tried_before) => set({ tried_before })}
          />
          {create.failure && create.failure.code !== 'INVALID' && <FailureMessage failure={create.failure} />}
          <div className="form-actions">
            <Button type="submit" loading={create.busy}>
              {t('referral.create')}
            </Button>
          </div>
        </form>
      </div>
    </Sheet>
  )
}

/** One that is there already: each field saves itself. */
function EarlierReferral({ referral }: { referral: Referral }) {
  const { t } = useTranslation(['people', 'enums'])
  const { today } = useOffice()
  const save = (fields: Partial<Omit<Referral, 'id' | 'participant_id'>>) =>
    client.referrals.save({ id: referral.id, fields })
  const manager = useAutosave('case_manager_id', referral.case_manager_id, (case_manager_id) =>
    save({ case_manager_id }),
  )
  const on = useAutosave<string | null>('referred_on', referral.referred_on, (value) =>
    save({ referred_on: value ?? referral.referred_on }),
  )
  const number = useAutosave('client_number', referral.client_number, (client_number) =>
    save({ client_number }),
  )
  const kind = useAutosave('kind', referral.kind, (value) => save({ kind: value }))
  const purpose = useAutosave('purpose', referral.purpose, (value) => save({ purpose: value }))
  const project = useAutosave('project_id', referral.project_id, (project_id) => save({ project_id }))
  const tried = useAutosave('tried_before', referral.tried_before, (tried_before) => save({ tried_before }))
  return (
    <Sheet>
      <div className="form">
        <CaseManagerPicker value={manager.value} onChange={manager.onChange} problem={manager.problem} />
        <div className="form-row">
          <DateField label={t('referral.referredOn')} today={today} required {...on} />
          <TextField
            label={t('referral.clientNumber')}
            hint={t('referral.clientNumberHint')}
            optional
            noSpelling
            {...number}
          />
        </div>
        <ChoiceField
          label={t('referral.kind')}
          value={kind.value}
          onChange={kind.onChange}
          choices={kinds.map((value) => ({ value, label: t(`enums:referralKind.${value}`) }))}
        />
        <ProjectField value={project.value} onChange={project.onChange} />
        <AreaField label={t('referral.purpose')} hint={t('referral.purposeHint')} optional {...purpose} />
        <AreaField label={t('referral.triedBefore')} optional {...tried} />
      </div>
    </Sheet>
  )
}
