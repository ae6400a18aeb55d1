/** Two head rows: the days, and under each its morning and afternoon. */
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { addDays, formatNarrow, weekday, weekdayName, weekdayShort } from '#core/calendar/dates.ts'
import { ForReaders } from '../../ui/hidden.tsx'
import { useCursor, type Cursor } from './cursor.ts'

export const WeekHead = memo(function WeekHead({
  monday,
  today,
  count,
  closed,
  cursor,
}: {
  monday: string
  today: string
  count: number
  closed: ReadonlyMap<string, string>
  cursor: Cursor
}) {
  const { t, i18n } = useTranslation(['programme', 'enums'])
  const lang = i18n.language === 'en' ? 'en' : 'nl'
  const days = [0, 1, 2, 3, 4].map((n) => addDays(monday, n))
  const dayNumber = (day: string) => String(Number(day.slice(8)))
  return (
    <thead>
      <tr aria-rowindex={1}>
        <th scope="col" rowSpan={2} aria-colindex={1} className="week-name week-corner">
          {t('week.people', { count })}
        </th>
        {days.map((day, n) => {
          const isToday = day === today
          return (
            <th
              key={day}
              scope="colgroup"
              colSpan={2}
              aria-colindex={2 + n * 2}
              className={`week-day${isToday ? ' week-today' : ''}${closed.has(day) ? ' week-dim' : ''}`}
            >
              <span className="week-wide">
                {isToday
                  ? t('week.todayIs', { day: `${weekdayShort(weekday(day), lang)} ${dayNumber(day)}` })
                  : `${weekdayName(weekday(day), lang)} ${dayNumber(day)}`}
              </span>
              <span className="week-narrow">
                <ForReaders>{isToday ? t('week.todayIs', { day: '' }) : ''}</ForReaders>
                {`${weekdayShort(weekday(day), lang)} ${dayNumber(day)}`}
              </span>
            </th>
          )
        })}
        <th scope="colgroup" colSpan={3} aria-colindex={12} className="week-day">
          {t('week.hours')}
        </th>
      </tr>
      <tr className="week-second" aria-rowindex={2}>
        {days.map((day, n) =>
          closed.has(day) ? (
            <th key={day} scope="col" colSpan={2} aria-colindex={2 + n * 2} className="week-day week-reason">
              <span className="week-wide">
                {closed.get(day) ? t('week.closedReason', { reason: closed.get(day) }) : t('week.closed')}
              </span>
              <span className="week-narrow">{t('week.closed')}</span>
            </th>
          ) : (
            (['morning', 'afternoon'] as const).map((part, half) => (
              <HalfDayHead
                key={`${day} ${part}`}
                column={n * 2 + half + 1}
                isToday={day === today}
                name={t(`enums:dayPart.${part}`)}
                short={t(`week.partShort.${part}`)}
                long={`${formatNarrow(day, lang)} ${t(`enums:dayPart.${part}`)}`}
                cursor={cursor}
              />
            ))
          ),
        )}
        <th scope="col" aria-colindex={12} className="week-day">
          {t('week.present')}
        </th>
        <th scope="col" aria-colindex={13}>
          {t('week.planned')}
        </th>
        <th scope="col" aria-colindex={14}>
          <span aria-hidden>{t('week.percent')}</span>
          <ForReaders>{t('week.percentLong')}</ForReaders>
        </th>
      </tr>
    </thead>
  )
})

/** Knows whether the cursor is below it. */
function HalfDayHead(props: {
  column: number
  isToday: boolean
  name: string
  short: string
  long: string
  cursor: Cursor
}) {
  const { column } = props
  const isChosen = useCursor(props.cursor, ({ place }) => place?.column === column)
  return (
    <th
      scope="col"
      aria-colindex={column + 1}
      className={`${column % 2 === 1 ? 'week-day' : ''}${props.isToday ? ' week-today' : ''}${isChosen ? ' week-chosen' : ''}`}
    >
      <span className="week-wide">{props.name}</span>
      <span className="week-narrow">
        <abbr title={props.long}>{props.short}</abbr>
      </span>
    </th>
  )
}
