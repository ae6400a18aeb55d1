/** Placements in words: where, what kind, since when, and what it is for. */
import type { ParagraphsBlock, Rich } from './content.ts'
import type { ProgressFacts } from './facts.ts'
import { sentence, type Words } from './words.ts'

type Placement = ProgressFacts['placements'][number]

export function placesBlock(facts: ProgressFacts, words: Words): ParagraphsBlock | null {
  const paragraphs = facts.placements.map((placement) => placeSentences(placement, facts.dated_on, words))
  if (paragraphs.length === 0) return null
  return {
    kind: 'paragraphs',
    heading: words.t('place.heading', { count: paragraphs.length }),
    paragraphs,
  }
}

function placeSentences(placement: Placement, today: string, words: Words): Rich {
  const { t } = words
  const details = [
    placement.days.trim(),
    placement.minutes_per_week ? t('place.perWeek', { hours: words.hours(placement.minutes_per_week) }) : '',
  ].filter(Boolean)
  const kind = t('place.line', {
    kind: t(`placementKind.${placement.kind}`),
    details:
      when(placement, today, words) +
      (details.length > 0 ? t('place.details', { details: details.join(', ') }) : ''),
  })
  const goal = t('place.goal', { goal: t(`placementGoal.${placement.goal}`) })
  const stage = placement.stage === 'placed' ? '' : t(`place.stage.${placement.stage}`)
  return [
    { text: sentence(placement.host), bold: true },
    { text: ` ${[kind, goal, stage].filter(Boolean).join(' ')}` },
  ]
}

function when({ stage, starts_on, ended_on }: Placement, today: string, words: Words): string {
  const { t } = words
  if (starts_on !== null && ended_on !== null) {
    const { from, to } = words.span(starts_on, ended_on)
    return t('place.between', { from, to })
  }
  if (ended_on !== null) return t('place.until', { date: words.date(ended_on) })
  if (starts_on === null) return ''
  const began = starts_on <= today && stage !== 'exploring' && stage !== 'introduction'
  return t(began ? 'place.since' : 'place.from', { date: words.date(starts_on) })
}
