import { describe, expect, test } from 'vitest'
import { dayNumber } from '#core/calendar/dates.ts'
import { absentInARow, longestAbsence } from '#core/figures/hours.ts'
import { countReport, periodBefore, type CountedReport } from '#core/figures/figures.ts'
import { median } from '#core/figures/count.ts'
import { placeOrder } from '#core/figures/places.ts'
import { breakdownCodes, figureCodes } from '#core/figures/registry.ts'
import { isOnTime } from '#core/figures/work.ts'
import type { BenefitRow, FigureRows, MomentRow, PlacementRow, TrajectoryRow } from '#core/figures/rows.ts'

/** A day as the rows have it. */
const on = dayNumber
const terms = { firstWeeks: null, intervalWeeks: 6, beforeEndWeeks: 2, putOff: [] }
const period = { from: '2026-01-01', to: '2026-11-18' }
const nothing: FigureRows = {
  referrals: [],
  waiting: [],
  intakes: [],
  trajectories: [],
  placements: [],
  moments: [],
  benefits: [],
  language: { measured: [], risen: [] },
  ladder: [],
  skills: [],
  hours: [],
  hosts: [],
  openPlaces: 0,
  letters: [],
}
const referral = (participant_id: number, referred_on = on('2026-02-01')) => ({
  participant_id,
  referred_on,
})
const trajectory = (
  id: number,
  participant_id: number,
  more: Partial<TrajectoryRow> = {},
): TrajectoryRow => ({
  id,
  participant_id,
  starts_on: on('2026-03-01'),
  planned_end_on: on('2026-08-31'),
  ended_on: null,
  outflow: null,
  end_kind: null,
  referred_on: on('2026-02-01'),
  intake_on: null,
  main_goal: null,
  participant_satisfaction: null,
  case_manager_satisfaction: null,
  ...more,
})
const placement = (
  participant_id: number,
  kind: PlacementRow['kind'],
  more: Partial<PlacementRow> = {},
): PlacementRow => ({
  participant_id,
  kind,
  stage: 'placed',
  starts_on: on('2026-05-01'),
  ended_on: null,
  minutes_per_week: null,
  job_form: '',
  meaningful: null,
  ...more,
})
const moment = (participant_id: number, more: Partial<MomentRow> = {}): MomentRow => ({
  participant_id,
  month: 3,
  due_on: on('2026-09-01'),
  done_on: on('2026-09-03'),
  outcome: 'still_there',
  stopped_on: null,
  ...more,
})

const whole = (rows: Partial<FigureRows>) => countReport({ ...nothing, ...rows }, period)
const figure = (report: CountedReport, code: string) => report.figures.find((f) => f.code === code)
const value = (rows: Partial<FigureRows>, code: string) => figure(whole(rows), code)?.value
const lines = (rows: Partial<FigureRows>, code: string) =>
  whole(rows)
    .breakdowns.find((b) => b.code === code)
    ?.lines.map(({ key, people }) => [key, people])

describe('shape', () => {
  test('every figure and every breakdown, once, in the order of the registry; of nothing no share', () => {
    const report = whole({})
    expect(report.figures.map((f) => f.code)).toEqual([...figureCodes])
    expect(report.breakdowns.map((b) => b.code)).toEqual([...breakdownCodes])
    const empty = report.figures.filter((f) => f.value === null).map((f) => f.code)
    expect(empty).toContain('attendance_rate')
    expect(empty).toContain('successful')
    expect(empty).toContain('host_satisfaction')
    expect(value({}, 'referred')).toBe(0)
  })
})

