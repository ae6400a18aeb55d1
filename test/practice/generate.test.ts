import { describe, expect, test } from 'vitest'
import { addDays, weekday } from '#core/calendar/dates.ts'
import { containsBsn } from '#core/fields/bsn.ts'
import { normalisePhone } from '#core/fields/phone.ts'
import { normalisePostcode } from '#core/fields/postcode.ts'
import { definition, findQuestion, missingForFinish, validateAnswer } from '#core/intake/definition.ts'
import { duplicateReason } from '#core/names/fold.ts'
import { fullName } from '#core/names/name.ts'
import { plannedParts } from '#core/attendance/plan.ts'
import { noteKind, placementStage } from '#core/api/fields.ts'
import { generateOffice, hardCases, peopleFor, type Dossier } from '#service/practice/generate.ts'
import { hardCaseNames } from '#service/practice/plan.ts'

const today = '2026-11-02'
const data = generateOffice({ today })
const dossiers = [...data.dossiers()]
const byId = new Map(dossiers.map((dossier) => [dossier.participant.id, dossier]))
const cases = hardCases(data)

/** The one person behind a hard case. */
function the(name: keyof typeof cases): Dossier {
  const dossier = byId.get(cases[name][0] ?? 0)
  if (dossier === undefined) throw new Error(`nobody is ${name}`)
  return dossier
}

const schedulesOf = (dossier: Dossier, trajectoryId: number) =>
  dossier.schedule
    .filter((one) => one.trajectory_id === trajectoryId)
    .map((one) => ({
      valid_from: one.valid_from,
      parts: dossier.schedule_part.filter((part) => part.schedule_id === one.id),
    }))

test('the same options give the same office; another seed gives another', () => {
  const small = { today, ...peopleFor(24) }
  const text = (seed: number) => {
    const office = generateOffice({ ...small, seed })
    return JSON.stringify([office.host, office.opening, office.calendar.closures, [...office.dossiers()]])
  }
  expect(text(7)).toBe(text(7))
  expect(text(7)).not.toBe(text(8))
})

test('asking for the dossiers twice gives them twice', () => {
  const first = [...data.dossiers()][41]
  expect([...data.dossiers()][41]).toEqual(first)
})

test('it is as large as was asked, and refuses to be too small for the hard cases', () => {
  expect(dossiers.filter((one) => one.trajectory.some((t) => t.ended_on === null))).toHaveLength(60)
  expect(dossiers).toHaveLength(319)
  expect(peopleFor(1000)).toEqual({ active: 200, waiting: 30, former: 770 })
  expect(() => peopleFor(16)).toThrow(RangeError)
  expect(() => generateOffice({ today, active: 4 })).toThrow(RangeError)
  const smallest = hardCases(generateOffice({ today, ...peopleFor(17) }))
  expect(Object.values(smallest).map((ids) => ids.length)).toEqual(hardCaseNames.map(() => 1))
})

describe('hard cases', () => {
  test('names', () => {
    expect(the('one_name').participant).toMatchObject({ given_names: '', call_name: '', surname: 'Zarmina' })
    expect(the('prefix_van_der').participant.prefix).toBe('van der')
    expect(fullName(the('prefix_t').participant)).toBe("Stefan 't Hart")
    expect(the('arabic_script').participant).toMatchObject({ prefix: 'el', own_script_lang: 'ar' })
    expect(the('arabic_script').participant.own_script_name).toMatch(/^[\p{Script=Arabic} ]+$/u)
    expect(the('tigrinya_script').participant.own_script_name).toMatch(/^[\p{Script=Ethiopic} ]+$/u)
    expect(the('cyrillic_script').participant.own_script_name).toMatch(/^[\p{Script=Cyrillic} ]+$/u)
    expect(fullName(the('turkish_letters').participant)).toBe('Çağlar Gündoğdu')
    expect(fullName(the('partner_name').participant)).toBe('Gülşen van den Broek-Şahin')
    const [one, other] = [the('alike_1').participant, the('alike_2').participant]
    expect(duplicateReason(one, other)).toBe('sounds_alike')
  })

  test('dates of birth', () => {
    expect(the('birth_year_only').participant.birth_date).toMatch(/^\d{4}$/)
    expect(the('first_of_january').participant.birth_date).toMatch(/-01-01$/)
  })

  test('courses', () => {
    const back = the('came_back')
    expect(back.trajectory.map((one) => one.ended_on === null)).toEqual([false, true])
    const extended = the('extended')
    expect(extended.trajectory[0]).toMatchObject({ months: 6, ended_on: null })
    expect(extended.trajectory_extension[0]?.new_end_on).toBe(extended.trajectory[0]?.planned_end_on)
    expect(the('just_referred').intake).toEqual([])
    expect(the('intake_half_done').intake[0]?.finished_on).toBeNull()
    expect(the('screened_only').intake[0]?.finished_on).not.toBeNull()
    expect(the('screened_only').trajectory).toEqual([])
  })
})

