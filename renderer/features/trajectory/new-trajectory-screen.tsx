/** A new trajectory: how long, from when, which days, with whom, and the goals. */
import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatLong, formatShort } from '#core/calendar/dates.ts'
import { trajectoryEnd } from '#core/calendar/terms.ts'
import { scheduleProblems } from '#core/attendance/parts.ts'
import type { SchedulePart } from '#core/api/programme.ts'
import type { Referral } from '#core/api/people.ts'
import { client } from '../../client.ts'
import { DraftLine, useDraft } from '../../forms/draft.tsx'
import { ChoiceField, SelectField } from '../../forms/choice-field.tsx'
import { DateField } from '../../forms/date-field.tsx'
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
import type { Person } from '../participants/person-head.tsx'
import { WithPerson } from '../participants/use-person.tsx'
import { onSubmit } from '../../forms/submit.ts'
import '../participants/forms.css'

export function NewTrajectoryScreen() {
  const { t } = useTranslation('trajectory')
  const { id } = useParams({ from: '/deelnemers/$id/traject/nieuw' })
  return (
    <WithPerson id={Number(id)} screen={t('agreed.screen')}>
      {(person) => <NewTrajectory key={id} person={person} />}
    </WithPerson>
  )
}

export function NewTrajectory({ person }: { person: Person }) {
  const { t } = useTranslation('trajectory')
  const navigate = useNavigate()
  const input = { participantId: person.id }
  const referrals = useQuery(orpc.referrals.list.queryOptions({ input })).data
  const proposed = useQuery(orpc.intakes.proposedGoals.queryOptions({ input })).data
  if (!referrals || !proposed) return null
  return (
    <Page
      screen={t('agreed.screen')}
      title={<bdi>{t('agreed.title', { name: person.names.full })}</bdi>}
      lead={t('agreed.lead')}
    >
      {referrals.length === 0 ? (
        <EmptyState
          title={t('agreed.noReferral')}
          action={
            <Button
              onClick={() =>
                void navigate({ to: '/deelnemers/$id/aanmelding', params: { id: String(person.id) } })
              }
            >
              {t('agreed.noReferralAction')}
            </Button>
          }
        >
          {t('agreed.noReferralText')}
        </EmptyState>
      ) : (
        <TrajectoryForm
          person={person}
          proposed={proposed}
          referrals={[...referrals].sort((a, b) => b.referred_on.localeCompare(a.referred_on))}
        />
      )}
    </Page>
  )
}

const lengths = ['3', '6', 'other'] as const
type Length = (typeof lengths)[number]
const lengthWords = { '3': 'agreed.length3', '6': 'agreed.length6', other: 'agreed.lengthOther' } as const

function lengthOf(referral: Referral | undefined): Length {
  return referral?.kind === 'months_3' ? '3' : referral?.kind === 'other' ? 'other' : '6'
}

