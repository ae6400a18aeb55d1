/** What people learned: language, steps on the ladder, skills at work. */
import type { LanguageSkill } from '../api/fields.ts'
import { compareLevels } from '../progress/growth.ts'
import { line, partOfPeople, unique, type Breakdown, type Part } from './count.ts'
import type { FigureRows, LanguageRow, Period } from './rows.ts'

export function growth(rows: FigureRows, period: Period): Part {
  const { measured, grown } = languageOf(rows.language, period)
  const steps = stepsOf(rows, period)
  const figures = [
    partOfPeople('language_growth', grown, measured),
    partOfPeople(
      'ladder_growth',
      steps.filter(({ change }) => change > 0).map(({ participant_id }) => participant_id),
      steps.map(({ participant_id }) => participant_id),
    ),
  ]
  return { figures, breakdowns: growthBreakdowns(rows, steps, period) }
}

type Steps = { participant_id: number; change: number }

function growthBreakdowns(rows: FigureRows, steps: readonly Steps[], period: Period): Breakdown[] {
  const changes = Map.groupBy(steps, ({ change }) => change)
  const bySkill = Map.groupBy(
    rows.skills.filter(({ last_on }) => last_on >= period.from && last_on <= period.to),
    ({ skill_id }) => skill_id,
  )
  return [
    {
      code: 'ladder_change',
      lines: [...changes]
        .toSorted(([a], [b]) => b - a)
        .map(([change, people]) => line(String(change), people)),
    },
    {
      code: 'skill_growth',
      lines: [...bySkill].map(([id, list]) => ({
        key: String(id),
        name: list[0]?.skill ?? '',
        value: list.reduce((sum, row) => sum + row.last_score - row.first_score, 0) / list.length,
        of: list.length,
        people: unique(list.map((row) => row.participant_id)),
      })),
    },
  ]
}

/**
 * Measured: people with two measurements of one skill by the same kind of source, on one scale, the skill measured last
 * in the period. Grown: those of them who are a level higher in at least one skill.
 */
function languageOf(rows: readonly LanguageRow[], period: Period): { measured: number[]; grown: number[] } {
  const lastOn: Record<LanguageSkill, Map<number, string>> = {
    listening: new Map(),
    speaking: new Map(),
    reading: new Map(),
    writing: new Map(),
  }
  for (const { skill, participant_id, last_on } of rows) {
    const known = lastOn[skill].get(participant_id)
    if (known === undefined || last_on > known) lastOn[skill].set(participant_id, last_on)
  }
  const measured: number[] = []
  const grown: number[] = []
  for (const row of rows) {
    if (row.times < 2 || (lastOn[row.skill].get(row.participant_id) ?? '') < period.from) continue
    const difference = compareLevels(row.first_level, row.last_level)
    if (difference === null) continue
    measured.push(row.participant_id)
    if (difference > 0) grown.push(row.participant_id)
  }
  return { measured, grown }
}

/** People with two steps on different days, the last of them in the period, and how many steps they went. */
function stepsOf({ ladder }: FigureRows, period: Period): Steps[] {
  return ladder.flatMap(({ participant_id, first_on, first_step, last_on, last_step }) =>
    last_on < period.from || last_on > period.to || first_on === last_on
      ? []
      : [{ participant_id, change: last_step - first_step }],
  )
}
