/** The progress letter: from facts to words, in the order a municipality reads it. Pure: no clock, no files. */
import { weekdayName, mondayOf } from '../calendar/dates.ts'
import { letterPostcodeLine, normalisePostcode } from '../fields/postcode.ts'
import type { Language } from '../i18n/index.ts'
import { addressLine, salutation, type NameParts } from '../names/name.ts'
import { attendanceBlock, presentSentence } from './attendance-text.ts'
import type { Block, Closing, FactsBlock, LetterContent, ParagraphsBlock, QuestionBlock } from './content.ts'
import type { ProgressFacts } from './facts.ts'
import { goalsBlock, ladderLine, languageBlock, languageLine, skillsBlock } from './growth-text.ts'
import { placesBlock } from './place-text.ts'
import { capital, caseManagerParts, hasName, hard, paragraphsOf, personOf, wordsOf } from './words.ts'
import type { Person, Words } from './words.ts'

/**
 * The whole letter in words. Parts without facts are left out; what a finished letter may not miss is told by
 * `letterGaps`.
 */
export function composeProgressLetter(facts: ProgressFacts, lang: Language): LetterContent {
  const words = wordsOf(lang)
  const { t } = words
  const person = personOf(facts, words)
  const { office } = facts
  const number = facts.number ?? t('reference.pending')
  const period = words.span(facts.period_from, facts.period_to)
  const street = `${office.street} ${office.house_number}`.trim()
  const town = postcodeTown(office.postcode, office.city)
  const date = words.date(facts.dated_on)
  return {
    title: soft(t('title', { name: person.name, date })),
    subject: t('subject', { number }),
    author: office.name,
    language: lang,
    datedOn: facts.dated_on,
    head: { name: office.name, tagline: office.tagline, lines: filled([street, town, hard(office.phone)]) },
    returnAddress: t('from', { address: filled([office.name, street, town]).join(', ') }),
    address: addressLines(facts, words),
    references: [
      { label: t('reference.theirLetter'), value: facts.referred_on ? words.date(facts.referred_on) : '' },
      { label: t('reference.theirs'), value: facts.participant.client_number.trim() },
      { label: t('reference.ours'), value: number },
      { label: t('reference.date'), value: date },
    ].flatMap((reference, column) => (reference.value === '' ? [] : [{ column, ...reference }])),
    heading: t('heading', { name: person.name }),
    period: t('period', period),
    salutation:
      facts.caseManager && hasName(facts.caseManager)
        ? t('salutation', { salutation: salutation(caseManagerParts(facts.caseManager), lang) })
        : t('salutationUnknown'),
    blocks: blocks(facts, words, person),
    closing: closing(facts, words),
    continuation: {
      left: filled([t('municipality', { name: bareName(facts) }), managerLine(facts, words)]).join(', '),
      right: [date, t('reference.ourNumber', { number })],
    },
    foot: {
      left: filled([office.name, office.kvk && t('kvk', { number: office.kvk }), office.website]),
      page: t('page', { page: '{page}', pages: '{pages}' }),
    },
    draftMark: t('concept'),
  }
}

