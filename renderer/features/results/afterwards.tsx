/** How it goes afterwards: who still has a place after 3, 6, 12 and 18 months. */
import { useTranslation } from 'react-i18next'
import type { BreakdownLine, Report } from '#core/api/results.ts'
import { percent, rate } from '#core/attendance/totals.ts'
import { durableMonths } from '#core/figures/registry.ts'
import { Sheet } from '../../ui/sheet.tsx'
import { Shown } from './figure-button.tsx'
import { linesOf, type Open } from './report.ts'

const columns = ['passed', 'reached', 'still', 'not_reached', 'stopped', 'open'] as const

export function Afterwards({ report, onOpen }: { report: Report; onOpen: Open }) {
  const { t } = useTranslation('results')
  const moments = durableMonths
    .map((month) => ({ month, lines: linesOf(report, `after_${month}`) }))
    .filter(({ lines }) => lines.length > 0)
  return (
    <Sheet title={t('afterwards.title')} className="results-afterwards">
      {moments.length === 0 ? (
        <p className="dim">{t('afterwards.none')}</p>
      ) : (
        <>
          <p className="dim">{t('afterwards.sub')}</p>
          <div className="table-scroll">
            <table className="data-table results-table">
              <thead>
                <tr>
                  <th scope="col">{t('afterwards.moment')}</th>
                  {columns.map((column) => (
                    <th key={column} scope="col" className="number">
                      {t(`line.${column}`)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {moments.map(({ month, lines }) => (
                  <Moment key={month} month={month} lines={lines} onOpen={onOpen} />
                ))}
              </tbody>
            </table>
          </div>
          <p className="dim results-how">{t('afterwards.how')}</p>
        </>
      )}
    </Sheet>
  )
}

type Month = (typeof durableMonths)[number]

function Moment({ month, lines, onOpen }: { month: Month; lines: readonly BreakdownLine[]; onOpen: Open }) {
  const { t } = useTranslation('results')
  const name = month === 6 ? t('afterwards.half') : t('afterwards.months', { count: month })
  const count = (key: (typeof columns)[number]) => lines.find((line) => line.key === key)?.value ?? 0
  return (
    <tr>
      <th scope="row">{name}</th>
      {columns.map((key) => {
        const value = count(key)
        const reached = count('reached')
        const shown =
          key === 'still' && reached > 0
            ? t('value.part', { value, of: reached, percent: percent(rate(value, reached)) })
            : String(value)
        return (
          <td key={key} className="number">
            <Shown
              value={shown}
              behind={value}
              onOpen={() =>
                onOpen({
                  title: `${name}: ${t(`line.${key}`)}`,
                  value: shown,
                  count: value,
                  of: { breakdown: `after_${month}`, key },
                })
              }
            />
          </td>
        )
      })}
    </tr>
  )
}
