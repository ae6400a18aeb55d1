import { describe, expect, test } from 'vitest'
import { dutchHolidays, easter } from '#core/calendar/holidays.ts'

/**
 * The holidays counted again in other ways. Easter by Gauss's rule and by the church's own tables (golden number,
 * epact, dominical letter), and days by `Date` in UTC instead of our own calendar. Then the dates as they were
 * published.
 */
const years = Array.from({ length: 300 }, (_, n) => 1900 + n)

/** Days of March; 32 is 1 April. */
const march = (year: number, day: number) => utc(Date.UTC(year, 2, day))
const utc = (time: number) => new Date(time).toISOString().slice(0, 10)
const later = (date: string, days: number) => utc(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000)

/** Gauss 1800, as corrected in 1816; with the two exceptions that he gives. */
function gauss(year: number): string {
  const [a, b, c, k] = [year % 19, year % 4, year % 7, Math.floor(year / 100)]
  const p = Math.floor((13 + 8 * k) / 25)
  const q = Math.floor(k / 4)
  const m = (((15 - p + k - q) % 30) + 30) % 30
  const n = (4 + k - q) % 7
  const d = (19 * a + m) % 30
  const e = (2 * b + 4 * c + 6 * d + n) % 7
  if (d === 29 && e === 6) return march(year, 50)
  if (d === 28 && e === 6 && (11 * m + 11) % 30 < 19) return march(year, 49)
  return march(year, 22 + d + e)
}

/**
 * As the breviary has it (Clavius 1603): the Sunday after the fourteenth day of the paschal moon, whose new moon the epact
 * gives. 25 counts as 26 where the golden number is above 11, and 24 as 25, so that no two moons of a cycle are the same.
 */
function clavius(year: number): string {
  const golden = (year % 19) + 1
  const century = Math.floor(year / 100) + 1
  const solar = Math.floor((3 * century) / 4) - 12
  const lunar = Math.floor((8 * century + 5) / 25) - 5
  let epact = (((11 * golden + 20 + lunar - solar) % 30) + 30) % 30
  if (epact === 24 || (epact === 25 && golden > 11)) epact += 1
  let fullMoon = 44 - epact
  if (fullMoon < 21) fullMoon += 30
  // The week day by itself: strictly after the full moon.
  for (let day = fullMoon + 1; ; day += 1)
    if (new Date(Date.UTC(year, 2, day)).getUTCDay() === 0) return march(year, day)
}

/** Koningsdag, law of 2013: 27 April, on a Sunday the day before. */
function kingsDay(year: number): string {
  const day = `${year}-04-27`
  return new Date(`${day}T00:00:00Z`).getUTCDay() === 0 ? `${year}-04-26` : day
}

describe('the holidays of 1900 to 2199, counted in another way', () => {
  test('Easter by Gauss and by the tables of Clavius', () => {
    const [earliest, latest] = ['03-22', '04-25']
    const days = new Set<string>()
    for (const year of years) {
      expect(easter(year)).toBe(gauss(year))
      expect(easter(year)).toBe(clavius(year))
      days.add(easter(year).slice(5))
    }
    // Three centuries hold nearly every day that Easter can have, the latest too; the earliest comes in 2285.
    expect(days.size).toBeGreaterThan(30)
    expect([...days].every((day) => day >= earliest && day <= latest)).toBe(true)
    expect(days.has(latest)).toBe(true)
    expect(gauss(2285)).toBe(`2285-${earliest}`)
    expect(easter(2285)).toBe(`2285-${earliest}`)
  })

  test('all eleven of each year', () => {
    for (const year of years) {
      const sunday = clavius(year)
      const expected = {
        new_year: `${year}-01-01`,
        good_friday: later(sunday, -2),
        easter_sunday: sunday,
        easter_monday: later(sunday, 1),
        kings_day: kingsDay(year),
        liberation_day: `${year}-05-05`,
        ascension: later(sunday, 39),
        whit_sunday: later(sunday, 49),
        whit_monday: later(sunday, 50),
        christmas: `${year}-12-25`,
        second_christmas: `${year}-12-26`,
      }
      expect(Object.fromEntries(dutchHolidays(year).map((day) => [day.code, day.date]))).toEqual(expected)
    }
  })
})

/** Easter Sunday, Koningsdag, Ascension and Whit Sunday as calendars have them. */
const published = `
2020 04-12 04-27 05-21 05-31
2021 04-04 04-27 05-13 05-23
2022 04-17 04-27 05-26 06-05
2023 04-09 04-27 05-18 05-28
2024 03-31 04-27 05-09 05-19
2025 04-20 04-26 05-29 06-08
2026 04-05 04-27 05-14 05-24
2027 03-28 04-27 05-06 05-16
2028 04-16 04-27 05-25 06-04
2029 04-01 04-27 05-10 05-20
2030 04-21 04-27 05-30 06-09
2031 04-13 04-26 05-22 06-01
2032 03-28 04-27 05-06 05-16
2033 04-17 04-27 05-26 06-05
2034 04-09 04-27 05-18 05-28
2035 03-25 04-27 05-03 05-13`

test.each(published.trim().split('\n'))('as published: %s', (line) => {
  const [year = '', ...days] = line.split(' ')
  const ours = new Map(dutchHolidays(Number(year)).map((day) => [day.code, day.date]))
  const moving = (['easter_sunday', 'kings_day', 'ascension', 'whit_sunday'] as const).map((code) =>
    ours.get(code),
  )
  expect(moving).toEqual(days.map((day) => `${year}-${day}`))
})
