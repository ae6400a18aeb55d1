/** What an intake says about civic integration, for the page of the person. */
import type { CivicFields } from '#core/api/civic.ts'
import { civicLaw, civicRoute, weekPart, type WeekPart } from '#core/api/fields.ts'
import type { Answer } from '#core/api/intake.ts'
import { isDate } from '#core/calendar/dates.ts'
import { saveCivic, setLessons } from '#db/civic/commands.ts'
import { civicOf, lessonsOf } from '#db/civic/queries.ts'
import type { OfficeContext } from '../context.ts'

/**
 * Fills in what is not known there yet: what somebody wrote down as a fact goes before what was said in a talk.
 * Inside the command that finishes the intake. @throws CommandError NOT_FOUND.
 */
export function fillCivic(ctx: OfficeContext, participantId: number, answers: readonly Answer[]): void {
  const valueOf = (key: string): Answer['value'] =>
    answers.find(({ question }) => question === key)?.value ?? null
  const now = civicOf(ctx.db, participantId)
  const fields: Partial<CivicFields> = {}
  const law = civicLaw.safeParse(valueOf('integration_law')).data ?? 'unknown'
  if (now.law === 'unknown' && law !== 'unknown') fields.law = law
  const route = civicRoute.safeParse(valueOf('integration_route')).data ?? 'unknown'
  if (now.route === 'unknown' && route !== 'unknown') fields.route = route
  const plan = valueOf('pip_on')
  if (now.pip_on === null && fitsAsPlan(plan, ctx.today, now.term_ends_on)) fields.pip_on = plan
  const school = valueOf('language_school')
  if (now.school === '' && typeof school === 'string') fields.school = school.trim()
  if (Object.values(fields).some((value) => value !== '')) saveCivic(ctx.db, participantId, fields)

  const lessons = lessonsIn(valueOf('lesson_times'))
  if (lessons.length > 0 && lessonsOf(ctx.db, participantId).length === 0)
    setLessons(ctx.db, participantId, lessons)
}

/** A whole date that the page itself would take: not to come, and not after the end of the term. */
function fitsAsPlan(value: Answer['value'], today: string, termEndsOn: string | null): value is string {
  return (
    typeof value === 'string' &&
    isDate(value) &&
    value <= today &&
    (termEndsOn === null || value <= termEndsOn)
  )
}

/** From the keys of the boxes that were ticked, such as '2-morning'. */
function lessonsIn(value: Answer['value']): WeekPart[] {
  if (!Array.isArray(value)) return []
  return value.flatMap((key) => {
    if (typeof key !== 'string') return []
    const [weekday, part] = key.split('-')
    const lesson = weekPart.safeParse({ weekday: Number(weekday), part })
    return lesson.success ? [lesson.data] : []
  })
}
