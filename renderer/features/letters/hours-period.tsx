/** Which days a statement of hours is about: all of the trajectory, a quarter, a month, or two dates of one's own. */
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { HoursLetterView } from '#core/api/letters.ts'
import { monthName } from '#core/calendar/dates.ts'
import { statementPeriods, type StatementPeriod } from '#core/letters/periods.ts'
import { client } from '../../client.ts'
import { SelectField } from '../../forms/choice-field.tsx'
import { DateField } from '../../forms/date-field.tsx'
import { problemOf } from '../../office/failure.ts'
import { useOffice } from '../../office/office.ts'
import { useCommand } from '../../office/use-command.ts'
import { FailureMessage } from '../../ui/message.tsx'
import { Sheet } from '../../ui/sheet.tsx'

const own = 'own'

export function HoursPeriod({ letter }: { letter: HoursLetterView }) {
  const { t } = useTranslation('letters')
  const { today, language } = useOffice()
  const save = useCommand(client.letters.savePeriod)
  const { id, period_from, period_to, earliest, lastWhole } = letter
  const [days, setDays] = useState({ from: period_from, to: period_to })
  useEffect(() => setDays({ from: period_from, to: period_to }), [period_from, period_to])
  const periods = lastWhole < earliest ? [] : statementPeriods(earliest, lastWhole)
  const chosen = periods.find((one) => one.from === days.from && one.to === days.to)?.key ?? own

  function choose(next: { from: string; to: string }): void {
    setDays(next)
    void save.run({ id, ...next })
  }
  const name = ({ key, kind }: StatementPeriod): string => {
    const [year = '', rest = ''] = key.split('-')
    if (kind === 'all') return t('hours.all')
    return kind === 'quarter'
      ? t('hours.quarter', { quarter: rest.slice(1), year })
      : t('hours.month', { month: monthName(Number(rest), language), year })
  }
  const problem = (field: 'from' | 'to') => problemOf(save.failure, field)
  return (
    <Sheet title={t('hours.period')}>
      <div className="form">
        <SelectField
          label={t('hours.which')}
          value={chosen}
          onChange={(key) => {
            const period = periods.find((one) => one.key === key)
            if (period) choose({ from: period.from, to: period.to })
            else document.getElementById('letter-hours-from')?.focus()
          }}
          choices={[
            ...periods.map((one) => ({ value: one.key, label: name(one) })),
            { value: own, label: t('hours.own') },
          ]}
        />
        <div className="form-row">
          <DateField
            id="letter-hours-from"
            label={t('hours.from')}
            today={today}
            required
            value={days.from}
            problem={problem('from')}
            onChange={(from) => from && choose({ ...days, from })}
          />
          <DateField
            label={t('hours.to')}
            today={today}
            required
            value={days.to}
            problem={problem('to')}
            onChange={(to) => to && choose({ ...days, to })}
          />
        </div>
      </div>
      {save.failure && problem('from') === null && problem('to') === null && (
        <FailureMessage failure={save.failure} />
      )}
    </Sheet>
  )
}
