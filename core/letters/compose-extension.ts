/** The question for more time: what is asked and until when, what was reached, why more is needed and what for. Pure. */
import { weekdayName } from '../calendar/dates.ts'
import type { Language } from '../i18n/index.ts'
import { arrange, type Part } from './arrange.ts'
import type { Block, FactsBlock, LetterContent } from './content.ts'
import { letterFrame } from './frame.ts'
import { growthRows, knownFacts, longAttendanceBlock } from './growth-parts.ts'
import { goalsBlock, languageBlock, skillsBlock } from './growth-text.ts'
import type { ExtensionFacts } from './kind-facts.ts'
import { agreementsBlock, opinionBlock, questionBlock, written } from './own-text.ts'
import { placesBlock } from './place-text.ts'
import { capital, personOf, wordsOf, type Person, type Words } from './words.ts'

export function composeExtensionLetter(facts: ExtensionFacts, lang: Language): LetterContent {
  const words = wordsOf(lang)
  const { t } = words
  const person = personOf(facts, words)
  return {
    ...letterFrame(facts, words, {
      title: t('extension.title', { name: person.name, date: words.date(facts.dated_on) }),
      subject: (number) => t('extension.subject', { number }),
      heading: t('extension.heading', { name: person.name }),
      period: t('period', words.span(facts.period_from, facts.period_to)),
      next: '',
    }),
    blocks: arrange(parts(facts, words, person), facts, words),
  }
}

function parts(facts: ExtensionFacts, words: Words, person: Person): Part[] {
  const { t } = words
  const { texts } = facts
  return [
    ['opening', written(null, texts.opening) ?? opening(facts, words, person)],
    ['question', questionBlock(texts, words)],
    ['glance', glance(facts, words)],
    ['reached', written(t('extension.reached'), texts.reached)],
    ['why', written(t('extension.why'), texts.why)],
    ['plan', written(t('extension.plan'), texts.plan)],
    ['goals', goalsBlock(facts, words)],
    ['attendance', longAttendanceBlock(facts, words, person)],
    ['language', languageBlock(facts, words)],
    ['skills', skillsBlock(facts, words, person)],
    ['places', placesBlock(facts, words)],
    ['opinion', opinionBlock(texts, words, person)],
    ['agreements', agreementsBlock(texts, words)],
  ]
}

function opening(facts: ExtensionFacts, { t, date }: Words, person: Person): Block {
  const { starts_on, planned_end_on } = facts.trajectory
  const text = t('extension.opening', {
    name: person.name,
    office: facts.office.name,
    start: date(starts_on),
    end: date(planned_end_on),
  })
  return { kind: 'paragraphs', heading: null, paragraphs: [[{ text }]] }
}

function glance(facts: ExtensionFacts, words: Words): FactsBlock | null {
  const { t, date } = words
  const { starts_on, planned_end_on, weekdays, minutes_per_week } = facts.trajectory
  const days = words.list(weekdays.map((day) => weekdayName(day, words.language)))
  return knownFacts(t('glance.heading'), [
    [t('extension.now'), t('glance.trajectoryValue', { start: date(starts_on), end: date(planned_end_on) })],
    [
      t('extension.asked'),
      facts.texts.asked_end_on && t('extension.until', { date: date(facts.texts.asked_end_on) }),
    ],
    [
      t('glance.days'),
      days === ''
        ? null
        : t('glance.daysValue', { days: capital(days), hours: words.hours(minutes_per_week) }),
    ],
    ...growthRows(facts, words),
  ])
}
