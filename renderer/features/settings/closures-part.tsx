import { Button } from '@mantine/core'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatWeekdayLong } from '#core/calendar/dates.ts'
import { client } from '../../client.ts'
import { DraftLine, useDraft } from '../../forms/draft.tsx'
import { DateField } from '../../forms/date-field.tsx'
import { TextField } from '../../forms/text-field.tsx'
import { problemOf } from '../../office/failure.ts'
import { useOffice } from '../../office/office.ts'
import { orpc } from '../../office/query.ts'
import { useCommand } from '../../office/use-command.ts'
import { ForReaders } from '../../ui/hidden.tsx'
import { FailureMessage } from '../../ui/message.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { useToast } from '../../ui/toast.tsx'
import { Holidays } from './holidays.tsx'

export function ClosuresPart() {
  const { t, i18n } = useTranslation('settings')
  const lang = i18n.language === 'en' ? 'en' : 'nl'
  const { today } = useOffice()
  const toast = useToast()
  const [year, setYear] = useState(Number(today.slice(0, 4)))
  const closures = useQuery(orpc.settings.closures.queryOptions({ input: { year } }))
  const remove = useCommand(client.settings.removeClosure)
  const days = closures.data ?? []
  async function takeAway(day: string): Promise<void> {
    if (await remove.run({ day }))
      toast({ text: t('closures.removed', { date: formatWeekdayLong(day, lang) }) })
  }
  return (
    <div className="settings-columns">
      <Sheet
        title={t('closures.year', { year })}
        aside={
          <span className="settings-years">
            <Button
              variant="default"
              size="compact-md"
              aria-label={t('closures.previous')}
              onClick={() => setYear(year - 1)}
            >
              <IconChevronLeft size={18} stroke={2} aria-hidden />
            </Button>
            <Button
              variant="default"
              size="compact-md"
              aria-label={t('closures.next')}
              onClick={() => setYear(year + 1)}
            >
              <IconChevronRight size={18} stroke={2} aria-hidden />
            </Button>
          </span>
        }
      >
        <p className="dim settings-lead">{t('closures.lead')}</p>
        {days.length === 0 ? (
          <p>{t('closures.none', { year })}</p>
        ) : (
          <table className="data-table">
            <thead>
              <tr>
                <th scope="col">{t('closures.day')}</th>
                <th scope="col">{t('closures.reason')}</th>
                <th scope="col">{t('closures.action')}</th>
              </tr>
            </thead>
            <tbody>
              {days.map(({ day, reason }) => (
                <tr key={day}>
                  <th scope="row">{formatWeekdayLong(day, lang)}</th>
                  <td>{reason}</td>
                  <td>
                    <button type="button" className="link settings-link" onClick={() => void takeAway(day)}>
                      {t('closures.remove')}
                      <ForReaders>{` ${formatWeekdayLong(day, lang)}`}</ForReaders>
                    </button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
        {remove.failure && <FailureMessage failure={remove.failure} />}
      </Sheet>
      <div className="settings-stack">
        <NewClosure today={today} onAdded={(day) => setYear(Number(day.slice(0, 4)))} />
        <Holidays key={year} year={year} closed={days.map((one) => one.day)} ready={closures.isSuccess} />
      </div>
    </div>
  )
}

function NewClosure({ today, onAdded }: { today: string; onAdded: (day: string) => void }) {
  const { t, i18n } = useTranslation('settings')
  const lang = i18n.language === 'en' ? 'en' : 'nl'
  const toast = useToast()
  const [day, setDay] = useState<string | null>(null)
  const [reason, setReason] = useState('')
  const [missing, setMissing] = useState(false)
  const add = useCommand(client.settings.addClosure)
  const draft = useDraft('closure:new', { day, reason }, (left) => {
    setDay(left.day)
    setReason(left.reason)
  })
  async function answer(): Promise<void> {
    setMissing(day === null)
    if (day === null || !(await add.run({ day, reason }))) return
    draft.clear()
    toast({ text: t('closures.added', { date: formatWeekdayLong(day, lang) }) })
    onAdded(day)
    setDay(null)
    setReason('')
  }
  return (
    <Sheet title={t('closures.addTitle')}>
      <form
        className="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void answer()
        }}
      >
        <DraftLine draft={draft} />
        <div className="form-row">
          <DateField
            label={t('closures.day')}
            today={today}
            value={day}
            onChange={(next) => {
              setMissing(false)
              setDay(next)
            }}
            problem={missing ? 'required' : problemOf(add.failure, 'day')}
          />
          <TextField
            label={t('closures.reason')}
            hint={t('closures.reasonHint')}
            value={reason}
            onChange={setReason}
            problem={problemOf(add.failure, 'reason')}
          />
        </div>
        {add.failure && add.failure.code !== 'INVALID' && <FailureMessage failure={add.failure} />}
        <div className="form-actions">
          <Button type="submit" variant="default" loading={add.busy}>
            {t('closures.add')}
          </Button>
        </div>
      </form>
    </Sheet>
  )
}
