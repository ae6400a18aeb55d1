/** An invitation: what for, the day in words, where, what to bring and whom to call; to the participant. Pure. */
import { formatWeekdayLong } from '../calendar/dates.ts'
import { letterPostcodeLine, normalisePostcode } from '../fields/postcode.ts'
import type { Language } from '../i18n/index.ts'
import { addressLine, salutation } from '../names/name.ts'
import { arrange, type Part } from './arrange.ts'
import type { FactsBlock, LetterContent, ParagraphsBlock } from './content.ts'
import { filled, letterFrame, type Addressee } from './frame.ts'
import { knownFacts } from './growth-parts.ts'
import type { InvitationFacts } from './kind-facts.ts'
import { written } from './own-text.ts'
import { hard, paragraphsOf, sentence, wordsOf, type Words } from './words.ts'

export function composeInvitation(facts: InvitationFacts, lang: Language): LetterContent {
  const words = wordsOf(lang)
  const { t } = words
  const subject = facts.texts.subject.trim()
  const frame = letterFrame(facts, words, {
    title: t('invitation.title', { date: words.date(facts.dated_on) }),
    subject: (number) => t('invitation.subject', { number }),
    heading: t('invitation.heading'),
    period: subject,
    next: '',
    to: toParticipant(facts, words),
  })
  const phone = facts.office.phone.trim()
  return {
    ...frame,
    large: true,
    // What the municipality wrote, and its number, say nothing to the participant.
    references: frame.references.filter((one) => one.column >= 2),
    closing: {
      ...frame.closing,
      paragraphs: [
        [{ text: phone === '' ? t('invitation.cannot') : t('invitation.call', { phone: hard(phone) }) }],
      ],
    },
    blocks: arrange(parts(facts, words), facts, words),
  }
}

function parts(facts: InvitationFacts, words: Words): Part[] {
  return [
    ['opening', opening(facts, words)],
    ['when', when(facts, words)],
    ['bring', bring(facts, words)],
    ['more', written(null, facts.texts.more)],
  ]
}

function opening({ office, coach }: InvitationFacts, { t }: Words): ParagraphsBlock {
  return {
    kind: 'paragraphs',
    heading: null,
    paragraphs: [[{ text: t('invitation.opening', { office: office.name, coach: coach.name }) }]],
  }
}

/** "woensdag 25 november 2026" and "10.30 tot 11.30 uur". */
function when({ texts, coach }: InvitationFacts, words: Words): FactsBlock | null {
  const { t, language } = words
  const { on, from, until } = texts
  const time =
    until <= from
      ? t('invitation.at', { from: clock(from) })
      : t('invitation.fromUntil', { from: clock(from), until: clock(until) })
  return knownFacts('', [
    [t('invitation.day'), on && `${formatWeekdayLong(on, language)} ${on.slice(0, 4)}`],
    [t('invitation.time'), on && time],
    [t('invitation.place'), texts.place.trim()],
    [t('invitation.with'), coach.name],
  ])
}

const clock = (minutes: number): string =>
  `${Math.floor(minutes / 60)}.${String(minutes % 60).padStart(2, '0')}`

function bring({ texts }: InvitationFacts, { t }: Words): ParagraphsBlock | null {
  const things = paragraphsOf(texts.bring)
  if (things.length === 0) return null
  return {
    kind: 'paragraphs',
    heading: t('invitation.bring'),
    paragraphs: things.map((text) => [{ text: things.length === 1 ? sentence(text) : `• ${text}` }]),
  }
}

function toParticipant({ participant, address }: InvitationFacts, { language }: Words): Addressee {
  const { street, house_number, postcode, city } = address
  const normal = normalisePostcode(postcode)
  const name = addressLine(participant, language)
  return {
    lines: filled([
      name,
      `${street} ${house_number}`.trim(),
      normal.ok ? letterPostcodeLine(normal.value, city.trim()) : `${postcode} ${city}`.trim(),
    ]),
    salutation: `${salutation(participant, language)},`,
    short: name,
  }
}
