/**
 * The results report: the figures of a period for a municipality, as a letter. Numbers of one to four people are not
 * in the facts, so they cannot come into it. Pure.
 */
import { percent, rate } from '../attendance/totals.ts'
import type { Published } from '../figures/publish.ts'
import { codesOf, definitions, figureGroups } from '../figures/registry.ts'
import { figureWords, type FigureWords } from '../figures/words.ts'
import { createI18n, type Language } from '../i18n/index.ts'
import { arrange, type Part } from './arrange.ts'
import type { BarsBlock, FactsBlock, FiguresBlock, LetterContent, ParagraphsBlock } from './content.ts'
import type { ResultsFacts } from './facts.ts'
import { letterFrame } from './frame.ts'
import { written } from './own-text.ts'
import { wordsOf, type Words } from './words.ts'

type Line = NonNullable<ResultsFacts['breakdowns'][number]['lines']>[number]
type Kit = Words & { readonly figures: FigureWords; readonly results: ReturnType<typeof createI18n>['t'] }

export function composeResultsLetter(facts: ResultsFacts, lang: Language): LetterContent {
  const words = wordsOf(lang)
  const i18n = createI18n(lang)
  const kit: Kit = { ...words, figures: figureWords(i18n), results: i18n.t.bind(i18n) as typeof i18n.t }
  const { t } = words
  const about = facts.project || facts.municipality.name
  return {
    ...letterFrame(facts, words, {
      title: t('resultsLetter.title', { about, date: words.date(facts.dated_on) }),
      subject: (number) => t('resultsLetter.subject', { number }),
      heading: t('resultsLetter.heading', { about }),
      period: t('period', words.span(facts.period_from, facts.period_to)),
      next: '',
    }),
    blocks: arrange(parts(facts, kit), facts, words),
  }
}

function parts(facts: ResultsFacts, kit: Kit): Part[] {
  const { t } = kit
  return [
    ['opening', written(null, facts.texts.opening)],
    ['summary', sentence(facts, kit)],
    ['targets', targets(facts, kit)],
    ['outcomes', bars(facts, 'placed_kind', kit)],
    ['outcomes', bars(facts, 'highest_place', kit)],
    ...figureGroups.map((group): Part => ['figures', figuresOf(facts, group, kit)]),
    ...(['outflow', 'early_reason', 'ladder_change', 'skill_growth', 'benefit'] as const).map(
      (code): Part => ['divisions', bars(facts, code, kit)],
    ),
    ['remark', written(t('resultsLetter.remark'), facts.texts.remark)],
    ['counted', howCounted(facts, kit)],
  ]
}

const figureOf = (facts: ResultsFacts, code: ResultsFacts['figures'][number]['code']) =>
  facts.figures.find((one) => one.code === code)

/** "59 mensen gescreend, 12 vrijwilligerswerk, 7 scholing": what is copied into a plan. */
function sentence(facts: ResultsFacts, kit: Kit): ParagraphsBlock {
  const { t } = kit
  const of = (code: 'screened' | 'started_people' | 'placed_ever') =>
    inWords(figureOf(facts, code)?.value ?? 0, kit)
  const lines = facts.breakdowns.find(({ code }) => code === 'placed_kind')?.lines ?? []
  const kinds = lines.map(
    // The number stays on the line of its word.
    (line) => `${inWords(line.value, kit)}\u00a0${kit.figures.line('placed_kind', line).toLowerCase()}`,
  )
  const text = [
    t('resultsLetter.screened', { count: of('screened') as never }),
    t('resultsLetter.started', { count: of('started_people') as never }),
    kinds.length === 0
      ? ''
      : t('resultsLetter.placed', {
          date: kit.date(facts.period_to),
          people: of('placed_ever'),
          kinds: kit.list(kinds),
        }),
  ]
  return { kind: 'paragraphs', heading: null, paragraphs: [[{ text: text.filter(Boolean).join(' ') }]] }
}

