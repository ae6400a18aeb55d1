/** Who is in the office, and since when: one light line per person, from which the dossier is made later. */
import { addDays, addMonths, daysBetween, mondayOf } from '#core/calendar/dates.ts'
import { trajectoryEnd } from '#core/calendar/terms.ts'
import { at } from './random.ts'
import type { Random } from './random.ts'
import type { PracticeOptions } from './types.ts'

/** Cases that programs like this one stumble over; each is somebody in every practice office. */
export const hardCaseNames = [
  // These five are in a trajectory in every practice office.
  'one_name',
  'arabic_script',
  'tigrinya_script',
  'came_back',
  'extended',
  // These too where there are enough active people; otherwise they are former participants.
  'prefix_van_der',
  'prefix_t',
  'birth_year_only',
  'first_of_january',
  'alike_1',
  'alike_2',
  'cyrillic_script',
  'turkish_letters',
  'partner_name',
  // Before a trajectory.
  'just_referred',
  'intake_half_done',
  'screened_only',
] as const
export type HardCase = (typeof hardCaseNames)[number]

export interface Run {
  readonly months: number
  readonly starts_on: string
  /** With the extension in it, where there is one. */
  readonly planned_end_on: string
  readonly ended_on: string | null
  /** The end as it was first agreed, when it was extended. */
  readonly old_end_on: string | null
  readonly referred_on: string
}

export interface Spec {
  /** 1 and up, in the order in which people were referred. */
  readonly id: number
  /** What the person's own chance is drawn from; does not change when others come in between. */
  readonly label: string
  readonly kind: 'active' | 'former' | 'waiting'
  readonly hard: HardCase | null
  readonly runs: readonly Run[]
  readonly referred_on: string
  /** The progress letter is due on the day of the office, whatever else there is. */
  readonly letterDue: boolean
}

type Draft = Omit<Spec, 'id'>

/** @throws RangeError when there is no room for the hard cases. */
export function planPeople(options: PracticeOptions, random: Random): Spec[] {
  const { active, former, waiting } = options
  if (active < 5 || former < 9 || waiting < 3) throw new RangeError('too few people for the hard cases')
  const cases = hardCaseNames.slice(0, -3)
  const hardActive = active >= 2 * cases.length ? cases : cases.slice(0, 5)
  const hardFormer = cases.slice(hardActive.length)
  const drafts: Draft[] = []
  for (let n = 0; n < active; n += 1)
    drafts.push(activePerson(n, hardActive[n] ?? null, options, random.fork(`a${n}`)))
  for (let n = 0; n < former; n += 1)
    drafts.push(formerPerson(n, hardFormer[n] ?? null, options, random.fork(`f${n}`)))
  for (let n = 0; n < waiting; n += 1)
    drafts.push(waitingPerson(n, at(hardCaseNames.slice(-3), n % 3), options, random.fork(`w${n}`)))
  return drafts
    .toSorted((a, b) => (a.referred_on < b.referred_on ? -1 : a.referred_on > b.referred_on ? 1 : 0))
    .map((draft, index) => ({ id: index + 1, ...draft }))
}

/** Ids of the people behind each hard case. */
export function hardCasesOf(specs: readonly Spec[]): Record<HardCase, number[]> {
  const found = Object.fromEntries(hardCaseNames.map((name) => [name, [] as number[]]))
  for (const spec of specs) if (spec.hard !== null) found[spec.hard]?.push(spec.id)
  return found as Record<HardCase, number[]>
}

/** Started `weeks` ago. Those with a letter due started six or twelve weeks ago: letters come every six weeks. */
function activePerson(n: number, hard: HardCase | null, options: PracticeOptions, random: Random): Draft {
  const monday = mondayOf(options.today)
  const letterDue = n !== 4 && n < Math.max(5, Math.ceil(options.active * 0.2))
  const drawn = random.weighted([
    [6, 6],
    [3, 4],
  ] as const)
  const oldWeeks = hard === 'extended' ? 17 : hard === 'came_back' ? 12 : null
  const notBegun = n === options.active - 1 && options.active >= 12
  const weeks =
    oldWeeks ?? (letterDue ? (n % 4 === 1 ? 12 : 6) : notBegun ? -1 : random.int(1, drawn === 6 ? 24 : 11))
  // Three months are thirteen weeks: who came longer ago has six.
  const months = options.fullWeeks || weeks > 11 ? 6 : drawn
  const starts_on = addDays(monday, -7 * weeks + (letterDue || random.chance(0.8) ? 0 : 2))
  const planned_end_on = trajectoryEnd(starts_on, months)
  const run: Run = {
    months,
    starts_on,
    planned_end_on,
    ended_on: null,
    old_end_on: hard === 'extended' ? trajectoryEnd(starts_on, 3) : null,
    referred_on: addDays(starts_on, -random.int(24, 45)),
  }
  const runs = hard === 'came_back' ? [earlierRun(run, random), run] : [run]
  return { label: `a${n}`, kind: 'active', hard, runs, referred_on: at(runs, 0).referred_on, letterDue }
}

/** Somebody who was here before: three months that ended more than half a year before the second time. */
function earlierRun(later: Run, random: Random): Run {
  const starts_on = mondayOf(addDays(later.referred_on, -random.int(300, 420)))
  const planned_end_on = trajectoryEnd(starts_on, 3)
  return {
    months: 3,
    starts_on,
    planned_end_on,
    ended_on: planned_end_on,
    old_end_on: null,
    referred_on: addDays(starts_on, -random.int(24, 45)),
  }
}

function formerPerson(n: number, hard: HardCase | null, options: PracticeOptions, random: Random): Draft {
  const months = options.fullWeeks
    ? 6
    : random.weighted([
        [6, 55],
        [3, 45],
      ] as const)
  const first = addMonths(options.today, -12 * options.years)
  const last = addDays(options.today, -months * 31 - 7)
  const starts_on = mondayOf(addDays(first, random.int(7, Math.max(7, daysBetween(first, last)))))
  const planned_end_on = trajectoryEnd(starts_on, months)
  const early = !options.fullWeeks && random.chance(0.3)
  const weeks = Math.floor(daysBetween(starts_on, planned_end_on) / 7)
  const extended = months === 6 && random.chance(0.15)
  const run: Run = {
    months,
    starts_on,
    planned_end_on,
    // A Friday, not in the first month.
    ended_on: early ? addDays(starts_on, 7 * random.int(4, weeks - 2) + 4) : planned_end_on,
    old_end_on: extended && !early ? trajectoryEnd(starts_on, 3) : null,
    referred_on: addDays(starts_on, -random.int(24, 45)),
  }
  const runs = hard === null && random.chance(0.03) ? [earlierRun(run, random), run] : [run]
  return {
    label: `f${n}`,
    kind: 'former',
    hard,
    runs,
    referred_on: at(runs, 0).referred_on,
    letterDue: false,
  }
}

function waitingPerson(n: number, hard: HardCase, options: PracticeOptions, random: Random): Draft {
  const ago =
    hard === 'just_referred' ? random.int(1, 3) : hard === 'intake_half_done' ? 9 : random.int(30, 200)
  const referred_on = addDays(options.today, -ago)
  return { label: `w${n}`, kind: 'waiting', hard, runs: [], referred_on, letterDue: false }
}
