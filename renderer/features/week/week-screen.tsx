/** Who was there: one row for each person, one cell for each half-day, one letter for each cell. */
import { Button } from '@mantine/core'
import { IconCheck, IconChevronLeft, IconChevronRight, IconPrinter } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Week } from '#core/api/attendance.ts'
import { addDays, formatDayMonth, isDate, mondayOf, weekday, weekdayName } from '#core/calendar/dates.ts'
import { client } from '../../client.ts'
import { failureOf } from '../../office/failure.ts'
import { useOffice } from '../../office/office.ts'
import { orpc } from '../../office/query.ts'
import { useCommand } from '../../office/use-command.ts'
import { FailureMessage } from '../../ui/message.tsx'
import { Page, PageFailure, PageWait } from '../../ui/page.tsx'
import { EmptyState } from '../../ui/sheet.tsx'
import { useToast } from '../../ui/toast.tsx'
import type { Place } from './grid-keys.ts'
import { Legend } from './legend.tsx'
import { WeekGrid } from './week-grid.tsx'
import './week.css'
import './week-small.css'

export function WeekScreen() {
  const { t, i18n } = useTranslation(['programme', 'enums', 'common', 'app'])
  const lang = i18n.language === 'en' ? 'en' : 'nl'
  const { today } = useOffice()
  const { maandag } = useSearch({ from: '/week' })
  const monday = mondayOf(maandag && isDate(maandag) ? maandag : today)
  const week = useQuery(
    orpc.attendance.week.queryOptions({ input: { monday }, placeholderData: keepPreviousData }),
  )
  const navigate = useNavigate()
  const go = (day: string) => void navigate({ to: '/week', search: { maandag: day } })
  const [place, setPlace] = useState<Place | null>(null)
  const [legend, setLegend] = useState(false)

  const screen = t('app:shell.nav.week')
  if (week.isPending) return <PageWait />
  if (week.isLoadingError)
    return <PageFailure failure={failureOf(week.error)} screen={screen} retry={() => void week.refetch()} />

  const data = week.data
  const friday = addDays(data.monday, 4)
  const here = place ?? firstChoice(data)
  const half = halfDay(data, here.column)
  return (
    <Page
      title={
        <>
          {t('week.title', { week: data.weekNumber })}
          <span className="week-range">
            <span className="week-wide">
              {t('week.range', {
                from: shortFrom(data.monday, friday, lang),
                to: formatDayMonth(friday, lang),
              })}
            </span>
            <span className="week-narrow">
              {t('week.rangeNarrow', {
                from: shortFrom(data.monday, friday, lang),
                to: formatDayMonth(friday, lang),
              })}
            </span>
          </span>
        </>
      }
      screen={t('week.title', { week: data.weekNumber })}
      className="week-page"
      ownFocus={data.rows.length > 0}
      actions={
        <>
          <div className="week-steps">
            <Button
              variant="default"
              className="week-step"
              aria-label={t('week.previous')}
              onClick={() => go(addDays(data.monday, -7))}
            >
              <IconChevronLeft size={18} stroke={2} aria-hidden />
            </Button>
            <Button
              variant="default"
              className="week-step"
              aria-label={t('week.next')}
              onClick={() => go(addDays(data.monday, 7))}
            >
              <IconChevronRight size={18} stroke={2} aria-hidden />
            </Button>
            {data.monday !== mondayOf(today) && (
              <Button variant="default" onClick={() => go(mondayOf(today))}>
                {t('week.backToNow')}
              </Button>
            )}
          </div>
          <Button
            variant="default"
            className="week-narrow"
            aria-expanded={legend}
            aria-controls="week-legend"
            onClick={() => setLegend(!legend)}
          >
            {t('common:more')}
          </Button>
          <Button
            variant="default"
            className="week-wide"
            leftSection={<IconPrinter size={18} stroke={2} aria-hidden />}
            onClick={() => window.print()}
          >
            {t('common:print')}
          </Button>
          {data.rows.length > 0 && (
            <FillButton key={`${half.day} ${half.part}`} week={data} day={half.day} part={half.part} />
          )}
        </>
      }
    >
      {data.rows.length === 0 ? (
        <EmptyState
          title={t('week.emptyTitle')}
          action={
            <Link to="/deelnemers" className="link">
              {t('week.emptyAction')}
            </Link>
          }
        >
          {t('week.emptyText')}
        </EmptyState>
      ) : (
        <>
          <Legend open={legend} onPrint={() => window.print()} />
          <WeekGrid week={data} place={here} onPlace={setPlace} />
        </>
      )}
    </Page>
  )
}

/** "Woensdagmiddag volgens rooster": present for everybody who is planned then and has no mark yet. */
function FillButton({ week, day, part }: { week: Week; day: string; part: 'morning' | 'afternoon' }) {
  const { t, i18n } = useTranslation(['programme', 'enums'])
  const lang = i18n.language === 'en' ? 'en' : 'nl'
  const toast = useToast()
  const fill = useCommand(client.attendance.fillPlanned)
  const closed = week.closed.some((one) => one.day === day)
  const later = day > week.today
  const whole = t('week.fill', { weekday: weekdayName(weekday(day), lang), part: t(`enums:dayPart.${part}`) })
  async function run(): Promise<void> {
    const answer = await fill.run({ day, part })
    if (!answer) return
    const { filled, skipped, changeSetId } = answer
    toast({
      text: filled === 0 ? t('week.filledNothing') : t('week.filled', { filled, skipped }),
      changeSetId,
    })
  }
  return (
    <>
      <Button
        loading={fill.busy}
        disabled={closed || later}
        leftSection={<IconCheck size={18} stroke={2} aria-hidden />}
        aria-label={whole.charAt(0).toUpperCase() + whole.slice(1)}
        {...(closed || later ? { 'aria-describedby': 'week-fill-why' } : {})}
        onClick={() => void run()}
      >
        <span className="week-wide">{whole.charAt(0).toUpperCase() + whole.slice(1)}</span>
        <span className="week-narrow">{t('week.fillShort')}</span>
      </Button>
      {(closed || later) && (
        <span id="week-fill-why" className="for-readers">
          {closed ? t('week.fillClosed') : t('week.fillNotYet')}
        </span>
      )}
      {fill.failure && <FailureMessage failure={fill.failure} />}
    </>
  )
}

/** "16" within a month, "30 november" when the week crosses into the next. */
function shortFrom(monday: string, friday: string, lang: 'nl' | 'en'): string {
  return monday.slice(0, 7) === friday.slice(0, 7)
    ? String(Number(monday.slice(8)))
    : formatDayMonth(monday, lang)
}

function halfDay(week: Week, column: number): { day: string; part: 'morning' | 'afternoon' } {
  const n = Math.max(1, column) - 1
  return { day: addDays(week.monday, Math.floor(n / 2)), part: n % 2 === 0 ? 'morning' : 'afternoon' }
}

/** Where the work is: the first planned cell up to today that is empty, today's first; else today; else Monday. */
function firstChoice(week: Week): Place {
  const columns = Array.from({ length: 10 }, (_, n) => n + 1).filter(
    (n) => halfDay(week, n).day <= week.today,
  )
  const empty = (column: number) =>
    week.rows.findIndex((row) => {
      const cell = row.cells[column - 1]
      return cell !== undefined && cell.planned_minutes > 0 && cell.mark === null
    })
  const todays = columns.filter((column) => halfDay(week, column).day === week.today)
  for (const column of [...todays, ...columns]) {
    const row = empty(column)
    if (row >= 0) return { row, column }
  }
  return { row: 0, column: todays.at(-1) ?? 1 }
}