describe('who counts, and how often', () => {
  test('referrals and trajectories count each time, people once', () => {
    const rows = {
      referrals: [referral(10), referral(10, on('2026-06-01')), referral(11, on('2025-12-31'))],
      trajectories: [
        trajectory(1, 10, { ended_on: on('2026-05-31') }),
        trajectory(2, 10, { starts_on: on('2026-07-01') }),
      ],
    }
    const report = whole(rows)
    expect(figure(report, 'referred')).toMatchObject({ value: 2, people: [10] })
    expect(figure(report, 'started')).toMatchObject({ value: 2, people: [10] })
    expect(figure(report, 'started_people')).toMatchObject({ value: 1, people: [10] })
    expect(figure(report, 'active')).toMatchObject({ value: 1, people: [10] })
    expect(figure(report, 'ended')).toMatchObject({ value: 1, people: [10] })
  })

  test('one person with two kinds of places: once as placed, once for each kind, once at the highest', () => {
    const rows = {
      trajectories: [trajectory(1, 10), trajectory(2, 11)],
      placements: [placement(10, 'volunteer'), placement(10, 'education', { starts_on: on('2026-06-01') })],
    }
    expect(figure(whole(rows), 'placed_ever')).toMatchObject({ value: 1, people: [10] })
    expect(lines(rows, 'placed_kind')).toEqual([
      ['education', [10]],
      ['volunteer', [10]],
    ])
    expect(lines(rows, 'highest_place')).toEqual([
      ['education', [10]],
      ['none', [11]],
    ])
  })

  test('two intakes of one person are one screening', () => {
    const intakes = [
      { participant_id: 10, finished_on: on('2026-02-10'), referred_on: on('2026-02-01') },
      { participant_id: 10, finished_on: on('2026-08-10'), referred_on: null },
      { participant_id: 11, finished_on: null, referred_on: null },
      { participant_id: 12, finished_on: on('2025-12-31'), referred_on: null },
    ]
    expect(figure(whole({ intakes }), 'screened')).toMatchObject({ value: 1, people: [10] })
    expect(figure(whole({ intakes }), 'days_to_intake')).toMatchObject({ value: 9, of: 1 })
  })
})

describe('edges of the period', () => {
  test.each([
    ['2025-12-31', 0],
    ['2026-01-01', 1],
    ['2026-11-18', 1],
    ['2026-11-19', 0],
  ])('a referral of %s counts %d', (day, expected) => {
    expect(value({ referrals: [referral(10, on(day))] }, 'referred')).toBe(expected)
  })

  test.each([
    ['2026-11-17', 0],
    ['2026-11-18', 1],
    ['2026-11-19', 1],
  ])('a trajectory that ends on %s is active %d', (ended_on, expected) => {
    expect(value({ trajectories: [trajectory(1, 10, { ended_on: on(ended_on) })] }, 'active')).toBe(expected)
  })

  test('exploring, a start in the future and a place that ended are no places now', () => {
    const placements = [
      placement(10, 'job', { stage: 'exploring' }),
      placement(11, 'job', { starts_on: on('2026-11-19') }),
      placement(12, 'job', { stage: 'ended', ended_on: on('2026-11-17') }),
      placement(13, 'job', { starts_on: null }),
    ]
    expect(figure(whole({ placements }), 'placed_ever')?.people).toEqual([12])
    expect(figure(whole({ placements }), 'placed_now')?.people).toEqual([])
  })

  test.each([
    ['2026-01-01', '2026-12-31', '2025-01-01', '2025-12-31'],
    ['2026-03-01', '2026-03-31', '2026-02-01', '2026-02-28'],
    ['2026-01-01', '2026-11-18', '2025-02-13', '2025-12-31'],
    ['2026-05-05', '2026-05-05', '2026-05-04', '2026-05-04'],
  ])('before %s to %s comes %s to %s', (from, to, first, last) => {
    expect(periodBefore({ from, to })).toEqual({ from: first, to: last })
  })
})

describe('the highest place', () => {
  test.each(
    placeOrder.slice(0, -1).map((kind, i) => ({ kind, lower: placeOrder[i + 1] as PlacementRow['kind'] })),
  )('$kind is above $lower', ({ kind, lower }) => {
    const rows = {
      trajectories: [trajectory(1, 10)],
      placements: [placement(10, lower), placement(10, kind)],
    }
    expect(lines(rows, 'highest_place')).toEqual([[kind, [10]]])
  })

  test('the lines add up to the people who started', () => {
    const rows = {
      trajectories: [1, 2, 3].map((id) => trajectory(id, id)),
      placements: [
        placement(1, 'job'),
        placement(1, 'volunteer'),
        placement(2, 'trial'),
        placement(4, 'job'),
      ],
    }
    const people = (lines(rows, 'highest_place') ?? []).flatMap(([, ids]) => ids as number[])
    expect(people.toSorted((a, b) => a - b)).toEqual([1, 2, 3])
  })
})

