/**
 * The figures for municipalities. Each opens the people behind it. `people` holds everybody once; where
 * `value` is higher than that, one person counted more than once (two referrals, two trajectories).
 */
import { outflow as outflowCodes } from '../api/fields.ts'
import type { MunicipalityFigures } from '../api/results.ts'
import type { PlacementKind } from '../api/fields.ts'
import { sumTotals } from '../attendance/totals.ts'
import { monthOf } from '../calendar/dates.ts'
import { languageGrowth } from '../progress/growth.ts'
import { durabilityOf, lastPlaceAsked } from './afterwards.ts'
import type { FigureRows, Period, PlacementRow, TrajectoryRow } from './rows.ts'

type Figure = MunicipalityFigures['figures'][number]

/** "De hoogste plek telt": the first of these that somebody had. */
export const placeOrder: readonly PlacementKind[] = [
  'job',
  'education',
  'learn_work',
  'trial',
  'work_experience',
  'internship',
  'volunteer',
]

/** Ways out that count as a place; the others are back to the municipality, moved, other. */
const placesOut: ReadonlySet<string> = new Set([
  'job',
  'job_subsidised',
  'learn_work',
  'trial',
  'work_experience',
  'education',
  'volunteer',
])

/**
 * One entry for each municipality with a referral up to `to`, by name, and all together as the last one
 * (`municipalityId` null, name empty). Somebody who was sent by two municipalities is in both and once in
 * the total.
 */
export function municipalityFigures(rows: FigureRows, period: Period): MunicipalityFigures[] {
  const referred = new Set(
    rows.referrals.filter((r) => r.referred_on <= period.to).map((r) => r.municipality_id),
  )
  const only = byMunicipality(rows)
  const each = rows.municipalities
    .filter((m) => referred.has(m.id))
    .toSorted((a, b) => a.name.localeCompare(b.name, 'nl'))
    .map((m) => ({ municipalityId: m.id, municipalityName: m.name, ...count(only(m.id), period) }))
  return [...each, { municipalityId: null, municipalityName: '', ...count(rows, period) }]
}

/**
 * The rows of each municipality. A trajectory belongs to the municipality of its referral, and so does what
 * hangs on it. What hangs on the person alone (intake, language, a place without a trajectory) belongs to
 * the municipality of the person's latest referral.
 */
function byMunicipality(rows: FigureRows): (municipalityId: number) => FigureRows {
  const latest = new Map<number, { municipality_id: number; referred_on: string }>()
  for (const referral of rows.referrals) {
    const known = latest.get(referral.participant_id)
    if (known === undefined || referral.referred_on >= known.referred_on)
      latest.set(referral.participant_id, referral)
  }
  const referral = new Map(rows.referrals.map((r) => [r.id, r.municipality_id]))
  const trajectory = new Map(rows.trajectories.map((t) => [t.id, referral.get(t.referral_id)]))
  const ofPerson = (row: OfPerson) => latest.get(row.participant_id)?.municipality_id
  const split = <T>(list: readonly T[], municipalityOf: (row: T) => number | undefined) => {
    const parts = Map.groupBy(list, municipalityOf)
    return (municipalityId: number) => parts.get(municipalityId) ?? []
  }
  const referrals = split(rows.referrals, (r) => r.municipality_id)
  const trajectories = split(rows.trajectories, (t) => trajectory.get(t.id))
  const intakes = split(rows.intakes, ofPerson)
  const placements = split(rows.placements, (p) =>
    p.trajectory_id === null ? ofPerson(p) : trajectory.get(p.trajectory_id),
  )
  const aftercare = split(rows.aftercare, (a) => trajectory.get(a.trajectory_id))
  const language = split(rows.language, ofPerson)
  const attendance = split(rows.attendance, (a) => trajectory.get(a.trajectory_id))
  return (id) => ({
    municipalities: rows.municipalities,
    referrals: referrals(id),
    trajectories: trajectories(id),
    intakes: intakes(id),
    placements: placements(id),
    aftercare: aftercare(id),
    language: language(id),
    attendance: attendance(id),
  })
}

