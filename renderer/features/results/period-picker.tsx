/** This year up to today, last year, the time of the project, or two dates of one's own. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatLong } from '#core/calendar/dates.ts'
import { DateField } from '../../forms/date-field.tsx'
import { FilterChips } from '../../ui/filter-chips.tsx'

export type Period = { from: string; to: string }
type Named = 'thisYear' | 'lastYear' | 'project'
type ProjectDays = { starts_on: string | null; ends_on: string | null }

/** The year of `today` up to that day, or `back` years earlier as a whole. */
export function yearPeriod(today: string, back: number): Period {
  const year = Number(today.slice(0, 4)) - back
  return { from: `${year}-01-01`, to: back === 0 ? today : `${year}-12-31` }
}

/** From its first day up to its last, or up to today while it goes on; null for one without a first day, or not yet begun. */
function projectPeriod(project: ProjectDays | null, today: string): Period | null {
  const from = project?.starts_on ?? null
  if (project === null || from === null) return null
  const to = project.ends_on !== null && project.ends_on < today ? project.ends_on : today
  return to < from ? null : { from, to }
}

export function PeriodPicker({
  from,
  to,
  today,
  project,
  onChange,
}: Period & { today: string; project: ProjectDays | null; onChange: (period: Period) => void }) {
  const { t, i18n } = useTranslation('results')
  const lang = i18n.language === 'en' ? 'en' : 'nl'
  const periods: [Named, Period | null][] = [
    ['thisYear', yearPeriod(today, 0)],
    ['lastYear', yearPeriod(today, 1)],
    ['project', projectPeriod(project, today)],
  ]
  const named = periods.filter((item): item is [Named, Period] => item[1] !== null)
  const is = named.find(([, period]) => period.from === from && period.to === to)?.[0] ?? 'own'
  const [own, setOwn] = useState(is === 'own')
  const value = own ? 'own' : is
  return (
    <div className="results-period">
      <FilterChips
        label={t('period.label')}
        value={value}
        onChange={(next) => {
          setOwn(next === 'own')
          const chosen = named.find(([name]) => name === next)
          if (chosen) onChange(chosen[1])
        }}
        chips={[...named.map(([name]) => name), 'own' as const].map((name) => ({
          value: name,
          label: t(`period.${name}`),
        }))}
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
