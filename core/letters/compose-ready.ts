/** "Klaar voor de arbeidsmarkt": a short letter, one page: what was seen, where and since when, and what is asked. Pure. */
import type { Language } from '../i18n/index.ts'
import { arrange, type Part } from './arrange.ts'
import type { FactsBlock, LetterContent, ParagraphsBlock } from './content.ts'
import type { ReadyFacts } from './facts.ts'
import { letterFrame } from './frame.ts'
import { opinionBlock, questionBlock, written } from './own-text.ts'
import { personOf, wordsOf, type Person, type Words } from './words.ts'

/** The whole letter in words. Parts without facts are left out; `readyLetterGaps` tells what it may not miss. */
export function composeReadyLetter(facts: ReadyFacts, lang: Language): LetterContent {
  const words = wordsOf(lang)
  const { t } = words
  const person = personOf(facts, words)
  return {
    ...letterFrame(facts, words, {
      title: t('ready.title', { name: person.name, date: words.date(facts.dated_on) }),
      subject: (number) => t('ready.subject', { number }),
      heading: t('ready.heading', { name: person.Name }),
      period: t('ready.seenOn', { date: words.date(facts.signalled_on) }),
      next: '',
    }),
    blocks: arrange(parts(facts, words, person), facts, words),
  }
}

function parts(facts: ReadyFacts, words: Words, person: Person): Part[] {
  const { t } = words
  const { texts } = facts
  return [
    ['opening', opening(facts, words, person)],
    ['question', questionBlock(texts, words)],
    ['seen', written(t('ready.seen'), texts.seen)],
    ['glance', glance(facts, words)],
    ['opinion', opinionBlock(texts, words, person)],
  ]
}

/** Who says it: the organisation, or the office itself. */
function opening(facts: ReadyFacts, { t }: Words, person: Person): ParagraphsBlock {
  const host = facts.told_by === 'host' ? (facts.place?.host ?? '') : ''
  const who =
    host === ''
      ? t(facts.told_by === 'host' ? 'ready.anotherSees' : 'ready.weSee', { name: person.name })
      : t('ready.hostSees', { host, name: person.name })
  return { kind: 'paragraphs', heading: null, paragraphs: [[{ text: who }]] }
}

function glance(facts: ReadyFacts, words: Words): FactsBlock | null {
  const { t } = words
  const { place } = facts
  const levels = facts.language.map((one, at) => {
    const skill = t(`skill.${one.skill}`)
    return t('ready.level', { skill: at === 0 ? skill : skill.toLowerCase(), level: one.level })
  })
  const rows: [string, string | null][] = [
    [t('ready.place'), place && where(place, words)],
    [t('ready.since'), place && when(place, words)],
    [t('glance.language'), levels.join(', ')],
  ]
  const filled = rows.flatMap(([label, value]) => (value ? [{ label, value }] : []))
  return filled.length === 0 ? null : { kind: 'facts', heading: t('glance.heading'), rows: filled }
}

type Place = NonNullable<ReadyFacts['place']>

/** "Restaurant De Lepel, keukenhulp (werkervaringsplaats)". */
function where({ host, title, kind }: Place, { t }: Words): string {
  return t('ready.placeValue', { host, title, kind: t(`placementKind.${kind}`).toLowerCase() })
}

/** "3 augustus 2026, 18 uur per week". */
function when({ starts_on, ended_on, minutes_per_week }: Place, words: Words): string {
  const { t } = words
  const since =
    starts_on === null
      ? ''
      : ended_on === null
        ? words.date(starts_on)
        : t('ready.between', words.span(starts_on, ended_on))
  const hours = minutes_per_week === null ? '' : t('place.perWeek', { hours: words.hours(minutes_per_week) })
  return [since, hours].filter((text) => text !== '').join(', ')
}
