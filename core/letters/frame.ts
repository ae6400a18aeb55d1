/** What is around every letter: the head, the address, the references, the closing and the foot. */
import { letterPostcodeLine, normalisePostcode } from '../fields/postcode.ts'
import { addressLine, salutation, type NameParts } from '../names/name.ts'
import type { Closing, LetterContent } from './content.ts'
import type { FrameFacts, LetterFacts } from './facts.ts'
import { caseManagerParts, hard, hasName, type Words } from './words.ts'

export interface OwnOfKind {
  /** For the window of the PDF program. */
  readonly title: string
  readonly subject: (number: string) => string
  readonly heading: string
  /** The line under the heading. */
  readonly period: string
  /** When the reader hears from the office again; '' where nobody knows. */
  readonly next: string
  /** Left out: to the case manager of the municipality. */
  readonly to?: Addressee
}

export interface Addressee {
  /** In the window; at most six. */
  readonly lines: readonly string[]
  readonly salutation: string
  /** In the head of the second page and further. */
  readonly short: string
}

/** What every letter has; about whom it is, where it is about somebody. */
type Facts = FrameFacts &
  Partial<Pick<LetterFacts, 'participant' | 'referred_on'>> & {
    readonly texts?: { readonly copy_given?: 'yes' | 'no'; readonly [other: string]: unknown }
  }

/** A letter without its blocks. */
export function letterFrame(facts: Facts, words: Words, own: OwnOfKind): Omit<LetterContent, 'blocks'> {
  const { t, language } = words
  const { office } = facts
  const number = facts.number ?? t('reference.pending')
  const street = `${office.street} ${office.house_number}`.trim()
  const town = postcodeTown(office.postcode, office.city)
  const date = words.date(facts.dated_on)
  const to = own.to ?? toCaseManager(facts, words)
  return {
    title: soft(own.title),
    subject: own.subject(number),
    author: office.name,
    language,
    datedOn: facts.dated_on,
    head: { name: office.name, tagline: office.tagline, lines: filled([street, town, hard(office.phone)]) },
    returnAddress: t('from', { address: filled([office.name, street, town]).join(', ') }),
    address: to.lines,
    references: [
      { label: t('reference.theirLetter'), value: facts.referred_on ? words.date(facts.referred_on) : '' },
      { label: t('reference.theirs'), value: facts.participant?.client_number.trim() ?? '' },
      { label: t('reference.ours'), value: number },
      { label: t('reference.date'), value: date },
    ].flatMap((reference, column) => (reference.value === '' ? [] : [{ column, ...reference }])),
    heading: own.heading,
    period: own.period,
    ...(facts.replaces && {
      replaces: t('replaces', { number: facts.replaces.number, date: words.date(facts.replaces.dated_on) }),
    }),
    salutation: to.salutation,
    closing: closing(facts, words, own),
    continuation: {
      left: to.short,
      right: [date, t('reference.ourNumber', { number })],
    },
    foot: {
      left: filled([office.name, office.kvk && t('kvk', { number: office.kvk }), office.website]),
      page: t('page', { page: '{page}', pages: '{pages}' }),
    },
    ...lookOf(facts),
    draftMark: t('concept'),
  }
}

function lookOf({ letterhead, office }: Facts): Pick<LetterContent, 'look'> {
  if (letterhead === undefined) return {}
  const { logo, accent, window_side: side, window_x, window_y } = letterhead
  return {
    look: {
      ...(logo
        ? {
            logo: {
              sha256: logo.sha256,
              alternative: logo.name.trim() || office.name,
              height: logo.height / 10,
            },
          }
        : {}),
      ...(accent ? { accent } : {}),
      window: { side, x: window_x / 10, y: window_y / 10 },
    },
  }
}

function closing(facts: Facts, words: Words, own: OwnOfKind): Closing {
  const { t } = words
  const { phone, email, name } = facts.office
  const line = filled([
    own.next,
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
    // Who reads a letter about themselves gets it, not a copy.
    copy:
      facts.participant && own.to === undefined && facts.texts?.copy_given !== 'no'
        ? t('closing.copy', { name: inSentence(facts.participant, words) })
        : '',
    ...(facts.signature
      ? {
          signature: {
            sha256: facts.signature,
            alternative: t('closing.signature', { name: facts.coach.name }),
          },
        }
      : {}),
  }
}

function toCaseManager(facts: Facts, words: Words): Addressee {
  const { t, language } = words
  return {
    lines: addressLines(facts, words),
    salutation:
      facts.caseManager && hasName(facts.caseManager)
        ? t('salutation', { salutation: salutation(caseManagerParts(facts.caseManager), language) })
        : t('salutationUnknown'),
    short: filled([t('municipality', { name: bareName(facts) }), managerLine(facts, words)]).join(', '),
  }
}

function addressLines(facts: Facts, words: Words): string[] {
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
function managerLine(facts: Facts, words: Words): string {
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
function bareName({ municipality }: Facts): string {
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
/** The texts with something in them. */
export const filled = (texts: readonly (string | false)[]): string[] =>
  texts.filter((text): text is string => text !== false && text.trim() !== '')
