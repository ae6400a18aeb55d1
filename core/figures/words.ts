/** Figures in words, the same on the screen, in a spreadsheet and in a letter. */
import type { i18n } from 'i18next'
import type { BreakdownLine, Figure } from '../api/results.ts'
import { formatHours, formatNumber, percent, rate } from '../attendance/totals.ts'
import { definitions, type BreakdownCode } from './registry.ts'

export interface FigureWords {
  /** "19 van 27 (70%)", "84%", "12 dagen (middelste van 9)"; a word where there is no figure. */
  value(figure: Pick<Figure, 'code' | 'value' | 'of'>): string
  /** What a line of a breakdown is called. */
  line(code: BreakdownCode, line: Pick<BreakdownLine, 'key' | 'name'>): string
  /** "12", "+0,4 (9 mensen)". */
  lineValue(line: Pick<BreakdownLine, 'value' | 'of'>): string
}

export function figureWords(i18n: Pick<i18n, 't' | 'language'>): FigureWords {
  const t = i18n.t.bind(i18n) as i18n['t']
  const lang = i18n.language === 'en' ? 'en' : 'nl'
  const number = (value: number, decimals = 0) => formatNumber(value, lang, decimals)
  return {
    value({ code, value, of }) {
      if (value === null) return t('results:value.none')
      const { unit, part } = definitions[code]
      if (part && of !== null)
        return t('results:value.part', {
          value: number(value),
          of: number(of),
          percent: percent(rate(value, of)),
        })
      if (unit === 'rate') return t('results:value.percent', { percent: percent(value) })
      if (unit === 'minutes') return t('results:value.hours', { hours: formatHours(value, lang) })
      if (unit === 'score') return t('results:value.score', { score: number(value, 1), of: number(of ?? 0) })
      if (unit === 'days')
        return t('results:value.daysOf', {
          days: Number.isInteger(value)
            ? t('results:value.days', { count: value })
            : t('results:value.days_other', { count: number(value, 1) as never }),
          of: number(of ?? 0),
        })
      return number(value)
    },
    line(code, { key, name }) {
      if (name !== '') return name
      if (code === 'ladder_change') return steps(Number(key))
      if (key === 'unknown' && code !== 'benefit') return t('results:line.unknown')
      if (code === 'outflow') return t(`enums:outflow.${key as 'job'}`)
      if (code === 'job_form') return t(`placing:jobForm.${key as 'regular'}`)
      if (code === 'early_reason') return t(`enums:endKind.${key as 'moved'}`)
      if (code === 'benefit') return t(`enums:benefitEnded.${key as 'yes'}`)
      if (code === 'highest_place' || code === 'placed_kind') return t(`enums:placementKind.${key as 'job'}`)
      return t(`results:line.${key as 'passed'}`)
    },
    lineValue({ value, of }) {
      if (of === null) return number(value)
      const change = `${value > 0 ? '+' : ''}${number(value, 2)}`
      return t('results:value.change', { change, of: number(of) })
    },
  }

  function steps(change: number): string {
    if (change === 0) return t('results:line.same')
    const words = t('results:line.steps', { count: Math.abs(change) })
    return t(change > 0 ? 'results:line.up' : 'results:line.down', { steps: words })
  }
}
