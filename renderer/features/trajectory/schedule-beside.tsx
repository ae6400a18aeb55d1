/** Beside the days that are being agreed: which days held before, and how full the group becomes. */
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { SchedulePart, TrajectoryView } from '#core/api/programme.ts'
import { scheduleOn, weekMinutes } from '#core/attendance/plan.ts'
import { formatHours } from '#core/attendance/totals.ts'
import { addDays, formatDayMonth, formatShort, formatWeekdayLong, weekdayName } from '#core/calendar/dates.ts'
import { shownTime } from '#core/calendar/times.ts'
import { useOffice } from '../../office/office.ts'
import { orpc } from '../../office/query.ts'
import { Sheet } from '../../ui/sheet.tsx'
import { StateWord } from '../../ui/state-word.tsx'
import { useDayParts } from './day-words.ts'

/** All schedules of a trajectory, the newest first. What was agreed stays: a new one only begins on its own day. */
export function ScheduleHistory({ trajectory }: { trajectory: TrajectoryView }) {
  const { t } = useTranslation('trajectory')
  const { today, language } = useOffice()
  const days = useDayParts()
  const now = scheduleOn(trajectory.schedules, today)
  return (
    <Sheet title={t('schedule.history')}>
      <ul className="pf-schedules">
        {trajectory.schedules.toReversed().map((one) => (
          <li key={one.valid_from}>
            <p className="pf-since">
              <strong>{t('schedule.since', { date: formatShort(one.valid_from) })}</strong>
              {one === now && <StateWord kind="done">{t('schedule.now')}</StateWord>}
              {one.valid_from > today && <StateWord kind="not_yet">{t('schedule.later')}</StateWord>}
            </p>
            <p>{days(one.parts)}</p>
            <p className="dim">
              {t('agreed.hoursPerWeek', { hours: formatHours(weekMinutes(one.parts), language) })}
            </p>
          </li>
        ))}
      </ul>
    </Sheet>
  )
}

/** What is in the agenda in the four weeks that come; nothing where there is nothing. */
export function AppointmentsAhead({ personId }: { personId: number }) {
  const { t } = useTranslation('trajectory')
  const { today, language } = useOffice()
  const days = { from: today, to: addDays(today, 28) }
  const appointments =
    useQuery(orpc.agenda.ofPerson.queryOptions({ input: { participantId: personId, ...days } })).data ?? []
  if (appointments.length === 0) return null
  return (
    <Sheet title={t('schedule.appointments')}>
      <ul className="pf-schedules">
        {appointments.map((one) => (
          <li key={one.id}>
            <p>
              <strong className="capital">{formatWeekdayLong(one.happens_on, language)}</strong>
            </p>
            <p dir="auto">{`${shownTime(one.start_minute)}-${shownTime(one.end_minute)}: ${one.title}`}</p>
          </li>
        ))}
      </ul>
    </Sheet>
  )
}

/**
 * The half-days on which more people come than fit. It may be: nothing is refused.
 * @param from the first day of these days; null while it is not known.
 */
export function Crowded({
  parts,
  from,
  trajectoryId,
}: {
  parts: readonly SchedulePart[]
  from: string | null
  trajectoryId: number | null
}) {
  const { t } = useTranslation(['days', 'enums'])
  const { today, language } = useOffice()
  const halves = parts.map(({ weekday, part }) => ({ weekday, part }))
  const start = from !== null && from > today ? from : today
  const occupancy = useQuery({
    ...orpc.attendance.occupancy.queryOptions({ input: { from: start, trajectoryId, parts: halves } }),
    enabled: parts.length > 0,
  }).data
  const over = (parts.length > 0 ? (occupancy ?? []) : []).filter(
    (half) => half.capacity !== null && half.people > half.capacity,
  )
  return (
    <div role="status" className="pf-times-problem">
      {over.map(({ weekday, part, people, capacity, on }) => {
        const words = {
          day: weekdayName(weekday, language),
          part: t(`enums:dayPart.${part}`),
          people,
          capacity,
        }
        return (
          <div key={`${weekday}-${part}`}>
            <StateWord kind="care">
              <span className="capital">
                {on === null
                  ? t('occupancy.overNow', words)
                  : t('occupancy.over', { ...words, on: formatDayMonth(on, language) })}
              </span>
            </StateWord>
          </div>
        )
      })}
      {over.length > 0 && <p className="dim">{t('occupancy.still')}</p>}
    </div>
  )
}
