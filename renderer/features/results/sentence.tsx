/** The sentence that is copied into a mail to the municipality; each figure in it opens its people. */
import { Fragment, type ReactNode } from 'react'
import { Trans, useTranslation } from 'react-i18next'
import type { MunicipalityFigures } from '#core/api/results.ts'
import { FigureButton } from './figure-button.tsx'
import { figureOf, placeLines } from './figures.ts'
import type { Chosen } from './people-dialog.tsx'

export function Sentence({
  figures,
  onOpen,
}: {
  figures: MunicipalityFigures
  onOpen: (chosen: Chosen) => void
}) {
  const { t } = useTranslation(['results', 'common', 'enums'])
  const screened = figureOf(figures, 'screened')
  const started = figureOf(figures, 'started')
  const placed = placeLines(figures).filter((line) => line.kind !== 'none')
  const placedPeople = placed.flatMap((line) => line.people)
  const button = (title: string, people: readonly number[], count: number): ReactNode => (
    <FigureButton onOpen={() => onOpen({ title, value: String(count), count, people })} />
  )
  const people = (count: number) => t('common:people', { count })
  return (
    <p className="results-sentence">
      <Trans
        t={t}
        i18nKey="sentence.screened"
        values={{ people: people(screened.value ?? 0) }}
        components={{ figure: button(t('figure.screened'), screened.people, screened.value ?? 0) as never }}
      />{' '}
      <Trans
        t={t}
        i18nKey="sentence.started"
        count={started.people.length}
        values={{ people: people(started.people.length) }}
        components={{ figure: button(t('figure.started'), started.people, started.people.length) as never }}
      />{' '}
      {started.people.length > 0 &&
        (placed.length === 0 ? (
          t('sentence.placedNone')
        ) : (
          <>
            <Trans
              t={t}
              i18nKey="sentence.placed"
              count={placedPeople.length}
              values={{ count: placedPeople.length }}
              components={{ figure: button(t('places.title'), placedPeople, placedPeople.length) as never }}
            />{' '}
            {placed.map((line, n) => (
              <Fragment key={line.kind}>
                {n > 0 && (n === placed.length - 1 ? ` ${t('sentence.and')} ` : ', ')}
                <Trans
                  t={t}
                  i18nKey="sentence.kind"
                  values={{
                    count: line.people.length,
                    kind: t(`enums:placementKind.${line.kind}`).toLowerCase(),
                  }}
                  components={{
                    figure: button(
                      t(`enums:placementKind.${line.kind}`),
                      line.people,
                      line.people.length,
                    ) as never,
                  }}
                />
              </Fragment>
            ))}
            {'.'}
          </>
        ))}
    </p>
  )
}
