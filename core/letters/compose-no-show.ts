/** That somebody does not come: the days, what was tried, and what is asked. Facts only. Pure. */
import { weekday, weekdayName } from '../calendar/dates.ts'
import type { Language } from '../i18n/index.ts'
import { arrange, type Part } from './arrange.ts'
import type { Block, DatedBlock, FactsBlock, LetterContent, ParagraphsBlock } from './content.ts'
import { filled, letterFrame } from './frame.ts'
import { knownFacts } from './growth-parts.ts'
import type { NoShowFacts } from './kind-facts.ts'
import { questionBlock, written } from './own-text.ts'
import { capital, paragraphsOf, personOf, wordsOf, type Person, type Words } from './words.ts'

export function composeNoShowLetter(facts: NoShowFacts, lang: Language): LetterContent {
  const words = wordsOf(lang)
  const { t } = words
  const person = personOf(facts, words)
  return {
    ...letterFrame(facts, words, {
      title: t('noShow.title', { name: person.name, date: words.date(facts.dated_on) }),
      subject: (number) => t('noShow.subject', { number }),
      heading: t('noShow.heading', { name: person.Name }),
      period: t('period', words.span(facts.period_from, facts.period_to)),
      next: '',
    }),
    blocks: arrange(parts(facts, words, person), facts, words),
  }
}

function parts(facts: NoShowFacts, words: Words, person: Person): Part[] {
  return [
    ['opening', opening(facts, words, person)],
    ['question', questionBlock(facts.texts, words)],
    ['days', days(facts, words)],
    ['tried', tried(facts, words)],
    ['more', written(null, facts.texts.tried)],
  ]
}

const minutesOf = (facts: NoShowFacts): number => facts.days.reduce((sum, { minutes }) => sum + minutes, 0)

function opening(facts: NoShowFacts, words: Words, person: Person): ParagraphsBlock | null {
  const count = facts.days.length
  if (count === 0) return null
  const text = words.t('noShow.opening', {
    count,
    name: person.Name,
    office: facts.office.name,
    hours: words.hours(minutesOf(facts)),
  })
  return { kind: 'paragraphs', heading: null, paragraphs: [[{ text }]] }
}

function days(facts: NoShowFacts, words: Words): FactsBlock | null {
  const { t } = words
  const named = facts.days.map(
    ({ day, minutes }) =>
      `${weekdayName(weekday(day), words.language)} ${words.dayMonth(day)} (${words.hours(minutes)})`,
  )
  return knownFacts(t('noShow.facts'), [
    [t('noShow.days'), capital(words.list(named))],
    [t('noShow.planned'), facts.planned_minutes > 0 ? words.hours(facts.planned_minutes) : null],
    [t('noShow.present'), words.hours(facts.present_minutes)],
    [t('noShow.notified'), facts.notified_minutes > 0 ? words.hours(facts.notified_minutes) : null],
    [
      t('noShow.last'),
      facts.last_present_on === null ? t('noShow.never') : words.date(facts.last_present_on),
    ],
  ])
}

/** Each try with its day; what was said only where it is for the report. */
function tried(facts: NoShowFacts, words: Words): Block | null {
  const { t } = words
  if (facts.contacts.length === 0) return null
  const items: DatedBlock['items'] = facts.contacts.map(({ on, kind, body }) => {
    const [first, ...more] = paragraphsOf(body)
    const text =
      kind === 'note' ? (first ?? '') : filled([`${t(`noShow.contact.${kind}`)}.`, first ?? '']).join(' ')
    return { day: words.dayMonth(on), paragraphs: [text, ...more].map((line) => [{ text: line }]) }
  })
  return { kind: 'dated', heading: t('noShow.tried'), items }
}
