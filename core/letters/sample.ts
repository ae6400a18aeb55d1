/** A letter of invented people and figures, to see how a template comes out. Pure. */
import { addDays, addMonths, mondayOf } from '../calendar/dates.ts'
import { createI18n, type Language } from '../i18n/index.ts'
import type { LetterKind } from '../api/letters.ts'
import { arranged, type BlockCode } from './arrange.ts'
import type { ChipFacts } from './chips.ts'
import { composeCertificate } from './compose-certificate.ts'
import { composePlacementLetter } from './compose-placement.ts'
import type { Block, LetterContent } from './content.ts'
import type { FrameFacts, LetterFacts } from './facts.ts'
import { letterFrame } from './frame.ts'
import { kindParts } from './kind-parts.ts'
import { ownBlock } from './own-paragraphs.ts'
import { sampleCertificate, samplePlacement } from './sample-sheets.ts'
import { wordsOf, type Words } from './words.ts'

/** What is real in it: the office, its letterhead, who writes. */
export type SampleOffice = Pick<FrameFacts, 'office' | 'letterhead' | 'coach' | 'signature' | 'layout'>

/** With where each item of the layout stands; see `LetterContent.items`. @param today `YYYY-MM-DD`, the day it carries. */
export function composeSample(
  kind: LetterKind,
  office: SampleOffice,
  today: string,
  lang: Language,
): LetterContent {
  const words = wordsOf(lang)
  const say = sayer(lang)
  const facts = sampleFacts(office, today, say)
  const around = { title: say('sample.title'), draftMark: say('sample.mark') }
  if (kind === 'placement')
    return { ...composePlacementLetter(samplePlacement(facts, say, today), lang), ...around }
  if (kind === 'certificate') return { ...composeCertificate(sampleCertificate(facts, say), lang), ...around }
  const samples = sampleBlocks(words, say, today)
  const shown = arranged<Block>(
    kindParts[kind].map((code) => [code, samples(code)]),
    office.layout ?? [],
    (paragraphs) => ownBlock(paragraphs, facts, words),
  )
  return {
    ...letterFrame(facts, words, {
      title: around.title,
      subject: () => say('sample.title'),
      heading: say('sample.heading', { kind: say(`kind.${kind}`) }),
      period: words.t('period', words.span(facts.period_from, facts.period_to)),
      next: '',
    }),
    blocks: shown.map(({ part }) => part),
    items: shown.map(({ item }) => item),
    draftMark: around.draftMark,
  }
}

const sayer = (lang: Language) => createI18n(lang).getFixedT(lang, 'letterLook')
export type Say = ReturnType<typeof sayer>

type SampleFacts = LetterFacts & Pick<ChipFacts, 'trajectory'>

function sampleFacts(office: SampleOffice, today: string, say: Say): SampleFacts {
  const from = addMonths(today, -3)
  return {
    ...office,
    version: 1,
    municipality: {
      name: say('sample.municipality'),
      address_line: say('sample.address'),
      postcode: '1234 AB',
      city: say('sample.municipality'),
    },
    caseManager: {
      initials: 'A.',
      prefix: 'de',
      surname: say('sample.caseManager'),
      form_of_address: 'mevrouw',
      function_title: '',
    },
    dated_on: today,
    period_from: from,
    period_to: addDays(today, -1),
    number: null,
    participant: {
      given_names: say('sample.given'),
      call_name: '',
      initials: 'N.',
      prefix: '',
      surname: say('sample.surname'),
      partner_prefix: '',
      partner_surname: '',
      name_use: 'own',
      form_of_address: 'mevrouw',
      client_number: 'V-0001',
    },
    referred_on: addDays(from, -14),
    trajectory: { starts_on: from, planned_end_on: addMonths(from, 6) },
  }
}

