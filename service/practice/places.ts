/** Organisations, what they offer, and who went where: placements and ways out. */
import type { LessonPart, Outflow, PlacementGoal, PlacementKind, PlacementStage } from '#core/api/fields.ts'
import type { Host } from '#core/api/hosts.ts'
import { addDays, addMonths, daysBetween } from '#core/calendar/dates.ts'
import type { NewHostPerson } from '#db/hosts/commands.ts'
import type { PracticeRows } from '#db/practice/rows.ts'
import type { Person } from './person.ts'
import type { Run } from './plan.ts'
import { at, inTurn } from './random.ts'
import type { Random } from './random.ts'
import { streets, supervisors, towns } from './texts/names.ts'
import { hostWords } from './texts/network.ts'
import { endReasons } from './texts/notes.ts'
import { agreedThere } from './agreed-there.ts'
import { energyThere, goalWords, hosts, nextActions, ownOpinions, placementEnds } from './texts/places.ts'

type Opening = PracticeRows['opening']
export type PlacementDraft = Omit<PracticeRows['placement'], 'id' | 'participant_id' | 'trajectory_id'>

export interface InventedHosts {
  host: Host[]
  hostPerson: NewHostPerson[]
  opening: Opening[]
  opening_part: PracticeRows['opening_part'][]
  opening_demand: PracticeRows['opening_demand'][]
  travel_time: PracticeRows['travel_time'][]
}

export function inventHosts(firstDay: string, random: Random): InventedHosts {
  const hostPerson: NewHostPerson[] = []
  const opening: Opening[] = []
  const opening_part: PracticeRows['opening_part'][] = []
  const opening_demand: PracticeRows['opening_demand'][] = []
  const host = hosts.map((text, index): Host => {
    const [city, digits] = random.pick(towns)
    for (const offer of text.openings) {
      const {
        at = '',
        needed = null,
        sector = '',
        around = '',
        company = '',
        licence = '',
        heavy = {},
      } = offer.work
      const id = opening.length + 1
      for (const key of at.split(' ').filter(Boolean))
        opening_part.push({
          opening_id: id,
          weekday: Number(key[0]),
          part: partOf[key[1] ?? 'm'] ?? 'morning',
        })
      for (const [item, amount] of Object.entries(heavy))
        opening_demand.push({ opening_id: id, item, amount })
      opening.push({
        id,
        host_id: index + 1,
        title: offer.title,
        kind: offer.kind,
        tasks: offer.tasks,
        days: offer.days,
        minutes_per_week: offer.minutes,
        capacity: random.int(6, 14),
        language_level: offer.level,
        demands: offer.demands,
        open_from: firstDay,
        open_until: null,
        closed: random.chance(0.1) ? 1 : 0,
        sector,
        place: '',
        postcode: '',
        surroundings: around,
        company,
        licence,
        insurance: '',
        parts_needed: needed,
        confirmed_on: null,
      })
    }
    const place = {
      id: index + 1,
      name: text.name,
      kind: text.kind,
      sector: text.sector,
      street: random.pick(streets),
      house_number: String(random.int(1, 90)),
      postcode: `${digits} PL`,
      city,
      phone: `0123 45 67 ${10 + index}`,
      email: `plek${index + 1}@post.example`,
      ...inTurn(hostWords, index),
      remarks: '',
    }
    hostPerson.push({ host_id: place.id, name: random.pick(supervisors), function_title: 'teamleider' })
    if (index % 3 === 0)
      hostPerson.push({
        host_id: place.id,
        name: inTurn(supervisors, index + 3),
        phone: `06 00 00 02 ${10 + index}`,
      })
    return place
  })
  return { host, hostPerson, opening, opening_part, opening_demand, travel_time: inventWays() }
}

const partOf: Readonly<Record<string, LessonPart>> = { m: 'morning', a: 'afternoon', e: 'evening' }

/** Between each two towns, and within one. */
function inventWays(): PracticeRows['travel_time'][] {
  const places = towns.map(([, digits]) => String(digits)).toSorted()
  return places.flatMap((place, from) =>
    places.slice(from).map((other, further) => ({ place, other, minutes: 10 + 12 * further })),
  )
}

/** How a trajectory that is over ended. */
export function drawOutflow(run: Run, random: Random): { outflow: Outflow; end_reason: string } {
  const early = run.ended_on !== null && run.ended_on < run.planned_end_on
  if (early && random.chance(0.6)) {
    const index = random.int(0, endReasons.early.length - 1)
    return {
      outflow: at(['returned', 'other', 'moved', 'returned'] as const, index),
      end_reason: at(endReasons.early, index),
    }
  }
  const outflow = random.weighted<Outflow>([
    ['volunteer', 26],
    ['job', 13],
    ['job_subsidised', 7],
    ['learn_work', 9],
    ['work_experience', 13],
    ['education', 9],
    ['trial', 3],
    ...(early
      ? []
      : ([
          ['returned', 16],
          ['other', 4],
        ] as const)),
  ])
  return { outflow, end_reason: random.pick(early ? endReasons.place : endReasons.planned) }
}

