/** "Klaar voor de arbeidsmarkt": a short letter, one page: what was seen, where and since when, and what is asked. Pure. */
import type { Language } from '../i18n/index.ts'
import type { Block, FactsBlock, LetterContent, ParagraphsBlock } from './content.ts'
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
    blocks: blocks(facts, words, person),
  }
}

function blocks(facts: ReadyFacts, words: Words, person: Person): Block[] {
  const { t } = words
  const { texts } = facts
  const all: (Block | null)[] = [
    opening(facts, words, person),
    questionBlock(texts, words),
    written(t('ready.seen'), texts.seen),
    glance(facts, words),
    opinionBlock(texts, words, person),
  ]
  return all.filter((block) => block !== null)
}

/** Who says it: the organisation, or the office itself. */
function opening(facts: ReadyFacts, { t }: Words, person: Person): ParagraphsBlock {
  const host = facts.told_by === 'host' ? (facts.place?.host ?? '') : ''
  const who =
    host === ''
      ? t(facts.told_by === 'host' ? 'ready.anotherSees' : 'ready.weSee', { name: person.name })
      : t('ready.hostSees', { host, name: person.name })
  return { kind: 'paragraphs', heading: null, paragraphs: [[{ text: `${who} ${t('ready.reads')}` }]] }
}

function glance(facts: ReadyFacts, words: Words): FactsBlock | null {
  const { t } = words
  const { place } = facts
  const language = facts.language.map((one) =>
    t('ready.level', { skill: t(`skill.${one.skill}`), level: one.level }),
  )
  const rows: [string, string | null][] = [
    [t('ready.place'), place && t('ready.placeValue', { host: place.host, title: place.title })],
    [t('ready.kind'), place && t(`placementKind.${place.kind}`)],
    [t('ready.since'), place && since(place, words)],
    [t('ready.hours'), place && hours(place, words)],
    [
      t('glance.trajectory'),
      facts.trajectory &&
        t('glance.trajectoryValue', {
          start: words.date(facts.trajectory.starts_on),
          end: words.date(facts.trajectory.ends_on),
        }),
    ],
    [t('glance.language'), words.list(language)],
  ]
  const filled = rows.flatMap(([label, value]) => (value ? [{ label, value }] : []))
  return filled.length === 0 ? null : { kind: 'facts', heading: t('glance.heading'), rows: filled }
}

type Place = NonNullable<ReadyFacts['place']>

function since({ starts_on, ended_on }: Place, words: Words): string | null {
  if (starts_on === null) return null
  if (ended_on === null) return words.date(starts_on)
  return words.t('ready.between', words.span(starts_on, ended_on))
}

function hours({ days, minutes_per_week }: Place, words: Words): string {
  const week =
    minutes_per_week === null ? '' : words.t('place.perWeek', { hours: words.hours(minutes_per_week) })
  return [days.trim(), week].filter((text) => text !== '').join(', ')
}
