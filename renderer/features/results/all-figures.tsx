/** Every figure, with the one of the period before and exactly what it counts. */
import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import type { Report } from '#core/api/results.ts'
import { formatShort } from '#core/calendar/dates.ts'
import { codesOf, definitions, figureGroups, type FigureCode } from '#core/figures/registry.ts'
import type { Period } from '#core/figures/rows.ts'
import { figureWords } from '#core/figures/words.ts'
import { Sheet } from '../../ui/sheet.tsx'
import { Shown } from './figure-button.tsx'
import { figureOf, type Open } from './report.ts'

type Props = { report: Report; before: Report; periodBefore: Period; onOpen: Open }

export function AllFigures({ report, before, periodBefore, onOpen }: Props) {
  const { t } = useTranslation('results')
  const days = { from: formatShort(periodBefore.from), to: formatShort(periodBefore.to) }
  return (
    <Sheet title={t('allFigures')}>
      <p className="dim">{t('beforeSub', days)}</p>
      <div className="table-scroll">
        <table className="data-table results-table results-figures" aria-label={t('allFigures')}>
          <thead>
            <tr>
              <th scope="col">{t('figureColumn')}</th>
              <th scope="col" className="number">
                {t('valueColumn')}
              </th>
              <th scope="col" className="number">
                {t('beforeColumn')}
              </th>
              <th scope="col">{t('howColumn')}</th>
            </tr>
          </thead>
          {figureGroups.map((group) => (
            <tbody key={group}>
              <tr>
                <th scope="rowgroup" colSpan={4} className="results-group">
                  {t(`group.${group}`)}
                </th>
              </tr>
              {codesOf(group).map((code) => (
                <Fragment key={code}>
                  <FigureRow code={code} report={report} before={before} onOpen={onOpen} />
                </Fragment>
              ))}
            </tbody>
          ))}
        </table>
      </div>
    </Sheet>
  )
}

function FigureRow({
  code,
  report,
  before,
  onOpen,
}: {
  code: FigureCode
  report: Report
  before: Report
  onOpen: Open
}) {
  const { t, i18n } = useTranslation('results')
  const words = figureWords(i18n)
  const figure = figureOf(report, code)
  const title = t(`figure.${code}`)
  const shown = words.value(figure)
  const earlier = figureOf(before, code)
  // A middle, a mean or a rate does not say how many there are: only a count can be more than the people.
  const counts = ['people', 'referrals', 'trajectories', 'letters'].includes(definitions[code].unit)
  return (
    <tr>
      <th scope="row">{title}</th>
      <td className="number">
        <Shown
          value={shown}
          behind={figure.behind}
          onOpen={() =>
            onOpen({
              title,
              value: shown,
              count: counts ? (figure.value ?? 0) : 0,
              of: { figure: code, whole: false },
            })
          }
        />
      </td>
      <td className="number dim">{words.value(earlier)}</td>
      <td>{t(`definition.${code}`)}</td>
    </tr>
  )
}
