/** What is agreed: how long, from when, which days, with whom, and the goals. */
import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatLong, formatShort } from '#core/calendar/dates.ts'
import { trajectoryEnd } from '#core/calendar/terms.ts'
import type { SchedulePart } from '#core/api/programme.ts'
import type { Referral } from '#core/api/people.ts'
import { client } from '../../client.ts'
import { DraftLine, useDraft } from '../../forms/draft.tsx'
import { ChoiceField, SelectField } from '../../forms/choice-field.tsx'
import { DateField } from '../../forms/date-field.tsx'
import { FieldMessage } from '../../forms/problem.tsx'
import { AreaField, TextField } from '../../forms/text-field.tsx'
import { problemOf } from '../../office/failure.ts'
import { useOffice } from '../../office/office.ts'
import { orpc } from '../../office/query.ts'
import { useCommand } from '../../office/use-command.ts'
import { FailureMessage } from '../../ui/message.tsx'
import { Page } from '../../ui/page.tsx'
import { EmptyState, Sheet } from '../../ui/sheet.tsx'
import { useToast } from '../../ui/toast.tsx'
import { DayGrid } from './day-grid.tsx'
import type { Person } from './person-head.tsx'
import { WithPerson } from './use-person.tsx'
import { onSubmit } from '../../forms/submit.ts'
import './forms.css'

export function TrajectoryScreen() {
  const { t } = useTranslation('people')
  const { id } = useParams({ from: '/deelnemers/$id/traject' })
  return (
    <WithPerson id={Number(id)} screen={t('trajectory.screen')}>
      {(person) => <NewTrajectory key={id} person={person} />}
    </WithPerson>
  )
}

function NewTrajectory({ person }: { person: Person }) {
  const { t } = useTranslation('people')
  const navigate = useNavigate()
  const referrals = useQuery(orpc.referrals.list.queryOptions({ input: { participantId: person.id } })).data
  if (!referrals) return null
  return (
    <Page
      screen={t('trajectory.screen')}
      title={<bdi>{t('trajectory.title', { name: person.names.full })}</bdi>}
      lead={t('trajectory.lead')}
    >
      {referrals.length === 0 ? (
        <EmptyState
          title={t('trajectory.noReferral')}
          action={
            <Button
              onClick={() =>
                void navigate({ to: '/deelnemers/$id/aanmelding', params: { id: String(person.id) } })
              }
            >
              {t('trajectory.noReferralAction')}
            </Button>
          }
        >
          {t('trajectory.noReferralText')}
        </EmptyState>
      ) : (
        <TrajectoryForm
          person={person}
          referrals={[...referrals].sort((a, b) => b.referred_on.localeCompare(a.referred_on))}
        />
      )}
    </Page>
  )
}

