/** Other days from a date on. What was filled in before stays. */
import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { scheduleProblems } from '#core/attendance/parts.ts'
import { scheduleOn } from '#core/attendance/plan.ts'
import { formatLong } from '#core/calendar/dates.ts'
import type { SchedulePart, TrajectoryView } from '#core/api/programme.ts'
import { client } from '../../client.ts'
import { DraftLine, useDraft } from '../../forms/draft.tsx'
import { DateField } from '../../forms/date-field.tsx'
import { problemOf } from '../../office/failure.ts'
import { useOffice } from '../../office/office.ts'
import { orpc } from '../../office/query.ts'
import { useCommand } from '../../office/use-command.ts'
import { FailureMessage } from '../../ui/message.tsx'
import { Page } from '../../ui/page.tsx'
import { EmptyState, Sheet } from '../../ui/sheet.tsx'
import { useToast } from '../../ui/toast.tsx'
import { currentTrajectory } from '../participants/current.ts'
import { DayGrid, inWeekOrder } from './day-grid.tsx'
import { ScheduleHistory } from './schedule-beside.tsx'
import type { Person } from '../participants/person-head.tsx'
import { WithPerson } from '../participants/use-person.tsx'
import { onSubmit } from '../../forms/submit.ts'
import '../participants/forms.css'

export function ScheduleScreen() {
  const { t } = useTranslation('trajectory')
  const { id } = useParams({ from: '/deelnemers/$id/dagen' })
  return (
    <WithPerson id={Number(id)} screen={t('schedule.screen')}>
      {(person) => <Days key={id} person={person} />}
    </WithPerson>
  )
}

function Days({ person }: { person: Person }) {
  const { t } = useTranslation('trajectory')
  const trajectories = useQuery(
    orpc.trajectories.list.queryOptions({ input: { participantId: person.id } }),
  ).data
  if (!trajectories) return null
  const trajectory = currentTrajectory(trajectories)
  return (
    <Page
      screen={t('schedule.screen')}
      title={<bdi>{t('schedule.title', { name: person.names.full })}</bdi>}
      lead={t('schedule.lead')}
    >
      {trajectory && trajectory.ended_on === null ? (
        <div className="pf-columns">
          <ScheduleForm person={person} trajectory={trajectory} />
          <ScheduleHistory trajectory={trajectory} />
        </div>
      ) : (
        <EmptyState title={t('schedule.none')}>{t('schedule.noneText')}</EmptyState>
      )}
    </Page>
  )
}

function ScheduleForm({ person, trajectory }: { person: Person; trajectory: TrajectoryView }) {
  const { t } = useTranslation('trajectory')
  const { today, language } = useOffice()
  const navigate = useNavigate()
  const toast = useToast()
  const save = useCommand(client.trajectories.setSchedule)
  const earliest = today < trajectory.starts_on ? trajectory.starts_on : today
  const [from, setFrom] = useState<string | null>(earliest)
  const [parts, setParts] = useState<SchedulePart[]>(() =>
    inWeekOrder(
      scheduleOn(trajectory.schedules, earliest)?.parts ?? trajectory.schedules.at(-1)?.parts ?? [],
    ),
  )
  const draft = useDraft(`schedule:${trajectory.id}`, { from, parts }, (left) => {
    setFrom(left.from)
    setParts(left.parts)
  })
  const [tried, setTried] = useState(false)
  const problems = scheduleProblems(parts)
  async function submit(): Promise<void> {
    setTried(true)
    if (!from || problems.length > 0) return
    const answer = await save.run({ id: trajectory.id, valid_from: from, parts })
    if (!answer) return
    draft.clear()
    toast({
      text: t('schedule.saved', { date: formatLong(from, language) }),
      changeSetId: answer.changeSetId,
    })
    void navigate({ to: '/deelnemers/$id', params: { id: String(person.id) } })
  }
  return (
    <form noValidate className="pf-sheets" onSubmit={onSubmit(submit)}>
      <DraftLine draft={draft} />
      <Sheet>
        <div className="form">
          <DateField
            className="form-short"
            label={t('schedule.validFrom')}
            hint=""
            today={today}
            required
            value={from}
            onChange={setFrom}
            problem={problemOf(save.failure, 'valid_from')}
          />
          <DayGrid
            parts={parts}
            onChange={setParts}
            personId={person.id}
            from={from}
            trajectoryId={trajectory.id}
            problems={tried ? problems : []}
          />
        </div>
      </Sheet>
      {save.failure && save.failure.code !== 'INVALID' && <FailureMessage failure={save.failure} />}
      <div className="form-actions">
        <Button type="submit" loading={save.busy}>
          {t('schedule.save')}
        </Button>
      </div>
    </form>
  )
}
