import { beforeAll, afterAll, describe, expect, test } from 'vitest'
import { breakdownCodes, figureCodes } from '#core/figures/registry.ts'
import nlDefaults from '#core/i18n/nl/defaults.ts'
import { createSkills } from '#db/office/commands.ts'
import { prepared } from '#db/prepare.ts'
import { generateOffice, peopleFor } from '#service/practice/generate.ts'
import { loadPractice } from '#service/practice/load.ts'
import { results } from '#service/features/results.ts'
import { openTestOffice, type TestOffice } from '../../builders/index.ts'
import { countAgain, tables, type Question } from './independent.ts'

const today = '2026-11-02'
let office: TestOffice
let data: ReturnType<typeof tables>

beforeAll(async () => {
  office = openTestOffice({ today })
  office.command(() => createSkills(office.db, Object.values(nlDefaults.skills).slice(2)))
  await loadPractice(office.db, generateOffice({ today, ...peopleFor(500), years: 3 }))
  office.command(() => {
    // What the practice office has little of: small jobs, contracts, coaching, opinions, and letters, early and late.
    const run = (sql: string) => prepared(office.db, sql).run()
    run(
      "UPDATE placement SET minutes_per_week = 480 + 120 * (id % 5), job_form = CASE id % 3 WHEN 0 THEN 'regular' WHEN 1 THEN 'agency' ELSE '' END WHERE kind = 'job'",
    )
    run(
      "UPDATE placement SET meaningful = CASE id % 3 WHEN 0 THEN 'yes' ELSE 'partly' END WHERE stage = 'ended' AND id % 2 = 0",
    )
    run(
      "UPDATE trajectory SET end_kind = 'moved', outflow = 'moved' WHERE ended_on < planned_end_on AND id % 5 = 0",
    )
    run('UPDATE trajectory SET end_kind = NULL WHERE ended_on < planned_end_on AND id % 7 = 0')
    run(`INSERT INTO network_contact (host_id, happened_on, kind, satisfaction, staff_id)
         SELECT id, date('2026-01-15', '+' || (id * 3) || ' days'), iif(id % 2 = 0, 'coaching', 'visit'), 1 + id % 5, 1 FROM host`)
    run(
      `INSERT INTO letter (kind, participant_id, trajectory_id, case_manager_id, staff_id, period_from, period_to, state,
                             dated_on, draft, number, facts, pdf, pdf_sha256, finalised_at)
         SELECT k.kind, t.participant_id, t.id, r.case_manager_id, 1, t.starts_on, date(t.starts_on, k.until),
                iif(t.id % 11 = 0 AND k.kind = 'end', 'sent', 'final'), date(t.starts_on, k.until, '+' || (t.id % 20) || ' days'),
                '{}', 'x-' || k.nth || '-' || t.id, '{}', X'00', 'x', 'x'
           FROM trajectory t JOIN referral r ON r.id = t.referral_id
           JOIN (SELECT 1 AS nth, 'progress' AS kind, '+38 days' AS until UNION SELECT 2, 'progress', '+80 days' UNION SELECT 3, 'end', '+190 days') k
          WHERE t.id % 2 = 0 AND (k.kind = 'progress' OR t.ended_on IS NOT NULL)`.replace(
        "iif(t.id % 11 = 0 AND k.kind = 'end', 'sent', 'final')",
        "'final'",
      ),
    )
  })
  data = tables(office.db)
}, 240_000)
afterAll(() => office.close())

/** With the figure that is asked for by itself. */
function complete(question: Question) {
  const { report } = results.get(office.ctx, question)
  const inARow = results.inARow(office.ctx, question)
  return {
    report: { ...report, figures: report.figures.map((one) => (one.code === inARow.code ? inARow : one)) },
  }
}

const whole = { projectId: null, municipalityId: null }
const questions: [string, Question][] = [
  ['this year', { from: '2026-01-01', to: today, ...whole }],
  ['last year', { from: '2025-01-01', to: '2025-12-31', ...whole }],
  ['days in the middle of months', { from: '2025-10-07', to: '2026-03-19', ...whole }],
  ['one day', { from: '2026-06-10', to: '2026-06-10', ...whole }],
  ['everything', { from: '2020-01-01', to: '2026-12-31', ...whole }],
  ['nothing', { from: '2031-01-01', to: '2031-12-31', ...whole }],
  ['a municipality', { from: '2026-01-01', to: today, projectId: null, municipalityId: 1 }],
  ['a municipality, odd days', { from: '2025-08-20', to: '2026-09-03', projectId: null, municipalityId: 2 }],
  ['a project', { from: '2025-10-01', to: today, projectId: 1, municipalityId: null }],
  ['a project of one municipality', { from: '2025-10-01', to: today, projectId: 1, municipalityId: 1 }],
]

describe('500 dossiers, counted once more', () => {
  test.each(questions)(
    '%s',
    (_name, question) => {
      const { report } = complete(question)
      const again = countAgain(data, question)
      expect(Object.keys(again.answers).toSorted()).toEqual([...figureCodes].toSorted())
      for (const { code, ...figure } of report.figures) {
        const expected = again.answers[code]
        expect({ code, of: figure.of, behind: figure.behind }).toEqual({
          code,
          of: expected?.of,
          behind: expected?.behind,
        })
        const value = expected?.value ?? null
        if (figure.value === null || value === null)
          expect({ code, value: figure.value }).toEqual({ code, value })
        else expect(Math.abs(figure.value - value), code).toBeLessThan(1e-9)
      }
      for (const code of breakdownCodes) {
        const lines = report.breakdowns.find((one) => one.code === code)?.lines ?? []
        if (code === 'skill_growth') {
          expect(lines.map(({ key }) => key).toSorted()).toEqual(Object.keys(again.skills).toSorted())
          for (const { key, value, of } of lines) {
            expect(of).toBe(again.skills[key]?.of)
            expect(value).toBeCloseTo(again.skills[key]?.value ?? Number.NaN, 9)
          }
        } else
          expect({ code, lines: Object.fromEntries(lines.map(({ key, value }) => [key, value])) }).toEqual({
            code,
            lines: again.breakdowns[code] ?? {},
          })
      }
    },
    120_000,
  )

  test('there is something to count: hardly a figure stays empty', () => {
    const { report } = complete({ from: '2020-01-01', to: today, ...whole })
    const empty = report.figures.filter(({ value }) => value === null || value === 0).map(({ code }) => code)
    expect(empty).toEqual(['absent_in_a_row']) // over more than two years it is not counted
    const { report: year } = complete({ from: '2026-01-01', to: today, ...whole })
    expect(year.figures.find(({ code }) => code === 'absent_in_a_row')?.value).toBeGreaterThan(0)
  })

  test('each number opens as many people as it says', () => {
    const about = { from: '2026-01-01', to: today, ...whole }
    const { report } = complete(about)
    for (const { code, behind } of report.figures) {
      const { people, hosts } = results.behind(office.ctx, { ...about, of: { figure: code, whole: false } })
      expect({ code, behind: people.length + hosts.length }).toEqual({ code, behind })
    }
  })
})
