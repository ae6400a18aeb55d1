/** The agreement about a place in plain words: goal, time, work, days and leave, guidance, money, insurance. Pure. */
import { formatHours } from '../attendance/totals.ts'
import { formatLong, weekday, weekdayName } from '../calendar/dates.ts'
import { createI18n, type Language } from '../i18n/index.ts'
import { partsInWords } from '../placing/week-parts.ts'
import { arranged } from './arrange.ts'
import type { LetterContent, OwnBlock } from './content.ts'
import { letterFrame } from './frame.ts'
import type { PlacementFacts } from './kind-facts.ts'
import { ownBlock } from './own-paragraphs.ts'
import type { AgreementLine, AgreementSection, AgreementSheet } from './sheets.ts'
import { capital, hard, paragraphsOf, sentence, wordsOf, type Words } from './words.ts'

/** Participants and organisations read Dutch with us, whatever language the screens have. */
const language = 'nl'
const i18n = createI18n(language)
const t = i18n.getFixedT(language, 'placing', 'agreement')
const enums = i18n.getFixedT(language, 'enums')

export function composePlacementLetter(facts: PlacementFacts, lang: Language): LetterContent {
  return {
    ...letterFrame(facts, wordsOf(lang), {
      // Of the document: shows in windows and lists, so it names nobody.
      title: t('documentTitle'),
      subject: (number) => t('subject', { number }),
      heading: t('heading'),
      period: '',
      next: '',
      to: { lines: [], salutation: '', short: '' },
    }),
    blocks: [],
    sheet: sheetOf(facts, wordsOf(lang)),
  }
}

function sheetOf(facts: PlacementFacts, words: Words): AgreementSheet {
  const { placement, host, office, full_name: name, own_script_name } = facts
  const address = (of: { street: string; house_number: string; postcode: string; city: string }) =>
    [`${of.street} ${of.house_number}`.trim(), `${of.postcode} ${of.city}`.trim()].filter(Boolean).join(', ')
  const shown = arranged<AgreementSection | 'form'>(
    [
      ['parties', 'form'],
      ['agree_goal', { heading: t('goalHeading'), lines: goalLines(facts) }],
      ['agree_work', { heading: t('workHeading'), lines: workLines(facts) }],
      ['agree_time', { heading: t('timeHeading'), lines: timeLines(facts) }],
      ['agree_days', { heading: t('daysHeading'), lines: dayLines(facts) }],
      ['agree_guidance', { heading: t('guidanceHeading'), lines: guidanceLines(facts) }],
      ['agree_money', { heading: t('moneyHeading'), lines: moneyLines(facts) }],
      ['agree_insurance', { heading: t('insuranceHeading'), lines: insuranceLines(facts) }],
      [
        'agree_talk',
        { heading: t('talkHeading'), lines: [said(t('talk', { host: host.name })), said(t('stop'))] },
      ],
      ['signatures', 'form'],
    ],
    facts.layout ?? [],
    (paragraphs) => ownSection(ownBlock(paragraphs, facts, words)),
  )
  return {
    kind: 'agreement',
    heading: t('heading'),
    lead: t('lead', { host: host.name, office: office.name }),
    parties: [
      { label: t('participant'), name, lines: filled([own_script_name === name ? '' : own_script_name]) },
      { label: t('host'), name: host.name, lines: filled([address(host)]) },
      { label: t('office'), name: office.name, lines: filled([address(office)]) },
    ],
    sections: shown.flatMap(({ item, part }) => (part === 'form' ? [] : [{ item, ...part }])),
    sign: {
      item: shown.at(-1)?.item ?? 0,
      heading: t('sign'),
      date: t('date'),
      signature: t('signature'),
      on: placement.agreed_on === null ? '' : day(placement.agreed_on),
    },
    foot: {
      left: t('foot', { office: office.name, date: day(placement.agreed_on ?? facts.dated_on) }),
      right: t('number', { number: facts.number ?? t('pending') }),
    },
  }
}

/** The first of the office's own paragraphs stands in the margin where it is a heading. */
function ownSection(own: OwnBlock | null): AgreementSection | null {
  if (own === null) return null
  const [first, ...rest] = own.paragraphs
  const headed = first?.kind === 'heading' && rest.length > 0
  return {
    heading: headed ? first.text.map(({ text }) => text).join('') : '',
    lines: (headed ? rest : own.paragraphs).map(({ kind, text }) => ({
      kind: 'own',
      text: kind === 'heading' ? text.map((run) => ({ ...run, bold: true })) : text,
      bullet: kind === 'bullet',
    })),
  }
}

