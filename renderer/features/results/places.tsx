/** The highest place of everybody who started: as bars, and as the same table beside it. */
import { useTranslation } from 'react-i18next'
import type { MunicipalityFigures } from '#core/api/results.ts'
import { percent, rate } from '#core/attendance/totals.ts'
import { EmptyState, Sheet } from '../../ui/sheet.tsx'
import { FigureButton } from './figure-button.tsx'
import { placeLines } from './figures.ts'
import type { Chosen } from './people-dialog.tsx'

export function Places({
  figures,
  onOpen,
}: {
  figures: MunicipalityFigures
  onOpen: (chosen: Chosen) => void
}) {
  const { t } = useTranslation(['results', 'enums'])
  const lines = placeLines(figures)
  const total = lines.reduce((sum, line) => sum + line.people.length, 0)
  if (total === 0) return <EmptyState title={t('places.none')}>{t('places.noneText')}</EmptyState>
  const most = Math.max(...lines.map((line) => line.people.length))
  const share = (count: number) => `${percent(rate(count, total))}%`
  return (
    <div className="results-columns">
      <Sheet title={t('places.title')}>
        <p className="dim">{t('places.sub', { count: total })}</p>
        {/* The table beside it says the same in words. */}
        <div className="results-bars" aria-hidden="true">
          {lines.map((line) => (
            <div key={line.kind} className="results-bar-line">
              <span className="results-bar-label">{t(`enums:placementKind.${line.kind}`)}</span>
              <span className="results-bar-room">
                <svg className="results-bar" width={`${(80 * line.people.length) / most}%`} height="26">
                  <rect width="100%" height="26" fill="currentColor" />
                </svg>
                <strong>{line.people.length}</strong>
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
            {lines.map((line) => {
              const title = t(`enums:placementKind.${line.kind}`)
              const count = line.people.length
              return (
                <tr key={line.kind}>
                  <th scope="row">{title}</th>
                  <td className="number">
                    <FigureButton
                      onOpen={() => onOpen({ title, value: String(count), count, people: line.people })}
                    >
                      {count}
                    </FigureButton>
                  </td>
                  <td className="number">{share(count)}</td>
                </tr>
              )
            })}
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