function targets({ targets: agreed }: ResultsFacts, { t, results }: Kit): FactsBlock | null {
  if (agreed.length === 0) return null
  return {
    kind: 'facts',
    heading: results('results:targets.title'),
    rows: agreed.map(({ count, target, people }) => ({
      label: results(`results:targets.${count}`),
      value:
        target === 0
          ? String(people)
          : t('resultsLetter.ofTarget', { people, target, percent: percent(rate(people, target)) }),
    })),
  }
}

function bars(
  facts: ResultsFacts,
  code: ResultsFacts['breakdowns'][number]['code'],
  kit: Kit,
): BarsBlock | ParagraphsBlock | null {
  const { t, results } = kit
  const breakdown = facts.breakdowns.find((one) => one.code === code)
  if (breakdown === undefined || breakdown.lines?.length === 0) return null
  const heading = results(`results:breakdown.${code}`)
  if (breakdown.lines === null)
    return { kind: 'paragraphs', heading, paragraphs: [[{ text: t('resultsLetter.tooFew') }]] }
  const most = Math.max(...breakdown.lines.map(({ value }) => (typeof value === 'number' ? value : 0)), 1e-9)
  return {
    kind: 'bars',
    heading,
    paragraphs: [],
    columns: [t('resultsLetter.line'), results('results:valueColumn')],
    rows: breakdown.lines.map((line) => ({
      label: kit.figures.line(code, line),
      value: lineValue(line, kit),
      share: typeof line.value === 'number' && line.value > 0 ? line.value / most : null,
    })),
  }
}

function lineValue({ value, of }: Line, kit: Kit): string {
  if (typeof value !== 'number' || typeof of === 'string') return inWords(value, kit)
  return kit.figures.lineValue({ value, of })
}

function figuresOf(facts: ResultsFacts, group: (typeof figureGroups)[number], kit: Kit): FiguresBlock | null {
  const { results, t } = kit
  const rows = codesOf(group).flatMap((code) => {
    const figure = figureOf(facts, code)
    if (figure === undefined || (figure.value === null && figure.beforeValue === null)) return []
    return [
      {
        label: results(`results:figure.${code}`),
        value: shown(code, figure.value, figure.of, kit),
        before: shown(code, figure.beforeValue, figure.beforeOf, kit),
      },
    ]
  })
  if (rows.length === 0) return null
  return {
    kind: 'figures',
    heading: results(`results:group.${group}`),
    paragraphs: [],
    columns: [results('results:figureColumn'), t('resultsLetter.now'), results('results:beforeColumn')],
    rows,
  }
}

function shown(
  code: ResultsFacts['figures'][number]['code'],
  value: Published | null,
  of: Published | null,
  kit: Kit,
): string {
  if (value === null || (typeof value === 'number' && typeof of !== 'string'))
    return kit.figures.value({ code, value, of: typeof of === 'number' ? of : null })
  const words = inWords(value, kit)
  return definitions[code].part && typeof of === 'number'
    ? kit.results('results:facts.of', { part: words, whole: of })
    : words
}

function inWords(value: Published, { t }: Kit): string {
  if (value === 'few') return t('resultsLetter.few')
  return value === 'hidden' ? t('resultsLetter.hidden') : String(value)
}

/** How each figure in the letter was counted, by name; and what a number under five looks like. */
function howCounted(facts: ResultsFacts, { t, results, date }: Kit): ParagraphsBlock {
  const { from, to } = facts.before
  return {
    kind: 'paragraphs',
    heading: results('results:howColumn'),
    small: true,
    paragraphs: [
      [{ text: t('resultsLetter.day', { date: date(facts.period_to), from: date(from), to: date(to) }) }],
      [{ text: t('resultsLetter.privacy') }],
      ...facts.figures.flatMap(({ code, value, beforeValue, definition }) =>
        value === null && beforeValue === null
          ? []
          : [[{ text: `${results(`results:figure.${code}`)}: `, bold: true }, { text: definition }]],
      ),
      ...facts.breakdowns.flatMap(({ code, lines, definition }) =>
        lines === null || lines.length === 0 || code.startsWith('after_') || code === 'job_form'
          ? []
          : [[{ text: `${results(`results:breakdown.${code}`)}: `, bold: true }, { text: definition }]],
      ),
    ],
  }
}