function TrajectoryForm({
  person,
  referrals,
  proposed,
}: {
  person: Person
  referrals: Referral[]
  /** What the intake came to, at most three. */
  proposed: readonly string[]
}) {
  const { t } = useTranslation(['trajectory', 'conclusion'])
  const { today, language, me } = useOffice()
  const navigate = useNavigate()
  const toast = useToast()
  const staff = useQuery(orpc.settings.staff.queryOptions()).data ?? []
  const municipalities = useQuery(orpc.municipalities.list.queryOptions()).data ?? []
  const create = useCommand(client.trajectories.create)
  const newest = referrals[0]
  const [referralId, setReferralId] = useState(newest?.id ?? 0)
  const [months, setMonths] = useState<Length>(lengthOf(newest))
  const [startsOn, setStartsOn] = useState<string | null>(today)
  const [endsOn, setEndsOn] = useState<string | null>(null)
  const [coachId, setCoachId] = useState(me.id)
  const [parts, setParts] = useState<SchedulePart[]>([])
  const [purpose, setPurpose] = useState(newest?.purpose ?? '')
  const [goals, setGoals] = useState(() => [0, 1, 2].map((at) => proposed[at] ?? ''))
  const draft = useDraft(
    `trajectory:${person.id}`,
    { referralId, months, startsOn, endsOn, coachId, parts, purpose, goals },
    (left) => {
      setReferralId(left.referralId)
      setMonths(left.months)
      setStartsOn(left.startsOn)
      setEndsOn(left.endsOn)
      setCoachId(left.coachId)
      setParts(left.parts)
      setPurpose(left.purpose)
      setGoals(left.goals)
    },
  )
  const [tried, setTried] = useState(false)
  const [noEnd, setNoEnd] = useState(false)
  const failure = create.failure
  const dayProblems = scheduleProblems(parts)

  async function submit(): Promise<void> {
    setTried(true)
    setNoEnd(months === 'other' && !endsOn)
    if (!startsOn || dayProblems.length > 0 || (months === 'other' && !endsOn)) return
    const answer = await create.run({
      participant_id: person.id,
      referral_id: referralId,
      coach_id: coachId,
      months: months === 'other' ? 1 : Number(months),
      starts_on: startsOn,
      planned_end_on: months === 'other' ? endsOn : null,
      purpose,
      parts,
      goals: goals.map((goal) => goal.trim()),
    })
    if (!answer) return
    draft.clear()
    toast({
      text: t('agreed.created', { date: formatLong(startsOn, language) }),
      changeSetId: answer.changeSetId,
    })
    void navigate({ to: '/deelnemers/$id', params: { id: String(person.id) } })
  }
  const nameOf = (referral: Referral) => {
    const municipality = municipalities.find((one) =>
      one.caseManagers.some((manager) => manager.id === referral.case_manager_id),
    )
    return t('agreed.referralLine', {
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
              label={t('agreed.referral')}
              value={String(referralId)}
              onChange={(value) => setReferralId(Number(value))}
              choices={referrals.map((one) => ({ value: String(one.id), label: nameOf(one) }))}
            />
          )}
          <ChoiceField
            row
            label={t('agreed.months')}
            value={months}
            onChange={setMonths}
            choices={lengths.map((value) => ({
              value,
              label: t(lengthWords[value]),
            }))}
          />
          <DateField
            className="form-short"
            label={t('agreed.startsOn')}
            today={today}
            required
            value={startsOn}
            onChange={setStartsOn}
            problem={problemOf(failure, 'starts_on')}
          />
          {months === 'other' ? (
            <DateField
              className="form-short"
              label={t('agreed.endsOnField')}
              today={today}
              required
              value={endsOn}
              onChange={(day) => {
                setNoEnd(false)
                setEndsOn(day)
              }}
              problem={noEnd ? 'required' : problemOf(failure, 'planned_end_on')}
            />
          ) : (
            startsOn && (
              <p className="dim" aria-live="polite">
                {t('agreed.endsOn', {
                  date: formatLong(trajectoryEnd(startsOn, Number(months)), language),
                })}
              </p>
            )
          )}
          <SelectField
            className="form-short"
            label={t('agreed.coach')}
            value={String(coachId)}
            onChange={(value) => setCoachId(Number(value))}
            choices={(staff.length > 0 ? staff.filter((one) => one.active) : [me]).map((one) => ({
              value: String(one.id),
              label: one.name,
            }))}
          />
        </div>
      </Sheet>
      <Sheet title={t('agreed.days')}>
        <p className="dim">{t('agreed.daysHint')}</p>
        <DayGrid
          parts={parts}
          onChange={setParts}
          personId={person.id}
          from={startsOn}
          problems={tried ? dayProblems : []}
        />
      </Sheet>
      <Sheet title={t('agreed.goals')}>
        <div className="form">
          <p className="dim">
            {proposed.length > 0 ? t('conclusion:goals.proposed') : t('agreed.goalsHint')}
          </p>
          {goals.map((goal, index) => (
            <TextField
              key={index}
              label={t('agreed.goal', { number: index + 1 })}
              optional
              value={goal}
              problem={problemOf(failure, `goals.${index}`)}
              onChange={(value) => setGoals(goals.map((one, at) => (at === index ? value : one)))}
            />
          ))}
          <AreaField
            label={t('agreed.purpose')}
            hint={t('agreed.purposeHint')}
            optional
            value={purpose}
            onChange={setPurpose}
            problem={problemOf(failure, 'purpose')}
          />
        </div>
      </Sheet>
      {failure && failure.code !== 'INVALID' && <FailureMessage failure={failure} />}
      <div className="form-actions">
        <Button type="submit" loading={create.busy}>
          {t('agreed.create')}
        </Button>
      </div>
    </form>
  )
}
