/** Three figures that are asked for most, large, each with how it is counted. */
import { UnstyledButton } from '@mantine/core'
import { useId, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Report } from '#core/api/results.ts'
import { percent } from '#core/attendance/totals.ts'
import { FigureButton } from './figure-button.tsx'
import { figureOf, type Open } from './report.ts'

type Code = 'attendance_rate' | 'language_growth' | 'still_there_3'

export function ThreeFacts({ report, onOpen }: { report: Report; onOpen: Open }) {
  const { t } = useTranslation('results')
  const rate = figureOf(report, 'attendance_rate')
  const open = (code: Code, value: string, count: number): ReactNode => (
    <FigureButton
      onOpen={() => onOpen({ title: t(`figure.${code}`), value, count, of: { figure: code, whole: false } })}
    >
      {value}
    </FigureButton>
  )
  const pair = (code: Code): ReactNode => {
    const { value, of } = figureOf(report, code)
    const words = t('facts.of', { part: value ?? 0, whole: of ?? 0 })
    return (value ?? 0) > 0 ? open(code, words, value ?? 0) : words
  }
  const has = (code: Code) => figureOf(report, code).value !== null
  return (
    <div className="results-facts">
      <Fact
        figure={
          rate.value === null
            ? t('facts.noAttendance')
            : open('attendance_rate', `${percent(rate.value)}%`, 0)
        }
        words={rate.value === null ? '' : t('facts.attendance')}
        code="attendance_rate"
      />
      <Fact
        figure={has('language_growth') ? pair('language_growth') : t('facts.nobody')}
        words={has('language_growth') ? t('facts.language') : t('facts.noLanguage')}
        code="language_growth"
      />
      <Fact
        figure={has('still_there_3') ? pair('still_there_3') : t('facts.nobody')}
        words={has('still_there_3') ? t('facts.stillThere') : t('facts.noStillThere')}
        code="still_there_3"
      />
    </div>
  )
}

function Fact({ figure, words, code }: { figure: ReactNode; words: string; code: Code }) {
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
      <p id={id} hidden={!open} className="dim">
        {t(`definition.${code}`)}
      </p>
    </div>
  )
}