/** What stands in the place of each block: its shape, with invented figures in it. */
function sampleBlocks(words: Words, say: Say, today: string): (code: BlockCode) => Block {
  const { t } = words
  const text = (key: 'question' | 'text' | 'wish' | 'skill' | 'quote' | 'goal'): string =>
    say(`sample.${key}`)
  const bars = (heading: string): Block => ({
    kind: 'bars',
    heading,
    paragraphs: [],
    columns: [say('sample.line'), t('resultsLetter.now')],
    rows: [3, 2, 1].map((n) => ({
      label: `${say('sample.line')} ${4 - n}`,
      value: String(6 * n),
      share: n / 3,
    })),
  })
  const drawn: Partial<Record<BlockCode, Block>> = {
    opening: { kind: 'paragraphs', heading: null, paragraphs: [[{ text: say('sample.opening') }]] },
    question: {
      kind: 'question',
      heading: t('question.heading'),
      paragraphs: [[{ text: text('question') }]],
    },
    glance: {
      kind: 'facts',
      heading: t('glance.heading'),
      rows: [
        { label: t('glance.phase'), value: t('phase.workshop') },
        {
          label: t('glance.present'),
          value: t('glance.presentValue', { present: '102', planned: '120', percent: 85 }),
        },
      ],
    },
    attendance: {
      kind: 'attendance',
      heading: t('attendance.heading'),
      weeks: [600, 540, 600, 450, 600, 300, 600, 600].map((present, n) => ({
        label: words.shortDay(addDays(mondayOf(today), (n - 8) * 7)),
        hours: words.number(present),
        planned: 600,
        present,
      })),
      legend: say('sample.legend'),
      alternative: say('sample.legend'),
      paragraphs: [],
    },
    language: {
      kind: 'language',
      heading: say('block.language'),
      columns: (['listening', 'speaking', 'reading', 'writing'] as const).map((skill, n) => ({
        skill: t(`skill.${skill}`),
        level: n === 1 ? 'A2+' : 'A2',
        grew: n === 1,
        source: say('sample.source'),
      })),
    },
    skills: {
      kind: 'skills',
      heading: say('block.skills'),
      column: say('sample.skills'),
      scale: ['1', '2', '3', '4'],
      rows: [1, 2, 3].map((n) => ({
        name: `${text('skill')} ${n}`,
        start: n,
        now: n + 1,
        own: null,
        alternative: `${text('skill')} ${n}`,
      })),
      legend: { start: say('sample.start'), now: say('sample.now'), own: null },
      paragraphs: [],
    },
    goals: {
      kind: 'goals',
      heading: say('block.goals'),
      paragraphs: [],
      goals: [
        { state: 'reached', word: say('sample.reached'), text: [{ text: `${text('goal')} 1` }] },
        { state: 'busy', word: say('sample.busy'), text: [{ text: `${text('goal')} 2` }] },
      ],
    },
    notes: {
      kind: 'dated',
      heading: say('block.notes'),
      items: [{ day: words.dayMonth(addDays(today, -9)), paragraphs: [[{ text: text('text') }]] }],
    },
    opinion: { kind: 'opinion', heading: say('block.opinion'), quote: [`“${text('quote')}”`], detail: '' },
    agreements: {
      kind: 'agreements',
      heading: t('agreements.heading'),
      columns: [t('agreements.what'), t('agreements.who'), t('agreements.when')],
      rows: [[text('goal'), say('sample.who'), words.dayMonth(addDays(today, 14))]],
    },
    table: {
      kind: 'hours',
      heading: say('block.table'),
      columns: [t('hoursLetter.month'), say('sample.planned'), say('sample.present')],
      rows: [{ label: words.month(today), cells: ['60,00', '51,00'] }],
      total: { label: t('hoursLetter.total'), cells: ['60,00', '51,00'] },
    },
    outcomes: bars(say('block.outcomes')),
    divisions: bars(say('block.divisions')),
    figures: {
      kind: 'figures',
      heading: say('block.figures'),
      paragraphs: [],
      columns: [say('sample.line'), t('resultsLetter.now'), say('sample.before')],
      rows: [1, 2, 3].map((n) => ({
        label: `${say('sample.line')} ${n}`,
        value: String(24 - 5 * n),
        before: String(21 - 4 * n),
      })),
    },
  }
  return (code) =>
    drawn[code] ?? {
      kind: 'paragraphs',
      heading: say(`block.${code}`),
      paragraphs: [[{ text: text('text') }]],
    }
}
