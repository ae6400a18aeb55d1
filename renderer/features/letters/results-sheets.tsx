/** A results report: what stands above the figures and below them. */
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { ResultsDraft, ResultsLetterView } from '#core/api/letters.ts'
import { AreaField } from '../../forms/text-field.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { TextHints } from './text-hints.tsx'

type Texts = ResultsDraft['texts']

export function ResultsTextsSheet({
  texts,
  onChange,
  onBlur,
}: {
  texts: Texts
  onChange: (texts: Texts) => void
  onBlur: () => void
}) {
  const { t } = useTranslation('letters')
  return (
    <Sheet title={t('texts.title')}>
      <div className="form">
        <AreaField
          id="letter-opening"
          label={t('results.opening')}
          value={texts.opening}
          onChange={(opening) => onChange({ ...texts, opening })}
          onBlur={onBlur}
        />
        <TextHints text={texts.opening} />
        <AreaField
          id="letter-remark"
          label={t('results.remark')}
          value={texts.remark}
          onChange={(remark) => onChange({ ...texts, remark })}
          onBlur={onBlur}
        />
        <TextHints text={texts.remark} />
      </div>
    </Sheet>
  )
}

/** Where the numbers come from: the same report on the screen, with everybody behind them. */
export function ResultsFactsSheet({ letter }: { letter: ResultsLetterView }) {
  const { t } = useTranslation('letters')
  const { period_from, period_to, projectId, municipalityId } = letter
  return (
    <Sheet title={t('results.title')}>
      <p>{t('results.privacy')}</p>
      <Link
        className="link"
        to="/resultaten"
        search={{
          van: period_from,
          tot: period_to,
          ...(projectId === null ? { gemeente: String(municipalityId) } : { project: String(projectId) }),
        }}
      >
        {t('results.toReport')}
      </Link>
    </Sheet>
  )
}
