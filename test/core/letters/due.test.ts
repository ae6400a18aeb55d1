import { describe, expect, test } from 'vitest'
import { nextLetterDue, rhythmFor, type PutOff } from '#core/letters/due.ts'

const trajectory = {
  startsOn: '2026-06-01',
  plannedEndOn: '2026-11-30',
  endedOn: null,
  lastPeriodTo: null,
  firstWeeks: null,
  intervalWeeks: 6,
  beforeEndWeeks: 2,
}

describe('next letter', () => {
  test('the first covers six weeks from the start', () => {
    expect(nextLetterDue(trajectory)).toEqual({ on: '2026-07-12', moment: '2026-07-12', why: 'interval' })
  })

  test('the next ones count from the last day that was reported', () => {
    expect(nextLetterDue({ ...trajectory, lastPeriodTo: '2026-07-20' })).toEqual({
      on: '2026-08-31',
      moment: '2026-08-31',
      why: 'interval',
    })
  })

  test('two weeks before the end comes first when it is nearer', () => {
    expect(nextLetterDue({ ...trajectory, lastPeriodTo: '2026-10-12' })).toEqual({
      on: '2026-11-16',
      moment: '2026-11-16',
      why: 'before_end',
    })
  })

  test('nothing more after the letter before the end, until the trajectory is extended', () => {
    const lastPeriodTo = '2026-11-16'
    expect(nextLetterDue({ ...trajectory, lastPeriodTo })).toBeNull()
    expect(nextLetterDue({ ...trajectory, lastPeriodTo, plannedEndOn: '2027-02-28' })).toEqual({
      on: '2026-12-28',
      moment: '2026-12-28',
      why: 'interval',
    })
  })

  test('a trajectory that stopped early asks for a letter up to its last day', () => {
    const ended = { ...trajectory, endedOn: '2026-08-20', lastPeriodTo: '2026-07-12' }
    expect(nextLetterDue(ended)).toEqual({ on: '2026-08-20', moment: '2026-08-20', why: 'before_end' })
    expect(nextLetterDue({ ...ended, lastPeriodTo: '2026-08-20' })).toBeNull()
  })

  test('ended as planned is no reason for another letter', () => {
    expect(nextLetterDue({ ...trajectory, endedOn: '2026-11-30', lastPeriodTo: '2026-11-16' })).toBeNull()
  })

  test('a trajectory shorter than the notice is due at once', () => {
    expect(nextLetterDue({ ...trajectory, plannedEndOn: '2026-06-07' })).toEqual({
      on: '2026-06-01',
      moment: '2026-06-01',
      why: 'before_end',
    })
  })

  test('a letter covers finished weeks: written on the day itself, the Friday before is enough', () => {
    const plannedEndOn = '2026-12-02' // a Wednesday, and so is the day two weeks before it
    expect(nextLetterDue({ ...trajectory, plannedEndOn, lastPeriodTo: '2026-11-13' })).toBeNull()
    expect(nextLetterDue({ ...trajectory, plannedEndOn, lastPeriodTo: '2026-11-12' })).toEqual({
      on: '2026-11-18',
      moment: '2026-11-18',
      why: 'before_end',
    })
  })

  test('the first letter may come at another time than those after it', () => {
    expect(nextLetterDue({ ...trajectory, firstWeeks: 4 })?.on).toBe('2026-06-28')
    expect(nextLetterDue({ ...trajectory, firstWeeks: 4, lastPeriodTo: '2026-06-28' })?.on).toBe('2026-08-09')
    // A first letter that falls on the moment before the end is that one.
    expect(nextLetterDue({ ...trajectory, firstWeeks: 25 })).toMatchObject({
      on: '2026-11-16',
      why: 'before_end',
    })
    expect(nextLetterDue({ ...trajectory, firstWeeks: 24 })).toMatchObject({
      on: '2026-11-15',
      why: 'interval',
    })
  })

  test('a letter that was put off is due on the later day, one that is not needed is skipped', () => {
    const due_on = '2026-07-12'
    const on = (putOff: PutOff[]) => nextLetterDue({ ...trajectory, putOff })
    expect(on([{ due_on, until_on: '2026-07-20' }])).toEqual({
      on: '2026-07-20',
      moment: due_on,
      why: 'interval',
    })
    expect(on([{ due_on, until_on: null }])?.on).toBe('2026-08-23')
    expect(on([{ due_on: '2026-07-11', until_on: null }])?.on).toBe(due_on) // of another moment
    const skipped = ['2026-07-12', '2026-08-23', '2026-10-04', '2026-11-15'].map((day) => ({
      due_on: day,
      until_on: null,
    }))
    expect(on(skipped)).toEqual({ on: '2026-11-16', moment: '2026-11-16', why: 'before_end' })
    expect(on([...skipped, { due_on: '2026-11-16', until_on: null }])).toBeNull()
    // Extended: there is another moment before the new end.
    expect(
      nextLetterDue({
        ...trajectory,
        plannedEndOn: '2026-12-31',
        putOff: [...skipped, { due_on: '2026-11-16', until_on: null }],
      }),
    ).toMatchObject({ on: '2026-12-17', why: 'before_end' })
  })

  test('a letter that is final makes what was put off before it of no account', () => {
    const putOff = [{ due_on: '2026-07-12', until_on: '2026-09-01' }]
    expect(nextLetterDue({ ...trajectory, putOff, lastPeriodTo: '2026-07-10' })?.on).toBe('2026-08-21')
  })
})

test('a municipality says what it wants otherwise, the office the rest', () => {
  const office = { letter_first_weeks: 6, letter_interval_weeks: 13, letter_before_end_weeks: 2 }
  const asOffice = { firstWeeks: 6, intervalWeeks: 13, beforeEndWeeks: 2 }
  expect(rhythmFor(office, null)).toEqual(asOffice)
  const nothing = { first_weeks: null, interval_weeks: null, before_end_weeks: null }
  expect(rhythmFor(office, nothing)).toEqual(asOffice)
  expect(rhythmFor(office, { ...nothing, before_end_weeks: 0 })).toEqual({ ...asOffice, beforeEndWeeks: 0 })
  expect(rhythmFor({ ...office, letter_first_weeks: null }, nothing).firstWeeks).toBeNull()
})
