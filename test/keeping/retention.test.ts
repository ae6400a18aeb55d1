import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '#core/calendar/dates.ts'
import { kept, keptCopies, type Kept } from '#core/keeping/retention.ts'

/** Copies in the order of making, some days apart. */
const history = fc.array(fc.nat({ max: 40 }), { maxLength: 150 }).map((gaps) => {
  let day = '2025-01-01'
  return gaps.map((gap, at): Kept => {
    day = addDays(day, gap > 30 ? gap : gap % 3)
    return { id: `copy ${at}`, day }
  })
})

const keep = (copies: readonly Kept[]) => copies.filter(({ id }) => keptCopies(copies).has(id))

describe('which copies are kept', () => {
  it('are the last ten, and one for each of 14 days, 8 weeks and 12 months', () => {
    const daily = Array.from({ length: 800 }, (_, at) => ({
      id: String(at),
      day: addDays('2024-11-01', Math.floor(at / 2)),
    }))
    const stay = keep(daily)
    expect(stay.slice(-10).map(({ id }) => Number(id))).toEqual(
      Array.from({ length: 10 }, (_, at) => 790 + at),
    )
    expect(new Set(stay.map(({ day }) => day.slice(0, 7))).size).toBe(12)
    expect(new Set(stay.map(({ day }) => day)).size).toBeGreaterThanOrEqual(14 + 6)
    expect(stay.length).toBeLessThanOrEqual(10 + 14 + 8 + 12)
  })

  it('hold the newest of each period, in any history', () => {
    fc.assert(
      fc.property(history, (copies) => {
        const stay = keptCopies(copies)
        for (const copy of copies.slice(-kept.last)) expect(stay.has(copy.id)).toBe(true)
        const lastOf = (length: number) => new Map(copies.map((copy) => [copy.day.slice(0, length), copy.id]))
        for (const id of [...lastOf(10).values()].slice(-kept.days)) expect(stay.has(id)).toBe(true)
        for (const id of [...lastOf(7).values()].slice(-kept.months)) expect(stay.has(id)).toBe(true)
        expect(stay.size).toBeLessThanOrEqual(kept.last + kept.days + kept.weeks + kept.months)
      }),
    )
  })

  it('are the same when thinned twice, and nothing goes by waiting', () => {
    fc.assert(
      fc.property(history, (copies) => {
        const once = keep(copies)
        expect(keep(once)).toEqual(once)
      }),
    )
  })

  it('thinned after each one, still reach back: a new copy drives out only what another stands for', () => {
    fc.assert(
      fc.property(history, (copies) => {
        let stay: Kept[] = []
        for (const copy of copies) stay = keep([...stay, copy])
        const months = new Map(copies.map((copy) => [copy.day.slice(0, 7), copy.id]))
        const expected = [...months.values()].slice(-kept.months)
        expect(expected.every((id) => stay.some((copy) => copy.id === id))).toBe(true)
      }),
    )
  })

  it('survive a clock that was wrong: what was made last is kept, whatever day it bears', () => {
    fc.assert(
      fc.property(history, fc.nat({ max: 30 }), (copies, wrong) => {
        const ahead = Array.from({ length: wrong }, (_, at) => ({ id: `wrong ${at}`, day: '2099-12-31' }))
        const after = { id: 'right again', day: '2025-01-01' }
        expect(keptCopies([...copies, ...ahead, after]).has(after.id)).toBe(true)
      }),
    )
  })
})
