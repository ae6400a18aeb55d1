/** The two papers of the intake, with what the office knows. File names and titles have no name of a person in them. */
import type { Intake } from '#core/api/intake.ts'
import type { Participant } from '#core/api/people.ts'
import { formatLong, formatPartial, formatShort } from '#core/calendar/dates.ts'
import type { ResolvedForm } from '#core/intake/form.ts'
import { formWords } from '#core/intake/form-words.ts'
import { fullName, runningName } from '#core/names/name.ts'
import { findCaseManager, findMunicipality } from '#db/municipalities/queries.ts'
import { findStaff, readOffice } from '#db/office/queries.ts'
import { findParticipant } from '#db/participants/queries.ts'
import { listReferrals } from '#db/referrals/queries.ts'
import { found } from '#db/statements.ts'
import type { OfficeContext } from '../context.ts'
import { caseManagerParts } from '../names.ts'
import { drawForm, type FormPaper } from './draw-form.ts'
import { blankPieces, filledPieces, type SectionFacts } from './form-pieces.ts'
import type { Fact } from './pieces.ts'
import { paperWords, type PaperWords } from './words.ts'

export interface Paper {
  readonly fileName: string
  readonly bytes: Uint8Array
}

/** Participants read Dutch with us, whatever language the screens have. */
const language = 'nl'

/** A form to write on. */
export async function blankPaper(ctx: OfficeContext, form: ResolvedForm): Promise<Paper> {
  const words = paperWords(language, readOffice(ctx.db).case_manager_word)
  const { t } = words
  const { code } = form
  const paper = {
    ...frame(ctx, form, words),
    title: t('paper.blankTitle', { code }),
    datedOn: ctx.today,
    heading: t('paper.heading'),
    running: t('paper.heading'),
    intro: [t('paper.intro1'), t('paper.intro2')],
    whose: null,
  }
  const bytes = await drawForm(paper, (unprintable) => blankPieces(form, toFillIn(words), words, unprintable))
  return { fileName: t('paper.blankFile', { code }), bytes }
}

/** The intake with what was answered. */
export async function filledPaper(ctx: OfficeContext, form: ResolvedForm, intake: Intake): Promise<Paper> {
  const words = paperWords(language, readOffice(ctx.db).case_manager_word)
  const { t } = words
  const person = found(findParticipant(ctx.db, intake.participant_id))
  const name = fullName(person)
  const started = formatLong(intake.started_on, language, { hardSpaces: true })
  const finished = intake.finished_on
    ? t('paper.finishedOn', { date: formatLong(intake.finished_on, language, { hardSpaces: true }) })
    : t('paper.notFinished')
  const coach = findStaff(ctx.db, intake.staff_id)?.name ?? ''
  const paper = {
    ...frame(ctx, form, words),
    title: t('paper.filledTitle', { id: intake.id, code: form.code }),
    datedOn: intake.finished_on ?? ctx.today,
    heading: t('paper.filledHeading', { name }),
    running: t('paper.filledRunning', { date: started }),
    intro: [t('paper.heldBy', { date: started, coach, finished })],
    whose: name,
  }
  const facts = knownFacts(ctx, person, intake, words)
  const bytes = await drawForm(paper, (unprintable) => filledPieces(form, facts, intake, words, unprintable))
  const day = formatShort(intake.started_on)
  return { fileName: t('paper.filledFile', { id: intake.id, date: day }), bytes }
}

function frame(ctx: OfficeContext, form: ResolvedForm, { t }: PaperWords) {
  const office = readOffice(ctx.db)
  return {
    author: office.name,
    language,
    whoseLabel: t('paper.whose'),
    foot: [office.name, t('paper.form', { code: form.code })],
    pageOf: t('paper.pageOf'),
  } satisfies Partial<FormPaper>
}

