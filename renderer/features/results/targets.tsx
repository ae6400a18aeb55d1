/** What was agreed with the commissioner of a project, and how far it is. */
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Target } from '#core/api/results.ts'
import { percent, rate } from '#core/attendance/totals.ts'
import { formatLong } from '#core/calendar/dates.ts'
import { Sheet } from '../../ui/sheet.tsx'
import { Bar } from './bars.tsx'

export function Targets({ targets, to }: { targets: readonly Target[]; to: string }) {
  const { t, i18n } = useTranslation(['results', 'common'])
  return (
    <Sheet title={t('targets.title')} className="results-targets">
      {targets.length === 0 ? (
        <p className="dim">
          {t('targets.none')}{' '}
          <Link className="link" to="/instellingen/projecten">
            {t('targets.add')}
          </Link>
        </p>
      ) : (
        <>
          <p className="dim">
            {t('targets.sub', { date: formatLong(to, i18n.language === 'en' ? 'en' : 'nl') })}
          </p>
          <div className="table-scroll">
            <table className="data-table results-table">
              <thead>
                <tr>
                  <th scope="col">{t('targets.what')}</th>
                  <th scope="col" className="number">
                    {t('targets.now')}
                  </th>
                  <th scope="col" className="number">
                    {t('targets.target')}
                  </th>
                  <th scope="col" className="number">
                    {t('targets.share')}
                  </th>
                  <td className="results-bar-cell" />
                </tr>
              </thead>
              <tbody>
                {targets.map(({ count, target, people }) => {
                  const share = percent(rate(people, target))
                  return (
                    <tr key={count}>
                      <th scope="row">{t(`targets.${count}`)}</th>
                      <td className="number">{people}</td>
                      <td className="number">{target}</td>
                      <td className="number">{share === null ? t('value.none') : `${share}%`}</td>
                      <td className="results-bar-cell">
                        <Bar part={people} whole={target} />
                      </td>
                    </tr>
                  )
                })}
              </tbody>
            </table>
          </div>
        </>
      )}
    </Sheet>
  )
}
