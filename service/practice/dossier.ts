/** One person's whole dossier, from the line that the plan has for them. */
import type { EndKind, Outflow, PlacementStage } from '#core/api/fields.ts'
import { currentVersion } from '#core/intake/definition.ts'
import { addDays, daysBetween } from '#core/calendar/dates.ts'
import type { PracticeRows, PracticeTable } from '#db/practice/rows.ts'
import { makeMarks, makeSchedules } from './attendance.ts'
import { answerIntake } from './intake.ts'
import { measure } from './growth.ts'
import { setGoals, writeNotes } from './notes.ts'
import { askHowSatisfied } from './satisfaction.ts'
import { about, inventPerson, municipalityOf } from './person.ts'
import type { Person } from './person.ts'
import { askPermission, makeAftercare } from './aftercare.ts'
import { halfDaysOf } from './agreed-there.ts'
import { activePlacement, drawOutflow, formerPlacement } from './places.ts'
import type { PlacementDraft } from './places.ts'
import type { Run, Spec } from './plan.ts'
import { at } from './random.ts'
import type { Random } from './random.ts'
import { readyWords } from './texts/places.ts'
import { extensionReason, purposes, tasks, triedBefore } from './texts/notes.ts'
import type { Dossier, PracticeData } from './types.ts'

/** What runs on from one dossier to the next while they are made in order. */
export interface Counters {
  next(table: PracticeTable): number
  /** Half-days of the last day that nobody filled in, still to be left empty. */
  forgotten: number
  /** How many of the active people have a place or are on the way to one. */
  placing: number
}

export function startCounters(): Counters {
  const last = new Map<PracticeTable, number>()
  return {
    forgotten: 2,
    placing: 0,
    next(table) {
      const id = (last.get(table) ?? 0) + 1
      last.set(table, id)
      return id
    },
  }
}

/** The parts of the office that a dossier needs. */
type Around = Omit<PracticeData, 'dossiers' | 'specs' | 'officeTasks' | 'appointments'>

/** Everything that is known while a dossier is made. */
interface Making extends Around {
  readonly spec: Spec
  readonly person: Person
  readonly random: Random
  readonly counters: Counters
  readonly coachId: number
  readonly dossier: Dossier
  /** The day before the office's day: nothing is filled in after it. */
  readonly yesterday: string
}

export function makeDossier(spec: Spec, around: Around, counters: Counters, random: Random): Dossier {
  const person = inventPerson(spec, random.fork('person'))
  const created_on = around.calendar.nextOpen(addDays(spec.referred_on, 1))
  const { today } = around.options
  const making: Making = {
    ...around,
    spec,
    person,
    random,
    counters,
    coachId: random.int(2, around.staff.length),
    dossier: {
      participant: { id: spec.id, created_on: created_on < today ? created_on : today, ...person.fields },
      referral: [],
      intake: [],
      intake_answer: [],
      trajectory: [],
      trajectory_phase: [],
      trajectory_extension: [],
      schedule: [],
      schedule_part: [],
      goal: [],
      attendance: [],
      contact_note: [],
      task: [],
      language_assessment: [],
      skill_assessment: [],
      ladder_assessment: [],
      placement: [],
      ready_signal: [],
      permission: [],
      placement_part: [],
      aftercare: [],
      aftercare_attempt: [],
    },
    yesterday: addDays(today, -1),
  }
  const caseManager = random.pick(
    around.case_manager.filter((one) => one.municipality_id === municipalityOf(person)),
  )
  for (const [index, run] of spec.runs.entries()) addRun(making, run, index, caseManager.id)
  if (spec.runs.length === 0) addWaiting(making, caseManager.id)
  if (spec.kind === 'active' && random.chance(0.25)) addTask(making)
  return making.dossier
}

/** The first: load.ts makes it. */
const practiceProject = 1

