/** Somebody's trajectories: how each stands, what was agreed in time, and everything that can change. */
import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { pauseOn, scheduleOn, weekMinutes } from '#core/attendance/plan.ts'
import { formatHours } from '#core/attendance/totals.ts'
import { formatLong } from '#core/calendar/dates.ts'
import type { TrajectoryView } from '#core/api/programme.ts'
import { useOffice } from '../../office/office.ts'
import { orpc } from '../../office/query.ts'
import { Page, PageWait } from '../../ui/page.tsx'
import { Facts, Sheet } from '../../ui/sheet.tsx'
import { StateWord } from '../../ui/state-word.tsx'
import { currentTrajectory } from '../participants/current.ts'
import type { Person } from '../participants/person-head.tsx'
import { WithPerson } from '../participants/use-person.tsx'
import { useDayParts } from './day-words.ts'
import { History } from './history.tsx'
import { NewTrajectory } from './new-trajectory-screen.tsx'
import { PhaseBar } from './phase-bar.tsx'
import { TrajectoryActions } from './trajectory-actions.tsx'
import '../participants/forms.css'
import './trajectory.css'

export function TrajectoryScreen() {
  const { t } = useTranslation('trajectory')
  const { id } = useParams({ from: '/deelnemers/$id/traject' })
  return (
    <WithPerson id={Number(id)} screen={t('page.screen')}>
      {(person) => <Trajectories key={id} person={person} />}
    </WithPerson>
  )
}

function Trajectories({ person }: { person: Person }) {
  const { t } = useTranslation('trajectory')
  const navigate = useNavigate()
  const all = useQuery(orpc.trajectories.list.queryOptions({ input: { participantId: person.id } })).data
  if (!all) return <PageWait />
  const current = currentTrajectory(all)
  if (!current) return <NewTrajectory person={person} />
  const params = { id: String(person.id) }
  const earlier = all.filter((one) => one.id !== current.id)
  return (
    <Page
      screen={t('page.screen')}
      title={<bdi>{t('page.title', { name: person.names.full })}</bdi>}
      lead={<HowItStands trajectory={current} />}
      actions={
        current.ended_on !== null && (
          <Button
            leftSection={<IconPlus size={18} stroke={2} aria-hidden />}
            onClick={() => void navigate({ to: '/deelnemers/$id/traject/nieuw', params })}
          >
            {t('page.new')}
          </Button>
        )
      }
    >
      <div className="pf-sheets trajectory-page">
        <Link className="link" to="/deelnemers/$id" params={params}>
          {t('page.back')}
        </Link>
        <PhaseBar trajectory={current} />
        <One trajectory={current} newest={all[0]?.id === current.id} />
        {earlier.map((one) => (
          <One key={one.id} trajectory={one} newest={all[0]?.id === one.id} earlier />
        ))}
      </div>
    </Page>
  )
}

/** In one line: the days, the week it is in, a pause, a planned end that has passed. */
function HowItStands({ trajectory }: { trajectory: TrajectoryView }) {
  const { t } = useTranslation('trajectory')
  const { today, language } = useOffice()
  const { starts_on, planned_end_on, ended_on, week, weeks, months } = trajectory
  const long = (day: string) => formatLong(day, language)
  const pause = ended_on === null ? pauseOn(trajectory.pauses, today) : null
  const facts = [
    t('page.monthsCount', { count: months }),
    t('page.runs', { from: long(starts_on), to: long(ended_on ?? planned_end_on) }),
    week === null ? '' : t('page.week', { week, weeks }),
    starts_on > today ? t('page.coming', { date: long(starts_on) }) : '',
  ]
  return (
    <span className="trajectory-stands">
      <span>{facts.filter(Boolean).join(', ')}.</span>
      {ended_on !== null && <StateWord kind="done">{t('page.ended', { date: long(ended_on) })}</StateWord>}
      {pause && (
        <StateWord kind="care">
          {pause.ends_on === null
            ? t('page.paused', { date: long(pause.starts_on) })
            : t('page.pausedUntil', { from: long(pause.starts_on), to: long(pause.ends_on) })}
        </StateWord>
      )}
      {ended_on === null && planned_end_on < today && <StateWord kind="late">{t('page.overdue')}</StateWord>}
    </span>
  )
}

function One({
  trajectory,
  newest,
  earlier = false,
}: {
  trajectory: TrajectoryView
  newest: boolean
  earlier?: boolean
}) {
  const { t } = useTranslation(['trajectory', 'enums'])
  const { today, language } = useOffice()
  const days = useDayParts()
  const { starts_on, planned_end_on, ended_on, totals } = trajectory
  const day = ended_on ?? (today < starts_on ? starts_on : today < planned_end_on ? today : planned_end_on)
  const parts = scheduleOn(trajectory.schedules, day)?.parts ?? []
  const long = (date: string) => formatLong(date, language)
  const discussed = [
    trajectory.end_discussed_with,
    trajectory.end_discussed_on && long(trajectory.end_discussed_on),
  ]
  const satisfied = (who: 'participant' | 'case_manager') => {
    const [score, on] = [trajectory[`${who}_satisfaction`], trajectory[`${who}_asked_on`]]
    const word = score && t('satisfied.value', { word: t(`enums:satisfaction.${score as 1}`), score })
    return [word, on && t('satisfied.askedValue', { date: long(on) })].filter(Boolean).join(', ')
  }
  const facts: [string, string][] = [
    [t('page.coach'), trajectory.coachName],
    [t('page.municipality'), `${trajectory.municipalityName}, ${trajectory.caseManagerName}`],
    [
      t('page.days'),
      parts.length === 0
        ? t('page.noDays')
        : `${days(parts)}. ${t('page.hours', { hours: formatHours(weekMinutes(parts), language) })}`,
    ],
    [
      t('page.attendance'),
      totals.planned_minutes === 0
        ? ''
        : t('page.attendanceValue', {
            present: formatHours(totals.present_minutes, language),
            planned: formatHours(totals.planned_minutes, language),
          }),
    ],
    [t('page.purpose'), trajectory.purpose],
    [t('page.endKind'), trajectory.end_kind ? t(`enums:endKind.${trajectory.end_kind}`) : ''],
    [t('page.outflow'), trajectory.outflow ? t(`enums:outflow.${trajectory.outflow}`) : ''],
    [t('page.words'), trajectory.end_reason],
    [t('page.discussed'), discussed.filter(Boolean).join(', ')],
    ...(['participant', 'case_manager'] as const).map((who): [string, string] => [
      t(`satisfied.${who}Value`),
      satisfied(who),
    ]),
  ]
  const title = earlier
    ? t('page.runs', { from: long(starts_on), to: long(ended_on ?? planned_end_on) })
    : t('page.agreed')
  return (
    <Sheet title={title} aside={earlier ? t('page.monthsCount', { count: trajectory.months }) : undefined}>
      <Facts facts={facts.filter(([, value]) => value !== '')} />
      <TrajectoryActions trajectory={trajectory} newest={newest} />
      <History trajectory={trajectory} />
    </Sheet>
  )
}
