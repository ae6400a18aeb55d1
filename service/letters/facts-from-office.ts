import { monthTotals } from '#core/attendance/totals.ts'
import { plannedParts, scheduleOn, weekMinutes, type Plan } from '#core/attendance/plan.ts'
import { addDays, mondayOf } from '#core/calendar/dates.ts'
import { weekOf, weeksIn } from '#core/calendar/terms.ts'
import type { LetterDraft } from '#core/api/letters.ts'
import type { Schedule } from '#core/api/programme.ts'
import type { LanguageAssessment, SkillAssessment } from '#core/api/assessments.ts'
import { noteInLetter } from '#core/letters/shortened.ts'
import { nextLetterDue } from '#core/letters/due.ts'
import { heardWords } from '#core/words/heard.ts'
import type { ProgressFacts } from '#core/letters/facts.ts'
import { partsInWords } from '#core/placing/week-parts.ts'
import { marksOf } from '#db/attendance/queries.ts'
import type { MarkRow } from '#db/attendance/queries.ts'
import type { LetterHead } from '#db/letters/queries.ts'
import {
  ladderBetween,
  languageBetween,
  placementsIn,
  skillsBetween,
  tickedNotes,
} from '#db/letters/sources.ts'
import { listClosures } from '#db/office/queries.ts'
import { heardBy } from '#db/words/queries.ts'
import { found } from '#db/statements.ts'
import { dueRow } from '#db/letters/queries.ts'
import { letterTerms } from '#db/letters/terms.ts'
import { goalsOf, pausesOf, schedulesOf, trajectoryById } from '#db/trajectories/queries.ts'
import type { TrajectoryRow } from '#db/trajectories/queries.ts'
import type { OfficeContext } from '../context.ts'
import { letterFacts, personOf } from './parties.ts'

/** Measurements of the intake, up to eight weeks before the start, are this trajectory's starting point. */
export const intakeDays = 56
const skills = ['listening', 'speaking', 'reading', 'writing'] as const

/** The facts of a progress letter as the office knows them now. Of a finalised letter they are stored. */
export function progressFacts(ctx: OfficeContext, letter: LetterHead): ProgressFacts {
  const trajectory = found(
    letter.trajectory_id === null ? null : trajectoryById(ctx.db, letter.trajectory_id),
  )
  const row = found(dueRow(ctx.db, trajectory.id))
  const draft = JSON.parse(letter.draft) as LetterDraft
  const schedules = schedulesOf(ctx.db, [trajectory.id]).get(trajectory.id) ?? []
  const schedule = scheduleOn(schedules, letter.period_to)?.parts ?? []
  const span = {
    participantId: personOf(letter),
    since: addDays(trajectory.starts_on, -intakeDays),
    until: letter.period_to,
  }
  const period = { participantId: personOf(letter), from: letter.period_from, to: letter.period_to }
  const ladder = ladderBetween(ctx.db, span)
  const next = nextLetterDue({
    startsOn: trajectory.starts_on,
    plannedEndOn: trajectory.planned_end_on,
    endedOn: trajectory.ended_on,
    lastPeriodTo: letter.period_to,
    ...letterTerms(ctx.db)(row.municipality_id, trajectory.id),
  })
  return {
    ...letterFacts(ctx, letter),
    trajectory: {
      starts_on: trajectory.starts_on,
      planned_end_on: trajectory.planned_end_on,
      week: weekOf(trajectory.starts_on, letter.period_to, trajectory.planned_end_on),
      weeks: weeksIn(trajectory.starts_on, trajectory.planned_end_on),
      phase: trajectory.phase,
      purpose: trajectory.purpose,
      weekdays: [...new Set(schedule.map((part) => part.weekday))].sort((a, b) => a - b),
      minutes_per_week: weekMinutes(schedule),
    },
    attendance: attendanceFacts(ctx, trajectory, schedules, letter),
    language: languageFacts(languageBetween(ctx.db, span)),
    skills: skillFacts(skillsBetween(ctx.db, span)),
    ladder: {
      start: ladder.length > 1 ? (ladder[0]?.step ?? null) : null,
      now: ladder.at(-1)?.step ?? null,
    },
    goals: goalsOf(ctx.db, trajectory.id).map(({ description, state, remark }) => ({
      description,
      state,
      remark,
    })),
    placements: placementsIn(ctx.db, period).map(({ parts, days, ...placement }) => ({
      ...placement,
      days: [partsInWords(parts, 'nl'), days.trim()].filter((text) => text !== '').join(', '),
    })),
    notes: tickedNotes(ctx.db, period)
      .filter((note) => !draft.leftOutNotes.includes(note.id))
      .map((note) => ({ date: note.happened_on, body: noteInLetter(note, draft.shortened), id: note.id })),
    next_letter_on: next?.on ?? null,
    texts: draft.texts,
  }
}

