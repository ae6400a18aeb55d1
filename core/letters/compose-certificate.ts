/** The certificate: name, days, hours and what was learnt, on one page. No health, no benefit. Pure. */
import type { Language } from '../i18n/index.ts'
import { arranged } from './arrange.ts'
import type { LetterContent } from './content.ts'
import { filled, letterFrame } from './frame.ts'
import type { CertificateFacts } from './kind-facts.ts'
import { ownBlock } from './own-paragraphs.ts'
import type { CertificatePart, CertificateSheet } from './sheets.ts'
import { capital, paragraphsOf, wordsOf, type Words } from './words.ts'

/** More lines than these nobody reads on a wall. */
const mostItems = 8

export function composeCertificate(facts: CertificateFacts, lang: Language): LetterContent {
  const words = wordsOf(lang)
  const { t } = words
  return {
    ...letterFrame(facts, words, {
      title: t('certificate.title', { date: words.date(facts.dated_on) }),
      subject: (number) => t('certificate.subject', { number }),
      heading: t('certificate.heading'),
      period: '',
      next: '',
      to: { lines: [], salutation: '', short: '' },
    }),
    blocks: [],
    sheet: sheetOf(facts, words),
  }
}

function sheetOf(facts: CertificateFacts, words: Words): CertificateSheet {
  const { t } = words
  const { office, coach, heard, present_minutes } = facts
  const date = words.date(facts.dated_on)
  const items = [...paragraphsOf(facts.texts.learnt), ...facts.learnt].slice(0, mostItems).map(capital)
  const said = (kind: 'sentence' | 'wish', text: string) => (text === '' ? null : { kind, text })
  const hours = present_minutes > 0 ? t('certificate.hours', { hours: words.hours(present_minutes) }) : ''
  const heardWords =
    heard.count > 0 ? t('certificate.words', { count: heard.count, words: words.list(heard.examples) }) : ''
  const shown = arranged<CertificatePart | 'form'>(
    [
      ['holder', 'form'],
      ['cert_hours', said('sentence', hours)],
      ['cert_words', said('sentence', heardWords)],
      ['learnt', items.length === 0 ? null : { kind: 'learnt', heading: t('certificate.learnt'), items }],
      ['good_wish', said('wish', paragraphsOf(facts.texts.wish).join(' '))],
      ['signatures', 'form'],
    ],
    facts.layout ?? [],
    (paragraphs) => ownBlock(paragraphs, facts, words),
  )
  return {
    kind: 'certificate',
    office: office.name,
    heading: t('certificate.heading'),
    lead: t('certificate.lead'),
    name: facts.full_name,
    did: t('certificate.did', { office: office.name, ...words.span(facts.period_from, facts.period_to) }),
    parts: shown.flatMap(({ item, part }) => (part === 'form' ? [] : [{ item, ...part }])),
    sign: {
      item: shown.at(-1)?.item ?? 0,
      place: office.city.trim() === '' ? date : t('certificate.place', { city: office.city.trim(), date }),
      name: coach.name,
      role: t('closing.role', {
        function: coach.function_title.trim() || t('closing.coach'),
        office: office.name,
      }),
    },
    foot: {
      left: filled([office.name, office.website]).join(' · '),
      right: t('reference.ourNumber', { number: facts.number ?? t('reference.pending') }),
    },
  }
}
