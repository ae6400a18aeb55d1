/** What letters say, counted once more from the tables alone: plain loops over rows, none of the program's rules. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import nlDefaults from '#core/i18n/nl/defaults.ts'
import type { HoursFacts, ProgressFacts } from '#core/letters/facts.ts'
import { createSkills } from '#db/office/commands.ts'
import { prepared } from '#db/prepare.ts'
import { letters } from '#service/features/letters.ts'
import { kindOf } from '#service/letters/kinds.ts'
import { generateOffice, peopleFor } from '#service/practice/generate.ts'
import { loadPractice } from '#service/practice/load.ts'
import { openTestOffice, type TestOffice } from '../../builders/index.ts'

const today = '2026-11-02'
let office: TestOffice

type Row = Record<string, string | number | null>
const all = (sql: string): Row[] => prepared<[], Row>(office.db, sql).all()
const sum = (rows: readonly Row[], column: string): number =>
  rows.reduce((total, row) => total + Number(row[column]), 0)
const daysBefore = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10)
/** "93,5": hours as a municipality reads them. */
const hours = (minutes: number): string => String(Math.round((minutes / 60) * 100) / 100).replace('.', ',')

beforeAll(async () => {
  office = openTestOffice({ today })
  office.command(() => createSkills(office.db, Object.values(nlDefaults.skills).slice(2)))
  await loadPractice(office.db, generateOffice({ today, ...peopleFor(500), years: 3 }))
}, 240_000)
afterAll(() => office.close())

/** The marks of a trajectory that count: closed days are in no figure. */
function marksBy(trajectory: number): Row[] {
  return all(
    `SELECT * FROM attendance WHERE trajectory_id = ${trajectory} AND day NOT IN (SELECT day FROM closure) ORDER BY day, part`,
  )
}

const within = (rows: readonly Row[], from: string, to: string): Row[] =>
  rows.filter((row) => String(row['day']) >= from && String(row['day']) <= to)

const marked = (rows: readonly Row[], ...marks: string[]): Row[] =>
  rows.filter((row) => marks.includes(String(row['mark'])))

test('500 dossiers: each figure of the progress letter and of the statement of hours', () => {
  const trajectories = all('SELECT * FROM trajectory ORDER BY id')
  expect(new Set(trajectories.map((one) => one['participant_id'])).size).toBeGreaterThanOrEqual(450)
  let compared = 0
  let withAbsence = 0
  for (const trajectory of trajectories) {
    const id = Number(trajectory['id'])
    const person = Number(trajectory['participant_id'])
    const starts = String(trajectory['starts_on'])
    if (starts > today) continue
    const marks = marksBy(id)

    const statement = letters.get(office.ctx, letters.open(office.ctx, { kind: 'hours', about: id }))
    const stated = statement.facts as unknown as HoursFacts
    const its = within(marks, statement.period_from, statement.period_to)
    expect(stated.total).toMatchObject({
      planned_minutes: sum(its, 'planned_minutes'),
      present_minutes: sum(its, 'present_minutes'),
      notified_minutes: sum(marked(its, 'ill', 'leave', 'school'), 'planned_minutes'),
      no_show_minutes: sum(marked(its, 'no_show'), 'planned_minutes'),
    })
    for (const month of stated.months) {
      const ofMonth = its.filter((row) => String(row['day']).startsWith(month.month))
      expect([month.month, month.planned_minutes, month.present_minutes]).toEqual([
        month.month,
        sum(ofMonth, 'planned_minutes'),
        sum(ofMonth, 'present_minutes'),
      ])
    }

    // A letter covers whole weeks: one about the very first days has none yet.
    const progress = letters.get(office.ctx, letters.open(office.ctx, { kind: 'progress', about: id }))
    const facts = progress.facts as unknown as ProgressFacts
    const { period_from: from, period_to: to } = progress
    const covered = within(marks, from, to)
    const planned = sum(covered, 'planned_minutes')
    const present = sum(covered, 'present_minutes')
    expect(facts.attendance).toMatchObject({
      planned_minutes: planned,
      present_minutes: present,
      notified: {
        ill: sum(marked(covered, 'ill'), 'planned_minutes'),
        leave: sum(marked(covered, 'leave'), 'planned_minutes'),
        school: sum(marked(covered, 'school'), 'planned_minutes'),
      },
      no_show_minutes: sum(marked(covered, 'no_show'), 'planned_minutes'),
      no_show_days: [...new Set(marked(covered, 'no_show').map((row) => row['day']))],
    })
    expect(facts.attendance.weeks.reduce((total, week) => total + week.present_minutes, 0)).toBe(present)
    if (marked(covered, 'no_show', 'ill').length > 0) withAbsence += 1

    const since = daysBefore(starts, 56)
    for (const skill of ['listening', 'speaking', 'reading', 'writing'] as const) {
      const measured = all(
        `SELECT level FROM language_assessment WHERE participant_id = ${person} AND skill = '${skill}'
           AND assessed_on >= '${since}' AND assessed_on <= '${to}' ORDER BY assessed_on, id`,
      ).map((row) => row['level'])
      const said = facts.language.find((row) => row.skill === skill)
      expect([skill, said?.now?.level]).toEqual([skill, measured.at(-1)])
      expect([skill, said?.start?.level]).toEqual([skill, measured.length > 1 ? measured[0] : undefined])
    }
    const steps = all(
      `SELECT step FROM ladder_assessment WHERE participant_id = ${person}
         AND assessed_on >= '${since}' AND assessed_on <= '${to}' ORDER BY assessed_on, id`,
    ).map((row) => row['step'])
    expect(facts.ladder).toEqual({
      start: steps.length > 1 ? steps[0] : null,
      now: steps.at(-1) ?? null,
    })
    expect(facts.goals.map((goal) => goal.state)).toEqual(
      all(`SELECT state FROM goal WHERE trajectory_id = ${id} ORDER BY position, id`).map(
        (row) => row['state'],
      ),
    )
    expect(facts.notes).toHaveLength(
      all(
        `SELECT 1 FROM contact_note WHERE participant_id = ${person} AND in_report = 1
           AND happened_on >= '${from}' AND happened_on <= '${to}'`,
      ).length,
    )
    expect(facts.placements).toHaveLength(
      all(
        `SELECT 1 FROM placement WHERE participant_id = ${person} AND stage IN ('trial', 'placed', 'ended')
           AND starts_on <= '${to}' AND (ended_on IS NULL OR ended_on >= '${from}')`,
      ).length,
    )

    // And so it stands in the letter itself.
    if (planned > 0) {
      const words = JSON.stringify(kindOf('progress').compose(facts, 'nl')).replaceAll('\u00a0', ' ')
      const rate = Math.round((present / planned) * 100)
      expect(words).toContain(`${hours(present)} van de ${hours(planned)} geplande uren: ${rate}%`)
    }
    compared += 1
  }
  expect(compared).toBeGreaterThanOrEqual(450)
  expect(withAbsence).toBeGreaterThan(compared / 4)
}, 600_000)
