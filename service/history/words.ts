import { formatLong, isDate, weekdayName } from '#core/calendar/dates.ts'
import { shownTime } from '#core/calendar/times.ts'
import { createI18n, type Language } from '#core/i18n/index.ts'
import { formWords, type FormWords } from '#core/intake/form-words.ts'
import type { ResolvedForm } from '#core/intake/form.ts'
import type { HistoryRow } from '#db/history/person-changes.ts'

/** What the program works out by itself, or what only places a row: nobody changed it by hand. */
const unseen = new Set(
  (
    'id participant_id trajectory_id intake_id referral_id definition_version form_id follows_id stopped_at ' +
    'note_id uid aftercare_id placement_id own_day question name_fold name_key sort_key phone_e164 created_on bytes size sha256 added_on position'
  ).split(' '),
)
/** Rows that follow from others. */
const unseenTables = new Set([
  'attendance_month',
  'match_facts',
  'growth',
  'letter_number',
  'print_run_letter',
  'schedule_part',
])

/** Which list of `enums` has the words for the values of a column. */
const enumOf: Readonly<Record<string, string>> = {
  'participant.name_use': 'nameUse',
  'participant.form_of_address': 'formOfAddress',
  'participant.preferred_contact': 'preferredContact',
  'participant.interpreter': 'interpreter',
  'referral.kind': 'referralKind',
  'contact_note.kind': 'noteKind',
  'trajectory.phase': 'phase',
  'trajectory.outflow': 'outflow',
  'trajectory.end_kind': 'endKind',
  'trajectory.participant_satisfaction': 'satisfaction',
  'trajectory.case_manager_satisfaction': 'satisfaction',
  'goal.state': 'goalState',
  'match_choice.choice': 'matchChoice',
  'placement.kind': 'placementKind',
  'placement.stage': 'placementStage',
  'placement.goal': 'placementGoal',
  'placement.goal_result': 'goalResult',
  'placement_part.part': 'dayPart',
  'aftercare.outcome': 'aftercareOutcome',
  'aftercare.benefit_ended': 'benefitEnded',
  'aftercare_attempt.how': 'attemptHow',
  'ready_signal.told_by': 'toldBy',
  'letter.state': 'letterState',
  'language_assessment.skill': 'languageSkill',
  'language_assessment.source': 'languageSource',
  'skill_assessment.score': 'skillScore',
  'skill_assessment.own_score': 'skillScore',
  'network_contact.kind': 'contactKind',
  'network_contact.satisfaction': 'satisfaction',
  'ambassador_help.what': 'helpKind',
  'civic_integration.law': 'civicLaw',
  'civic_integration.route': 'civicRoute',
}
const yesNo = new Set([
  'in_report',
  'prefix_capital',
  'placement.understood',
  'aftercare_attempt.reached',
  'office.birthdays',
])
/** Lists of `placing`. */
const ownWords: Readonly<Record<string, string>> = {
  'placement.insurance': 'insurance',
  'placement.job_form': 'jobForm',
  'placement.meaningful': 'end.meaningfulWord',
  'placement_checkin.with_whom': 'checkin.withWhom',
  'placement_checkin.going': 'checkin.goingWord',
}
const pointers: Readonly<Record<string, PointedTable>> = {
  staff_id: 'staff',
  coach_id: 'staff',
  project_id: 'project',
  skill_id: 'skill',
  opening_id: 'opening',
  case_manager_id: 'case_manager',
  host_id: 'host',
  ambassador_id: 'ambassador',
}
export type PointedTable = 'staff' | 'project' | 'skill' | 'opening' | 'case_manager' | 'host' | 'ambassador'
export type Names = Readonly<Record<PointedTable, ReadonlyMap<number, string>>>

/** What says which row it was: its own name or text, or else its day. */
const nameColumns = ['description', 'title', 'name', 'body'] as const
const dayColumns = ['happened_on', 'happens_on', 'referred_on', 'assessed_on', 'held_on', 'starts_on', 'started_on', 'given_on', 'agreed_on', 'due_on', 'tried_on', 'signalled_on'] as const // prettier-ignore
/** So much of a text says which one it was. */
const longestName = 60

export interface HistoryWords {
  /** "Notitie van 3 november 2026", "Doel: op tijd komen". */
  subject(table: string, row: HistoryRow): string
  /** "Notitie toegevoegd", "Aanwezigheid: 14 gewijzigd"; empty for what follows from something else. */
  rows(table: string, op: 'insert' | 'update' | 'delete', count: number): string
  label(table: string, column: string): string
  value(table: string, column: string, value: unknown): string
  /** What a row that came or went said. */
  gist(table: string, row: HistoryRow): string
  answer(form: ResolvedForm, question: string, row: HistoryRow | null): string
  question(form: ResolvedForm, question: string): string
}