describe('endings', () => {
  const ended = { ended_on: on('2026-06-30') }

  test('ways out, with a place, the main goal, and who broke off', () => {
    const rows = {
      trajectories: [
        trajectory(1, 1, { ...ended, outflow: 'volunteer', end_kind: 'planned', main_goal: 'reached' }),
        trajectory(2, 2, { ...ended, outflow: 'returned', end_kind: 'health', main_goal: 'partly' }),
        trajectory(3, 3, { ...ended, outflow: 'job', end_kind: 'work' }),
        trajectory(4, 4, { ended_on: on('2026-08-31'), outflow: null }),
      ],
    }
    expect(lines(rows, 'outflow')).toEqual([
      ['job', [3]],
      ['volunteer', [1]],
      ['returned', [2]],
      ['unknown', [4]],
    ])
    expect(figure(whole(rows), 'ended_with_place')).toMatchObject({ value: 2, of: 4 })
    expect(figure(whole(rows), 'successful')).toMatchObject({ value: 1, of: 4, people: [1] })
    expect(figure(whole(rows), 'ended_early')).toMatchObject({ value: 1, of: 4, people: [2] })
    expect(lines(rows, 'early_reason')).toEqual([['health', [2]]])
  })

  test('paid work: the contract that began last, and jobs of less than twelve hours', () => {
    const out = { ...ended, outflow: 'job' as const, end_kind: 'work' as const }
    const rows = {
      trajectories: [
        trajectory(1, 1, out),
        trajectory(2, 2, out),
        trajectory(3, 3, { ...out, outflow: 'job_subsidised' }),
      ],
      placements: [
        placement(1, 'job', { job_form: 'regular', minutes_per_week: 1920 }),
        placement(1, 'job', { job_form: 'agency', minutes_per_week: 600, starts_on: on('2026-06-01') }),
        placement(2, 'job', { minutes_per_week: 720 }),
      ],
    }
    expect(lines(rows, 'job_form')).toEqual([
      ['wage_subsidy', [3]],
      ['agency', [1]],
      ['unknown', [2]],
    ])
    expect(figure(whole(rows), 'job_under_12')).toMatchObject({ value: 1, of: 3, people: [1] })
  })
})

describe('hours', () => {
  const row = (participant_id: number, planned: number, present: number, notified = 0, noShow = 0) => ({
    participant_id,
    planned_minutes: planned,
    present_minutes: present,
    notified_minutes: notified,
    no_show_minutes: noShow,
  })

  test('rates of what was planned; hours per person of people, not of rows', () => {
    const report = whole({
      hours: [row(10, 600, 450, 100, 50), row(10, 200, 150, 0, 50), row(11, 0, 60), row(12, 0, 0)],
    })
    expect(figure(report, 'attendance_rate')).toMatchObject({ value: 660 / 800, people: [10] })
    expect(figure(report, 'absent_notified')?.value).toBe(0.125)
    expect(figure(report, 'absent_no_show')?.value).toBe(0.125)
    expect(figure(report, 'hours_present')).toMatchObject({ value: 660, people: [10, 11] })
    expect(figure(report, 'hours_per_person')).toMatchObject({ value: 330, of: 2 })
  })

  test.each([
    ['', 0],
    ['PAAP', 2],
    ['AALAP', 3],
    ['AAPALA', 2],
    ['LLL', 0],
  ])('away in a row in "%s": %d', (marks, expected) => {
    expect(longestAbsence(marks)).toBe(expected)
  })

  test('three in a row count the person; over too long a time nobody looked', () => {
    const inARow = [
      { participant_id: 1, marks: 'PAAAP' },
      { participant_id: 2, marks: 'AAPAA' },
    ]
    expect(absentInARow(inARow)).toMatchObject({ value: 1, people: [1] })
    expect(absentInARow(null).value).toBeNull()
  })
})

