/** One half-day of one person. Drawn often, so its words come from the grid and only what is shown is asked for. */
import { IconAlertCircle } from '@tabler/icons-react'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { WeekCell } from '#core/api/attendance.ts'
import { formatNarrow } from '#core/calendar/dates.ts'
import { shownTime } from '#core/calendar/times.ts'
import { ForReaders } from '../../ui/hidden.tsx'
import { MarkShape } from '../../ui/mark.tsx'
import { lateOf } from './cells.ts'
import { LateBox } from './late-box.tsx'
import type { Refusal } from './steps.ts'
import { useReasonWords, type GridWords } from './words.ts'

export type HalfDayProps = {
  n: number
  column: number
  cell: WeekCell
  listName: string
  words: GridWords
  today: string
  isShut: boolean
  settled: boolean
  /** Tab arrives here. */
  hasCursor: boolean
  isChosen: boolean
  /** The minutes are being typed. */
  asksLate: boolean
  problem: Refusal['problem'] | null
  /** Near the foot: what floats goes up. */
  upwards: boolean
  onLate: (minutes: number | null, onward: boolean) => void
}

export const HalfDay = memo(function HalfDay(props: HalfDayProps) {
  const { n, column, cell, words, isShut, settled, hasCursor, isChosen, problem } = props
  const late = lateOf(cell)
  const isMissing = !cell.mark && !isShut && !settled && cell.planned_minutes > 0 && cell.day < props.today
  const isDetailed = hasDetails(cell)
  const classes = [
    isShut ? 'week-shut shut' : cell.planned_minutes > 0 ? 'week-planned' : 'week-free',
    column % 2 === 1 ? 'week-day' : '',
    props.upwards ? 'week-up' : '',
    isChosen ? 'week-in' : '',
    column > 6 ? 'week-end' : '',
    isDetailed ? 'week-detailed' : '',
    problem ? 'week-refused' : '',
  ]
  return (
    <td
      className={classes.filter((name) => name !== '').join(' ')}
      tabIndex={hasCursor ? 0 : -1}
      data-row={n}
      data-column={column}
      aria-colindex={column + 1}
      aria-selected={isChosen || hasCursor}
      {...(settled ? { 'aria-readonly': true } : {})}
    >
      {props.asksLate ? (
        <AskLate {...props} />
      ) : cell.mark ? (
        <MarkShape
          mark={cell.mark}
          letter={words.letters[cell.mark]}
          minutesLate={late}
          word={late > 0 ? words.late(late) : words.marks[cell.mark]}
        />
      ) : (
        <>
          {isMissing && <span className="miss" />}
          <ForReaders>
            {isShut
              ? words.closed
              : isMissing
                ? words.toFill
                : cell.planned_minutes > 0
                  ? words.planned
                  : words.free}
          </ForReaders>
        </>
      )}
      {isDetailed && <Details cell={cell} />}
      {problem && <Refused problem={problem} />}
    </td>
  )
})

/** There is more to say than the mark: it floats over the cells around it while the cell has the focus. */
export function hasDetails(cell: WeekCell): boolean {
  return cell.note !== '' || cell.from_minute !== null || cell.until_minute !== null
}

function AskLate({ cell, listName, onLate }: HalfDayProps) {
  const { t, i18n } = useTranslation(['programme', 'enums'])
  const lang = i18n.language === 'en' ? 'en' : 'nl'
  return (
    <LateBox
      label={t('week.minutesLate', {
        name: listName,
        day: formatNarrow(cell.day, lang),
        part: t(`enums:dayPart.${cell.part}`),
      })}
      start={lateOf(cell) || 15}
      onDone={onLate}
    />
  )
}

function Refused({ problem }: { problem: Refusal['problem'] }) {
  const reason = useReasonWords()
  return (
    <span className="week-float week-refusal" role="alert">
      <IconAlertCircle size={18} stroke={1.75} aria-hidden />
      <span>{reason(problem)}</span>
    </span>
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
