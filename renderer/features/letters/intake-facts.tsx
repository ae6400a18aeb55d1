/** What comes from the intake into its letter, and the way to where it is filled in. */
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { formatDayMonth } from '#core/calendar/dates.ts'
import type { IntakeFacts } from '#core/letters/facts.ts'
import { useOffice } from '../../office/office.ts'
import { Facts, Sheet } from '../../ui/sheet.tsx'

export function IntakeFactsSheet({ facts, participantId }: { facts: IntakeFacts; participantId: number }) {
  const { t } = useTranslation(['letters', 'intake'])
  const { language } = useOffice()
  const days = [...new Set(facts.talks_on)].map((day) => formatDayMonth(day, language)).join(', ')
  const rows: [string, string][] = [
    [t('intake.talks'), days],
    [t('intake.sectors'), facts.sectors.join(', ')],
    [t('intake.advice'), facts.advice ?? ''],
    [t('intake.fits'), facts.fits === null ? '' : t(`intake:option.advice_fits.${facts.fits}`)],
    [t('intake.goals'), facts.goals.map((goal) => goal.what).join('; ')],
  ]
  const filled = rows.filter(([, value]) => value !== '')
  return (
    <Sheet
      title={t('intake.facts')}
      aside={
        <Link
          className="link"
          to="/deelnemers/$id/intake"
          params={{ id: String(participantId) }}
          search={{ deel: 'conclusion' }}
        >
          {t('intake.toIntake')}
        </Link>
      }
    >
      {filled.length === 0 ? <p className="dim">{t('intake.nothing')}</p> : <Facts facts={filled} />}
      <p className="dim letter-privacy">{t('intake.privacy')}</p>
    </Sheet>
  )
}
