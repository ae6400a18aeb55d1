/** How many people came and how many were planned, for each half-day and for the week. */
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Week, WeekRow } from '#core/api/attendance.ts'
import { formatNumber, percent, sumTotals } from '#core/attendance/totals.ts'
import { addDays } from '#core/calendar/dates.ts'
import { ForReaders } from '../../ui/hidden.tsx'
import type { ColumnTotals } from './cells.ts'

export function WeekFoot({
  rows,
  columns,
  week,
  rowIndex,
}: {
  rows: readonly WeekRow[]
  columns: readonly ColumnTotals[]
  week: Week
  rowIndex: number
}) {
  const { t, i18n } = useTranslation('programme')
  const lang = i18n.language === 'en' ? 'en' : 'nl'
  const sums = sumTotals(rows.map((row) => row.totals))
  const closed = new Set(week.closed.map((one) => one.day))
  return (
    <tfoot>
      <tr aria-rowindex={rowIndex}>
        <th scope="row" aria-colindex={1} className="week-name">
          <span className="week-wide">{t('week.foot')}</span>
          <span className="week-narrow">{t('week.footNarrow')}</span>
        </th>
        {columns.map((column, n) => {
          const day = addDays(week.monday, Math.floor(n / 2))
          return <Sum key={n} n={n} isShut={closed.has(day)} isPast={day <= week.today} {...column} />
        })}
        <td className="number week-day" aria-colindex={12}>
          {formatNumber(sums.present_minutes / 60, lang, 1)}
        </td>
        <td className="number" aria-colindex={13}>
          {formatNumber(sums.planned_minutes / 60, lang, 1)}
        </td>
        <td className="number" aria-colindex={14}>
          {sums.rate === null ? '' : `${percent(sums.rate)}%`}
        </td>
      </tr>
    </tfoot>
  )
}

/** Of one half-day. */
const Sum = memo(function Sum(props: ColumnTotals & { n: number; isShut: boolean; isPast: boolean }) {
  const { n, present, planned, marked } = props
  const { t } = useTranslation('programme')
  return (
    <td aria-colindex={n + 2} className={n % 2 === 0 ? 'week-day' : ''}>
      {props.isShut || (planned === 0 && marked === 0) ? null : marked > 0 && props.isPast ? (
        <>
          <span aria-hidden>{`${present} / ${planned}`}</span>
          <ForReaders>{t('week.footCell', { present, planned })}</ForReaders>
        </>
      ) : (
        <>
          <span aria-hidden>{planned}</span>
          <ForReaders>{t('week.footPlanned', { count: planned })}</ForReaders>
        </>
      )}
    </td>
  )
})
