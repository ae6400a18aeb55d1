import { Button } from '@mantine/core'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { closedRanges, type ClosedRange } from '#core/calendar/closed-days.ts'
import { formatWeekdayLong } from '#core/calendar/dates.ts'
import { client } from '../../client.ts'
import { useOffice } from '../../office/office.ts'
import { orpc } from '../../office/query.ts'
import { useCommand } from '../../office/use-command.ts'
import { ForReaders } from '../../ui/hidden.tsx'
import { FailureMessage } from '../../ui/message.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { useToast } from '../../ui/toast.tsx'
import { Holidays } from './holidays.tsx'
import { NewClosure } from './new-closure.tsx'

export function ClosuresPart() {
  const { t, i18n } = useTranslation('settings')
  const lang = i18n.language === 'en' ? 'en' : 'nl'
  const { today } = useOffice()
  const toast = useToast()
  const [year, setYear] = useState(Number(today.slice(0, 4)))
  const closures = useQuery(orpc.settings.closures.queryOptions({ input: { year } }))
  const remove = useCommand(client.settings.removeClosure)
  const days = closures.data ?? []
  const named = ({ day, until }: ClosedRange): string =>
    day === until
      ? formatWeekdayLong(day, lang)
      : t('closures.range', { from: formatWeekdayLong(day, lang), until: formatWeekdayLong(until, lang) })
  async function takeAway(range: ClosedRange): Promise<void> {
    const done = await remove.run({ day: range.day, until: range.until })
    if (!done) return
    const text =
      range.days === 1
        ? t('closures.removed', { date: formatWeekdayLong(range.day, lang) })
        : t('closures.removedDays', { count: range.days })
    toast({ text, changeSetId: done.changeSetId })
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
              {closedRanges(days).map((range) => (
                <tr key={range.day}>
                  <th scope="row">
                    {named(range)}
                    {range.days > 1 && (
                      <span className="dim settings-plain">
                        {` (${t('closures.rangeDays', { count: range.days })})`}
                      </span>
                    )}
                  </th>
                  <td>{range.reason}</td>
                  <td>
                    <button type="button" className="link settings-link" onClick={() => void takeAway(range)}>
                      {t('closures.remove')}
                      <ForReaders>{` ${named(range)}`}</ForReaders>
                    </button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
        <p className="dim settings-text">{t('closures.personal')}</p>
        <p className="dim settings-text">{t('closures.school')}</p>
        {remove.failure && <FailureMessage failure={remove.failure} />}
      </Sheet>
      <div className="settings-stack">
        <NewClosure today={today} onAdded={(day) => setYear(Number(day.slice(0, 4)))} />
        <Holidays key={year} year={year} closed={days.map((one) => one.day)} ready={closures.isSuccess} />
      </div>
    </div>
  )
}
