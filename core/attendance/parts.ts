/** Whether the half-days of a schedule can be as they were typed. */
import type { FieldError } from '../api/errors.ts'
import type { SchedulePart } from '../api/programme.ts'

/** No half-day is longer: two of them are a whole day and night. */
export const longestPart = 720

/** One problem for each half-day at fault, as `parts.<weekday>.<part>`; `parts` where there is none at all. */
export function scheduleProblems(parts: readonly SchedulePart[]): FieldError[] {
  if (parts.length === 0) return [{ field: 'parts', problem: 'no_days_chosen' }]
  const problems: FieldError[] = []
  parts.forEach((part, index) => {
    const field = `parts.${part.weekday}.${part.part}`
    const earlier = parts.slice(0, index).filter((other) => other.weekday === part.weekday)
    const meets = earlier.some(
      (other) =>
        other.part === part.part ||
        (other.start_minute < part.end_minute && part.start_minute < other.end_minute) ||
        (part.part === 'morning') !== part.start_minute < other.start_minute,
    )
    if (part.end_minute <= part.start_minute) problems.push({ field, problem: 'time_order' })
    else if (part.end_minute - part.start_minute > longestPart)
      problems.push({ field, problem: 'number_range' })
    else if (meets) problems.push({ field, problem: 'times_overlap' })
  })
  return problems
}