describe('growth', () => {
  test('language: who rose in one skill or more, of whom two levels could be compared', () => {
    const language = { measured: [10, 10, 11, 12], risen: [10] }
    expect(figure(whole({ language }), 'language_growth')).toMatchObject({
      value: 1,
      of: 3,
      people: [10],
      whole: [10, 11, 12],
    })
  })

  test('the ladder: up, on the same step, and down', () => {
    const ladder = [
      { participant_id: 1, change: 2 },
      { participant_id: 2, change: 0 },
      { participant_id: 5, change: -1 },
    ]
    expect(figure(whole({ ladder }), 'ladder_growth')).toMatchObject({ value: 1, of: 3, people: [1] })
    expect(lines({ ladder }, 'ladder_change')).toEqual([
      ['2', [1]],
      ['0', [2]],
      ['-1', [5]],
    ])
  })

  test('skills: the mean change, with of how many', () => {
    const skills = [{ skill_id: 7, skill: 'Op tijd komen', gained: 2, people: [2, 1] }]
    const found = whole({ skills }).breakdowns.find((b) => b.code === 'skill_growth')?.lines
    expect(found).toEqual([{ key: '7', name: 'Op tijd komen', value: 1, of: 2, people: [1, 2] }])
  })
})

describe('afterwards', () => {
  test('three months after: of those who were reached', () => {
    const rows = [
      moment(1),
      moment(2, { outcome: 'moved_on' }),
      moment(3, { outcome: 'stopped' }),
      moment(4, { outcome: 'not_reached' }),
      moment(5, { outcome: null, done_on: null }),
      moment(6, { month: 6 }),
      moment(7, { due_on: on('2026-12-01'), done_on: on('2026-11-18') }),
      moment(8, { outcome: null, done_on: null, stopped_on: on('2026-10-01') }),
    ]
    expect(figure(whole({ moments: rows }), 'still_there_3')).toMatchObject({
      value: 2,
      of: 3,
      people: [1, 2],
      whole: [1, 2, 3],
    })
    expect(lines({ moments: rows }, 'after_3')).toEqual([
      ['passed', [1, 2, 3, 4, 5, 8]],
      ['reached', [1, 2, 3]],
      ['still', [1, 2]],
      ['not_reached', [4]],
      ['stopped', [8]],
      ['open', [5]],
    ])
  })

  test('somebody with two trajectories counts once at a moment, with the later one', () => {
    const rows = [
      moment(1, { due_on: on('2026-03-01'), done_on: on('2026-03-01') }),
      moment(1, { due_on: on('2026-09-01'), done_on: on('2026-09-01'), outcome: 'stopped' }),
    ]
    expect(figure(whole({ moments: rows }), 'still_there_3')).toMatchObject({ value: 0, of: 1 })
  })

  test('benefits: what was told in the period', () => {
    const told = (
      participant_id: number,
      benefit_ended: BenefitRow['benefit_ended'],
      done_on = on('2026-09-03'),
    ) => ({ participant_id, benefit_ended, done_on })
    const benefits = [told(1, 'yes'), told(2, 'unknown'), told(3, 'yes', on('2025-12-31'))]
    expect(lines({ benefits }, 'benefit')).toEqual([
      ['yes', [1]],
      ['unknown', [2]],
    ])
  })

  test('meaningful work: of the place that ended last in the period, with how many were asked', () => {
    const place = (
      participant_id: number,
      ended_on: string,
      meaningful: PlacementRow['meaningful'],
      more = {},
    ) =>
      placement(participant_id, 'volunteer', { stage: 'ended', ended_on: on(ended_on), meaningful, ...more })
    const placements = [
      place(1, '2026-06-01', 'no'),
      place(1, '2026-07-01', 'yes'),
      place(2, '2026-06-01', 'partly'),
      place(3, '2026-06-01', null),
      place(4, '2025-12-31', 'yes'),
      place(5, '2026-06-01', 'yes', { starts_on: null }),
      placement(6, 'job', { meaningful: 'yes' }),
    ]
    expect(figure(whole({ placements }), 'meaningful')).toMatchObject({ value: 1, of: 2, people: [1] })
  })
})

