/** What people learned: language, steps on the ladder, skills at work. */
import { line, partOfPeople, unique, type Breakdown, type Part } from './count.ts'
import type { ChangeRow, FigureRows, SkillRow } from './rows.ts'

export function growth({ language, ladder, skills }: FigureRows): Part {
  const figures = [
    // Who is a level higher in at least one skill.
    partOfPeople('language_growth', language.risen, language.measured),
    partOfPeople(
      'ladder_growth',
      ladder.filter(({ change }) => change > 0).map(personOf),
      ladder.map(personOf),
    ),
  ]
  return { figures, breakdowns: [ladderChange(ladder), skillGrowth(skills)] }
}

const personOf = ({ participant_id }: ChangeRow) => participant_id

function ladderChange(ladder: readonly ChangeRow[]): Breakdown {
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
