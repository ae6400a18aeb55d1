/**
 * Every figure there is, in the order in which it is read: in what it counts, and whether one person can count more
 * than once in it. The words and the exact definition stand in core/i18n: `results:figure.<code>` and
 * `results:definition.<code>`.
 */

/** What a figure is counted in. Minutes are shown as hours; a rate is 0 to 1; a score is 1 to 5. */
export type Unit =
  | 'people'
  | 'referrals'
  | 'trajectories'
  | 'letters'
  | 'hosts'
  | 'places'
  | 'days'
  | 'minutes'
  | 'rate'
  | 'score'

export interface Definition {
  readonly unit: Unit
  /** One person can count more than once. */
  readonly twice?: true
  /** It is a part of a whole: shown as "19 of 27". */
  readonly part?: true
}

const groups = {
  arrival: {
    referred: { unit: 'referrals', twice: true },
    screened: { unit: 'people' },
    started: { unit: 'trajectories', twice: true },
    started_people: { unit: 'people' },
    waiting: { unit: 'people' },
    days_to_intake: { unit: 'days', twice: true },
    days_intake_to_start: { unit: 'days', twice: true },
    days_to_start: { unit: 'days', twice: true },
  },
  running: {
    active: { unit: 'people' },
    placed_ever: { unit: 'people' },
    placed_now: { unit: 'people' },
  },
  hours: {
    attendance_rate: { unit: 'rate' },
    absent_notified: { unit: 'rate' },
    absent_no_show: { unit: 'rate' },
    hours_present: { unit: 'minutes' },
    hours_per_person: { unit: 'minutes' },
    absent_in_a_row: { unit: 'people' },
  },
  growth: {
    language_growth: { unit: 'people', part: true },
    ladder_growth: { unit: 'people', part: true },
  },
  ending: {
    ended: { unit: 'trajectories', twice: true },
    ended_with_place: { unit: 'trajectories', twice: true, part: true },
    job_under_12: { unit: 'trajectories', twice: true, part: true },
    successful: { unit: 'trajectories', twice: true, part: true },
    ended_early: { unit: 'trajectories', twice: true, part: true },
    participant_satisfaction: { unit: 'score', twice: true },
    participant_answered: { unit: 'trajectories', twice: true, part: true },
    case_manager_satisfaction: { unit: 'score', twice: true },
    case_manager_answered: { unit: 'trajectories', twice: true, part: true },
  },
  after: {
    still_there_3: { unit: 'people', part: true },
    still_there_6: { unit: 'people', part: true },
    still_there_12: { unit: 'people', part: true },
    still_there_18: { unit: 'people', part: true },
    meaningful: { unit: 'people', part: true },
  },
  hosts: {
    hosts_active: { unit: 'hosts' },
    hosts_coached: { unit: 'hosts', part: true },
    open_places: { unit: 'places' },
    host_satisfaction: { unit: 'score' },
  },
  letters: {
    letters_on_time: { unit: 'letters', twice: true, part: true },
    days_to_report: { unit: 'days', twice: true },
  },
} as const satisfies Record<string, Record<string, Definition>>

export type FigureGroup = keyof typeof groups
type CodeOf<G> = G extends unknown ? keyof G : never
export type FigureCode = CodeOf<(typeof groups)[FigureGroup]>

export const figureGroups = Object.keys(groups) as readonly FigureGroup[]
export const codesOf = (group: FigureGroup): readonly FigureCode[] =>
  Object.keys(groups[group]) as FigureCode[]
export const figureCodes = figureGroups.flatMap(codesOf) as [FigureCode, ...FigureCode[]]

/** What is known of each figure. */
export const definitions: Readonly<Record<FigureCode, Definition>> = Object.assign(
  {},
  ...Object.values(groups),
)

/** The figures that are split up, and how: a line for each of these keys that occurs. */
export const breakdownCodes = [
  'highest_place',
  'placed_kind',
  'outflow',
  'job_form',
  'early_reason',
  'ladder_change',
  'skill_growth',
  'after_3',
  'after_6',
  'after_12',
  'after_18',
  'benefit',
] as const
export type BreakdownCode = (typeof breakdownCodes)[number]

/** Breakdowns of which one person can be on more than one line, so that the lines are no sum. */
export const linesOverlap: ReadonlySet<BreakdownCode> = new Set<BreakdownCode>([
  'placed_kind',
  'skill_growth',
  'after_3',
  'after_6',
  'after_12',
  'after_18',
])

/** The moments that municipalities ask about. Six months is the rule of 26 weeks. */
export const durableMonths = [3, 6, 12, 18] as const

/** Half-days in a row are looked for day by day: over a longer time than this there is no such figure. */
export const mostMonthsInARow = 24
