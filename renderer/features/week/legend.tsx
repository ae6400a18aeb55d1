/** The seven letters in words, and the diamond. Under "Meer" where there is no room. */
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { AttendanceMark } from '#core/api/fields.ts'
import { Mark } from '../../ui/mark.tsx'

const marks: readonly AttendanceMark[] = ['present', 'late', 'ill', 'leave', 'no_show', 'school', 'elsewhere']

export function Legend({
  open,
  children,
}: {
  open: boolean
  /** Lesser actions, where there is no room for them above. */
  children: ReactNode
}) {
  const { t } = useTranslation(['programme', 'enums'])
  return (
    <div id="week-legend" className={open ? 'week-legend week-legend-open' : 'week-legend'}>
      <ul className="week-marks" aria-label={t('week.legend')}>
        {marks.map((mark) => (
          <li key={mark}>
            <Mark mark={mark} silent {...(mark === 'late' ? { minutesLate: 15 } : {})} />
            {t(`enums:attendanceMark.${mark}`)}
          </li>
        ))}
        <li>
          <span className="week-miss-box">
            <span className="miss" />
          </span>
          {t('week.toFill')}
        </li>
      </ul>
      <div className="week-narrow week-lesser">{children}</div>
    </div>
  )
}
