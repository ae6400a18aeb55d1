/** Growth between two measurements: language, skills at work, the participation ladder. */
import type { LanguageLevel, LanguageSkill, LanguageSource } from '../api/fields.ts'

/**
 * Two scales, each from low to high. Alfa A to C is learning to read and write at all; how it meets A0 to
 * C2 is not agreed, so nothing is computed across the two.
 */
export const levelScales: readonly (readonly LanguageLevel[])[] = [
  ['Alfa A', 'Alfa B', 'Alfa C'],
  ['A0', 'A1', 'A1+', 'A2', 'A2+', 'B1', 'B1+', 'B2', 'C1', 'C2'],
]

/** Whether the last level is higher; null when the two are not on one scale and cannot be compared. */
export function compareLevels(first: LanguageLevel, last: LanguageLevel): number | null {
  const [from, to] = [steps.get(first), steps.get(last)]
  return from === undefined || to === undefined || from.scale !== to.scale ? null : to.step - from.step
}

/** Where a level stands: looked up once, because a report compares thousands. */
const steps: ReadonlyMap<LanguageLevel, { scale: number; step: number }> = new Map(
  levelScales.flatMap((levels, scale) => levels.map((level, step) => [level, { scale, step }] as const)),
)

/** True only for a higher level on the same scale. */
export function grew(first: LanguageLevel, last: LanguageLevel): boolean {
  return (compareLevels(first, last) ?? 0) > 0
}

export type MeasuredLevel = {
  assessed_on: string
  skill: LanguageSkill
  level: LanguageLevel
  source: LanguageSource
}

export type LanguageGrowth = {
  skill: LanguageSkill
  start: MeasuredLevel
  /** The same as `start` while there is one measurement. */
  now: MeasuredLevel
  /** Between two measurements from one kind of source; null when there are no two that can be compared. */
  grew: boolean | null
}

const skills: readonly LanguageSkill[] = ['listening', 'speaking', 'reading', 'writing']

/** Start and now of every skill that was measured, in the order listening, speaking, reading, writing. */
export function languageGrowth(measured: readonly MeasuredLevel[]): LanguageGrowth[] {
  return skills.flatMap((skill) => {
    const list = inOrder(measured.filter((m) => m.skill === skill))
    const [start, now] = [list[0], list.at(-1)]
    return start === undefined || now === undefined
      ? []
      : [{ skill, start, now, grew: grewInOneSource(list) }]
  })
}

/** One kind of source with growth is enough; an exam is never compared with an estimate. */
function grewInOneSource(list: readonly MeasuredLevel[]): boolean | null {
  const bySource = Map.groupBy(list, (m) => m.source)
  const answers = [...bySource.values()].flatMap((same) => {
    const [first, last] = [same[0], same.at(-1)]
    if (first === undefined || last === undefined || same.length < 2) return []
    const difference = compareLevels(first.level, last.level)
    return difference === null ? [] : [difference > 0]
  })
  return answers.length === 0 ? null : answers.includes(true)
}

export type SkillScore = {
  assessed_on: string
  skill_id: number
  score: number | null
  own_score: number | null
}

export type SkillGrowth = {
  skill_id: number
  /** Scores of the coach, 1 to 4; null when only the participant scored. */
  start: number | null
  now: number | null
  /** The participant's own latest score. */
  own: number | null
  startOn: string
  nowOn: string
}

/** Start and now per skill, in the order in which the skills first appear. */
export function skillGrowth(scores: readonly SkillScore[]): SkillGrowth[] {
  const bySkill = Map.groupBy(inOrder(scores), (s) => s.skill_id)
  return [...bySkill].flatMap(([skill_id, list]) => {
    const [first, last] = [list[0], list.at(-1)]
    if (first === undefined || last === undefined) return []
    const scored = list.filter((s) => s.score !== null)
    return [
      {
        skill_id,
        start: scored[0]?.score ?? null,
        now: scored.at(-1)?.score ?? null,
        own: list.findLast((s) => s.own_score !== null)?.own_score ?? null,
        startOn: scored[0]?.assessed_on ?? first.assessed_on,
        nowOn: scored.at(-1)?.assessed_on ?? last.assessed_on,
      },
    ]
  })
}

/** The first and the last step on the participation ladder, 1 to 6; null when it was never taken. */
export function ladderGrowth(
  steps: readonly { assessed_on: string; step: number }[],
): { start: number; now: number; startOn: string; nowOn: string } | null {
  const list = inOrder(steps)
  const [first, last] = [list[0], list.at(-1)]
  if (first === undefined || last === undefined) return null
  return { start: first.step, now: last.step, startOn: first.assessed_on, nowOn: last.assessed_on }
}

/** Oldest first; those of one day stay in the order in which they came. */
function inOrder<T extends { assessed_on: string }>(list: readonly T[]): T[] {
  return list.toSorted((a, b) => (a.assessed_on < b.assessed_on ? -1 : a.assessed_on > b.assessed_on ? 1 : 0))
}
