/** The progress letter: from facts to words, in the order a municipality reads it. Pure: no clock, no files. */
import { mondayOf, weekdayName } from '../calendar/dates.ts'
import type { Language } from '../i18n/index.ts'
import { attendanceBlock, presentSentence } from './attendance-text.ts'
import { arrange, type Part } from './arrange.ts'
import type { Block, FactsBlock, LetterContent } from './content.ts'
import type { ProgressFacts } from './facts.ts'
import { filled, letterFrame } from './frame.ts'
import { goalsBlock, ladderLine, languageBlock, languageLine, skillsBlock } from './growth-text.ts'
import { agreementsBlock, opinionBlock, questionBlock, written } from './own-text.ts'
import { placesBlock } from './place-text.ts'
import { capital, paragraphsOf, personOf, wordsOf } from './words.ts'
import type { Person, Words } from './words.ts'

/**
 * The whole letter in words. Parts without facts are left out; what a finished letter may not miss is told by
 * `letterGaps`.
 */
export function composeProgressLetter(facts: ProgressFacts, lang: Language): LetterContent {
  const words = wordsOf(lang)
  const { t } = words
  const person = personOf(facts, words)
  const next = facts.next_letter_on
  return {
    ...letterFrame(facts, words, {
      title: t('title', { name: person.name, date: words.date(facts.dated_on) }),
      subject: (number) => t('subject', { number }),
      heading: t('heading', { name: person.name }),
      period: t('period', words.span(facts.period_from, facts.period_to)),
      next: next === null ? '' : t('closing.next', { date: words.date(mondayOf(next)) }),
    }),
    blocks: arrange(parts(facts, words, person), facts, words),
  }
}

function parts(facts: ProgressFacts, words: Words, person: Person): Part[] {
  const { t } = words
  return [
    ['opening', opening(facts, words, person)],
    ['question', questionBlock(facts.texts, words)],
    ['glance', glance(facts, words)],
    ['attendance', attendanceBlock(facts, words, person)],
    ['language', languageBlock(facts, words)],
    ['skills', skillsBlock(facts, words, person)],
    ['goals', goalsBlock(facts, words)],
    ['places', placesBlock(facts, words)],
    ['notes', notes(facts, words)],
    ['helps', written(t('helps.heading'), facts.texts.helps)],
    ['opinion', opinionBlock(facts.texts, words, person)],
    ['agreements', agreementsBlock(facts.texts, words)],
  ]
}

/** What the coach wrote; a plain sentence of facts where nothing was written. */
function opening(facts: ProgressFacts, words: Words, person: Person): Block {
  const own = written(null, facts.texts.opening)
  if (own) return own
  const { starts_on, week, weeks } = facts.trajectory
  const text = filled([
    words.t('opening', { name: person.name, office: facts.office.name, start: words.date(starts_on) }),
    week !== null && words.t('openingWeek', { week, weeks }),
  ]).join(' ')
  return { kind: 'paragraphs', heading: null, paragraphs: [[{ text }]] }
}

function glance(facts: ProgressFacts, words: Words): FactsBlock {
  const { t } = words
  const { starts_on, planned_end_on, week, weeks, weekdays, minutes_per_week, phase } = facts.trajectory
  const span = { start: words.date(starts_on), end: words.date(planned_end_on) }
  const days = words.list(weekdays.map((day) => weekdayName(day, words.language)))
  const rows: [string, string | null][] = [
    [
      t('glance.trajectory'),
      week === null
        ? t('glance.trajectoryValue', span)
        : t('glance.trajectoryWeek', { ...span, week, weeks }),
    ],
    [
      t('glance.days'),
      days === ''
        ? null
        : t('glance.daysValue', { days: capital(days), hours: words.hours(minutes_per_week) }),
    ],
    [t('glance.phase'), t(`phase.${phase}`)],
    [t('glance.present'), presentSentence(facts.attendance, words)],
    [t('glance.language'), languageLine(facts, words)],
    [t('glance.ladder'), ladderLine(facts, words)],
    [t('glance.next'), facts.texts.next_step.trim()],
  ]
  return {
    kind: 'facts',
    heading: t('glance.heading'),
    rows: rows.flatMap(([label, value]) => (value ? [{ label, value }] : [])),
  }
}

function notes(facts: ProgressFacts, words: Words): Block | null {
  const items = facts.notes
    .map((note) => ({
      day: words.dayMonth(note.date),
      paragraphs: paragraphsOf(note.body).map((text) => [{ text }]),
    }))
    .filter((note) => note.paragraphs.length > 0)
  return items.length === 0 ? null : { kind: 'dated', heading: words.t('notes.heading'), items }
}