function attendanceFacts(
  ctx: OfficeContext,
  trajectory: TrajectoryRow,
  schedules: readonly Schedule[],
  letter: LetterHead,
): ProgressFacts['attendance'] {
  const { period_from: from, period_to: to } = letter
  const plan = planOf(ctx, trajectory, schedules)
  const marks = marksOf(ctx.db, trajectory.id, from, to)
  const closed = listClosures(ctx.db, from, to)
  const { planned_minutes, present_minutes, no_show_minutes } = monthTotals(marks)
  const minutes = (kind: MarkRow['mark']) =>
    marks.filter((row) => row.mark === kind).reduce((sum, row) => sum + row.planned_minutes, 0)
  return {
    planned_minutes,
    present_minutes,
    notified: { ill: minutes('ill'), leave: minutes('leave'), school: minutes('school') },
    no_show_minutes,
    weeks: weekFacts(marks, from, to),
    no_show_days: [...new Set(marks.filter((row) => row.mark === 'no_show').map((row) => row.day))],
    // A closed day on which this person would not have come is nobody's business in this letter.
    closed: closed.filter((closure) => plannedParts(plan, closure.day).length > 0),
    unfilled_parts: unfilledParts(ctx, plan, marks, new Set(closed.map((item) => item.day)), from, to),
    heard: heardWords(heardBy(ctx.db, personOf(letter), from, to).map((one) => one.word)),
  }
}

/** What was agreed about the days of one trajectory. */
function planOf(ctx: OfficeContext, trajectory: TrajectoryRow, schedules: readonly Schedule[]): Plan {
  return {
    schedules,
    startsOn: trajectory.starts_on,
    lastDay: trajectory.ended_on ?? trajectory.planned_end_on,
    pauses: pausesOf(ctx.db, [trajectory.id]).get(trajectory.id) ?? [],
  }
}

function weekFacts(
  marks: readonly MarkRow[],
  from: string,
  to: string,
): ProgressFacts['attendance']['weeks'] {
  const weeks = []
  // A letter that follows one up to Friday begins on a Saturday: its first week is the one after.
  for (let monday = mondayOf(addDays(from, 2)); monday <= to; monday = addDays(monday, 7)) {
    const sunday = addDays(monday, 6)
    const { planned_minutes, present_minutes } = monthTotals(
      marks.filter((row) => row.day >= monday && row.day <= sunday),
    )
    weeks.push({ monday, planned_minutes, present_minutes })
  }
  return weeks
}

function unfilledParts(
  ctx: OfficeContext,
  plan: Plan,
  marks: readonly MarkRow[],
  closed: ReadonlySet<string>,
  from: string,
  to: string,
): number {
  const filled = new Set(marks.map((row) => `${row.day} ${row.part}`))
  let count = 0
  for (let day = from; day <= to && day <= ctx.today; day = addDays(day, 1)) {
    if (closed.has(day)) continue
    count += plannedParts(plan, day).filter((item) => !filled.has(`${day} ${item.part}`)).length
  }
  return count
}

function languageFacts(rows: readonly LanguageAssessment[]): ProgressFacts['language'] {
  return skills.flatMap((skill) => {
    const measured = rows.filter((row) => row.skill === skill)
    const now = measured.at(-1)
    if (!now) return []
    const start = measured.length > 1 ? measured[0] : undefined
    return [{ skill, start: start ? level(start) : null, now: level(now) }]
  })
}

function level(row: LanguageAssessment) {
  return { level: row.level, date: row.assessed_on, source: row.source }
}

/** `rows` come in the office's order of skills, oldest first within a skill. */
function skillFacts(rows: readonly SkillAssessment[]): ProgressFacts['skills'] {
  const days = rows.map((row) => row.assessed_on).sort()
  const first = days[0] ?? null
  const last = days.at(-1) ?? null
  const bySkill = Map.groupBy(rows, (row) => row.skill_id)
  return {
    start_on: first === last ? null : first,
    now_on: last,
    rows: [...bySkill.values()].map((list) => {
      const scored = list.filter((row) => row.score !== null)
      return {
        name: list[0]?.skill ?? '',
        start: scored.length > 1 ? (scored[0]?.score ?? null) : null,
        now: scored.at(-1)?.score ?? null,
        own: list.findLast((row) => row.own_score !== null)?.own_score ?? null,
      }
    }),
  }
}
