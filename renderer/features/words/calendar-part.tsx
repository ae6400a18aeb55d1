/** A month of words, and beside it the day that is chosen. */
import { Button } from '@mantine/core'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useRef, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { WordDay } from '#core/api/words.ts'
import {
  addDays,
  addMonths,
  formatWeekdayLong,
  isDate,
  monthName,
  monthOf,
  weekday,
  weekdayName,
} from '#core/calendar/dates.ts'
import { failureOf } from '../../office/failure.ts'
import { useOffice } from '../../office/office.ts'
import { orpc } from '../../office/query.ts'
import { FailureMessage } from '../../ui/message.tsx'
import { DayPanel } from './day-panel.tsx'
import { fitsName } from './word-words.ts'

/** How far an arrow key goes, in days. */
const steps: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }

export function CalendarPart() {
  const { t, i18n } = useTranslation('words')
  const lang = i18n.language === 'en' ? 'en' : 'nl'
  const { today } = useOffice()
  const { dag } = useSearch({ from: '/woorden' })
  const navigate = useNavigate()
  const table = useRef<HTMLTableElement>(null)
  const day = dag !== undefined && isDate(dag) ? dag : today
  const month = monthOf(day)
  const query = useQuery(
    orpc.words.month.queryOptions({ input: { month }, placeholderData: keepPreviousData }),
  )
  const go = (to: string) =>
    void navigate({ to: '/woorden', search: to === today ? {} : { dag: to }, replace: true })
  const goMonth = (n: number) => {
    const to = monthOf(addMonths(day, n))
    go(to === monthOf(today) ? today : firstWorkday(to))
  }
  const title = `${monthName(Number(month.slice(5)), lang)} ${month.slice(0, 4)}`
  const days = query.data?.days ?? []
  const columns = days.some((one) => weekday(one.day) > 5 && one.word) ? 7 : 5
  const inTable = days.filter((one) => weekday(one.day) <= columns)
  const tabStop = (inTable.find((one) => one.day === day) ?? inTable[0])?.day

  /** The arrows go from working day to working day; in the table focus and choice are one. */
  function onKey(event: KeyboardEvent): void {
    const step = steps[event.key]
    if (step === undefined || event.altKey || event.ctrlKey || event.metaKey) return
    let to = addDays(day, step)
    while (weekday(to) > columns) to = addDays(to, step > 0 ? 1 : -1)
    event.preventDefault()
    go(to)
    const focus = () => table.current?.querySelector<HTMLElement>(`[data-day="${to}"]`)
    // Of another month the cells come with the answer.
    let tries = 0
    const wait = () => {
      const cell = focus()
      if (cell) cell.focus()
      else if (tries++ < 60) requestAnimationFrame(wait)
    }
    requestAnimationFrame(wait)
  }

  return (
    <div className="words-calendar">
      <DayPanel day={day} />
      <section className="words-month" aria-label={t('month.caption', { month: title })}>
        <div className="words-month-head">
          <h2 className="words-month-title">{title}</h2>
          <Button
            variant="default"
            size="compact-md"
            aria-label={t('month.previous')}
            onClick={() => goMonth(-1)}
          >
            <IconChevronLeft size={18} stroke={2} aria-hidden />
          </Button>
          <Button variant="default" size="compact-md" aria-label={t('month.next')} onClick={() => goMonth(1)}>
            <IconChevronRight size={18} stroke={2} aria-hidden />
          </Button>
          {month !== monthOf(today) && (
            <button type="button" className="link word-link" onClick={() => go(today)}>
              {t('month.now')}
            </button>
          )}
        </div>
        {query.isLoadingError && <FailureMessage failure={failureOf(query.error)} />}
        <table className="words-table" ref={table} aria-describedby="words-keys">
          <caption className="for-readers">{t('month.caption', { month: title })}</caption>
          <thead>
            <tr>
              {Array.from({ length: columns }, (_, n) => (
                <th key={n} scope="col">
                  {weekdayName(n + 1, lang)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody onKeyDown={onKey}>
            {weeksOf(days, columns).map((week, n) => (
              <tr key={n}>
                {week.map((one, at) => (
                  <td key={at} className={cellClass(one, today)}>
                    {one && (
                      <Cell
                        day={one}
                        chosen={one.day === day}
                        tabStop={one.day === tabStop}
                        onChoose={() => go(one.day)}
                      />
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
        <p id="words-keys" className="for-readers">
          {t('month.keys')}
        </p>
      </section>
    </div>
  )
}

function Cell({
  day,
  chosen,
  tabStop,
  onChoose,
}: {
  day: WordDay
  chosen: boolean
  tabStop: boolean
  onChoose: () => void
}) {
  const { t, i18n } = useTranslation('words')
  const lang = i18n.language === 'en' ? 'en' : 'nl'
  const isToday = day.day === useOffice().today
  const feast = day.word ? fitsName(t, day.word.fits, lang) : ''
  return (
    <button
      type="button"
      className="words-cell"
      data-day={day.day}
      tabIndex={tabStop ? 0 : -1}
      aria-pressed={chosen}
      {...(isToday ? { 'aria-current': 'date' as const } : {})}
      onClick={onChoose}
    >
      <span className="words-cell-day">
        <span aria-hidden>{Number(day.day.slice(8))}</span>
        <span className="for-readers">{`${formatWeekdayLong(day.day, lang)}: `}</span>
        {isToday && <span className="words-cell-now">{t('month.today')}</span>}
      </span>
      {day.closedReason !== null ? (
        <span className="words-cell-note">
          {day.closedReason === '' ? t('month.closed') : t('month.closedFor', { reason: day.closedReason })}
        </span>
      ) : (
        <span className="words-cell-word" lang={day.word ? 'nl' : undefined}>
          {day.word?.word ?? <span className="words-cell-note">{t('month.none')}</span>}
        </span>
      )}
      {feast !== '' && <span className="words-cell-feast">{feast}</span>}
      {day.heard > 0 && <span className="words-cell-note">{t('month.heard', { count: day.heard })}</span>}
    </button>
  )
}

function cellClass(day: WordDay | null, today: string): string {
  if (day === null) return 'words-other'
  if (day.closedReason !== null) return 'words-closed'
  return day.day < today ? 'words-past' : ''
}

/** The first day from Monday to Friday. */
function firstWorkday(month: string): string {
  const first = `${month}-01`
  return addDays(first, weekday(first) > 5 ? 8 - weekday(first) : 0)
}

/** The days in rows from Monday; null where a day belongs to another month. */
function weeksOf(days: readonly WordDay[], columns: number): (WordDay | null)[][] {
  const weeks: (WordDay | null)[][] = []
  const shown = days.filter((day) => weekday(day.day) <= columns)
  for (const day of shown) {
    const at = weekday(day.day) - 1
    if (weeks.length === 0 || (at === 0 && day !== shown[0])) weeks.push(Array(columns).fill(null) as null[])
    const week = weeks.at(-1)
    if (week) week[at] = day
  }
  return weeks
}
