/** This year up to today, last year, or two dates of one's own. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatLong } from '#core/calendar/dates.ts'
import { DateField } from '../../forms/date-field.tsx'
import { FilterChips } from '../../ui/filter-chips.tsx'

export type Period = { from: string; to: string }

/** The year of `today` up to that day, or `back` years earlier as a whole. */
export function yearPeriod(today: string, back: number): Period {
  const year = Number(today.slice(0, 4)) - back
  return { from: `${year}-01-01`, to: back === 0 ? today : `${year}-12-31` }
}

export function PeriodPicker({
  from,
  to,
  today,
  onChange,
}: Period & { today: string; onChange: (period: Period) => void }) {
  const { t, i18n } = useTranslation('results')
  const lang = i18n.language === 'en' ? 'en' : 'nl'
  const same = (period: Period) => period.from === from && period.to === to
  const is = same(yearPeriod(today, 0)) ? 'thisYear' : same(yearPeriod(today, 1)) ? 'lastYear' : 'own'
  const [own, setOwn] = useState(is === 'own')
  const value = own ? 'own' : is
  return (
    <div className="results-period">
      <FilterChips
        label={t('period.label')}
        value={value}
        onChange={(next) => {
          setOwn(next === 'own')
          if (next !== 'own') onChange(yearPeriod(today, next === 'thisYear' ? 0 : 1))
        }}
        chips={[
          { value: 'thisYear', label: t('period.thisYear') },
          { value: 'lastYear', label: t('period.lastYear') },
          { value: 'own', label: t('period.own') },
        ]}
      />
      {value === 'own' ? (
        <div className="results-own">
          <DateField
            label={t('period.from')}
            today={today}
            required
            value={from}
            onChange={(next) => next && onChange({ from: next, to })}
          />
          <DateField
            label={t('period.to')}
            today={today}
            required
            value={to}
            onChange={(next) => next && onChange({ from, to: next })}
          />
        </div>
      ) : (
        <p className="dim">{t('period.whole', { from: formatLong(from, lang), to: formatLong(to, lang) })}</p>
      )}
    </div>
  )
}