/** Lines for what has a page of its own in the program, and for two talks. */
function toFillIn({ t }: PaperWords): SectionFacts {
  const line = (label: string, wide = false): Fact => ({ label, value: null, wide })
  const talk = (number: number): Fact[] => [
    line(t('paper.talkDate', { number })),
    line(t('paper.talkStaff')),
    line(t('paper.talkLanguage')),
    line(t('paper.talkInterpreter')),
    line(t('paper.talkPresent'), true),
  ]
  return {
    referral: [
      line(t('paper.referredOn')),
      line(t('paper.municipality')),
      line(t('paper.caseManager')),
      line(t('paper.clientNumber')),
      line(t('paper.purpose'), true),
    ],
    person: [
      line(t('paper.names'), true),
      line(t('paper.callName')),
      line(t('paper.address')),
      line(t('paper.birthDate')),
      line(t('paper.phone')),
      line(t('paper.home'), true),
      line(t('paper.email')),
      line(t('paper.emergency')),
    ],
    conversation: [...talk(1), ...talk(2)],
  }
}

/** What the dossier knows by now, and how each talk was. What is not known is left out. */
function knownFacts(
  ctx: OfficeContext,
  person: Participant,
  intake: Intake,
  words: PaperWords,
): SectionFacts {
  const { t } = words
  const [referral] = listReferrals(ctx.db, person.id)
  const manager = referral ? findCaseManager(ctx.db, referral.case_manager_id) : null
  const municipality = manager ? findMunicipality(ctx.db, manager.municipality_id) : null
  const home = [`${person.street} ${person.house_number}`.trim(), `${person.postcode} ${person.city}`.trim()]
  return {
    referral: known([
      [t('paper.referredOn'), referral ? formatLong(referral.referred_on, language) : ''],
      [t('paper.municipality'), municipality?.name ?? ''],
      [t('paper.caseManager'), manager ? runningName(managerParts(manager), language) : ''],
      [t('paper.clientNumber'), referral?.client_number ?? ''],
      [t('paper.purpose'), referral?.purpose ?? '', true],
    ]),
    person: known([
      [t('paper.names'), fullName(person), true],
      [t('paper.birthDate'), person.birth_date ? formatPartial(person.birth_date) : ''],
      [t('paper.phone'), person.phone],
      [t('paper.home'), home.filter(Boolean).join(', '), true],
      [t('paper.email'), person.email],
    ]),
    conversation: known(
      intake.talks.map((talk, n) => [
        t('paper.talk', { number: n + 1 }),
        talkInWords(ctx, talk, words),
        true,
      ]),
    ),
  }
}

function talkInWords(ctx: OfficeContext, talk: Intake['talks'][number], words: PaperWords): string {
  const { t } = words
  const understood = formWords({ ownWords: {} }, language).option('talk_understood', String(talk.understood))
  const facts = [
    formatLong(talk.held_on, language, { hardSpaces: true }),
    findStaff(ctx.db, talk.staff_id)?.name ?? '',
    talk.place,
    talk.minutes === null ? '' : t('paper.minutes', { count: talk.minutes }),
    talk.language === '' ? '' : t('paper.inLanguage', { language: talk.language }),
    talk.interpreter === '' ? '' : `${t('paper.interpreting')}: ${words.interpreter(talk.interpreter)}`,
    talk.present === '' ? '' : t('paper.with', { present: talk.present }),
    talk.understood === null ? '' : `${t('paper.understood')}: ${understood}`,
  ]
  return [facts.filter(Boolean).join('; '), talk.remark].filter(Boolean).join('\n')
}

const known = (facts: readonly (readonly [label: string, value: string, wide?: boolean])[]): Fact[] =>
  facts
    .filter(([, value]) => value.trim() !== '')
    .map(([label, value, wide = false]) => ({ label, value, wide }))

const managerParts = (manager: NonNullable<ReturnType<typeof findCaseManager>>) =>
  caseManagerParts({
    cm_initials: manager.initials,
    cm_prefix: manager.prefix,
    cm_surname: manager.surname,
    cm_form_of_address: manager.form_of_address,
  })