function addReferral(m: Making, caseManagerId: number, referred_on: string, months: number | null): number {
  const id = m.counters.next('referral')
  m.dossier.referral.push({
    id,
    participant_id: m.spec.id,
    case_manager_id: caseManagerId,
    referred_on,
    client_number: `CL-${20000 + id}`,
    kind: months === 3 ? 'months_3' : months === 6 ? 'months_6' : 'screening',
    purpose: m.random.pick(purposes),
    tried_before: m.random.pick(triedBefore),
    project_id: months === null || m.spec.id % 6 === 0 ? practiceProject : null,
  })
  return id
}

function addIntake(m: Making, referralId: number, day: string, finished: boolean): void {
  const id = m.counters.next('intake')
  m.dossier.intake.push({
    id,
    participant_id: m.spec.id,
    referral_id: referralId,
    definition_version: currentVersion,
    staff_id: m.coachId,
    started_on: day,
    finished_on: finished ? day : null,
    notes: '',
  })
  for (const answer of answerIntake({ person: m.person, day, half: !finished }, m.random.fork(`intake${id}`)))
    m.dossier.intake_answer.push({ intake_id: id, ...answer })
}

/** Somebody before a trajectory. */
function addWaiting(m: Making, caseManagerId: number): void {
  const { hard, referred_on } = m.spec
  const referral = addReferral(m, caseManagerId, referred_on, hard === 'screened_only' ? null : 6)
  if (hard === 'just_referred') return
  const day = m.calendar.nextOpen(addDays(referred_on, 6))
  addIntake(m, referral, day < m.options.today ? day : m.yesterday, hard === 'screened_only')
}

function addRun(m: Making, run: Run, index: number, caseManagerId: number): void {
  const { spec, dossier, counters, calendar, options } = m
  const random = m.random.fork(`run${index}`)
  const agreed = run.old_end_on === null ? run.months : 3
  const referral_id = addReferral(m, caseManagerId, run.referred_on, agreed)
  addIntake(m, referral_id, calendar.nextOpen(addDays(run.referred_on, random.int(7, 14))), true)
  const id = counters.next('trajectory')
  const last = run.ended_on ?? m.yesterday
  const until = last < m.yesterday ? last : m.yesterday

  const placement = drawPlacement(m, run, random.fork('place'))
  const schedules = makeSchedules(run, options.fullWeeks, random.fork('schedule'))
  for (const schedule of schedules) addSchedule(m, id, schedule)
  const marks = makeMarks(
    {
      participant_id: spec.id,
      trajectory_id: id,
      schedules,
      from: run.starts_on,
      to: until,
      elsewhereFrom:
        placement.draft !== null && placement.draft.stage !== 'ended' ? placement.draft.starts_on : null,
    },
    calendar,
    random.fork('marks'),
  )
  if (forgets(m, run, marks.at(-1)?.day)) marks.pop()
  for (const mark of marks) dossier.attendance.push(mark)

  const phases = phasesOf(m, run, placement.draft)
  dossier.trajectory.push({
    id,
    participant_id: spec.id,
    referral_id,
    coach_id: m.coachId,
    months: run.months,
    starts_on: run.starts_on,
    planned_end_on: run.planned_end_on,
    ended_on: run.ended_on,
    phase: phases.at(-1)?.phase ?? 'workshop',
    purpose: dossier.referral.at(-1)?.purpose ?? '',
    outflow: placement.out?.outflow ?? null,
    end_kind: placement.out === null ? null : endKindOf(run, placement.out.outflow),
    end_reason: placement.out?.end_reason ?? '',
    ...askHowSatisfied({ ended_on: run.ended_on, today: options.today }, random.fork('satisfied')),
  })
  for (const phase of phases) dossier.trajectory_phase.push({ trajectory_id: id, ...phase })
  if (run.old_end_on !== null)
    dossier.trajectory_extension.push({
      id: counters.next('trajectory_extension'),
      trajectory_id: id,
      agreed_on: calendar.nextOpen(addDays(run.old_end_on, -12)),
      old_end_on: run.old_end_on,
      new_end_on: run.planned_end_on,
      reason: extensionReason,
    })
  for (const goal of setGoals({ run, today: options.today }, random.fork('goals')))
    dossier.goal.push({ id: counters.next('goal'), trajectory_id: id, ...goal })
  const notes = writeNotes(
    { person: m.person, from: run.starts_on, to: until },
    calendar,
    random.fork('notes'),
  )
  for (const note of notes)
    dossier.contact_note.push({
      id: counters.next('contact_note'),
      participant_id: spec.id,
      staff_id: random.chance(0.8) ? m.coachId : random.int(1, m.staff.length),
      ...note,
    })
  addMeasurements(m, run, until, random.fork('growth'))
  if (placement.draft !== null) addPlacement(m, id, placement.draft)
  if (run.ended_on !== null && placement.out !== null)
    addAftercare(m, id, { ...run, ended_on: run.ended_on }, placement)
}

