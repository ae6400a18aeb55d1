/** The goals that an intake came to: in its letter, and proposed when a trajectory starts. */
import type { Answer } from '#core/api/intake.ts'
import { createI18n } from '#core/i18n/index.ts'
import { isEmptyAnswer } from '#core/intake/definition.ts'
import { listAnswers, listIntakes } from '#db/intakes/queries.ts'
import { readOffice } from '#db/office/queries.ts'
import type { OfficeContext } from '../context.ts'

export interface IntakeGoal {
  readonly what: string
  readonly how: string
  readonly when: string
}

/** The rows of the answer `goals` that say what; at most three are asked. */
export function goalsAnswered(answers: readonly Answer[]): IntakeGoal[] {
  const value = answers.find((one) => one.question === 'goals')?.value
  if (!Array.isArray(value)) return []
  return value.flatMap((row) => {
    if (typeof row !== 'object' || row === null || Array.isArray(row) || isEmptyAnswer(row['what'])) return []
    const cell = (key: string): string => (typeof row[key] === 'string' ? row[key].trim() : '')
    return [{ what: cell('what'), how: cell('how'), when: cell('when') }]
  })
}

/** As long as the description of a goal may be. */
const longest = 500

/** Each goal in one line, of the newest intake that has any. */
export function proposedGoals(ctx: OfficeContext, participantId: number): string[] {
  const { t } = createI18n(readOffice(ctx.db).language)
  for (const { id } of listIntakes(ctx.db, participantId)) {
    const goals = goalsAnswered(listAnswers(ctx.db, id))
    if (goals.length === 0) continue
    return goals.map(({ what, how, when }) =>
      [what, how && t('conclusion:goals.how', { how }), when && t('conclusion:goals.when', { when })]
        .filter(Boolean)
        .map((part) => part.replace(/[.;,\s]+$/u, ''))
        .join('; ')
        .slice(0, longest),
    )
  }
  return []
}
