/** The highest place of everybody who started: as bars, and as the same table beside it. */
import { useTranslation } from 'react-i18next'
import type { Report } from '#core/api/results.ts'
import { percent, rate } from '#core/attendance/totals.ts'
import { EmptyState, Sheet } from '../../ui/sheet.tsx'
import { Shown } from './figure-button.tsx'
import { linesOf, type Open } from './report.ts'

export function Places({ report, onOpen }: { report: Report; onOpen: Open }) {
  const { t } = useTranslation(['results', 'enums'])
  const lines = linesOf(report, 'highest_place')
  const total = lines.reduce((sum, line) => sum + line.value, 0)
  if (total === 0) return <EmptyState title={t('places.none')}>{t('places.noneText')}</EmptyState>
  const most = Math.max(...lines.map((line) => line.value))
  const share = (count: number) => `${percent(rate(count, total))}%`
  const nameOf = (key: string) => t(`enums:placementKind.${key as 'job' | 'none'}`)
  return (
    <div className="results-columns">
      <Sheet title={t('places.title')}>
        <p className="dim">{t('places.sub', { count: total })}</p>
        {/* The table beside it says the same in words. */}
        <div className="results-bars" aria-hidden="true">
          {lines.map((line) => (
            <div key={line.key} className="results-bar-line">
              <span className="results-bar-label">{nameOf(line.key)}</span>
              <span className="results-bar-room">
                <svg className="results-bar" width={`${(80 * line.value) / most}%`} height="26">
                  <rect width="100%" height="26" fill="currentColor" />
                </svg>
                <strong>{line.value}</strong>
              </span>
            </div>
          ))}
        </div>
      </Sheet>
      <Sheet title={t('places.table')}>
        <table className="data-table results-table">
          <thead>
            <tr>
              <th scope="col">{t('places.kind')}</th>
              <th scope="col" className="number">
                {t('places.people')}
              </th>
              <th scope="col" className="number">
                {t('places.share')}
              </th>
            </tr>
          </thead>
          <tbody>
            {lines.map(({ key, value, people }) => (
              <tr key={key}>
                <th scope="row">{nameOf(key)}</th>
                <td className="number">
                  <Shown
                    value={String(value)}
                    behind={people}
                    onOpen={() =>
                      onOpen({
                        title: nameOf(key),
                        value: String(value),
                        count: value,
                        of: { breakdown: 'highest_place', key },
                      })
                    }
                  />
                </td>
                <td className="number">{share(value)}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{t('places.total')}</th>
              <td className="number">
                <strong>{total}</strong>
              </td>
              <td className="number">
                <strong>{share(total)}</strong>
              </td>
            </tr>
          </tfoot>
        </table>
      </Sheet>
    </div>
  )
}
