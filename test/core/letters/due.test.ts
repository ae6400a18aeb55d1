import { describe, expect, test } from 'vitest'
import { nextLetterDue } from '#core/letters/due.ts'

const trajectory = {
  startsOn: '2026-06-01',
  plannedEndOn: '2026-11-30',
  endedOn: null,
  lastPeriodTo: null,
  intervalWeeks: 6,
  beforeEndWeeks: 2,
}

describe('next letter', () => {
  test('the first covers six weeks from the start', () => {
    expect(nextLetterDue(trajectory)).toEqual({ on: '2026-07-12', why: 'interval' })
  })

  test('the next ones count from the last day that was reported', () => {
    expect(nextLetterDue({ ...trajectory, lastPeriodTo: '2026-07-20' })).toEqual({
      on: '2026-08-31',
      why: 'interval',
    })
  })

  test('two weeks before the end comes first when it is nearer', () => {
    expect(nextLetterDue({ ...trajectory, lastPeriodTo: '2026-10-12' })).toEqual({
      on: '2026-11-16',
      why: 'before_end',
    })
  })

  test('nothing more after the letter before the end, until the trajectory is extended', () => {
    const lastPeriodTo = '2026-11-16'
    expect(nextLetterDue({ ...trajectory, lastPeriodTo })).toBeNull()
    expect(nextLetterDue({ ...trajectory, lastPeriodTo, plannedEndOn: '2027-02-28' })).toEqual({
      on: '2026-12-28',
      why: 'interval',
    })
  })

  test('a trajectory that stopped early asks for a letter up to its last day', () => {
    const ended = { ...trajectory, endedOn: '2026-08-20', lastPeriodTo: '2026-07-12' }
    expect(nextLetterDue(ended)).toEqual({ on: '2026-08-20', why: 'before_end' })
    expect(nextLetterDue({ ...ended, lastPeriodTo: '2026-08-20' })).toBeNull()
  })

  test('ended as planned is no reason for another letter', () => {
    expect(nextLetterDue({ ...trajectory, endedOn: '2026-11-30', lastPeriodTo: '2026-11-16' })).toBeNull()
  })

  test('a trajectory shorter than the notice is due at once', () => {
    expect(nextLetterDue({ ...trajectory, plannedEndOn: '2026-06-07' })).toEqual({
      on: '2026-06-01',
      why: 'before_end',
    })
  })

  test('a letter covers finished weeks: written on the day itself, the Friday before is enough', () => {
    const plannedEndOn = '2026-12-02' // a Wednesday, and so is the day two weeks before it
    expect(nextLetterDue({ ...trajectory, plannedEndOn, lastPeriodTo: '2026-11-13' })).toBeNull()
    expect(nextLetterDue({ ...trajectory, plannedEndOn, lastPeriodTo: '2026-11-12' })).toEqual({
      on: '2026-11-18',
      why: 'before_end',
    })
  })
})
