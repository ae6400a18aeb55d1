/** One person in the week: the name, ten half-days, the hours until now. */
import { Link } from '@tanstack/react-router'
import { memo } from 'react'
import type { WeekRow } from '#core/api/attendance.ts'
import { formatNumber, percent } from '#core/attendance/totals.ts'
import { useCursor, type Cursor } from './cursor.ts'
import { HalfDay, hasDetails } from './half-day.tsx'
import type { Refusal } from './steps.ts'
import type { GridWords } from './words.ts'

export type WeekLineProps = {
  n: number
  /** Of the grid, heads included, from 1. */
  rowIndex: number
  row: WeekRow
  cursor: Cursor
  words: GridWords
  today: string
  closed: ReadonlyMap<string, string>
  settled: boolean
  /** Where minutes are being typed; null: not in this row. */
  lateColumn: number | null
  refusedColumn: number | null
  problem: Refusal['problem'] | null
  /** Near the foot: what floats goes up. */
  upwards: boolean
  onLate: (minutes: number | null, onward: boolean) => void
}

export const WeekLine = memo(function WeekLine(props: WeekLineProps) {
  const { n, row, cursor, words } = props
  const { rate, present_minutes, planned_minutes } = row.totals
  const here = useCursor(cursor, ({ place }) => (place?.row === n ? place.column : null))
  const from = useCursor(cursor, (now) => (chosenIn(now, n) ? (now.range?.left ?? 0) : 0))
  const to = useCursor(cursor, (now) => (chosenIn(now, n) ? (now.range?.right ?? 0) : 0))
  const cellHere = here ? row.cells[here - 1] : undefined
  const floats = props.problem !== null || (cellHere !== undefined && hasDetails(cellHere))
  return (
    <tr aria-rowindex={props.rowIndex} {...(floats ? { className: 'week-over' } : {})}>
      <Name n={n} participantId={row.participantId} listName={row.listName} hasCursor={here === 0} />
      {row.cells.map((cell, index) => (
        <HalfDay
          key={`${cell.day} ${cell.part}`}
          n={n}
          column={index + 1}
          cell={cell}
          listName={row.listName}
          words={words}
          today={props.today}
          isShut={props.closed.has(cell.day)}
          settled={props.settled}
          hasCursor={here === index + 1}
          isChosen={index + 1 >= from && index + 1 <= to}
          asksLate={props.lateColumn === index + 1}
          problem={props.refusedColumn === index + 1 ? props.problem : null}
          upwards={props.upwards}
          onLate={props.onLate}
        />
      ))}
      <td className="number week-sums" aria-colindex={12}>
        {formatNumber(present_minutes / 60, words.lang, 1)}
      </td>
      <td className="number" aria-colindex={13}>
        {formatNumber(planned_minutes / 60, words.lang, 1)}
      </td>
      <td className="number" aria-colindex={14}>
        {rate === null ? '' : `${percent(rate)}%`}
      </td>
    </tr>
  )
})

function chosenIn({ chosen, range }: ReturnType<Cursor['now']>, row: number): boolean {
  return chosen !== null && range !== null && row >= range.top && row <= range.bottom
}

const Name = memo(function Name(props: {
  n: number
  participantId: number
  listName: string
  hasCursor: boolean
}) {
  return (
    <th scope="row" className="week-name" aria-colindex={1}>
      <Link
        to="/deelnemers/$id"
        params={{ id: String(props.participantId) }}
        tabIndex={props.hasCursor ? 0 : -1}
        data-row={props.n}
        data-column={0}
        draggable={false}
      >
        <bdi>{props.listName}</bdi>
      </Link>
    </th>
  )
})
