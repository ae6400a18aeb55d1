/** The sentence that is copied into a mail to the municipality; each figure in it opens its people. */
import { Button } from '@mantine/core'
import { IconCopy } from '@tabler/icons-react'
import { Fragment, useRef, type ReactNode } from 'react'
import { Trans, useTranslation } from 'react-i18next'
import type { Behind, Report } from '#core/api/results.ts'
import { formatLong } from '#core/calendar/dates.ts'
import { useToast } from '../../ui/toast.tsx'
import { FigureButton } from './figure-button.tsx'
import { figureOf, linesOf, type Open } from './report.ts'

export function Sentence({ report, to, onOpen }: { report: Report; to: string; onOpen: Open }) {
  const { t, i18n } = useTranslation(['results', 'common', 'enums'])
  const toast = useToast()
  const text = useRef<HTMLParagraphElement>(null)
  const screened = figureOf(report, 'screened')
  const started = figureOf(report, 'started_people')
  const placed = figureOf(report, 'placed_ever')
  const kinds = linesOf(report, 'placed_kind')
  const date = formatLong(to, i18n.language === 'en' ? 'en' : 'nl')
  const button = (title: string, count: number, of: Behind): ReactNode => (
    <FigureButton onOpen={() => onOpen({ title, value: String(count), count, of })} />
  )
  const figure = (code: 'screened' | 'started_people' | 'placed_ever', count: number) =>
    ({ figure: button(t(`figure.${code}`), count, { figure: code, whole: false }) }) as never
  const people = (count: number) => t('common:people', { count })
  async function copy(): Promise<void> {
    await navigator.clipboard.writeText((text.current?.innerText ?? '').replaceAll(/\s+/g, ' ').trim())
    toast({ text: t('sentence.copied') })
  }
  return (
    <section className="results-words" aria-label={t('sentence.label')}>
      <p className="results-sentence" ref={text}>
        <Trans
          t={t}
          i18nKey="sentence.screened"
          values={{ people: people(screened.value ?? 0) }}
          components={figure('screened', screened.value ?? 0)}
        />{' '}
        <Trans
          t={t}
          i18nKey="sentence.started"
          count={started.value ?? 0}
          values={{ people: people(started.value ?? 0) }}
          components={figure('started_people', started.value ?? 0)}
        />{' '}
        {kinds.length === 0 ? (
          t('sentence.placedNone', { date })
        ) : (
          <>
            <Trans
              t={t}
              i18nKey="sentence.placed"
              count={placed.value ?? 0}
              values={{ date, people: people(placed.value ?? 0) }}
              components={figure('placed_ever', placed.value ?? 0)}
            />{' '}
            {kinds.map((line, n) => {
              const kind = t(`enums:placementKind.${line.key as 'job'}`)
              return (
                <Fragment key={line.key}>
                  {n > 0 && (n === kinds.length - 1 ? ` ${t('sentence.and')} ` : ', ')}
                  <Trans
                    t={t}
                    i18nKey="sentence.kind"
                    values={{ count: line.value, kind: kind.toLowerCase() }}
                    components={{
                      figure: button(kind, line.value, {
                        breakdown: 'placed_kind',
                        key: line.key,
                      }) as never,
                    }}
                  />
                </Fragment>
              )
            })}
            {'.'}
          </>
        )}
      </p>
      <p className="results-sentence-foot">
        {kinds.length > 1 && <span className="dim">{t('sentence.twice')}</span>}
        <Button
          className="no-print"
          variant="subtle"
          size="compact-sm"
          leftSection={<IconCopy size={16} stroke={2} aria-hidden />}
          onClick={() => void copy()}
        >
          {t('sentence.copy')}
        </Button>
      </p>
    </section>
  )
}
