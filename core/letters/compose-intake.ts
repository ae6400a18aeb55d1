/** The letter about an intake: who was spoken to, what they wish, what the office advises and what comes next. Pure. */
import type { Language } from '../i18n/index.ts'
import { arrange, type Part } from './arrange.ts'
import type { AgreementsBlock, FactsBlock, LetterContent, ParagraphsBlock, Rich } from './content.ts'
import type { IntakeFacts } from './facts.ts'
import { filled, letterFrame } from './frame.ts'
import { agreementsBlock, opinionBlock, questionBlock, written } from './own-text.ts'
import { paragraphsOf, personOf, sentence, wordsOf } from './words.ts'
import type { Person, Words } from './words.ts'

/** The whole letter in words. Parts without facts are left out; `intakeLetterGaps` tells what it may not miss. */
export function composeIntakeLetter(facts: IntakeFacts, lang: Language): LetterContent {
  const words = wordsOf(lang)
  const { t } = words
  const person = personOf(facts, words)
  const one = facts.period_from === facts.period_to
  return {
    ...letterFrame(facts, words, {
      title: t('intake.title', { name: person.name, date: words.date(facts.dated_on) }),
      subject: (number) => t('intake.subject', { number }),
      heading: t('intake.heading', { name: person.name }),
      period: one
        ? t('intake.onDay', { date: words.date(facts.period_to) })
        : t('intake.period', words.span(facts.period_from, facts.period_to)),
      next: '',
    }),
    blocks: arrange(parts(facts, words, person), facts, words),
  }
}

function parts(facts: IntakeFacts, words: Words, person: Person): Part[] {
  const { t } = words
  const { texts } = facts
  return [
    ['opening', written(null, texts.opening) ?? opening(facts, words, person)],
    ['question', questionBlock(texts, words)],
    ['glance', glance(facts, words)],
    ['wish', wish(facts, words, person)],
    ['advice', advice(facts, words, person)],
    ['needed', written(t('intake.needed'), texts.needed)],
    ['goals', goals(facts, words)],
    ['opinion', opinionBlock(texts, words, person)],
    ['agreements', agreementsBlock(texts, words)],
  ]
}

function opening(facts: IntakeFacts, words: Words, person: Person): ParagraphsBlock {
  const { office, referred_on } = facts
  const asked = referred_on !== null && words.t('intake.asked', { date: words.date(referred_on), ...person })
  const days = talkDays(facts, words)
  const spoke =
    days === ''
      ? words.t('intake.spoke', { name: person.name, office: office.name })
      : words.t('intake.spokeOn', { name: person.name, office: office.name, days })
  const text = filled([asked, spoke, words.t('intake.reads')]).join(' ')
  return { kind: 'paragraphs', heading: null, paragraphs: [[{ text }]] }
}

/** "3 en 10 november 2026": each day once, the year and a month that is the same at the end. */
function talkDays({ talks_on }: IntakeFacts, words: Words): string {
  const days = [...new Set(talks_on)].sort()
  const last = days.at(-1)
  if (last === undefined) return ''
  return words.list(
    days.map((day) => {
      if (day === last) return words.date(day)
      if (day.slice(0, 7) === last.slice(0, 7)) return String(Number(day.slice(8)))
      return day.slice(0, 4) === last.slice(0, 4) ? words.dayMonth(day) : words.date(day)
    }),
  )
}

function glance(facts: IntakeFacts, words: Words): FactsBlock {
  const { t } = words
  const rows: [string, string | null][] = [
    [t('intake.project'), facts.project],
    [t('intake.talks'), talkDays(facts, words)],
    [t('intake.sectors'), facts.sectors.map((one, at) => (at === 0 ? one : small(one))).join(', ')],
    [t('intake.advice'), facts.advice],
    [t('intake.fitsLabel'), facts.fits && t(`intake.fitsShort.${facts.fits}`)],
    [t('glance.next'), facts.texts.next_step.trim()],
  ]
  return {
    kind: 'facts',
    heading: t('glance.heading'),
    rows: rows.flatMap(([label, value]) => (value ? [{ label, value }] : [])),
  }
}

/** In the participant's own words, as far as there are any. */
function wish(facts: IntakeFacts, { t }: Words, person: Person): ParagraphsBlock | null {
  const dream = facts.dream_job.trim()
  const paragraphs = [
    ...paragraphsOf(facts.texts.wish),
    ...(dream === '' ? [] : [sentence(t('intake.dreamJob', { job: small(dream) }))]),
  ]
  if (paragraphs.length === 0) return null
  return {
    kind: 'paragraphs',
    heading: t('intake.wish', { name: person.name }),
    paragraphs: paragraphs.map((text) => [{ text }]),
  }
}

function advice(facts: IntakeFacts, { t }: Words, person: Person): ParagraphsBlock | null {
  if (facts.advice === null) return null
  const fits = facts.fits === null ? '' : t(`intake.fits.${facts.fits}`, { name: person.name })
  const [why = '', ...more] = facts.fits === 'yes' ? [] : paragraphsOf(facts.texts.difference)
  const rest = filled([fits, why]).join(' ')
  const first: Rich = [{ text: sentence(facts.advice), bold: true }, { text: rest && ` ${rest}` }]
  return {
    kind: 'paragraphs',
    heading: t('intake.adviceHeading'),
    paragraphs: [first, ...more.map((text) => [{ text }])],
  }
}

function goals(facts: IntakeFacts, { t }: Words): AgreementsBlock | null {
  const rows = facts.goals
    .filter((goal) => goal.what.trim() !== '')
    .map((goal): [string, string, string] => [goal.what.trim(), goal.how.trim(), goal.when.trim()])
  if (rows.length === 0) return null
  return {
    kind: 'agreements',
    heading: t('goals.heading'),
    columns: [t('intake.goal'), t('intake.goalHow'), t('agreements.when')],
    rows,
  }
}

/** Inside a line: "Zorg" as "zorg"; what is all capitals, as ICT, stays. */
const small = (text: string): string =>
  /^\p{Lu}\p{Ll}/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text