export const isSeen = (table: string, column: string): boolean =>
  // A question of the network is what was asked; elsewhere it is the key of a question of the intake.
  (!unseen.has(column) || (table === 'network_contact' && column === 'question')) &&
  !(table === 'contact_note' && column === 'staff_id')

/** Words in the language of the office. */
export function historyWords(language: Language, names: Names, caseManagerWord: string): HistoryWords {
  const i18n = createI18n(language, caseManagerWord)
  const t = i18n.getFixedT(language, 'dossier')
  const word = (key: string) => (i18n.exists(key) ? String(i18n.t(key as never)) : '')
  const day = (text: string) => formatLong(text, language)
  const tableWord = (table: string) => word(`dossier:subject.${table}`) || t('subject.other')

  function value(table: string, column: string, raw: unknown): string {
    if (raw === null || raw === undefined || raw === '') return ''
    const text = typeof raw === 'object' ? JSON.stringify(raw) : String(raw as string | number)
    if (yesNo.has(column) || yesNo.has(`${table}.${column}`))
      return word(raw === 1 ? 'common:yes' : 'common:no')
    const pointer = pointers[column]
    if (pointer) return names[pointer].get(Number(raw)) ?? ''
    if (table === 'permission' && column === 'kind') return word(`dossier:permission.${text}`) || text
    if (table === 'intake_talk' && column === 'interpreter')
      return word(`conversation:talk.interpreter.${text}`) || text
    if (column === 'weekday') return weekdayName(Number(raw), language)
    const own = ownWords[`${table}.${column}`]
    if (own) return word(`placing:${own}.${text}`) || text
    const list = enumOf[`${table}.${column}`]
    if (list) return word(`enums:${list}.${text}`) || text
    if (column.endsWith('_minute')) return shownTime(Number(raw))
    return isDate(text) ? day(text) : text
  }

  const words: HistoryWords = {
    value,
    subject(table, row) {
      const subject = tableWord(table)
      if (table === 'participant' || table === 'civic_integration') return subject
      const name = nameColumns
        .map((column) => row[column])
        .find((text) => typeof text === 'string' && text !== '')
      if (table !== 'contact_note' && typeof name === 'string')
        return t('subjectNamed', { subject, name: shortened(name) })
      const pointed =
        table === 'placement' || table === 'match_choice' ? value(table, 'opening_id', row['opening_id']) : ''
      if (pointed !== '') return t('subjectNamed', { subject, name: pointed })
      const kind = table === 'permission' ? value(table, 'kind', row['kind']) : ''
      if (kind !== '') return t('subjectNamed', { subject, name: kind })
      const on = dayColumns.map((column) => row[column]).find((text) => typeof text === 'string')
      return typeof on === 'string' ? t('subjectOf', { subject, date: day(on) }) : subject
    },
    rows(table, op, count) {
      if (unseenTables.has(table)) return ''
      return t(`rows.${op}`, { what: tableWord(table), count })
    },
    label: (table, column) =>
      (table === 'participant' ? word(`people:fields.${column}`) : '') ||
      word(`dossier:field.${column}`) ||
      column,
    gist(table, row) {
      const name = nameColumns
        .map((column) => row[column])
        .find((text) => typeof text === 'string' && text !== '')
      if (typeof name === 'string') return name
      return Object.keys(row)
        .filter((column) => isSeen(table, column))
        .map((column) => value(table, column, row[column]))
        .filter((text) => text !== '')
        .join(', ')
    },
    question: (form, question) => formWords(form, language).question(question),
    answer(form, question, row) {
      if (row === null) return ''
      const { no_answer: none, value: stored } = row
      if (typeof none === 'string') return word(`enums:noAnswer.${none}`)
      const parsed: unknown = typeof stored === 'string' ? JSON.parse(stored) : null
      return answerText(formWords(form, language), question, parsed)
    },
  }
  return words
}

/** An answer of any type in words: options by their name, lists with commas, a row of a table per line. */
function answerText(words: FormWords, question: string, value: unknown): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'string') return words.option(question, value)
  if (Array.isArray(value))
    return value.every((one) => typeof one === 'string')
      ? value.map((one) => words.option(question, one)).join(', ')
      : value.map((one) => answerText(words, question, one)).join('\n')
  if (typeof value === 'object')
    return Object.entries(value)
      .filter(([, one]) => one !== '' && one !== null)
      .map(([key, one]) => `${words.item(question, key)}: ${words.columnOption(question, key, String(one))}`)
      .join(', ')
  return String(value as number | boolean)
}

function shortened(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim()
  if (line.length <= longestName) return line
  // Whole characters, also outside the first plane: half an emoji is no text.
  return `${[...line].slice(0, longestName - 1).join('')}…`
}
