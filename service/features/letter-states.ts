/** A colleague looks at a letter first; a correction takes its place; or it is withdrawn. */
import {
  approveLetter,
  askReview,
  backToDraft,
  letterStanding,
  replaceLetter,
  withdrawLetter,
} from '#db/letters/states.ts'
import { readOffice } from '#db/office/queries.ts'
import type { Feature } from './feature.ts'
import { invalid } from './invalid.ts'

export const letterStates = {
  get(ctx, { id }) {
    const one = letterStanding(ctx.db, id)
    return {
      state: one.state,
      asked:
        one.asked_by !== null && one.asked_on !== null
          ? { by: one.asked_by, name: one.askedName, on: one.asked_on }
          : null,
      approved: one.approved_on === null ? null : { name: one.approvedName, on: one.approved_on },
      remark: one.review_remark,
      withdrawn: one.withdrawn_on === null ? null : { on: one.withdrawn_on, why: one.withdrawn_why },
      replaces:
        one.replacesId !== null && one.replacesNumber !== null && one.replacesDate !== null
          ? { id: one.replacesId, number: one.replacesNumber, on: one.replacesDate }
          : null,
      replacedBy: one.replacedById === null ? null : { id: one.replacedById, number: one.replacedByNumber },
      reviewNeeded: readOffice(ctx.db).letter_review,
    }
  },

  askReview(ctx, { id }) {
    const { changeSetId } = ctx.command('letterStates.askReview', () =>
      askReview(ctx.db, { id, staffId: ctx.staff.id, on: ctx.today }),
    )
    return { changeSetId }
  },

  remark(ctx, { id, remark }) {
    if (remark.trim() === '') throw invalid('remark', 'required')
    const { changeSetId } = ctx.command('letterStates.remark', () =>
      backToDraft(ctx.db, { id, remark: remark.trim() }),
    )
    return { changeSetId }
  },

  approve(ctx, { id }) {
    const { changeSetId } = ctx.command('letterStates.approve', () =>
      approveLetter(ctx.db, { id, staffId: ctx.staff.id, on: ctx.today }),
    )
    return { changeSetId }
  },

  toDraft(ctx, { id }) {
    const { changeSetId } = ctx.command('letterStates.toDraft', () => backToDraft(ctx.db, { id, remark: '' }))
    return { changeSetId }
  },

  replace(ctx, { id }) {
    const { result, changeSetId } = ctx.command('letterStates.replace', () =>
      replaceLetter(ctx.db, { id, on: ctx.today }),
    )
    return { id: result, changeSetId }
  },

  withdraw(ctx, { id, why }) {
    if (why.trim() === '') throw invalid('why', 'required')
    const { changeSetId } = ctx.command('letterStates.withdraw', () =>
      withdrawLetter(ctx.db, { id, on: ctx.today, why: why.trim() }),
    )
    return { changeSetId }
  },
} satisfies Feature<'letterStates'>
