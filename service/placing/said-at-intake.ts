import type { WeekPart } from '#core/api/fields.ts'
import { dayPartKey, intakeDayParts } from '#core/intake/definition.ts'
import { listAnswers, listIntakes } from '#db/intakes/queries.ts'
import type { OfficeContext } from '../context.ts'

/** What somebody said in the newest intake about when and how much, and what gives energy. */
export interface SaidAtIntake {
  readonly energy: string
  /** Null when it was not asked. */
  readonly available: readonly WeekPart[] | null
  /** Minutes a week; null unless both hours and days were said. */
  readonly mostMinutes: number | null
}

const halfDays = [1, 2, 3, 4, 5, 6, 7].flatMap((weekday) =>
  intakeDayParts.map((part): WeekPart & { key: string } => ({
    weekday,
    part,
    key: dayPartKey(weekday, part),
  })),
)

export function saidAtIntake(ctx: OfficeContext, participantId: number): SaidAtIntake {
  const newest = listIntakes(ctx.db, participantId)[0]
  const answers = new Map(
    (newest ? listAnswers(ctx.db, newest.id) : []).map(({ question, value }) => [question, value]),
  )
  const energy = answers.get('energy')
  const available = answers.get('available')
  const hours = answers.get('hours_per_day')
  const days = answers.get('days_per_week')
  return {
    energy: typeof energy === 'string' ? energy.trim() : '',
    available:
      Array.isArray(available) && available.length > 0
        ? halfDays.filter(({ key }) => available.includes(key as never))
        : null,
    mostMinutes: typeof hours === 'number' && typeof days === 'number' ? Math.round(hours * days * 60) : null,
  }
}
