/** How it goes afterwards: who still has a place after 3, 6, 12 and 18 months, and whether it was work that was hoped for. */
import { Trans, useTranslation } from 'react-i18next'
import type { MunicipalityFigures } from '#core/api/results.ts'
import { percent, rate } from '#core/attendance/totals.ts'
import { Sheet } from '../../ui/sheet.tsx'
import { FigureButton } from './figure-button.tsx'
import { figureOf } from './figures.ts'
import type { Chosen } from './people-dialog.tsx'

type Line = MunicipalityFigures['durability'][number]
const columns = ['passed', 'reached', 'still', 'not_reached', 'stopped', 'open'] as const
const words = {
  passed: 'afterwards.passed',
  reached: 'afterwards.reached',
  still: 'afterwards.still',
  not_reached: 'afterwards.notReached',
  stopped: 'afterwards.stopped',
  open: 'afterwards.open',
} as const

type Props = { figures: MunicipalityFigures; onOpen: (chosen: Chosen) => void }

export function Afterwards({ figures, onOpen }: Props) {
  const { t } = useTranslation('results')
  const lines = figures.durability.filter((line) => line.passed.length > 0)
  return (
    <div className="results-all results-afterwards">
      <Sheet title={t('afterwards.title')}>
        {lines.length === 0 ? (
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
                        {t(words[column])}
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {lines.map((line) => (
                    <Moment key={line.month} line={line} onOpen={onOpen} />
                  ))}
                </tbody>
              </table>
            </div>
            <p className="dim results-how">{t('afterwards.how')}</p>
          </>
        )}
      </Sheet>
      <Meaningful figures={figures} onOpen={onOpen} />
    </div>
  )
}

function Moment({ line, onOpen }: { line: Line; onOpen: (chosen: Chosen) => void }) {
  const { t } = useTranslation('results')
  const name = line.month === 6 ? t('afterwards.half') : t('afterwards.months', { count: line.month })
  return (
    <tr>
      <th scope="row">{name}</th>
      {columns.map((column) => {
        const people = line[column]
        const shown =
          column === 'still' && line.reached.length > 0
            ? t('afterwards.share', {
                part: people.length,
                whole: line.reached.length,
                percent: percent(rate(people.length, line.reached.length)),
              })
            : String(people.length)
        return (
          <td key={column} className="number">
            {people.length === 0 ? (
              shown
            ) : (
              <FigureButton
                onOpen={() =>
                  onOpen({
                    title: `${name}: ${t(words[column])}`,
                    value: shown,
                    count: people.length,
                    people,
                  })
                }
              >
                {shown}
              </FigureButton>
            )}
          </td>
        )
      })}
    </tr>
  )
}

/** With how many were asked: without that a share says nothing. */
function Meaningful({ figures, onOpen }: Props) {
  const { t } = useTranslation(['results', 'common'])
  const asked = figureOf(figures, 'meaningful_asked').people
  const yes = figureOf(figures, 'meaningful').people
  return (
    <Sheet title={t('afterwards.meaningTitle')}>
      {asked.length === 0 ? (
        <p className="dim">{t('afterwards.meaningNone')}</p>
      ) : (
        <p>
          <Trans
            t={t}
            i18nKey="afterwards.meaningSentence"
            count={yes.length}
            values={{
              count: yes.length,
              people: t('common:people', { count: asked.length }),
              percent: percent(rate(yes.length, asked.length)),
            }}
            components={{
              figure: (
                <FigureButton
                  onOpen={() =>
                    onOpen({
                      title: t('figure.meaningful'),
                      value: String(yes.length),
                      count: yes.length,
                      people: yes,
                    })
                  }
                />
              ) as never,
            }}
          />
        </p>
      )}
    </Sheet>
  )
}
