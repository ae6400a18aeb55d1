/** The statement of hours (urenverklaring): how many hours somebody was there, per month, and what each figure means. */
import { formatHoursExactly, percent, rate } from '../attendance/totals.ts'
import { monthName } from '../calendar/dates.ts'
import type { Language } from '../i18n/index.ts'
import { arrange, type Part } from './arrange.ts'
import type { FactsBlock, HoursBlock, LetterContent, ParagraphsBlock, Rich } from './content.ts'
import type { HoursFacts, HourSums } from './facts.ts'
import { filled, letterFrame } from './frame.ts'
import { written } from './own-text.ts'
import { capital, personOf, wordsOf, type Person, type Words } from './words.ts'

const figures = [
  'planned_minutes',
  'present_minutes',
  'notified_minutes',
  'no_show_minutes',
  'closed_minutes',
] as const satisfies readonly (keyof HourSums)[]

/** The whole letter in words. */
export function composeHoursLetter(facts: HoursFacts, lang: Language): LetterContent {
  const words = wordsOf(lang)
  const { t } = words
  const person = personOf(facts, words)
  return {
    ...letterFrame(facts, words, {
      title: t('hoursLetter.title', { name: person.name, date: words.date(facts.dated_on) }),
      subject: (number) => t('hoursLetter.subject', { number }),
      heading: t('hoursLetter.heading', { name: person.name }),
      period: t('period', words.span(facts.period_from, facts.period_to)),
      next: '',
    }),
    blocks: arrange(parts(facts, words, person), facts, words),
  }
}

function parts(facts: HoursFacts, words: Words, person: Person): Part[] {
  return [
    ['statement', statement(facts, words, person)],
    ['unfinished', unfinished(facts, words, person)],
    ['table', table(facts, words)],
    ['sum', sum(facts, words)],
    ['definitions', definitions(words)],
    ['remark', written(words.t('hoursLetter.remark'), facts.texts.remark)],
  ]
}

const exact = (minutes: number, { language }: Words): string => formatHoursExactly(minutes, language)

function statement(facts: HoursFacts, words: Words, person: Person): ParagraphsBlock {
  const { t } = words
  const { planned_minutes, present_minutes } = facts.total
  const share = percent(rate(present_minutes, planned_minutes))
  const text: Rich = [
    {
      text: `${t('hoursLetter.states', {
        office: facts.office.name,
        name: person.name,
        ...words.span(facts.period_from, facts.period_to),
      })} `,
    },
    { text: t('hoursLetter.present', { hours: exact(present_minutes, words) }), bold: true },
    {
      text:
        share === null
          ? t('hoursLetter.withoutPlan')
          : t('hoursLetter.ofPlanned', { hours: exact(planned_minutes, words), percent: share }),
    },
  ]
  return { kind: 'paragraphs', heading: null, paragraphs: [text] }
}

/** Figures that are not complete say so, before anything else. */
function unfinished(facts: HoursFacts, { t }: Words, person: Person): ParagraphsBlock | null {
  if (facts.unfilled_parts === 0) return null
  const text: Rich = [
    { text: t('hoursLetter.unfinished'), bold: true },
    { text: ` ${t('hoursLetter.unfilled', { count: facts.unfilled_parts, they: person.they })}` },
  ]
  return { kind: 'paragraphs', heading: null, paragraphs: [text] }
}

function table(facts: HoursFacts, words: Words): HoursBlock {
  const { t } = words
  const cells = (sums: HourSums): string[] => figures.map((figure) => exact(sums[figure], words))
  return {
    kind: 'hours',
    heading: t('hoursLetter.table'),
    columns: [t('hoursLetter.month'), ...figures.map((figure) => t(`hoursLetter.label.${figure}`))],
    rows: facts.months.map((row) => ({
      label: `${capital(monthName(Number(row.month.slice(5)), words.language))} ${row.month.slice(0, 4)}`,
      cells: cells(row),
    })),
    total: { label: t('hoursLetter.total'), cells: cells(facts.total) },
  }
}

/** Where planned is not present and absent together: what makes the difference. */
function sum(facts: HoursFacts, words: Words): ParagraphsBlock | null {
  const { t } = words
  const said = filled([
    facts.missed_minutes > 0 && t('hoursLetter.missed', { hours: exact(facts.missed_minutes, words) }),
    facts.extra_minutes > 0 && t('hoursLetter.extra', { hours: exact(facts.extra_minutes, words) }),
  ])
  return said.length === 0
    ? null
    : { kind: 'paragraphs', heading: null, paragraphs: [[{ text: said.join(' ') }]] }
}

function definitions({ t }: Words): FactsBlock {
  return {
    kind: 'facts',
    heading: t('hoursLetter.meaning'),
    rows: [...figures, 'rounding' as const].map((key) => ({
      label: t(`hoursLetter.label.${key}`),
      value: t(`hoursLetter.definition.${key}`),
    })),
  }
}
