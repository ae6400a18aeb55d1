/** The agreement about a place in plain words: goal, time, work, days and leave, guidance, money, insurance. */
import { formatHours } from '#core/attendance/totals.ts'
import { formatLong, weekday, weekdayName } from '#core/calendar/dates.ts'
import { createI18n } from '#core/i18n/index.ts'
import { hard, paragraphsOf, sentence, capital } from '#core/letters/words.ts'
import { fullName } from '#core/names/name.ts'
import { partsInWords } from '#core/placing/week-parts.ts'
import type { PlacementView } from '#core/api/places.ts'
import { findHost } from '#db/hosts/queries.ts'
import { readOffice } from '#db/office/queries.ts'
import { findOpening } from '#db/openings/queries.ts'
import { findParticipant } from '#db/participants/queries.ts'
import { viewPlacement } from '#db/placements/queries.ts'
import { found } from '#db/statements.ts'
import type { OfficeContext } from '../context.ts'
import { drawAgreement, type AgreementLine, type AgreementSheet } from './agreement.ts'

/** Participants and organisations read Dutch with us, whatever language the screens have. */
const language = 'nl'
const i18n = createI18n(language)
const t = i18n.getFixedT(language, 'placing', 'agreement')
const enums = i18n.getFixedT(language, 'enums')

interface Agreement {
  readonly placement: PlacementView
  readonly title: string
  readonly tasks: string
  readonly host: string
  readonly office: { readonly name: string; readonly phone: string }
}

/** @throws CommandError NOT_FOUND when there is no such placement. */
export async function agreementPaper(
  ctx: OfficeContext,
  id: number,
): Promise<{ fileName: string; bytes: Uint8Array; fits: boolean }> {
  const { pdf, fits } = await drawAgreement(sheetOf(ctx, id))
  // No name of a person in a file name.
  return { fileName: t('fileName', { id, date: ctx.today }), bytes: pdf, fits }
}

function sheetOf(ctx: OfficeContext, id: number): AgreementSheet {
  const placement = found(viewPlacement(ctx.db, id))
  const person = found(findParticipant(ctx.db, placement.participant_id))
  const opening = found(findOpening(ctx.db, placement.opening_id))
  const host = found(findHost(ctx.db, opening.host_id))
  const office = readOffice(ctx.db)
  const name = fullName(person)
  const agreement: Agreement = {
    placement,
    title: opening.title,
    tasks: opening.tasks,
    host: host.name,
    office: { name: office.name, phone: office.phone.trim() },
  }
  const address = (of: { street: string; house_number: string; postcode: string; city: string }) =>
    [`${of.street} ${of.house_number}`.trim(), `${of.postcode} ${of.city}`.trim()].filter(Boolean).join(', ')
  return {
    title: t('documentTitle'),
    heading: t('heading'),
    lead: t('lead', { host: host.name, office: office.name }),
    parties: [
      {
        label: t('participant'),
        name,
        lines: filled([person.own_script_name === name ? '' : person.own_script_name]),
      },
      { label: t('host'), name: host.name, lines: filled([address(host)]) },
      { label: t('office'), name: office.name, lines: filled([address(office)]) },
    ],
    sections: [
      { heading: t('goalHeading'), lines: goalLines(agreement) },
      { heading: t('workHeading'), lines: workLines(agreement) },
      { heading: t('timeHeading'), lines: timeLines(agreement) },
      { heading: t('daysHeading'), lines: dayLines(agreement) },
      { heading: t('guidanceHeading'), lines: guidanceLines(agreement) },
      { heading: t('moneyHeading'), lines: moneyLines(agreement) },
      { heading: t('insuranceHeading'), lines: insuranceLines(agreement) },
      { heading: t('talkHeading'), lines: [said(t('talk', { host: host.name })), said(t('stop'))] },
    ],
    sign: {
      heading: t('sign'),
      date: t('date'),
      signature: t('signature'),
      on: placement.agreed_on === null ? '' : day(placement.agreed_on),
    },
    foot: {
      left: t('foot', { office: office.name, date: day(placement.agreed_on ?? ctx.today) }),
      right: t('number', { id }),
    },
    officeName: office.name,
    language,
    datedOn: placement.agreed_on ?? ctx.today,
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

function goalLines({ placement }: Agreement): AgreementLine[] {
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

function workLines({ placement, title, tasks }: Agreement): AgreementLine[] {
  const lines = paragraphsOf(tasks)
  return [
    typed(t('work', { title, kind: enums(`placementKind.${placement.kind}`).toLowerCase() })),
    ...(lines.length === 0 ? [fill(t('tasksFill'))] : [typed(lines.map(sentence).join(' '))]),
  ]
}

function timeLines({ placement: { starts_on, expected_end_on } }: Agreement): AgreementLine[] {
  if (starts_on === null) return [fill(t('startsFill')), fill(t('endsFill'))]
  const begin = t('starts', { date: `${weekdayName(weekday(starts_on), language)} ${day(starts_on)}` })
  const end = expected_end_on === null ? t('noEnd') : t('ends', { date: day(expected_end_on) })
  return [said(`${begin} ${end}`)]
}

function dayLines({ placement }: Agreement): AgreementLine[] {
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

function guidanceLines({ placement, host, office }: Agreement): AgreementLine[] {
  const { supervisor, supervisor_phone, coachName } = placement
  const line = (place: string, ...who: string[]): AgreementLine =>
    typed(sentence(t('guide', { place, who: filled(who).join(', ') })))
  return [
    supervisor.trim() === ''
      ? fill(t('guideFill', { place: host }))
      : line(host, supervisor, supervisor_phone),
    ...(coachName === '' && office.phone === '' ? [] : [line(office.name, coachName, office.phone)]),
  ]
}

const unpaid: ReadonlySet<string> = new Set(['volunteer', 'work_experience', 'trial'])

function moneyLines({ placement: { kind, job_form, allowance } }: Agreement): AgreementLine[] {
  const more =
    allowance.trim() === '' ? [] : [typed(sentence(t('allowance', { allowance: allowance.trim() })))]
  if (kind === 'job') return [said(t(`pay.${job_form === '' ? 'regular' : job_form}`)), ...more]
  if (more.length > 0 || !unpaid.has(kind)) return [said(t('free')), ...more]
  return [said(`${t('free')} ${t('noPay')}`)]
}

function insuranceLines({ placement: { insurance }, host, office }: Agreement): AgreementLine[] {
  if (insurance === '') return [fill(t('insuranceFill'))]
  const who = insurance === 'municipality' ? t('municipality') : insurance === 'office' ? office.name : host
  return [said(t('insured', { who }))]
}
