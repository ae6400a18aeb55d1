/** Who stayed away without a word, and who is away more often than before: how to reach them, and what was done. */
import { Button, UnstyledButton } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AttendanceAlert } from '#core/api/attendance.ts'
import { alertRule } from '#core/attendance/alerts.ts'
import { percent } from '#core/attendance/totals.ts'
import { formatWeekdayLong, mondayOf } from '#core/calendar/dates.ts'
import { useOffice } from '../../office/office.ts'
import { ForReaders } from '../../ui/hidden.tsx'
import { PersonLink } from '../../ui/person-name.tsx'
import { TaskLine } from '../../ui/sheet.tsx'
import { StateWord } from '../../ui/state-word.tsx'
import { CalledDialog } from './called-dialog.tsx'
import type { NoShow } from './waiting.ts'

export function NoShowLine({ one }: { one: NoShow }) {
  const { t } = useTranslation(['today', 'enums'])
  const { language } = useOffice()
  const words = useAlertWords()
  const [noting, setNoting] = useState(false)
  return (
    <TaskLine
      title={<Reach id={one.participantId} name={one.name} phone={one.phone} />}
      action={
        <Button variant="default" onClick={() => setNoting(true)}>
          {t('note')}
          <ForReaders>{`: ${one.name}`}</ForReaders>
        </Button>
      }
    >
      {one.note !== '' && <p dir="auto">{one.note}</p>}
      {one.alert && <p>{words(one.alert)}</p>}
      {one.done && (
        <StateWord kind="done">
          {t('done', {
            kind: t(`enums:noteKind.${one.done.kind}`),
            day: formatWeekdayLong(one.done.on, language),
          })}
        </StateWord>
      )}
      {noting && <CalledDialog person={one} onClose={() => setNoting(false)} />}
    </TaskLine>
  )
}

export function AlertLine({ alert }: { alert: AttendanceAlert }) {
  const { t } = useTranslation('today')
  const navigate = useNavigate()
  const words = useAlertWords()
  const id = String(alert.participantId)
  // A row of absences can be seen in its week; for a rate the page of the person tells more.
  const go = () =>
    alert.code === 'falling_rate'
      ? navigate({ to: '/deelnemers/$id', params: { id } })
      : navigate({ to: '/week', search: { maandag: mondayOf(alert.since) } })
  return (
    <TaskLine
      title={<Reach id={alert.participantId} name={alert.name} phone={alert.phone} />}
      action={
        <Button variant="default" onClick={() => void go()}>
          {alert.code === 'falling_rate' ? t('open') : t('toWeek')}
          <ForReaders>{`: ${alert.name}`}</ForReaders>
        </Button>
      }
    >
      {words(alert)}
    </TaskLine>
  )
}

function Reach({ id, name, phone }: { id: number; name: string; phone: string }) {
  return (
    <>
      <PersonLink id={id}>{name}</PersonLink>
      {phone !== '' && <span className="today-call">{phone}</span>}
    </>
  )
}

/** How somebody comes to stand in this list, for who wants to know. */
export function AlertRule() {
  const { t } = useTranslation(['today', 'days'])
  const [open, setOpen] = useState(false)
  const id = useId()
  return (
    <>
      <UnstyledButton
        className="link"
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen((now) => !now)}
      >
        {t('why')}
      </UnstyledButton>
      <p id={id} className="dim" hidden={!open}>
        {t('days:alerts.rule', alertRule)}
      </p>
    </>
  )
}

export function useAlertWords(): (alert: AttendanceAlert) => string {
  const { t } = useTranslation('days')
  const { language } = useOffice()
  return (alert) => {
    const { code, parts: count, withoutNotice: silent, before, now } = alert
    if (code === 'falling_rate')
      return t('alerts.falling_rate', { now: percent(now) ?? 0, before: percent(before) ?? 0 })
    const date = formatWeekdayLong(alert.since, language)
    return code === 'absences' && silent > 0
      ? t('alerts.absencesSilent', { count, silent, date })
      : t(`alerts.${code}`, { count, date })
  }
}
