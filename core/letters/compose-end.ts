/** The end report: how a trajectory ended, what was done and reached, what comes next, and two signatures. Pure. */
import type { EndKind } from '../api/fields.ts'
import type { Language } from '../i18n/index.ts'
import { arrange, type Part } from './arrange.ts'
import type { Block, FactsBlock, LetterContent, ParagraphsBlock, SignBlock } from './content.ts'
import { filled, letterFrame } from './frame.ts'
import { growthRows, knownFacts, longAttendanceBlock } from './growth-parts.ts'
import { goalsBlock, languageBlock, skillsBlock } from './growth-text.ts'
import type { EndFacts } from './kind-facts.ts'
import { agreementsBlock, opinionBlock, questionBlock, quoteBlock, written } from './own-text.ts'
import { placesBlock } from './place-text.ts'
import { capital, paragraphsOf, personOf, wordsOf, type Person, type Words } from './words.ts'

/** The whole report in words. Parts without facts are left out; `endLetterGaps` tells what it may not miss. */
export function composeEndLetter(facts: EndFacts, lang: Language): LetterContent {
  const words = wordsOf(lang)
  const { t } = words
  const person = personOf(facts, words)
  const frame = letterFrame(facts, words, {
    title: t('end.title', { name: person.name, date: words.date(facts.dated_on) }),
    subject: (number) => t('end.subject', { number }),
    heading: t('end.heading', { name: person.name }),
    period: t('period', words.span(facts.period_from, facts.period_to)),
    next: '',
  })
  return {
    ...frame,
    // It is signed in boxes, by both.
    closing: { ...frame.closing, greeting: '', name: '', role: '' },
    blocks: arrange(parts(facts, words, person), facts, words),
  }
}

function parts(facts: EndFacts, words: Words, person: Person): Part[] {
  const { t } = words
  const { texts } = facts
  return [
    ['opening', written(null, texts.opening) ?? opening(facts, words, person)],
    ['question', questionBlock(texts, words)],
    ['glance', glance(facts, words)],
    ['ended', written(t('end.explanation'), texts.explanation)],
    ['activities', activities(facts, words)],
    ['attendance', longAttendanceBlock(facts, words, person)],
    ['language', languageBlock(facts, words)],
    ['skills', skillsBlock(facts, words, person)],
    ['goals', goalsBlock(facts, words)],
    ['places', placesBlock(facts, words)],
    ['evidence', written(t('end.evidence'), texts.evidence)],
    ['helps', written(t('helps.heading'), texts.helps)],
    ['opinion', opinionBlock(texts, words, person, facts.end.satisfied)],
    ['advice', written(t('end.advice'), texts.advice)],
    ['advice_opinion', quoteBlock(t('end.adviceOpinion', { name: person.name }), texts.advice_opinion)],
    ['aftercare', aftercare(facts, words, person)],
    ['agreements', agreementsBlock(texts, words)],
    ['sign', sign(facts, words, person)],
  ]
}

const lastDayOf = (facts: EndFacts): string => facts.end.ended_on ?? facts.trajectory.planned_end_on

function opening(facts: EndFacts, { t, date }: Words, person: Person): Block {
  const { end, trajectory, office } = facts
  const over = end.ended_on !== null && end.ended_on <= facts.dated_on
  const days = { start: date(trajectory.starts_on), end: date(lastDayOf(facts)) }
  const text = t(over ? 'end.opening' : 'end.openingComing', {
    name: person.name,
    office: office.name,
    ...days,
  })
  return { kind: 'paragraphs', heading: null, paragraphs: [[{ text: `${text} ${t('end.reads')}` }]] }
}

/** Reasons of health or family stay with the people they are about. */
const reasonOf = (kind: EndKind) => (kind === 'health' || kind === 'family' ? 'personal' : kind)

function glance(facts: EndFacts, words: Words): FactsBlock | null {
  const { t, date } = words
  const { end, trajectory } = facts
  const kind = end.kind === null ? null : reasonOf(end.kind)
  const situation =
    end.ended_on === null
      ? 'end.situation.coming'
      : end.early
        ? 'end.situation.early'
        : 'end.situation.planned'
  const talked = end.discussed_on === null ? '' : t('end.onDay', { date: date(end.discussed_on) })
  return knownFacts(t('glance.heading'), [
    [
      t('glance.trajectory'),
      t('glance.trajectoryValue', { start: date(trajectory.starts_on), end: date(lastDayOf(facts)) }),
    ],
    [t('end.situationLabel'), t(situation, { date: date(trajectory.planned_end_on) })],
    [t('end.reason'), kind && (end.early || kind !== 'planned') ? t(`end.kind.${kind}`) : null],
    [t('end.discussed'), filled([end.discussed_with, talked]).join(', ')],
    [t('end.outflow'), end.outflow && t(`end.outflowWord.${end.outflow}`)],
    ...growthRows(facts, words),
  ])
}

/** What was done, and how many hours of it. */
function activities(facts: EndFacts, words: Words): FactsBlock | ParagraphsBlock | null {
  const { t } = words
  const { workshop_minutes, elsewhere_minutes, talks, attendance, texts } = facts
  const heard = attendance.heard?.count ?? 0
  const rows: [string, string | null][] = [
    [t('end.workshop'), workshop_minutes > 0 ? words.hours(workshop_minutes) : null],
    [t('end.elsewhere'), elsewhere_minutes > 0 ? words.hours(elsewhere_minutes) : null],
    [t('end.talks'), talks > 0 ? t('end.talksValue', { count: talks }) : null],
    [t('end.words'), heard > 0 ? t('end.wordsValue', { count: heard }) : null],
    [t('end.more'), paragraphsOf(texts.activities).join(' ')],
  ]
  return knownFacts(t('end.activities'), rows)
}

function aftercare(facts: EndFacts, words: Words, person: Person): ParagraphsBlock | null {
  const { t } = words
  if (facts.aftercare.length === 0) return null
  const text = t('end.aftercareText', {
    name: person.name,
    months: words.list(facts.aftercare.map((one) => String(one.month))),
    first: words.date(facts.aftercare[0]?.on ?? ''),
  })
  return { kind: 'paragraphs', heading: t('end.aftercare'), paragraphs: [[{ text }]] }
}

function sign(facts: EndFacts, words: Words, person: Person): SignBlock {
  const { t } = words
  const coach = { role: facts.coach.function_title.trim() || t('closing.coach'), name: facts.coach.name }
  // Nobody asks the dead to sign.
  const both = facts.end.kind !== 'deceased'
  return {
    kind: 'sign',
    heading: t('sign.heading'),
    paragraphs: both
      ? [
          [
            {
              text: t('end.agree', {
                name: person.Name,
                hours: words.hours(facts.attendance.present_minutes),
              }),
            },
          ],
        ]
      : [],
    signers: [
      { role: capital(coach.role), name: coach.name },
      ...(both ? [{ role: t('sign.participant'), name: person.Name }] : []),
    ],
    date: t('sign.date'),
    signature: t('sign.signature'),
  }
}