function TrajectoryForm({ person, referrals }: { person: Person; referrals: Referral[] }) {
  const { t } = useTranslation('people')
  const { today, language, me } = useOffice()
  const navigate = useNavigate()
  const toast = useToast()
  const staff = useQuery(orpc.settings.staff.queryOptions()).data ?? []
  const municipalities = useQuery(orpc.municipalities.list.queryOptions()).data ?? []
  const create = useCommand(client.trajectories.create)
  const newest = referrals[0]
  const [referralId, setReferralId] = useState(newest?.id ?? 0)
  const [months, setMonths] = useState<'3' | '6'>(newest?.kind === 'months_3' ? '3' : '6')
  const [startsOn, setStartsOn] = useState<string | null>(today)
  const [coachId, setCoachId] = useState(me.id)
  const [parts, setParts] = useState<SchedulePart[]>([])
  const [purpose, setPurpose] = useState(newest?.purpose ?? '')
  const [goals, setGoals] = useState(['', '', ''])
  const draft = useDraft(
    `trajectory:${person.id}`,
    { referralId, months, startsOn, coachId, parts, purpose, goals },
    (left) => {
      setReferralId(left.referralId)
      setMonths(left.months)
      setStartsOn(left.startsOn)
      setCoachId(left.coachId)
      setParts(left.parts)
      setPurpose(left.purpose)
      setGoals(left.goals)
    },
  )
  const [noDays, setNoDays] = useState(false)
  const failure = create.failure
  const daysProblem = noDays && parts.length === 0 ? 'no_days_chosen' : (problemOf(failure, 'parts') ?? null)

  async function submit(): Promise<void> {
    setNoDays(parts.length === 0)
    if (!startsOn || parts.length === 0) return
    const answer = await create.run({
      participant_id: person.id,
      referral_id: referralId,
      coach_id: coachId,
      months: Number(months),
      starts_on: startsOn,
      purpose,
      parts,
      goals: goals.map((goal) => goal.trim()).filter(Boolean),
    })
    if (!answer) return
    draft.clear()
    toast({
      text: t('trajectory.created', { date: formatLong(startsOn, language) }),
      changeSetId: answer.changeSetId,
    })
    void navigate({ to: '/deelnemers/$id', params: { id: String(person.id) } })
  }
  const nameOf = (referral: Referral) => {
    const municipality = municipalities.find((one) =>
      one.caseManagers.some((manager) => manager.id === referral.case_manager_id),
    )
    return t('trajectory.referralLine', {
      municipality: municipality?.name ?? '',
      date: formatShort(referral.referred_on),
    })
  }
  return (
    <form noValidate className="pf-sheets pf-wide" onSubmit={onSubmit(submit)}>
      <DraftLine draft={draft} />
      <Sheet>
        <div className="form">
          {referrals.length > 1 && (
            <SelectField
              label={t('trajectory.referral')}
              value={String(referralId)}
              onChange={(value) => setReferralId(Number(value))}
              choices={referrals.map((one) => ({ value: String(one.id), label: nameOf(one) }))}
            />
          )}
          <ChoiceField
            row
            label={t('trajectory.months')}
            value={months}
            onChange={setMonths}
            choices={(['3', '6'] as const).map((value) => ({
              value,
              label: t(`trajectory.months_${value}`),
            }))}
          />
          <DateField
            className="form-short"
            label={t('trajectory.startsOn')}
            today={today}
            required
            value={startsOn}
            onChange={setStartsOn}
            problem={problemOf(failure, 'starts_on')}
          />
          {startsOn && (
            <p className="dim">
              {t('trajectory.endsOn', {
                date: formatLong(trajectoryEnd(startsOn, Number(months)), language),
              })}
            </p>
          )}
          <SelectField
            className="form-short"
            label={t('trajectory.coach')}
            value={String(coachId)}
            onChange={(value) => setCoachId(Number(value))}
            choices={(staff.length > 0 ? staff.filter((one) => one.active) : [me]).map((one) => ({
              value: String(one.id),
              label: one.name,
            }))}
          />
        </div>
      </Sheet>
      <Sheet title={t('trajectory.days')}>
        <p className="dim">{t('trajectory.daysHint')}</p>
        <DayGrid parts={parts} onChange={setParts} />
        <div role="alert">{daysProblem && <FieldMessage problem={daysProblem} />}</div>
      </Sheet>
      <Sheet title={t('trajectory.goals')}>
        <div className="form">
          <p className="dim">{t('trajectory.goalsHint')}</p>
          {goals.map((goal, index) => (
            <TextField
              key={index}
              label={t('trajectory.goal', { number: index + 1 })}
              optional
              value={goal}
              onChange={(value) => setGoals(goals.map((one, at) => (at === index ? value : one)))}
            />
          ))}
          <AreaField
            label={t('trajectory.purpose')}
            hint={t('trajectory.purposeHint')}
            optional
            value={purpose}
            onChange={setPurpose}
          />
        </div>
      </Sheet>
      {failure && failure.code !== 'INVALID' && <FailureMessage failure={failure} />}
      <div className="form-actions">
        <Button type="submit" loading={create.busy}>
          {t('trajectory.create')}
        </Button>
      </div>
    </form>
  )
}