const goalOf: Readonly<Record<PlacementKind, readonly PlacementGoal[]>> = {
  volunteer: ['language', 'contact', 'rhythm', 'filling'],
  work_experience: ['experience', 'rhythm'],
  learn_work: ['trade', 'experience'],
  trial: ['experience', 'network'],
  internship: ['trade', 'network'],
  education: ['trade'],
  job: ['experience', 'network'],
}

interface Placing {
  readonly run: Run
  readonly today: string
  readonly person: Person
  readonly openings: readonly Opening[]
}

/** The place behind a way out; somebody who went back to the municipality may have had one that stopped. */
export function formerPlacement(of: Placing, outflow: Outflow, random: Random): PlacementDraft | null {
  const end = of.run.ended_on ?? of.run.planned_end_on
  const starts_on = addDays(
    of.run.starts_on,
    Math.floor(daysBetween(of.run.starts_on, end) * (0.4 + random.next() / 3)),
  )
  if (outflow === 'returned' || outflow === 'moved' || outflow === 'other') {
    if (!random.chance(0.45)) return null
    const kind = random.pick(['volunteer', 'volunteer', 'work_experience', 'trial'] as const)
    return { ...place(of, kind, 'ended', end, starts_on, random), ...stopped(end, random) }
  }
  const kind = outflow === 'job_subsidised' ? 'job' : outflow
  const still = place(of, kind, 'placed', starts_on, starts_on, random)
  const since = daysBetween(end, of.today)
  if (since < 40 || !random.chance(0.3)) return still
  const endedOn = addDays(end, random.int(20, since - 10))
  return { ...still, stage: 'ended', stage_since: endedOn, ...stopped(endedOn, random) }
}

/** Of somebody who is here now. `weeks` is how long already. */
export function activePlacement(
  of: Placing,
  stage: PlacementStage,
  weeks: number,
  random: Random,
): PlacementDraft {
  const kind = random.pick(['volunteer', 'volunteer', 'work_experience', 'learn_work', 'trial'] as const)
  const since = addDays(of.today, -random.int(3, 7 * Math.max(1, Math.floor(weeks / 3))))
  if (stage === 'ended') {
    const began = addDays(since, -21)
    const starts_on = began < of.run.starts_on ? of.run.starts_on : began
    return { ...place(of, kind, stage, since, starts_on, random), ...stopped(since, random) }
  }
  const there = stage === 'trial' || stage === 'placed'
  const draft = place(of, kind, stage, since, there ? since : null, random)
  if (stage === 'placed') return draft
  return {
    ...draft,
    next_action: random.pick(nextActions),
    next_action_on: addDays(of.today, random.int(1, 9)),
  }
}

function place(
  of: Placing,
  kind: PlacementKind,
  stage: PlacementStage,
  stage_since: string,
  starts_on: string | null,
  random: Random,
): PlacementDraft {
  const opening = random.pick(of.openings.filter((one) => one.kind === kind))
  const goal = random.pick(goalOf[kind])
  const explained_on = starts_on === null ? null : addDays(starts_on, -2)
  return {
    opening_id: opening.id,
    kind,
    stage,
    stage_since,
    goal,
    goal_own_words: random.pick(goalWords[goal]),
    explained_on,
    explained_language: explained_on === null ? '' : of.person.origin.language,
    understood: explained_on === null ? null : 1,
    starts_on,
    expected_end_on: starts_on !== null && kind === 'trial' ? addMonths(starts_on, 2) : null,
    ended_on: null,
    end_reason: '',
    goal_result: null,
    days: '',
    minutes_per_week: opening.minutes_per_week,
    supervisor: starts_on === null ? '' : random.pick(supervisors),
    next_action: '',
    next_action_on: null,
    ...agreedThere(kind, starts_on),
  }
}

/** How it went, in the participant's own word where that was asked. */
function stopped(ended_on: string, random: Random) {
  const goal_result = random.pick(['reached', 'partly', 'partly', 'not'] as const)
  const end = { ended_on, end_reason: random.pick(placementEnds), goal_result }
  if (!random.chance(0.8)) return end
  const meaningful =
    goal_result === 'not'
      ? random.pick(['partly', 'no'] as const)
      : random.pick(['yes', 'yes', 'partly'] as const)
  return {
    ...end,
    energy: random.pick(energyThere),
    meaningful,
    own_opinion: random.pick(ownOpinions[meaningful]),
  }
}
