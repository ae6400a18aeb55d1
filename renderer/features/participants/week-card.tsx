/** This week of one person: ten half-days with their marks, and how often somebody was there since the start. */
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { formatWeekdayLong, mondayOf, addDays, parts, weekdayShort } from '#core/calendar/dates.ts'
import { percent } from '#core/attendance/totals.ts'
import type { WeekCell } from '#core/api/attendance.ts'
import type { TrajectoryView } from '#core/api/programme.ts'
import { useOffice } from '../../office/office.ts'
import { orpc } from '../../office/query.ts'
import { ForReaders } from '../../ui/hidden.tsx'
import { Mark } from '../../ui/mark.tsx'
import { Sheet } from '../../ui/sheet.tsx'

export function WeekCard({ id, trajectory }: { id: number; trajectory: TrajectoryView }) {
  const { t } = useTranslation(['people', 'enums'])
  const { today, language } = useOffice()
  const monday = mondayOf(today)
  const week = useQuery(orpc.attendance.week.queryOptions({ input: { monday } })).data
  const row = week?.rows.find((one) => one.participantId === id)
  const rate = percent(trajectory.totals.rate)
  const closed = new Set(week?.closed.map((one) => one.day))
  const days = [0, 1, 2, 3, 4].map((n) => addDays(monday, n))
  return (
    <Sheet
      title={t('person.thisWeek')}
      aside={rate === null ? t('person.noRate') : t('person.rate', { percent: rate })}
    >
      {week && !row && <p className="dim">{t('person.noWeek')}</p>}
      {row && (
        <table className="week-small">
          <thead>
            <tr>
              <td />
              {days.map((day, index) => (
                <th key={day} scope="col" className={day === today ? 'week-today' : ''}>
                  <span aria-hidden>
                    {weekdayShort(index + 1, language)} {parts(day).day}
                  </span>
                  <ForReaders>{formatWeekdayLong(day, language)}</ForReaders>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {(['morning', 'afternoon'] as const).map((part) => (
              <tr key={part}>
                <th scope="row">{t(`enums:dayPart.${part}`)}</th>
                {days.map((day) => (
                  <Cell
                    key={day}
                    cell={row.cells.find((one) => one.day === day && one.part === part)}
                    closed={closed.has(day)}
                    past={day < today}
                  />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Sheet>
  )
}

function Cell({ cell, closed, past }: { cell: WeekCell | undefined; closed: boolean; past: boolean }) {
  const { t } = useTranslation('people')
  const planned = (cell?.planned_minutes ?? 0) > 0
  if (cell?.mark) {
    const late = cell.mark === 'late' ? cell.planned_minutes - cell.present_minutes : 0
    return (
      <td className="week-cell">
        <Mark mark={cell.mark} {...(late > 0 ? { minutesLate: late } : {})} />
      </td>
    )
  }
  if (closed)
    return (
      <td className="week-cell shut">
        <ForReaders>{t('person.closed')}</ForReaders>
      </td>
    )
  if (!planned)
    return (
      <td className="week-cell week-free">
        <ForReaders>{t('person.notPlanned')}</ForReaders>
      </td>
    )
  return (
    <td className="week-cell">
      {past && <span className="miss" aria-hidden />}
      <ForReaders>{past ? t('person.unfilled') : t('person.planned')}</ForReaders>
    </td>
  )
}
