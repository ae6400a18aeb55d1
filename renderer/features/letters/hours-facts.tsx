/** The figures of a statement of hours, with the way to the days behind them. */
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { formatHoursExactly } from '#core/attendance/totals.ts'
import { mondayOf } from '#core/calendar/dates.ts'
import type { HoursFacts } from '#core/letters/facts.ts'
import { useOffice } from '../../office/office.ts'
import { Facts, Sheet } from '../../ui/sheet.tsx'

export function HoursFactsSheet({ facts }: { facts: HoursFacts }) {
  const { t } = useTranslation('letters')
  const { language } = useOffice()
  const { total, unfilled_parts, unfilled_on } = facts
  const hours = (minutes: number) => t('hours.value', { hours: formatHoursExactly(minutes, language) })
  return (
    <Sheet
      title={t('facts.title')}
      aside={
        <Link className="link" to="/week" search={{ maandag: mondayOf(unfilled_on ?? facts.period_to) }}>
          {t('facts.seeWeeks')}
        </Link>
      }
    >
      <Facts
        facts={[
          [t('hours.planned'), hours(total.planned_minutes)],
          [t('hours.present'), hours(total.present_minutes)],
          [t('hours.notified'), hours(total.notified_minutes)],
          [t('hours.noShow'), hours(total.no_show_minutes)],
          [t('hours.closed'), hours(total.closed_minutes)],
        ]}
      />
      {unfilled_parts > 0 && <p className="dim">{t('hours.unfilled', { count: unfilled_parts })}</p>}
    </Sheet>
  )
}
