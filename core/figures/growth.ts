/** What people learned: language, steps on the ladder, skills at work. */
import { compareLevels } from '../progress/growth.ts'
import { line, partOfPeople, unique, type Breakdown, type Part } from './count.ts'
import type { FigureRows, LadderRow, LanguageRow, SkillRow } from './rows.ts'

export function growth({ language, ladder, skills }: FigureRows): Part {
  const { measured, grown } = languageOf(language)
  const figures = [
    partOfPeople('language_growth', grown, measured),
    partOfPeople(
      'ladder_growth',
      ladder.filter(({ change }) => change > 0).map(({ participant_id }) => participant_id),
      ladder.map(({ participant_id }) => participant_id),
    ),
  ]
  return { figures, breakdowns: [ladderChange(ladder), skillGrowth(skills)] }
}

function ladderChange(ladder: readonly LadderRow[]): Breakdown {
  const changes = [...Map.groupBy(ladder, ({ change }) => change)].toSorted(([a], [b]) => b - a)
  return { code: 'ladder_change', lines: changes.map(([change, people]) => line(String(change), people)) }
}

/** The mean of what each person gained. */
function skillGrowth(skills: readonly SkillRow[]): Breakdown {
  return {
    code: 'skill_growth',
    lines: skills.map(({ skill_id, skill, gained, people }) => ({
      key: String(skill_id),
      name: skill,
      value: gained / people.length,
      of: people.length,
      people: unique(people),
    })),
  }
}

/** Measured: those of whom two levels can be compared. Grown: who is a level higher in at least one skill. */
function languageOf(rows: readonly LanguageRow[]): { measured: number[]; grown: number[] } {
  const measured: number[] = []
  const grown: number[] = []
  for (const { participant_id, first_level, last_level } of rows) {
    const difference = compareLevels(first_level, last_level)
    if (difference === null) continue
    measured.push(participant_id)
    if (difference > 0) grown.push(participant_id)
  }
  return { measured, grown }
}
