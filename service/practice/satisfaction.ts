/** What both said of a trajectory that ended: most answer, the case manager less often and later. */
import type { Satisfaction } from '#core/api/programme.ts'
import { addDays } from '#core/calendar/dates.ts'
import type { Random } from './random.ts'

const nobodyAsked: Satisfaction = {
  participant_satisfaction: null,
  participant_asked_on: null,
  case_manager_satisfaction: null,
  case_manager_asked_on: null,
}

export function askHowSatisfied(
  { ended_on, today }: { ended_on: string | null; today: string },
  random: Random,
): Satisfaction {
  if (ended_on === null) return nobodyAsked
  const score = () => random.weighted<number>([[1, 1], [2, 3], [3, 8], [4, 22], [5, 14]]) // prettier-ignore
  const asked = (chance: number, after: number) => {
    const on = addDays(ended_on, after)
    if (on > today || !random.chance(chance)) return { on: null, score: null }
    return { on, score: random.chance(0.9) ? score() : null }
  }
  const participant = asked(0.8, 0)
  const caseManager = asked(0.5, random.int(7, 28))
  return {
    participant_satisfaction: participant.score,
    participant_asked_on: participant.on,
    case_manager_satisfaction: caseManager.score,
    case_manager_asked_on: caseManager.on,
  }
}
