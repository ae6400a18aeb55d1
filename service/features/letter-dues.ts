/** When letters are due: what a municipality wants, and what somebody puts off. */
import { letterRuleOf, putOffLetter, saveLetterRule } from '#db/letters/terms.ts'
import { CommandError } from '#db/errors.ts'
import { findMunicipality } from '#db/municipalities/queries.ts'
import { readOffice } from '#db/office/queries.ts'
import { found } from '#db/statements.ts'
import { dueLetterOf } from '../letters/due.ts'
import type { Feature } from './feature.ts'
import { invalid } from './invalid.ts'

export const letterDues = {
  rule(ctx, { id }) {
    const office = readOffice(ctx.db)
    return {
      rule: letterRuleOf(ctx.db, id),
      office: {
        first_weeks: office.letter_first_weeks,
        interval_weeks: office.letter_interval_weeks,
        before_end_weeks: office.letter_before_end_weeks,
      },
    }
  },

  saveRule(ctx, { id, rule }) {
    found(findMunicipality(ctx.db, id))
    const { changeSetId } = ctx.command('letterDues.saveRule', () => saveLetterRule(ctx.db, id, rule))
    return { changeSetId }
  },

  putOff(ctx, { trajectoryId, momentOn, untilOn, why }) {
    if (dueLetterOf(ctx, trajectoryId)?.moment !== momentOn) throw new CommandError('NOT_FOUND')
    if (untilOn === null && why.trim() === '') throw invalid('why', 'required')
    if (untilOn !== null && (untilOn <= momentOn || untilOn <= ctx.today))
      throw invalid('untilOn', 'not_later')
    const { changeSetId } = ctx.command('letterDues.putOff', () =>
      putOffLetter(ctx.db, {
        trajectory_id: trajectoryId,
        due_on: momentOn,
        until_on: untilOn,
        why: why.trim(),
        decided_on: ctx.today,
        staff_id: ctx.staff.id,
      }),
    )
    return { changeSetId }
  },
} satisfies Feature<'letterDues'>
