/** The appointments of a week. */
import { Button } from '@mantine/core'
import { IconCalendarDown, IconChevronLeft, IconChevronRight, IconPlus } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Appointment } from '#core/api/agenda.ts'
import { addDays, formatDayMonth, isDate, mondayOf } from '#core/calendar/dates.ts'
import { failureOf } from '../../office/failure.ts'
import { useOffice } from '../../office/office.ts'
import { orpc } from '../../office/query.ts'
import { Page, PageFailure, PageWait } from '../../ui/page.tsx'
import { AppointmentDialog } from './appointment-dialog.tsx'
import { FileDialog } from './file-dialog.tsx'
import { WeekView } from './week-view.tsx'
import './agenda.css'

type Open =
  | { what: 'new'; day: string }
  | { what: 'one'; appointment: Appointment }
  | { what: 'file'; of: { id: number } | { monday: string } }

export function AgendaScreen() {
  const { t } = useTranslation('agenda')
  const { today, language } = useOffice()
  const { maandag } = useSearch({ from: '/agenda' })
  const monday = mondayOf(maandag !== undefined && isDate(maandag) ? maandag : today)
  const navigate = useNavigate()
  const go = (day: string) =>
    void navigate({ to: '/agenda', search: day === mondayOf(today) ? {} : { maandag: day } })
  const query = useQuery(
    orpc.agenda.week.queryOptions({ input: { monday }, placeholderData: keepPreviousData }),
  )
  const [open, setOpen] = useState<Open | null>(null)
  const close = () => setOpen(null)

  if (query.isPending) return <PageWait />
  if (query.isLoadingError)
    return (
      <PageFailure failure={failureOf(query.error)} screen={t('screen')} retry={() => void query.refetch()} />
    )
  const week = query.data
  const last =
    [addDays(week.monday, 4), ...week.appointments.map((one) => one.happens_on)].toSorted().at(-1) ?? monday
  const thisWeek = week.monday === mondayOf(today)
  const standing = week.appointments.filter((one) => one.cancelled_on === null).length
  const cancelled = week.appointments.length - standing
  return (
    <Page
      screen={t('screen')}
      className="agenda-page"
      title={
        <>
          {t('title', { week: week.week })}
          <span className="agenda-range">
            {t('range', {
              from:
                week.monday.slice(0, 7) === last.slice(0, 7)
                  ? String(Number(week.monday.slice(8)))
                  : formatDayMonth(week.monday, language),
              to: `${formatDayMonth(last, language)} ${last.slice(0, 4)}`,
            })}
          </span>
        </>
      }
      lead={
        <>
          {t('count', { count: standing })}
          {cancelled > 0 && ` ${t('cancelledCount', { count: cancelled })}`}
        </>
      }
      actions={
        <>
          <div className="agenda-steps">
            <Button
              variant="default"
              className="agenda-step"
              aria-label={t('previous')}
              onClick={() => go(addDays(week.monday, -7))}
            >
              <IconChevronLeft size={18} stroke={2} aria-hidden />
            </Button>
            <Button
              variant="default"
              className="agenda-step"
              aria-label={t('next')}
              onClick={() => go(addDays(week.monday, 7))}
            >
              <IconChevronRight size={18} stroke={2} aria-hidden />
            </Button>
            {!thisWeek && (
              <Button variant="default" onClick={() => go(mondayOf(today))}>
                {t('backToNow')}
              </Button>
            )}
          </div>
          <Button
            variant="default"
            leftSection={<IconCalendarDown size={18} stroke={2} aria-hidden />}
            onClick={() => setOpen({ what: 'file', of: { monday: week.monday } })}
          >
            {t('file.action')}
          </Button>
          <Button
            leftSection={<IconPlus size={18} stroke={2} aria-hidden />}
            onClick={() => setOpen({ what: 'new', day: thisWeek ? today : week.monday })}
          >
            {t('add')}
          </Button>
        </>
      }
    >
      {week.appointments.length === 0 && <p className="agenda-hint dim">{t('emptyHint')}</p>}
      <WeekView
        key={week.monday}
        week={week}
        onNew={(day) => setOpen({ what: 'new', day })}
        onOpen={(appointment) => setOpen({ what: 'one', appointment })}
      />
      <p id="agenda-keys" className="agenda-keys dim">
        {t('keysShort')}
      </p>
      {open?.what === 'new' && (
        <AppointmentDialog
          appointment={null}
          start={{ day: open.day, person: null }}
          onFile={({ id }) => setOpen({ what: 'file', of: { id } })}
          onClose={close}
        />
      )}
      {open?.what === 'one' && (
        <AppointmentDialog
          appointment={open.appointment}
          start={{ day: open.appointment.happens_on, person: null }}
          onFile={({ id }) => setOpen({ what: 'file', of: { id } })}
          onClose={close}
        />
      )}
      {open?.what === 'file' && <FileDialog of={open.of} onClose={close} />}
    </Page>
  )
}