function count(
  rows: FigureRows,
  period: Period,
): Pick<MunicipalityFigures, 'figures' | 'durability' | 'highestPlace' | 'outflow'> {
  const within = (day: string | null) => day !== null && day >= period.from && day <= period.to
  const started = rows.trajectories.filter((t) => within(t.starts_on))
  const ended = rows.trajectories.filter((t) => within(t.ended_on))
  const placed = rows.placements.filter((p) => isPlace(p, period.to))
  const durability = durabilityOf(rows.aftercare, period)
  const afterThree = durability.find((line) => line.month === 3)
  const asked = lastPlaceAsked(rows.placements, period)
  const active = rows.trajectories.filter((t) => t.starts_on <= period.to && !isOver(t, period.to))
  return {
    figures: [
      // Referrals in the period. A person who was sent twice counts twice.
      rowsFigure(
        'referred',
        rows.referrals.filter((r) => within(r.referred_on)),
      ),
      // People with an intake that was finished in the period. Once each.
      peopleFigure(
        'screened',
        rows.intakes.filter((i) => within(i.finished_on)),
      ),
      // Trajectories that started in the period. A person who started again counts twice.
      rowsFigure('started', started),
      // People with a trajectory that runs on the last day of the period. Once each.
      peopleFigure('active', active),
      // People who had a place of any kind that started on or before the last day. Once each.
      peopleFigure('placed_ever', placed),
      // People whose place runs on the last day. Once each.
      peopleFigure(
        'placed_now',
        placed.filter((p) => p.ended_on === null || p.ended_on >= period.to),
      ),
      // Trajectories that ended in the period, and those of them that ended with a place.
      rowsFigure('ended', ended),
      rowsFigure(
        'ended_with_place',
        ended.filter((t) => t.outflow !== null && placesOut.has(t.outflow)),
      ),
      ...languageFigures(rows, period),
      attendanceFigure(rows, period),
      // People whose talk after three months fell in the period and took place; and those of them who were
      // still at their place or had moved on to another. Once each.
      listFigure('still_there_3', afterThree?.still ?? []),
      listFigure('reached_3', afterThree?.reached ?? []),
      // People whose place ended in the period and who were asked whether it was the work they hoped for; and those
      // of them who said yes. Once each, with the place that ended last.
      peopleFigure(
        'meaningful',
        asked.filter((p) => p.meaningful === 'yes'),
      ),
      peopleFigure('meaningful_asked', asked),
    ],
    durability,
    highestPlace: highestPlaces(started, placed),
    outflow: outflowCodes.options
      .map((code) => ({ outflow: code, count: ended.filter((t) => t.outflow === code).length }))
      .filter((line) => line.count > 0),
  }
}

/** Ended before this day; the last day itself still counts. */
function isOver(trajectory: TrajectoryRow, day: string): boolean {
  return trajectory.ended_on !== null && trajectory.ended_on < day
}

/** A place that began: exploring and getting to know each other are none yet, whatever the planned start. */
function isPlace(placement: PlacementRow, day: string): boolean {
  const began = placement.stage !== 'exploring' && placement.stage !== 'introduction'
  return began && placement.starts_on !== null && placement.starts_on <= day
}

/**
 * Measured: people with two measurements of one skill by the same kind of source, on one scale, the last of
 * them in the period. Growth: those of them who are a level higher in at least one skill.
 */
function languageFigures(rows: FigureRows, period: Period): Figure[] {
  const upTo = rows.language.filter((l) => l.assessed_on <= period.to)
  const measured: number[] = []
  const grown: number[] = []
  for (const [person, list] of Map.groupBy(upTo, (l) => l.participant_id)) {
    const skills = languageGrowth(list).filter((s) => s.grew !== null && s.now.assessed_on >= period.from)
    if (skills.length > 0) measured.push(person)
    if (skills.some((s) => s.grew === true)) grown.push(person)
  }
  return [
    { code: 'language_growth', value: grown.length, people: unique(grown) },
    { code: 'language_measured', value: measured.length, people: unique(measured) },
  ]
}

/** Hours present divided by hours planned, of whole months that touch the period; null when none were planned. */
function attendanceFigure(rows: FigureRows, period: Period): Figure {
  const [first, last] = [monthOf(period.from), monthOf(period.to)]
  const months = rows.attendance.filter((a) => a.month >= first && a.month <= last && a.planned_minutes > 0)
  const person = new Map(rows.trajectories.map((t) => [t.id, t.participant_id]))
  const sums = sumTotals(months.map((m) => ({ ...m, notified_minutes: 0, no_show_minutes: 0 })))
  const people = months.flatMap((m) => person.get(m.trajectory_id) ?? [])
  return { code: 'attendance_rate', value: sums.rate, people: unique(people) }
}

/**
 * Everybody who started a trajectory in the period, once, under the highest place they had by the last day;
 * `none` for those without one. The lines add up to the people of `started`.
 */
function highestPlaces(
  started: readonly TrajectoryRow[],
  placed: readonly PlacementRow[],
): MunicipalityFigures['highestPlace'] {
  const byPerson = Map.groupBy(placed, (p) => p.participant_id)
  const highest = (person: number) =>
    placeOrder.find((kind) => byPerson.get(person)?.some((p) => p.kind === kind) === true) ?? 'none'
  const people = Map.groupBy(unique(started.map((t) => t.participant_id)), highest)
  return ([...placeOrder, 'none'] as const).map((kind) => ({ kind, people: people.get(kind) ?? [] }))
}

type OfPerson = { participant_id: number }

/** Counts rows. */
function rowsFigure(code: Figure['code'], rows: readonly OfPerson[]): Figure {
  return { code, value: rows.length, people: unique(rows.map((r) => r.participant_id)) }
}

/** Counts people. */
function peopleFigure(code: Figure['code'], rows: readonly OfPerson[]): Figure {
  const people = unique(rows.map((r) => r.participant_id))
  return { code, value: people.length, people }
}

/** Counts people of whom the list is there already. */
function listFigure(code: Figure['code'], people: number[]): Figure {
  return { code, value: people.length, people }
}

function unique(ids: readonly number[]): number[] {
  return [...new Set(ids)].toSorted((a, b) => a - b)
}
