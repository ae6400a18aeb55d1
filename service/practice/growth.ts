/** Measurements at the start, in the middle and at the end: language, skills at work, participation ladder. */
import type { LanguageLevel, LanguageSkill, LanguageSource } from '#core/api/fields.ts'
import { addDays, daysBetween } from '#core/calendar/dates.ts'
import { levelScales } from '#core/progress/growth.ts'
import type { OfficeCalendar } from './calendar.ts'
import type { Run } from './plan.ts'
import { at } from './random.ts'
import type { Random } from './random.ts'

export interface Measured {
  language: { assessed_on: string; skill: LanguageSkill; level: LanguageLevel; source: LanguageSource }[]
  skills: { assessed_on: string; skill_id: number; score: number | null; own_score: number | null }[]
  ladder: { assessed_on: string; step: number }[]
}

const languageSkills: readonly LanguageSkill[] = ['listening', 'speaking', 'reading', 'writing']

/**
 * The measurements of one trajectory up to and including `until`.
 * @param skills how many skills the office measures; their ids are 1 and up.
 */
export function measure(
  of: { run: Run; until: string; dutch: boolean; skills: number },
  calendar: OfficeCalendar,
  random: Random,
): Measured {
  const days = measuringDays(of.run, calendar).filter((day) => day <= of.until)
  const measured: Measured = { language: [], skills: [], ladder: [] }
  if (!of.dutch) measured.language = language(days, random)
  const chosen = random.some(
    Array.from({ length: of.skills }, (_, index) => index + 1),
    random.int(5, 6),
  )
  for (const skill_id of chosen) {
    let score = random.int(1, 3)
    for (const [index, assessed_on] of days.entries()) {
      if (index > 0 && random.chance(0.5)) score = Math.min(4, score + 1)
      const own_score = random.chance(0.8) ? Math.min(4, Math.max(1, score + random.int(-1, 1))) : null
      measured.skills.push({ assessed_on, skill_id, score, own_score })
    }
  }
  let step = random.int(2, 3)
  for (const [index, assessed_on] of days.entries()) {
    if (index > 0 && random.chance(0.4)) step = Math.min(5, step + 1)
    measured.ladder.push({ assessed_on, step })
  }
  return measured
}

/** In the first week, then halfway (twice where it is long), and shortly before the end. */
function measuringDays(run: Run, calendar: OfficeCalendar): string[] {
  const last = run.ended_on ?? run.planned_end_on
  const length = daysBetween(run.starts_on, last)
  const between = length > 120 ? [38, 80] : length > 55 ? [38] : []
  const days = [2, ...between, Math.max(3, length - 9)].map((n) =>
    calendar.nextOpen(addDays(run.starts_on, n)),
  )
  return [...new Set(days)].toSorted().filter((day) => day <= last)
}

/** Each skill keeps its source, so that its levels can be compared. */
function language(days: readonly string[], random: Random): Measured['language'] {
  const learnsToRead = random.chance(0.07)
  const [alfa = [], cefr = []] = levelScales
  const start = random.weighted([
    [0, 3],
    [1, 5],
    [2, 3],
    [3, 4],
    [4, 1],
  ] as const)
  return languageSkills.flatMap((skill) => {
    const written = skill === 'reading' || skill === 'writing'
    const scale = learnsToRead && written ? alfa : cefr
    const source = skill === 'speaking' || random.chance(0.2) ? 'coach' : 'school'
    let level = learnsToRead && written ? 0 : Math.max(0, start - (written ? random.int(0, 1) : 0))
    return days.map((assessed_on, index) => {
      if (index > 0 && random.chance(0.4)) level = Math.min(scale.length - 1, level + 1)
      return { assessed_on, skill, level: at(scale, level), source } as const
    })
  })
}
