import { describe, expect, test } from 'vitest'
import { figureSchema, municipalityFiguresSchema } from '#core/api/results.ts'
import type { MunicipalityFigures } from '#core/api/results.ts'
import { municipalityFigures, placeOrder } from '#core/figures/figures.ts'
import type { FigureRows, PlacementRow } from '#core/figures/rows.ts'

const period = { from: '2026-01-01', to: '2026-11-18' }
const nothing: FigureRows = {
  municipalities: [
    { id: 2, name: 'Voorbeeldstad' },
    { id: 1, name: 'Lindwijk' },
    { id: 3, name: 'Nergenshuizen' },
  ],
  referrals: [],
  intakes: [],
  trajectories: [],
  placements: [],
  aftercare: [],
  language: [],
  attendance: [],
}
const referral = (id: number, participant_id: number, municipality_id = 1, referred_on = '2026-02-01') => ({
  id,
  participant_id,
  municipality_id,
  referred_on,
})
const trajectory = (id: number, participant_id: number, referral_id: number, more = {}) => ({
  id,
  participant_id,
  referral_id,
  starts_on: '2026-03-01',
  ended_on: null,
  outflow: null,
  ...more,
})
const placement = (
  participant_id: number,
  kind: PlacementRow['kind'],
  more: Partial<PlacementRow> = {},
): PlacementRow => ({
  participant_id,
  trajectory_id: null,
  kind,
  stage: 'placed',
  starts_on: '2026-05-01',
  ended_on: null,
  meaningful: null,
  ...more,
})

const all = (rows: Partial<FigureRows>) => municipalityFigures({ ...nothing, ...rows }, period)
const whole = (rows: Partial<FigureRows>) => all(rows).at(-1) as MunicipalityFigures
const figure = (result: MunicipalityFigures, code: string) => result.figures.find((f) => f.code === code)
const value = (rows: Partial<FigureRows>, code: string) => figure(whole(rows), code)?.value

describe('shape', () => {
  test('every figure of the contract, once, and the answer fits the contract', () => {
    const result = whole({})
    expect(result.figures.map((f) => f.code).toSorted()).toEqual(
      [...figureSchema.shape.code.options].toSorted(),
    )
    expect(municipalityFiguresSchema.parse(result)).toEqual(result)
    expect(result.municipalityId).toBeNull()
    expect(figure(result, 'attendance_rate')?.value).toBeNull()
  })

  test('municipalities with a referral, by name, and all together last', () => {
    const result = all({ referrals: [referral(1, 1, 2), referral(2, 2, 1), referral(3, 3, 3, '2027-01-01')] })
    expect(result.map((m) => m.municipalityName)).toEqual(['Lindwijk', 'Voorbeeldstad', ''])
  })
})

describe('who counts, and how often', () => {
  test('referrals and trajectories count each time, people once', () => {
    const rows = {
      referrals: [referral(1, 10), referral(2, 10, 1, '2026-06-01'), referral(3, 11, 1, '2025-12-31')],
      trajectories: [
        trajectory(1, 10, 1, { ended_on: '2026-05-31' }),
        trajectory(2, 10, 2, { starts_on: '2026-07-01' }),
      ],
    }
    const result = whole(rows)
    expect(figure(result, 'referred')).toEqual({ code: 'referred', value: 2, people: [10] })
    expect(figure(result, 'started')).toEqual({ code: 'started', value: 2, people: [10] })
    expect(figure(result, 'active')).toEqual({ code: 'active', value: 1, people: [10] })
    expect(figure(result, 'ended')).toEqual({ code: 'ended', value: 1, people: [10] })
  })

  test('one person with two placements counts once', () => {
    const rows = {
      referrals: [referral(1, 10), referral(2, 11)],
      trajectories: [trajectory(1, 10, 1), trajectory(2, 11, 2)],
      placements: [placement(10, 'volunteer'), placement(10, 'education', { starts_on: '2026-06-01' })],
    }
    const result = whole(rows)
    expect(figure(result, 'placed_ever')).toEqual({ code: 'placed_ever', value: 1, people: [10] })
    expect(figure(result, 'placed_now')).toEqual({ code: 'placed_now', value: 1, people: [10] })
    const lines = result.highestPlace.filter((line) => line.people.length > 0)
    expect(lines).toEqual([
      { kind: 'education', people: [10] },
      { kind: 'none', people: [11] },
    ])
  })

  test('somebody sent by two municipalities is in both, and once in the total', () => {
    const rows = {
      referrals: [referral(1, 10, 1), referral(2, 10, 2, '2026-08-01')],
      trajectories: [trajectory(1, 10, 1), trajectory(2, 10, 2, { starts_on: '2026-09-01' })],
      placements: [placement(10, 'volunteer', { trajectory_id: 1 })],
      intakes: [{ participant_id: 10, finished_on: '2026-02-10' }],
    }
    const [lindwijk, voorbeeldstad, total] = all(rows) as [
      MunicipalityFigures,
      MunicipalityFigures,
      MunicipalityFigures,
    ]
    expect([lindwijk, voorbeeldstad, total].map((m) => figure(m, 'active')?.value)).toEqual([1, 1, 1])
    expect([lindwijk, voorbeeldstad, total].map((m) => figure(m, 'placed_ever')?.value)).toEqual([1, 0, 1])
    expect([lindwijk, voorbeeldstad, total].map((m) => figure(m, 'screened')?.value)).toEqual([0, 1, 1])
    expect([lindwijk, voorbeeldstad, total].map((m) => figure(m, 'started')?.value)).toEqual([1, 1, 2])
  })

  test('two intakes of one person are one screening', () => {
    const intakes = [
      { participant_id: 10, finished_on: '2026-02-10' },
      { participant_id: 10, finished_on: '2026-08-10' },
      { participant_id: 11, finished_on: null },
      { participant_id: 12, finished_on: '2025-12-31' },
    ]
    expect(figure(whole({ intakes }), 'screened')).toEqual({ code: 'screened', value: 1, people: [10] })
  })
})