describe('what they thought of it', () => {
  test('the mean of the answers about trajectories that ended in the period, and how many answered', () => {
    const said = (id: number, person: number, participant: number | null, manager: number | null) =>
      trajectory(id, person, {
        ended_on: on('2026-05-31'),
        participant_satisfaction: participant,
        case_manager_satisfaction: manager,
      })
    const trajectories = [
      said(1, 10, 5, null),
      said(2, 10, 2, 3),
      said(3, 11, 4, null),
      said(4, 12, null, null),
      trajectory(5, 13, { ended_on: on('2025-05-31'), participant_satisfaction: 1 }),
      trajectory(6, 14, { participant_satisfaction: 1 }),
    ]
    const report = whole({ trajectories })
    expect(figure(report, 'participant_satisfaction')).toMatchObject({
      value: 11 / 3,
      of: 3,
      people: [10, 11],
    })
    expect(figure(report, 'participant_answered')).toMatchObject({
      value: 3,
      of: 4,
      people: [10, 11],
      whole: [10, 11, 12],
    })
    expect(figure(report, 'case_manager_satisfaction')).toMatchObject({ value: 3, of: 1, people: [10] })
    expect(figure(report, 'case_manager_answered')).toMatchObject({ value: 1, of: 4, people: [10] })
    expect(value({}, 'participant_satisfaction')).toBeNull()
    expect(value({}, 'participant_answered')).toBeNull()
  })
})

describe('organisations and letters', () => {
  test('coached of active, the mean of all answers', () => {
    const hosts = [
      { host_id: 1, coached: 2, scores: [5, 4] },
      { host_id: 2, coached: 0, scores: [1] },
      { host_id: 3, coached: 0, scores: [] },
    ]
    const report = whole({ hosts, openPlaces: 4 })
    expect(figure(report, 'hosts_active')).toMatchObject({ value: 3, hosts: [1, 2, 3] })
    expect(figure(report, 'hosts_coached')).toMatchObject({ value: 1, of: 3, hosts: [1] })
    expect(figure(report, 'host_satisfaction')).toMatchObject({ value: 10 / 3, of: 3, hosts: [1, 2] })
    expect(figure(report, 'open_places')?.value).toBe(4)
    expect(value({ openPlaces: null }, 'open_places')).toBeNull()
  })

  test.each([
    ['2026-04-11', 1], // six weeks after 1 March is 11 April
    ['2026-04-18', 1], // a week later
    ['2026-04-19', 0],
  ])('a first letter of %s on time: %d', (dated_on, expected) => {
    const days = { dated_on, starts_on: '2026-03-01', planned_end_on: '2026-08-31', ended_on: null }
    const on_time = isOnTime({ ...days, last_period_to: null }, terms)
    const letters = [
      { participant_id: 1, kind: 'progress' as const, dated_on: on(dated_on), ended_on: null, on_time },
    ]
    expect(figure(whole({ letters }), 'letters_on_time')).toMatchObject({ value: expected, of: 1 })
  })

  test('from the end to its report: the middle', () => {
    const report = (participant_id: number, dated_on: string) => ({
      participant_id,
      kind: 'end' as const,
      dated_on: on(dated_on),
      ended_on: on('2026-08-31'),
      on_time: true,
    })
    const letters = [report(1, '2026-09-02'), report(2, '2026-09-10'), report(3, '2026-09-11')]
    expect(figure(whole({ letters }), 'days_to_report')).toMatchObject({ value: 10, of: 3 })
  })

  test.each([
    [[], null],
    [[3], 3],
    [[9, 1], 5],
    [[9, 1, 2], 2],
  ])('the middle of %j is %s', (numbers, expected) => {
    expect(median(numbers)).toBe(expected)
  })
})
