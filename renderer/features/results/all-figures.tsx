/** Every figure with what it counts, and where people went. */
import { useTranslation } from 'react-i18next'
import type { MunicipalityFigures } from '#core/api/results.ts'
import { percent } from '#core/attendance/totals.ts'
import { Sheet } from '../../ui/sheet.tsx'
import { FigureButton } from './figure-button.tsx'
import { inReadingOrder } from './figures.ts'
import type { Chosen } from './people-dialog.tsx'

export function AllFigures({
  figures,
  onOpen,
}: {
  figures: MunicipalityFigures
  onOpen: (chosen: Chosen) => void
}) {
  const { t } = useTranslation(['results', 'common', 'enums'])
  return (
    <div className="results-all">
      <Sheet title={t('allFigures')}>
        <div className="table-scroll">
          <table className="data-table results-table" aria-label={t('allFigures')}>
            <thead>
              <tr>
                <th scope="col">{t('figureColumn')}</th>
                <th scope="col" className="number">
                  {t('valueColumn')}
                </th>
                <th scope="col">{t('howColumn')}</th>
              </tr>
            </thead>
            <tbody>
              {inReadingOrder(figures).map(({ code, value, people }) => {
                const title = t(`figure.${code}`)
                const shown =
                  value === null
                    ? t('common:none')
                    : code === 'attendance_rate'
                      ? `${percent(value)}%`
                      : String(value)
                return (
                  <tr key={code}>
                    <th scope="row">{title}</th>
                    <td className="number">
                      {people.length === 0 ? (
                        shown
                      ) : (
                        <FigureButton
                          onOpen={() =>
                            onOpen({
                              title,
                              value: shown,
                              count: code === 'attendance_rate' ? 0 : (value ?? 0),
                              people,
                            })
                          }
                        >
                          {shown}
                        </FigureButton>
                      )}
                    </td>
                    <td>{t(`definition.${code}`)}</td>
                  </tr>
                )
              })}
            </tbody>
          </table>
        </div>
      </Sheet>
      {figures.outflow.length > 0 && (
        <Sheet title={t('outflowTitle')}>
          <table className="data-table results-table results-outflow">
            <thead>
              <tr>
                <th scope="col">{t('outflowColumn')}</th>
                <th scope="col" className="number">
                  {t('outflowCount')}
                </th>
              </tr>
            </thead>
            <tbody>
              {figures.outflow.map(({ outflow, count }) => (
                <tr key={outflow}>
                  <th scope="row">{t(`enums:outflow.${outflow}`)}</th>
                  <td className="number">{count}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Sheet>
      )}
    </div>
  )
}