describe('edges of the period', () => {
  test.each([
    ['2025-12-31', 0],
    ['2026-01-01', 1],
    ['2026-11-18', 1],
    ['2026-11-19', 0],
  ])('a referral of %s counts %d', (day, expected) => {
    expect(value({ referrals: [referral(1, 10, 1, day)] }, 'referred')).toBe(expected)
  })

  test.each([
    ['2026-11-17', 0],
    ['2026-11-18', 1],
    ['2026-11-19', 1],
  ])('a trajectory that ends on %s is active %d', (ended_on, expected) => {
    const rows = { referrals: [referral(1, 10)], trajectories: [trajectory(1, 10, 1, { ended_on })] }
    expect(value(rows, 'active')).toBe(expected)
  })

  test('exploring, a start in the future and a place that ended are no places now', () => {
    const placements = [
      placement(10, 'job', { stage: 'exploring' }),
      placement(11, 'job', { starts_on: '2026-11-19' }),
      placement(12, 'job', { stage: 'ended', ended_on: '2026-11-17' }),
      placement(13, 'job', { starts_on: null }),
    ]
    expect(figure(whole({ placements }), 'placed_ever')?.people).toEqual([12])
    expect(figure(whole({ placements }), 'placed_now')?.people).toEqual([])
  })
})

describe('the highest place', () => {
  test.each(
    placeOrder.slice(0, -1).map((kind, i) => ({ kind, lower: placeOrder[i + 1] as PlacementRow['kind'] })),
  )('$kind is above $lower', ({ kind, lower }) => {
    const rows = {
      referrals: [referral(1, 10)],
      trajectories: [trajectory(1, 10, 1)],
      placements: [placement(10, lower), placement(10, kind)],
    }
    expect(whole(rows).highestPlace.find((line) => line.people.length > 0)?.kind).toBe(kind)
  })

  test('the lines add up to the people who started', () => {
    const rows = {
      referrals: [1, 2, 3, 4].map((id) => referral(id, id)),
      trajectories: [1, 2, 3].map((id) => trajectory(id, id, id)),
      placements: [
        placement(1, 'job'),
        placement(1, 'volunteer'),
        placement(2, 'trial'),
        placement(4, 'job'),
      ],
    }
    const people = whole(rows).highestPlace.flatMap((line) => line.people)
    expect(people.toSorted((a, b) => a - b)).toEqual([1, 2, 3])
  })
})

