/** The week as columns of days, where it fits; otherwise the days under each other. One tab stop, arrows inside. */
import { UnstyledButton } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useRef, useState, type CSSProperties, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { AgendaDay, AgendaWeek, Appointment } from '#core/api/agenda.ts'
import { hoursShown, sideBySide } from '#core/agenda/columns.ts'
import { formatNarrow, formatWeekdayLong, weekday } from '#core/calendar/dates.ts'
import { useOffice } from '../../office/office.ts'
import { ForReaders } from '../../ui/hidden.tsx'
import { AppointmentButton } from './appointment-button.tsx'

/** As agenda.css has them, in px: whole lines only, so that none is cut through the middle. */
const [hourHeight, lineHeight] = [72, 21]

/** Item 0 of a day is its button for a new appointment. */
type Place = { day: number; item: number }

export function WeekView({
  week,
  onNew,
  onOpen,
}: {
  week: AgendaWeek
  onNew: (day: string) => void
  onOpen: (appointment: Appointment) => void
}) {
  const { t } = useTranslation('agenda')
  const { today } = useOffice()
  const box = useRef<HTMLDivElement>(null)
  const used = (day: string) => week.appointments.filter((one) => one.happens_on === day)
  const days = week.days
    .map((day) => ({ ...day, appointments: used(day.day) }))
    .filter(({ day, appointments }) => weekday(day) <= 5 || appointments.length > 0)
  const [place, setPlace] = useState<Place | null>(null)
  const here = inside(
    place ?? {
      day: Math.max(
        0,
        days.findIndex(({ day }) => day === today),
      ),
      item: 0,
    },
  )
  const hours = hoursShown(week.appointments)

  function inside({ day, item }: Place): Place {
    const d = Math.max(0, Math.min(days.length - 1, day))
    return { day: d, item: Math.max(0, Math.min(days[d]?.appointments.length ?? 0, item)) }
  }

  function onKey(event: KeyboardEvent): void {
    if (event.altKey || event.ctrlKey || event.metaKey) return
    if (!(event.target as HTMLElement).hasAttribute('data-agenda')) return
    if (event.key.toLowerCase() === 'n') {
      event.preventDefault()
      onNew(days[here.day]?.day ?? today)
      return
    }
    const to = moved(here, event.key, days[here.day]?.appointments.length ?? 0)
    if (!to) return
    event.preventDefault()
    const next = inside(to)
    setPlace(next)
    box.current?.querySelector<HTMLElement>(`[data-agenda="${next.day} ${next.item}"]`)?.focus()
  }

  const stop = (day: number, item: number) => ({
    'data-agenda': `${day} ${item}`,
    tabIndex: here.day === day && here.item === item ? 0 : -1,
    onFocus: () => setPlace({ day, item }),
  })
  const shape = { '--days': days.length, '--hours': hours.until - hours.from } as CSSProperties
  return (
    <div
      ref={box}
      className="agenda-week"
      role="group"
      aria-label={t('grid', { week: week.week })}
      aria-describedby="agenda-keys"
      style={shape}
      onKeyDown={onKey}
    >
      <div className="agenda-axis" aria-hidden>
        <ul>
          {Array.from({ length: hours.until - hours.from }, (_, n) => (
            <li key={n}>{`${hours.from + n}.00`}</li>
          ))}
        </ul>
      </div>
      {days.map((day, d) => (
        <section
          key={day.day}
          className={`agenda-day${day.day === today ? ' agenda-today' : ''}${day.closed === null ? '' : ' agenda-closed'}`}
          aria-labelledby={`agenda-${day.day}`}
        >
          <DayHead day={day} isToday={day.day === today} stop={stop(d, 0)} onNew={() => onNew(day.day)} />
          <ul className="agenda-slots">
            {sideBySide(day.appointments).map(({ item, column, columns }) => (
              <li key={item.id} style={slot(item, hours.from, column, columns)}>
                <AppointmentButton
                  appointment={item}
                  stop={stop(d, day.appointments.indexOf(item) + 1)}
                  onOpen={() => onOpen(item)}
                />
              </li>
            ))}
            {day.appointments.length === 0 && <li className="agenda-none dim">{t('none')}</li>}
          </ul>
        </section>
      ))}
    </div>
  )
}

export type TabStop = { 'data-agenda': string; tabIndex: number; onFocus: () => void }

function DayHead({
  day: { day, closed, lessons },
  isToday,
  stop,
  onNew,
}: {
  day: AgendaDay
  isToday: boolean
  stop: TabStop
  onNew: () => void
}) {
  const { t } = useTranslation('agenda')
  const { language } = useOffice()
  return (
    <header className="agenda-head">
      <div className="agenda-head-line">
        <h2 id={`agenda-${day}`}>
          <span aria-hidden>{formatNarrow(day, language)}</span>
          <ForReaders>
            {isToday
              ? t('today', { day: formatWeekdayLong(day, language) })
              : formatWeekdayLong(day, language)}
          </ForReaders>
        </h2>
        <UnstyledButton {...stop} className="link agenda-add" onClick={onNew}>
          <IconPlus size={18} stroke={2} aria-hidden /> {t('addOn')}
          <ForReaders>{t('addOnDay', { day: formatWeekdayLong(day, language) })}</ForReaders>
        </UnstyledButton>
      </div>
      {isToday && (
        <p className="agenda-now" aria-hidden>
          {t('now')}
        </p>
      )}
      {closed !== null && (
        <p className="agenda-note">{closed === '' ? t('closed') : t('closedFor', { reason: closed })}</p>
      )}
      {lessons.map(({ part, people }) => (
        <details key={part} className="agenda-note">
          <summary>{t(`lessons.${part}`, { count: people.length })}</summary>
          <ul>
            {people.map((name, n) => (
              <li key={n}>
                <bdi>{name}</bdi>
              </li>
            ))}
          </ul>
        </details>
      ))}
    </header>
  )
}

function moved({ day, item }: Place, key: string, last: number): Place | null {
  switch (key) {
    case 'ArrowUp':
      return { day, item: item - 1 }
    case 'ArrowDown':
      return { day, item: item + 1 }
    case 'ArrowLeft':
      return { day: day - 1, item }
    case 'ArrowRight':
      return { day: day + 1, item }
    case 'Home':
      return { day, item: 0 }
    case 'End':
      return { day, item: last }
    default:
      return null
  }
}

/** Where it lies in its day, in hours; the style sheet decides whether it lies there. */
function slot(of: Appointment, fromHour: number, column: number, columns: number): CSSProperties {
  const long = (of.end_minute - of.start_minute) / 60
  return {
    '--top': of.start_minute / 60 - fromHour,
    '--long': long,
    '--lines': Math.max(1, Math.floor((long * hourHeight - 6) / lineHeight)),
    '--column': column,
    '--columns': columns,
  } as CSSProperties
}
