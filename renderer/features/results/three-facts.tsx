/** Hours, language, and who is still there: each with how it was counted. */
import { UnstyledButton } from '@mantine/core'
import { useId, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { MunicipalityFigures } from '#core/api/results.ts'
import { percent } from '#core/attendance/totals.ts'
import { FigureButton } from './figure-button.tsx'
import { figureOf, type Figure } from './figures.ts'
import type { Chosen } from './people-dialog.tsx'

export function ThreeFacts({
  figures,
  onOpen,
}: {
  figures: MunicipalityFigures
  onOpen: (chosen: Chosen) => void
}) {
  const { t } = useTranslation('results')
  const rate = figureOf(figures, 'attendance_rate')
  const counted = (whole: Figure['code']) => (figureOf(figures, whole).value ?? 0) > 0
  const pair = (part: Figure['code'], whole: Figure['code']): ReactNode => {
    const of = t('facts.of', {
      part: figureOf(figures, part).value ?? 0,
      whole: figureOf(figures, whole).value ?? 0,
    })
    const { people, value } = figureOf(figures, part)
    return (
      <FigureButton
        onOpen={() => onOpen({ title: t(`figure.${part}`), value: of, count: value ?? 0, people })}
      >
        {of}
      </FigureButton>
    )
  }
  return (
    <div className="results-facts">
      <Fact
        figure={rate.value === null ? t('facts.noAttendance') : `${percent(rate.value)}%`}
        words={rate.value === null ? '' : t('facts.attendance')}
        codes={['attendance_rate']}
      />
      <Fact
        figure={
          counted('language_measured') ? pair('language_growth', 'language_measured') : t('facts.nobody')
        }
        words={counted('language_measured') ? t('facts.language') : t('facts.noLanguage')}
        codes={['language_measured', 'language_growth']}
      />
      <Fact
        figure={counted('reached_3') ? pair('still_there_3', 'reached_3') : t('facts.nobody')}
        words={counted('reached_3') ? t('facts.stillThere') : t('facts.noStillThere')}
        codes={['reached_3', 'still_there_3']}
      />
    </div>
  )
}

function Fact({
  figure,
  words,
  codes,
}: {
  figure: ReactNode
  words: string
  codes: readonly Figure['code'][]
}) {
  const { t } = useTranslation('results')
  const [open, setOpen] = useState(false)
  const id = useId()
  return (
    <div className="results-fact">
      <p className="results-fact-figure">{figure}</p>
      {words && <p>{words}</p>}
      <UnstyledButton className="link" aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
        {open ? t('facts.less') : t('facts.how')}
      </UnstyledButton>
      <div id={id} hidden={!open} className="dim">
        {codes.map((code) => (
          <p key={code}>{t(`definition.${code}`)}</p>
        ))}
      </div>
    </div>
  )
}
