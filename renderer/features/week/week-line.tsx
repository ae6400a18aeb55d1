/** One person in the week: the name, ten half-days, the hours until now. */
import { IconAlertCircle } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { memo, type RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import type { WeekCell, WeekRow } from '#core/api/attendance.ts'
import { formatNumber, percent } from '#core/attendance/totals.ts'
import { formatNarrow } from '#core/calendar/dates.ts'
import { ForReaders } from '../../ui/hidden.tsx'
import { Mark } from '../../ui/mark.tsx'
import { lateOf } from './cells.ts'
import type { Place } from './grid-keys.ts'
import { LateBox } from './late-box.tsx'
import type { Refusal } from './use-marks.ts'

export type WeekLineProps = {
  n: number
  row: WeekRow
  today: string
  closed: ReadonlyMap<string, string>
  /** The column that Tab arrives at; null: not in this row. */
  focusColumn: number | null
  lateColumn: number | null
  lateNow: number
  refusedColumn: number | null
  problem: Refusal['problem'] | null
  /** Near the foot: what floats goes up. */
  upwards: boolean
  onPlace: RefObject<(place: Place) => void>
  onLate: (minutes: number | null, onward: boolean) => void
}

export const WeekLine = memo(function WeekLine(props: WeekLineProps) {
  const { n, row, focusColumn, onPlace } = props
  const { i18n } = useTranslation()
  const lang = i18n.language === 'en' ? 'en' : 'nl'
  const { rate, present_minutes, planned_minutes } = row.totals
  return (
    <tr>
      <th scope="row" className="week-name">
        <Link
          to="/deelnemers/$id"
          params={{ id: String(row.participantId) }}
          tabIndex={focusColumn === 0 ? 0 : -1}
          data-row={n}
          data-column={0}
          onFocus={() => onPlace.current({ row: n, column: 0 })}
        >
          <bdi>{row.listName}</bdi>
        </Link>
      </th>
      {row.cells.map((cell, index) => (
        <HalfDay key={`${cell.day} ${cell.part}`} {...props} cell={cell} column={index + 1} />
      ))}
      <td className="number week-sums">{formatNumber(present_minutes / 60, lang, 1)}</td>
      <td className="number">{formatNumber(planned_minutes / 60, lang, 1)}</td>
      <td className="number">{rate === null ? '' : `${percent(rate)}%`}</td>
    </tr>
  )
})

function HalfDay({
  n,
  row,
  cell,
  column,
  today,
  closed,
  focusColumn,
  lateColumn,
  lateNow,
  refusedColumn,
  problem,
  upwards,
  onPlace,
  onLate,
}: WeekLineProps & { cell: WeekCell; column: number }) {
  const { t, i18n } = useTranslation(['programme', 'problems', 'enums'])
  const lang = i18n.language === 'en' ? 'en' : 'nl'
  const shut = closed.has(cell.day)
  const missing = !cell.mark && !shut && cell.planned_minutes > 0 && cell.day < today
  const kind = shut ? 'week-shut shut' : cell.planned_minutes > 0 ? 'week-planned' : 'week-free'
  return (
    <td
      className={`${kind}${column % 2 === 1 ? ' week-day' : ''}${upwards ? ' week-up' : ''}`}
      tabIndex={focusColumn === column ? 0 : -1}
      data-row={n}
      data-column={column}
      onFocus={() => onPlace.current({ row: n, column })}
    >
      {lateColumn === column ? (
        <LateBox
          label={t('week.minutesLate', {
            name: row.listName,
            day: formatNarrow(cell.day, lang),
            part: t(`enums:dayPart.${cell.part}`),
          })}
          start={lateNow || 15}
          onDone={onLate}
        />
      ) : cell.mark ? (
        <Mark mark={cell.mark} {...(cell.mark === 'late' ? { minutesLate: lateOf(cell) } : {})} />
      ) : (
        <>
          {missing && <span className="miss" />}
          <ForReaders>
            {shut
              ? t('week.closed')
              : missing
                ? t('week.toFill')
                : cell.planned_minutes > 0
                  ? t('week.cellPlanned')
                  : t('week.cellFree')}
          </ForReaders>
        </>
      )}
      {refusedColumn === column && problem && (
        <span className={column > 6 ? 'week-refusal week-refusal-left' : 'week-refusal'} role="alert">
          <IconAlertCircle size={18} stroke={1.75} aria-hidden />
          <span>{problem === 'late_too_long' ? t('week.notLateThatLong') : t(`problems:${problem}`)}</span>
        </span>
      )}
    </td>
  )
}
