/** How somebody does some months after the trajectory, as far as they told it. Pure. */
import type { Language } from '../i18n/index.ts'
import { arrange, type Part } from './arrange.ts'
import type { Block, FactsBlock, LetterContent } from './content.ts'
import { letterFrame } from './frame.ts'
import { knownFacts } from './growth-parts.ts'
import type { AftercareFacts } from './kind-facts.ts'
import { questionBlock, quoteBlock, written } from './own-text.ts'
import { personOf, wordsOf, type Person, type Words } from './words.ts'

export function composeAftercareLetter(facts: AftercareFacts, lang: Language): LetterContent {
  const words = wordsOf(lang)
  const { t } = words
  const person = personOf(facts, words)
  return {
    ...letterFrame(facts, words, {
      title: t('aftercareLetter.title', { name: person.name, date: words.date(facts.dated_on) }),
      subject: (number) => t('aftercareLetter.subject', { number }),
      heading: t('aftercareLetter.heading', { name: person.name }),
      period: t('aftercareLetter.after', { count: facts.month }),
      next: '',
    }),
    blocks: arrange(parts(facts, words, person), facts, words),
  }
}

function parts(facts: AftercareFacts, words: Words, person: Person): Part[] {
  const { t } = words
  return [
    ['opening', opening(facts, words, person)],
    ['question', questionBlock(facts.texts, words)],
    ['glance', glance(facts, words)],
    ['told', written(t('aftercareLetter.told'), facts.texts.told)],
    ['opinion', quoteBlock(t('aftercareLetter.story', { name: person.name }), facts.story)],
  ]
}

function opening(facts: AftercareFacts, words: Words, person: Person): Block | null {
  const { t } = words
  const { outcome, ended_on, done_on } = facts
  if (outcome === null) return null
  const ended =
    ended_on === null ? '' : t('aftercareLetter.ended', { name: person.name, date: words.date(ended_on) })
  const asked =
    outcome === 'not_reached'
      ? t('aftercareLetter.notReached', { name: person.name, count: facts.tries })
      : done_on === null
        ? t('aftercareLetter.spoke', { name: person.name })
        : t('aftercareLetter.spokeOn', { name: person.name, date: words.date(done_on) })
  return { kind: 'paragraphs', heading: null, paragraphs: [[{ text: `${ended} ${asked}`.trim() }]] }
}

function glance(facts: AftercareFacts, words: Words): FactsBlock | null {
  const { t } = words
  const { outcome, benefit_ended, outflow } = facts
  const told = outcome !== null && outcome !== 'not_reached'
  const where =
    outcome === 'moved_on' ? facts.moved_on_to.trim() : outcome === 'still_there' ? facts.went_to.trim() : ''
  return knownFacts(t('glance.heading'), [
    [t('aftercareLetter.wentTo'), outflow && t(`end.outflowWord.${outflow}`)],
    [t('aftercareLetter.now'), outcome && t(`aftercareLetter.outcome.${outcome}`)],
    [t('aftercareLetter.where'), told ? where : ''],
    [
      t('aftercareLetter.benefit'),
      told && benefit_ended ? t(`aftercareLetter.benefitWord.${benefit_ended}`) : null,
    ],
  ])
}
