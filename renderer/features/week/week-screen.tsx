/** Who was there: one row for each person, one cell for each half-day, one letter for each cell. */
import { Button } from '@mantine/core'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Week } from '#core/api/attendance.ts'
import { addDays, formatDayMonth, isDate, mondayOf } from '#core/calendar/dates.ts'
import { failureOf } from '../../office/failure.ts'
import { useOffice } from '../../office/office.ts'
import { orpc } from '../../office/query.ts'
import { Page, PageFailure, PageWait } from '../../ui/page.tsx'
import { EmptyState } from '../../ui/sheet.tsx'
import { keyOf } from './cells.ts'
import { CloseWeek, SettledLine, UnfilledLine } from './close-week.tsx'
import { createCursor } from './cursor.ts'
import { FillHere } from './fill-button.tsx'
import type { Place } from './grid-keys.ts'
import { Grouping } from './grouping.tsx'
import { firstChoice } from './half-days.ts'
import { Legend } from './legend.tsx'
import { PrintMenu, useWeekPrintKey } from './print-menu.tsx'
import type { Step } from './steps.ts'
import { useSteps } from './use-steps.ts'
import { useTurn } from './use-turn.tsx'
import { WeekGrid, type GoTo } from './week-grid.tsx'
import './week.css'
import './week-small.css'

export function WeekScreen() {
  const { t, i18n } = useTranslation(['programme', 'enums', 'common', 'app'])
  const lang = i18n.language === 'en' ? 'en' : 'nl'
  const { today } = useOffice()
  const { maandag } = useSearch({ from: '/week' })
  const monday = mondayOf(maandag && isDate(maandag) ? maandag : today)
  useWeekPrintKey(monday)
  const week = useQuery(
    orpc.attendance.week.queryOptions({ input: { monday }, placeholderData: keepPreviousData }),
  )
  const navigate = useNavigate()
  const unfilled = useQuery(orpc.attendance.unfilledWeeks.queryOptions())
  const go = (day: string) => void navigate({ to: '/week', search: { maandag: day } })
  const [cursor] = useState(createCursor)
  const [asked, setAsked] = useState<GoTo>(null)
  const steps = useSteps()
  /** The first empty cell of another week, or the cells of a step: as soon as that week is here. */
  const [onArrival, setOnArrival] = useState<{ monday: string; step: Step | null } | null>(null)
  useTurn(steps, (step) => {
    setOnArrival({ monday: step.monday, step })
    if (step.monday !== monday) go(step.monday)
  })
  // Not what was kept from before: a save that came behind it may have emptied other cells.
  const arrived = week.isFetching ? undefined : week.data
  useEffect(() => {
    if (!onArrival || arrived?.monday !== onArrival.monday) return
    const to = onArrival.step ? placeOfStep(arrived, onArrival.step) : firstChoice(arrived)
    setOnArrival(null)
    if (!to) return
    setAsked({ place: to })
  }, [onArrival, arrived])
  const [legend, setLegend] = useState(false)

  const screen = t('app:shell.nav.week')
  if (week.isPending) return <PageWait />
  if (week.isLoadingError)
    return <PageFailure failure={failureOf(week.error)} screen={screen} retry={() => void week.refetch()} />

  const data = week.data
  const friday = addDays(data.monday, 4)
  const closing = data.rows.length > 0 && !data.settled && (
    <CloseWeek week={data} steps={steps} onGo={(to) => setAsked({ place: to })} />
  )
  return (
    <Page
      title={
        <>
          {t('week.title', { week: data.weekNumber })}
          <span className="week-range">
            <span className="week-range-long">
              {t('week.range', {
                from: shortFrom(data.monday, friday, lang),
                to: formatDayMonth(friday, lang),
              })}
            </span>
            <span className="week-range-short">
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
              <Button variant="default" className="week-wide" onClick={() => go(mondayOf(today))}>
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
          <div className="week-wide">
            <PrintMenu monday={data.monday} />
          </div>
          <div className="week-wide">{closing}</div>
          {data.rows.length > 0 && <FillHere week={data} cursor={cursor} steps={steps} />}
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
          <Legend open={legend}>
            <PrintMenu monday={data.monday} />
            {data.monday !== mondayOf(today) && (
              <Button variant="default" onClick={() => go(mondayOf(today))}>
                {t('week.backToNow')}
              </Button>
            )}
            {closing}
          </Legend>
          <SettledLine week={data} steps={steps} />
          <UnfilledLine
            weeks={(unfilled.data ?? []).filter((one) => one.monday !== data.monday)}
            onGo={(to) => {
              setOnArrival({ monday: to, step: null })
              go(to)
            }}
          />
          <WeekGrid week={data} cursor={cursor} steps={steps} goTo={asked}>
            <Grouping value={data.grouping} />
          </WeekGrid>
        </>
      )}
    </Page>
  )
}

/** "16" within a month, "30 november" when the week crosses into the next. */
function shortFrom(monday: string, friday: string, lang: 'nl' | 'en'): string {
  return monday.slice(0, 7) === friday.slice(0, 7)
    ? String(Number(monday.slice(8)))
    : formatDayMonth(monday, lang)
}

/** Where the first cell of a step is; null when it was about no cell, or the person is not in this week any more. */
function placeOfStep(week: Week, { edits: [edit] }: Step): Place | null {
  if (!edit) return null
  const key = keyOf(edit)
  const row = week.rows.findIndex((one) =>
    one.cells.some((cell) => keyOf({ ...cell, participantId: one.participantId }) === key),
  )
  const column = week.rows[row]?.cells.findIndex((cell) => cell.day === edit.day && cell.part === edit.part)
  return column === undefined || column < 0 ? null : { row, column: column + 1 }
}