const day = (date: string): string => formatLong(date, language, { hardSpaces: true })
const filled = (texts: readonly string[]): string[] => texts.map((text) => text.trim()).filter(Boolean)
const said = (text: string): AgreementLine => ({ kind: 'said', text })
const typed = (text: string): AgreementLine => ({ kind: 'typed', text })
/** A line to write on where nobody knows yet. */
const fill = (text: string): AgreementLine => ({
  kind: 'fill',
  text: text.endsWith('?') ? text : `${text}:`,
})

function goalLines({ placement }: PlacementFacts): AgreementLine[] {
  const { goal, goal_own_words, explained_on, explained_language, understood } = placement
  const own = paragraphsOf(goal_own_words).join(' ')
  const explained =
    explained_on === null
      ? []
      : [
          explained_language.trim() === ''
            ? t('explained', { date: day(explained_on) })
            : t('explainedIn', { date: day(explained_on), language: explained_language.trim() }),
          understood === null ? '' : t(understood ? 'understood' : 'notUnderstood'),
        ]
  return [
    said(t(`goal.${goal}`)),
    own === '' ? fill(t('ownWordsFill')) : typed(t('ownWords', { words: own })),
    explained.length === 0 ? fill(t('explainedFill')) : typed(explained.filter(Boolean).join(' ')),
  ]
}

function workLines({ placement, title, tasks }: PlacementFacts): AgreementLine[] {
  const lines = paragraphsOf(tasks)
  return [
    typed(t('work', { title, kind: enums(`placementKind.${placement.kind}`).toLowerCase() })),
    ...(lines.length === 0 ? [fill(t('tasksFill'))] : [typed(lines.map(sentence).join(' '))]),
  ]
}

function timeLines({ placement: { starts_on, expected_end_on } }: PlacementFacts): AgreementLine[] {
  if (starts_on === null) return [fill(t('startsFill')), fill(t('endsFill'))]
  const begin = t('starts', { date: `${weekdayName(weekday(starts_on), language)} ${day(starts_on)}` })
  const end = expected_end_on === null ? t('noEnd') : t('ends', { date: day(expected_end_on) })
  return [said(`${begin} ${end}`)]
}

function dayLines({ placement }: PlacementFacts): AgreementLine[] {
  const { parts, minutes_per_week, days } = placement
  const hours =
    minutes_per_week === null ? '' : hard(t('hours', { hours: formatHours(minutes_per_week, language) }))
  return [
    ...(parts.length === 0
      ? [fill(t('partsFill'))]
      : [said(filled([`${capital(partsInWords(parts, language))}.`, hours]).join(' '))]),
    ...(minutes_per_week === null ? [fill(t('hoursFill'))] : parts.length === 0 ? [said(hours)] : []),
    ...(days.trim() === '' ? [] : [typed(sentence(days))]),
    said(t('leave')),
  ]
}

function guidanceLines({ placement, host, office, coach }: PlacementFacts): AgreementLine[] {
  const { supervisor, supervisor_phone } = placement
  const phone = office.phone.trim()
  const line = (place: string, ...who: string[]): AgreementLine =>
    typed(sentence(t('guide', { place, who: filled(who).join(', ') })))
  return [
    supervisor.trim() === ''
      ? fill(t('guideFill', { place: host.name }))
      : line(host.name, supervisor, supervisor_phone),
    ...(coach.name === '' && phone === '' ? [] : [line(office.name, coach.name, phone)]),
  ]
}

const unpaid: ReadonlySet<string> = new Set(['volunteer', 'work_experience', 'trial'])

function moneyLines({ placement: { kind, job_form, allowance } }: PlacementFacts): AgreementLine[] {
  const more =
    allowance.trim() === '' ? [] : [typed(sentence(t('allowance', { allowance: allowance.trim() })))]
  if (kind === 'job') return [said(t(`pay.${job_form === '' ? 'regular' : job_form}`)), ...more]
  if (more.length > 0 || !unpaid.has(kind)) return [said(t('free')), ...more]
  return [said(`${t('free')} ${t('noPay')}`)]
}

function insuranceLines({ placement: { insurance }, host, office }: PlacementFacts): AgreementLine[] {
  if (insurance === '') return [fill(t('insuranceFill'))]
  const who =
    insurance === 'municipality' ? t('municipality') : insurance === 'office' ? office.name : host.name
  return [said(t('insured', { who }))]
}
