/** Figures that are split up: a bar and a number for each line. */
import { useTranslation } from 'react-i18next'
import type { Report } from '#core/api/results.ts'
import { linesOverlap, type BreakdownCode } from '#core/figures/registry.ts'
import { figureWords } from '#core/figures/words.ts'
import { Sheet } from '../../ui/sheet.tsx'
import { Bar } from './bars.tsx'
import { Shown } from './figure-button.tsx'
import { linesOf, type Open } from './report.ts'

const shown = [
  'placed_kind',
  'outflow',
  'job_form',
  'early_reason',
  'ladder_change',
  'skill_growth',
  'benefit',
] as const satisfies readonly BreakdownCode[]

export function Splits({ report, onOpen }: { report: Report; onOpen: Open }) {
  const filled = shown.filter((code) => linesOf(report, code).length > 0)
  if (filled.length === 0) return null
  return (
    <div className="results-splits">
      {filled.map((code) => (
        <Split key={code} code={code} report={report} onOpen={onOpen} />
      ))}
    </div>
  )
}

function Split({ code, report, onOpen }: { code: BreakdownCode; report: Report; onOpen: Open }) {
  const { t, i18n } = useTranslation('results')
  const words = figureWords(i18n)
  const lines = linesOf(report, code)
  const most = Math.max(...lines.map((line) => Math.abs(line.value)))
  return (
    <Sheet title={t(`breakdown.${code}`)}>
      <table className="data-table results-table results-split" aria-label={t(`breakdown.${code}`)}>
        <thead>
          <tr>
            <th scope="col">{t('excel.line')}</th>
            <td className="results-bar-cell" />
            <th scope="col" className="number">
              {t('valueColumn')}
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => {
            const title = words.line(code, line)
            const value = words.lineValue(line)
            return (
              <tr key={line.key}>
                <th scope="row">{title}</th>
                <td className="results-bar-cell">
                  {most > 0 && line.value > 0 && (
                    <div style={{ width: `${(100 * line.value) / most}%` }}>
                      <Bar part={line.value} />
                    </div>
                  )}
                </td>
                <td className="number">
                  <Shown
                    value={value}
                    behind={line.people}
                    onOpen={() =>
                      onOpen({
                        title: `${t(`breakdown.${code}`)}: ${title}`,
                        value,
                        count: line.of === null ? line.value : 0,
                        of: { breakdown: code, key: line.key },
                      })
                    }
                  />
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
      <p className="dim results-how">
        {t(`breakdownHow.${code}`)} {linesOverlap.has(code) && code === 'placed_kind' && t('linesOverlap')}
      </p>
    </Sheet>
  )
}