test('marks are on planned, open half-days up to yesterday, and two of the last day are missing', () => {
  let missing = 0
  for (const dossier of dossiers)
    for (const trajectory of dossier.trajectory) {
      const schedules = schedulesOf(dossier, trajectory.id)
      const last = trajectory.ended_on ?? trajectory.planned_end_on
      const marks = dossier.attendance.filter((one) => one.trajectory_id === trajectory.id)
      const marked = new Set(marks.map((one) => `${one.day} ${one.part}`))
      expect(marked.size).toBe(marks.length)
      for (let day = trajectory.starts_on; day <= last && day < today; day = addDays(day, 1)) {
        if (data.calendar.isClosed(day) || weekday(day) > 5) continue
        for (const part of plannedParts(
          { schedules, startsOn: trajectory.starts_on, lastDay: last, pauses: [] },
          day,
        ))
          if (!marked.delete(`${day} ${part.part}`)) missing += 1
      }
      expect([...marked]).toEqual([]) // nothing outside the plan, on a closed day or in the future
    }
  expect(missing).toBe(2)
})

test('absences are as a workshop knows them', () => {
  const marks = dossiers.flatMap((one) => one.attendance)
  const share = (mark: string) => marks.filter((one) => one.mark === mark).length / marks.length
  expect(share('present') + share('late') + share('elsewhere')).toBeGreaterThan(0.78)
  for (const mark of ['late', 'ill', 'leave', 'school', 'no_show', 'elsewhere']) {
    expect(share(mark)).toBeGreaterThan(0.003)
    expect(share(mark)).toBeLessThan(0.15)
  }
  for (const one of marks.filter((mark) => mark.mark === 'late'))
    expect(one.planned_minutes - one.present_minutes).toBeGreaterThan(0)
})

test('intakes fit the questions, and finished ones are complete', () => {
  for (const dossier of dossiers)
    for (const intake of dossier.intake) {
      const version = definition(intake.definition_version)
      const answers = dossier.intake_answer
        .filter((one) => one.intake_id === intake.id)
        .map((one) => ({
          question: one.question,
          value: one.value === null ? null : (JSON.parse(one.value) as string),
          noAnswer: one.no_answer,
        }))
      for (const answer of answers) {
        const question = findQuestion(version, answer.question)
        expect(question).not.toBeNull()
        if (question && answer.noAnswer === null)
          expect([answer.question, validateAnswer(question, answer.value)]).toEqual([answer.question, null])
      }
      const missing = missingForFinish(version, answers)
      expect(missing.length === 0).toBe(intake.finished_on !== null)
    }
})

test('notes, stages and aftercare have every kind', () => {
  const notes = dossiers.flatMap((one) => one.contact_note)
  expect(notes.filter((one) => one.in_report === 1).length / notes.length).toBeCloseTo(1 / 3, 1)
  expect(new Set(notes.map((one) => one.kind))).toEqual(new Set(noteKind.options))
  const stages = new Set(dossiers.flatMap((one) => one.placement.map((placement) => placement.stage)))
  expect(stages).toEqual(new Set(placementStage.options))
  const moments = dossiers.flatMap((one) => one.aftercare)
  expect(moments.some((one) => one.done_on === null && one.due_on < today)).toBe(true)
  expect(new Set(moments.flatMap((one) => one.outcome ?? []))).toEqual(
    new Set(['still_there', 'moved_on', 'stopped', 'not_reached']),
  )
})

test('nothing has happened after yesterday', () => {
  for (const one of dossiers) {
    const days = [
      ...one.attendance.map((row) => row.day),
      ...one.contact_note.map((row) => row.happened_on),
      ...one.skill_assessment.map((row) => row.assessed_on),
      ...one.language_assessment.map((row) => row.assessed_on),
      ...one.intake.map((row) => row.finished_on ?? row.started_on),
      ...one.aftercare.map((row) => row.done_on ?? ''),
      ...one.placement.map((row) => row.ended_on ?? row.stage_since),
    ]
    expect(days.filter((day) => day >= today)).toEqual([])
  }
})

test('everybody is invented: no numbers of citizens, no telephone numbers or addresses of anybody', () => {
  expect(containsBsn(JSON.stringify(dossiers))).toBe(false)
  const towns = new Set(data.municipality.map((one) => one.city))
  for (const { participant } of dossiers) {
    expect(participant.phone).toMatch(/^(06 12 34 \d\d \d\d)?$/)
    expect(normalisePhone(participant.phone).ok).toBe(true)
    expect(participant.email).toMatch(/^(|.+\.example)$/)
    expect(normalisePostcode(participant.postcode)).toEqual({ ok: true, value: participant.postcode })
    expect(towns.has(participant.city)).toBe(true)
  }
})

test('no text has a gap that was not filled in', () => {
  expect(JSON.stringify(dossiers)).not.toMatch(/\{\w+\}/)
})
