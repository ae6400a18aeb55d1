/** One person in the week: the name, ten half-days, the hours until now. */
import { IconAlertCircle } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { memo, type RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import type { WeekCell, WeekRow } from '#core/api/attendance.ts'
import { formatNumber, percent } from '#core/attendance/totals.ts'
import { formatNarrow } from '#core/calendar/dates.ts'
import { shownTime } from '../../forms/typed-time.ts'
import { ForReaders } from '../../ui/hidden.tsx'
import { Mark } from '../../ui/mark.tsx'
import { lateOf } from './cells.ts'
import type { Place } from './grid-keys.ts'
import { LateBox } from './late-box.tsx'
import type { Refusal } from './steps.ts'
import { useReasonWords } from './words.ts'

export type WeekLineProps = {
  n: number
  /** Of the grid, heads included, from 1. */
  rowIndex: number
  row: WeekRow
  today: string
  closed: ReadonlyMap<string, string>
  settled: boolean
  /** The column that Tab arrives at; null: not in this row. */
  focusColumn: number | null
  /** The chosen columns in this row; 0 and 0: none. */
  chosenFrom: number
  chosenTo: number
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
  const { n, row, rowIndex, focusColumn, onPlace } = props
  const { i18n } = useTranslation()
  const lang = i18n.language === 'en' ? 'en' : 'nl'
  const { rate, present_minutes, planned_minutes } = row.totals
  return (
    <tr aria-rowindex={rowIndex}>
      <th scope="row" className="week-name" aria-colindex={1}>
        <Link
          to="/deelnemers/$id"
          params={{ id: String(row.participantId) }}
          tabIndex={focusColumn === 0 ? 0 : -1}
          data-row={n}
          data-column={0}
          draggable={false}
          onFocus={() => onPlace.current({ row: n, column: 0 })}
        >
          <bdi>{row.listName}</bdi>
        </Link>
      </th>
      {row.cells.map((cell, index) => (
        <HalfDay key={`${cell.day} ${cell.part}`} {...props} cell={cell} column={index + 1} />
      ))}
      <td className="number week-sums" aria-colindex={12}>
        {formatNumber(present_minutes / 60, lang, 1)}
      </td>
      <td className="number" aria-colindex={13}>
        {formatNumber(planned_minutes / 60, lang, 1)}
      </td>
      <td className="number" aria-colindex={14}>
        {rate === null ? '' : `${percent(rate)}%`}
      </td>
    </tr>
  )
})

function HalfDay(props: WeekLineProps & { cell: WeekCell; column: number }) {
  const { n, row, cell, column, today, closed, settled, focusColumn, chosenFrom, chosenTo } = props
  const { t, i18n } = useTranslation(['programme', 'problems', 'enums'])
  const lang = i18n.language === 'en' ? 'en' : 'nl'
  const reason = useReasonWords()
  const shut = closed.has(cell.day)
  const isMissing = !cell.mark && !shut && !settled && cell.planned_minutes > 0 && cell.day < today
  const kind = shut ? 'week-shut shut' : cell.planned_minutes > 0 ? 'week-planned' : 'week-free'
  const isChosen = column >= chosenFrom && column <= chosenTo
  const classes = [
    kind,
    column % 2 === 1 ? 'week-day' : '',
    props.upwards ? 'week-up' : '',
    isChosen ? 'week-in' : '',
    column > 6 ? 'week-end' : '',
  ]
  return (
    <td
      className={classes.filter((name) => name !== '').join(' ')}
      tabIndex={focusColumn === column ? 0 : -1}
      data-row={n}
      data-column={column}
      aria-colindex={column + 1}
      aria-selected={isChosen || focusColumn === column}
      {...(settled ? { 'aria-readonly': true } : {})}
      onFocus={() => props.onPlace.current({ row: n, column })}
    >
      {props.lateColumn === column ? (
        <LateBox
          label={t('week.minutesLate', {
            name: row.listName,
            day: formatNarrow(cell.day, lang),
            part: t(`enums:dayPart.${cell.part}`),
          })}
          start={props.lateNow || 15}
          onDone={props.onLate}
        />
      ) : cell.mark ? (
        <Mark mark={cell.mark} {...(cell.mark === 'late' ? { minutesLate: lateOf(cell) } : {})} />
      ) : (
        <>
          {isMissing && <span className="miss" />}
          <ForReaders>
            {shut
              ? t('week.closed')
              : isMissing
                ? t('week.toFill')
                : cell.planned_minutes > 0
                  ? t('week.cellPlanned')
                  : t('week.cellFree')}
          </ForReaders>
        </>
      )}
      <Details cell={cell} />
      {props.refusedColumn === column && props.problem && (
        <span className="week-float week-refusal" role="alert">
          <IconAlertCircle size={18} stroke={1.75} aria-hidden />
          <span>{reason(props.problem)}</span>
        </span>
      )}
    </td>
  )
}

/** Times and note: a corner in the cell, in full as long as the cell has the focus. */
function Details({ cell }: { cell: WeekCell }) {
  const { t } = useTranslation('programme')
  const { from_minute: from, until_minute: until, note } = cell
  const times =
    from !== null && until !== null
      ? t('week.fromUntil', { from: shownTime(from), until: shownTime(until) })
      : from !== null && cell.mark !== 'late'
        ? t('week.from', { from: shownTime(from) })
        : until !== null
          ? t('week.until', { until: shownTime(until) })
          : ''
  if (times === '' && note === '') return null
  return (
    <>
      <span className="week-corner-mark" aria-hidden />
      <span className="week-float week-details">
        {times !== '' && <span>{times}</span>}
        {note !== '' && (
          <span>
            <ForReaders>{t('week.noteIs')} </ForReaders>
            {note}
          </span>
        )}
      </span>
    </>
  )
}