/** Where it goes well for a while, somebody says so. */
function addPlacement(m: Making, trajectory_id: number, draft: PlacementDraft): void {
  const { dossier, counters, spec, options } = m
  const id = counters.next('placement')
  dossier.placement.push({ id, participant_id: spec.id, trajectory_id, ...draft })
  for (const part of halfDaysOf({ id, ...draft })) dossier.placement_part.push({ placement_id: id, ...part })
  const random = m.random.fork(`ready${id}`)
  if (draft.stage !== 'placed' || draft.starts_on === null || !random.chance(0.2)) return
  const days = daysBetween(draft.starts_on, options.today)
  if (days < 30) return
  dossier.ready_signal.push({
    id: counters.next('ready_signal'),
    participant_id: spec.id,
    placement_id: id,
    signalled_on: addDays(draft.starts_on, random.int(28, Math.min(days - 1, 120))),
    told_by: random.chance(0.7) ? 'host' : 'coach',
    body: random.pick(readyWords),
    staff_id: m.coachId,
  })
}

function addAftercare(
  m: Making,
  trajectory_id: number,
  { ended_on }: { ended_on: string },
  placement: ReturnType<typeof drawPlacement>,
): void {
  const { dossier, counters, spec, options, coachId: staff_id } = m
  if (placement.out === null) return
  const random = m.random.fork(`after${trajectory_id}`)
  const { outflow } = placement.out
  const placeEndedOn = placement.draft?.ended_on ?? null
  for (const { moment, attempts } of makeAftercare(
    { ended_on, today: options.today, outflow, placeEndedOn },
    random,
  )) {
    const id = counters.next('aftercare')
    dossier.aftercare.push({ id, participant_id: spec.id, trajectory_id, ...moment })
    for (const attempt of attempts)
      dossier.aftercare_attempt.push({
        id: counters.next('aftercare_attempt'),
        aftercare_id: id,
        staff_id,
        ...attempt,
      })
  }
  if (dossier.permission.length > 0) return
  const asked = { participant_id: spec.id, ended_on, today: options.today }
  for (const permission of askPermission(asked, random.fork('permission')))
    dossier.permission.push({ id: counters.next('permission'), ...permission })
}

function addSchedule(
  m: Making,
  trajectory_id: number,
  schedule: ReturnType<typeof makeSchedules>[number],
): void {
  const id = m.counters.next('schedule')
  m.dossier.schedule.push({ id, trajectory_id, valid_from: schedule.valid_from })
  for (const part of schedule.parts) m.dossier.schedule_part.push({ schedule_id: id, ...part })
}

/** Whether the last half-day of this person stays empty: somebody did not get round to it. */
function forgets(m: Making, run: Run, lastDay: string | undefined): boolean {
  const workday = m.calendar.openDays(addDays(m.yesterday, -20), m.yesterday).at(-1)?.day
  // A letter that is due today is about complete weeks, where the office is large enough to choose.
  const busy = m.spec.letterDue && m.options.active >= 12
  if (run.ended_on !== null || busy || m.counters.forgotten === 0 || lastDay !== workday) return false
  m.counters.forgotten -= 1
  return true
}