describe('results', () => {
  test('ways out', () => {
    const ended = { ended_on: '2026-06-30' }
    const rows = {
      referrals: [1, 2, 3].map((id) => referral(id, id)),
      trajectories: [
        trajectory(1, 1, 1, { ...ended, outflow: 'volunteer' }),
        trajectory(2, 2, 2, { ...ended, outflow: 'returned' }),
        trajectory(3, 3, 3, { ...ended, outflow: 'volunteer' }),
      ],
    }
    expect(whole(rows).outflow).toEqual([
      { outflow: 'volunteer', count: 2 },
      { outflow: 'returned', count: 1 },
    ])
    expect(value(rows, 'ended_with_place')).toBe(2)
  })

  test('hours of whole months', () => {
    const rows = {
      referrals: [referral(1, 10)],
      trajectories: [trajectory(1, 10, 1)],
      attendance: [
        { trajectory_id: 1, month: '2025-12', planned_minutes: 1000, present_minutes: 0 },
        { trajectory_id: 1, month: '2026-03', planned_minutes: 600, present_minutes: 450 },
        { trajectory_id: 1, month: '2026-11', planned_minutes: 200, present_minutes: 150 },
        { trajectory_id: 1, month: '2026-12', planned_minutes: 1000, present_minutes: 0 },
      ],
    }
    expect(figure(whole(rows), 'attendance_rate')).toEqual({
      code: 'attendance_rate',
      value: 0.75,
      people: [10],
    })
  })

  test('language: measured twice by one kind of source, the last time in the period', () => {
    const row = (
      participant_id: number,
      assessed_on: string,
      level: 'A1' | 'A2',
      source: 'coach' | 'exam' = 'coach',
    ) => ({ participant_id, assessed_on, level, source, skill: 'speaking' }) as const
    const language = [
      row(10, '2025-06-01', 'A1'),
      row(10, '2026-06-01', 'A2'),
      row(11, '2026-02-01', 'A2'),
      row(11, '2026-06-01', 'A2'),
      row(12, '2026-02-01', 'A1'),
      row(12, '2026-06-01', 'A2', 'exam'),
      row(13, '2025-02-01', 'A1'),
      row(13, '2025-06-01', 'A2'),
      row(14, '2026-02-01', 'A1'),
      row(14, '2026-12-01', 'A2'),
    ]
    expect(figure(whole({ language }), 'language_measured')).toMatchObject({ value: 2, people: [10, 11] })
    expect(figure(whole({ language }), 'language_growth')).toMatchObject({ value: 1, people: [10] })
  })

  test('three months after: of those who were reached', () => {
    const row = (
      participant_id: number,
      outcome: 'still_there' | 'moved_on' | 'stopped' | 'not_reached' | null,
      more = {},
    ) => ({
      participant_id,
      trajectory_id: participant_id,
      month: 3,
      due_on: '2026-09-01',
      done_on: '2026-09-03',
      outcome,
      stopped_on: null,
      ...more,
    })
    const aftercare = [
      row(1, 'still_there'),
      row(2, 'moved_on'),
      row(3, 'stopped'),
      row(4, 'not_reached'),
      row(5, null, { done_on: null }),
      row(6, 'still_there', { month: 6 }),
      row(7, 'still_there', { due_on: '2026-12-01', done_on: '2026-11-18' }),
    ]
    expect(figure(whole({ aftercare }), 'reached_3')).toMatchObject({ value: 3, people: [1, 2, 3] })
    expect(figure(whole({ aftercare }), 'still_there_3')).toMatchObject({ value: 2, people: [1, 2] })
  })

  test('meaningful work: of the place that ended last in the period, with how many were asked', () => {
    const place = (
      participant_id: number,
      ended_on: string,
      meaningful: PlacementRow['meaningful'],
      more = {},
    ) => placement(participant_id, 'volunteer', { stage: 'ended', ended_on, meaningful, ...more })
    const placements = [
      place(1, '2026-06-01', 'no'),
      place(1, '2026-07-01', 'yes'),
      place(2, '2026-06-01', 'partly'),
      place(3, '2026-06-01', null),
      place(4, '2025-12-31', 'yes'),
      place(5, '2026-06-01', 'yes', { starts_on: null }),
      placement(6, 'job', { meaningful: 'yes' }),
    ]
    expect(figure(whole({ placements }), 'meaningful_asked')).toMatchObject({ value: 2, people: [1, 2] })
    expect(figure(whole({ placements }), 'meaningful')).toMatchObject({ value: 1, people: [1] })
  })

  test('somebody with two trajectories counts once at a moment, with the later one', () => {
    const row = (participant_id: number, due_on: string, outcome: 'still_there' | 'stopped' | null) => ({
      participant_id,
      trajectory_id: participant_id,
      month: 6,
      due_on,
      done_on: outcome === null ? null : due_on,
      outcome,
      stopped_on: null,
    })
    const aftercare = [
      row(1, '2026-03-01', 'still_there'),
      row(1, '2026-09-01', 'stopped'),
      row(2, '2026-04-01', 'still_there'),
      row(2, '2026-03-01', null),
    ]
    const six = whole({ aftercare }).durability.find((line) => line.month === 6)
    expect(six).toEqual({
      month: 6,
      passed: [1, 2],
      reached: [1, 2],
      still: [2],
      not_reached: [],
      stopped: [],
      open: [],
    })
  })
})