function blocks(facts: ProgressFacts, words: Words, person: Person): Block[] {
  const { t } = words
  const all: (Block | null)[] = [
    opening(facts, words, person),
    question(facts, words),
    glance(facts, words),
    attendanceBlock(facts, words, person),
    languageBlock(facts, words),
    skillsBlock(facts, words, person),
    goalsBlock(facts, words),
    placesBlock(facts, words),
    notes(facts, words),
    written(t('helps.heading'), facts.texts.helps),
    opinion(facts, words, person),
    agreements(facts, words),
  ]
  return all.filter((block) => block !== null)
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

function question(facts: ProgressFacts, { t, date }: Words): QuestionBlock | null {
  const paragraphs = paragraphsOf(facts.texts.question)
  const last = paragraphs.pop()
  if (last === undefined) return null
  const before = facts.texts.question_before
  const term =
    before === null
      ? []
      : [
          { text: ` ${t('question.before')}` },
          { text: t('question.beforeDate', { date: date(before) }), bold: true },
          { text: '.' },
        ]
  return {
    kind: 'question',
    heading: t('question.heading'),
    paragraphs: [...paragraphs.map((text) => [{ text }]), [{ text: last }, ...term]],
  }
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

function written(heading: string | null, text: string): ParagraphsBlock | null {
  const paragraphs = paragraphsOf(text)
  if (paragraphs.length === 0) return null
  return { kind: 'paragraphs', heading, paragraphs: paragraphs.map((line) => [{ text: line }]) }
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

function opinion(facts: ProgressFacts, words: Words, person: Person): Block | null {
  const { t } = words
  const lines = paragraphsOf(facts.texts.opinion)
  const on = facts.texts.discussed_on
  const discussed = on === null ? '' : t('opinion.discussed', { date: words.dayMonth(on), name: person.name })
  if (lines.length === 0)
    return discussed === ''
      ? null
      : { kind: 'paragraphs', heading: null, paragraphs: [[{ text: discussed }]] }
  return {
    kind: 'opinion',
    heading: t('opinion.heading', { name: person.name }),
    quote: quoted(lines),
    detail: discussed,
  }
}

/** In quotation marks, once: what the coach typed around it is taken off first. */
function quoted(lines: readonly string[]): string[] {
  const text = lines
    .join('\n')
    .replace(/^["“”„'‘’]+/u, '')
    .replace(/["“”„'‘’]+$/u, '')
  return `“${text}”`.split('\n')
}

function agreements(facts: ProgressFacts, { t }: Words): Block | null {
  const rows = facts.texts.agreements
    .filter((row) => row.what.trim() !== '')
    .map((row): [string, string, string] => [row.what.trim(), row.who.trim(), row.when.trim()])
  if (rows.length === 0) return null
  return {
    kind: 'agreements',
    heading: t('agreements.heading'),
    columns: [t('agreements.what'), t('agreements.who'), t('agreements.when')],
    rows,
  }
}

function closing(facts: ProgressFacts, words: Words): Closing {
  const { t } = words
  const { phone, email, name } = facts.office
  const next = facts.next_letter_on
  const line = filled([
    next !== null && t('closing.next', { date: words.date(mondayOf(next)) }),
    phone.trim() !== ''
      ? t('closing.call', { phone: hard(phone.trim()) })
      : email.trim() !== '' && t('closing.mail', { email: email.trim() }),
  ]).join(' ')
  return {
    paragraphs: line === '' ? [] : [[{ text: line }]],
    greeting: t('closing.greeting'),
    name: facts.coach.name,
    role: t('closing.role', {
      function: facts.coach.function_title.trim() || t('closing.coach'),
      office: name,
    }),
    copy: t('closing.copy', { name: inSentence(facts.participant, words) }),
  }
}

function addressLines(facts: ProgressFacts, words: Words): string[] {
  const { municipality } = facts
  const manager = managerLine(facts, words)
  const title = facts.caseManager?.function_title.trim() || facts.office.case_manager_word.trim()
  const who = filled([manager, title]).join(', ')
  return filled([
    words.t('confidential'),
    words.t('municipality', { name: bareName(facts) }),
    manager !== '' && words.t('attention', { who }),
    municipality.address_line.trim(),
    postcodeTown(municipality.postcode, municipality.city, true),
  ])
}

/** "mevrouw A. de Vries"; empty when there is nobody to name. */
function managerLine(facts: ProgressFacts, words: Words): string {
  if (!facts.caseManager || !hasName(facts.caseManager)) return ''
  return inSentence(caseManagerParts(facts.caseManager), words)
}

/** "mevrouw A. de Vries": the address line as it stands inside a line. */
function inSentence(parts: NameParts, { language }: Words): string {
  const line = addressLine(parts, language)
  return parts.form_of_address !== 'none' && language === 'nl'
    ? line.charAt(0).toLowerCase() + line.slice(1)
    : line
}

/** The name of the municipality without the word itself, which the letter puts before it. */
function bareName({ municipality }: ProgressFacts): string {
  return municipality.name.trim().replace(/^(gemeente|municipality of)\s+/iu, '')
}

/** "1234 AB  PLAATS" for the window, "1234 AB Plaats" elsewhere. Something unusual is printed as it was typed. */
function postcodeTown(postcode: string, city: string, window = false): string {
  const normal = normalisePostcode(postcode)
  if (!normal.ok) return filled([postcode.trim(), city.trim()]).join(' ')
  return window && city.trim() !== ''
    ? letterPostcodeLine(normal.value, city.trim())
    : filled([hard(normal.value), city.trim()]).join(' ')
}

const soft = (text: string): string => text.replaceAll('\u00a0', ' ')
const filled = (texts: readonly (string | false)[]): string[] =>
  texts.filter((text): text is string => text !== false && text.trim() !== '')