const stages: readonly PlacementStage[] = ['placed', 'introduction', 'trial', 'exploring', 'placed', 'ended']

function drawPlacement(m: Making, run: Run, random: Random) {
  const { options, person } = m
  const of = { run, today: options.today, person, openings: m.opening }
  if (run.ended_on !== null) {
    const out = drawOutflow(run, random)
    return { out, draft: formerPlacement(of, out.outflow, random) }
  }
  const weeks = Math.floor(daysBetween(run.starts_on, options.today) / 7)
  if (weeks < 6 || (options.active >= 12 && random.chance(0.35))) return { out: null, draft: null }
  const stage = at(stages, m.counters.placing % stages.length)
  m.counters.placing += 1
  return { out: null, draft: activePlacement(of, stage, weeks, random) }
}

/** The phases up to today, the first one from the first day; aftercare begins the day after the end. */
function phasesOf(
  m: Making,
  run: Run,
  placement: PlacementDraft | null,
): Omit<PracticeRows['trajectory_phase'], 'trajectory_id'>[] {
  const until = run.ended_on ?? m.options.today
  const placed =
    placement !== null && placement.stage !== 'exploring' && placement.stage !== 'introduction'
      ? placement.starts_on
      : null
  const begun = [
    { since: run.starts_on, phase: 'intake' as const },
    { since: addDays(run.starts_on, 7), phase: 'workshop' as const },
    { since: addDays(run.starts_on, 56), phase: 'orientation' as const },
  ].filter((one) => one.since <= until && (placed === null || one.since < placed))
  if (placed !== null && placed > run.starts_on && placed <= until)
    return ended(run, [...begun, { since: placed, phase: 'placement' }])
  return ended(run, begun.length > 0 ? begun : [{ since: run.starts_on, phase: 'intake' }])
}

function ended<T>(run: Run, phases: readonly T[]): (T | { since: string; phase: 'aftercare' })[] {
  return run.ended_on === null
    ? [...phases]
    : [...phases, { since: addDays(run.ended_on, 1), phase: 'aftercare' as const }]
}

/** An end before the planned day has its own reason; the words for it stand in the places. */
function endKindOf(run: Run, outflow: Outflow): EndKind {
  if (run.ended_on !== null && run.ended_on >= run.planned_end_on) return 'planned'
  if (outflow === 'job' || outflow === 'job_subsidised') return 'work'
  if (outflow === 'education' || outflow === 'moved') return outflow
  return outflow === 'returned' ? 'by_municipality' : 'other'
}

function addMeasurements(m: Making, run: Run, until: string, random: Random): void {
  const { spec, counters, dossier, coachId: staff_id } = m
  const dutch = m.person.origin.code === 'dutch'
  const measured = measure({ run, until, dutch, skills: 12 }, m.calendar, random)
  const who = { participant_id: spec.id, staff_id }
  for (const row of measured.language)
    dossier.language_assessment.push({ id: counters.next('language_assessment'), ...who, ...row })
  for (const row of measured.skills)
    dossier.skill_assessment.push({ id: counters.next('skill_assessment'), ...who, ...row })
  for (const row of measured.ladder)
    dossier.ladder_assessment.push({ id: counters.next('ladder_assessment'), ...who, ...row })
}

function addTask(m: Making): void {
  const done = m.random.chance(0.4)
  const due_on = addDays(m.options.today, m.random.int(-6, 12))
  m.dossier.task.push({
    id: m.counters.next('task'),
    participant_id: m.spec.id,
    title: about(m.person, m.random.pick(tasks)),
    due_on,
    done_on: done ? (due_on < m.yesterday ? due_on : m.yesterday) : null,
  })
}
