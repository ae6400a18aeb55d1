/** Aftercare: how somebody does after the trajectory, what was tried to hear it, and what nobody asks any more. */
import { mostAftercareMonths } from '#core/aftercare/moments.ts'
import type { Aftercare } from '#core/api/aftercare.ts'
import type { FieldError } from '#core/api/errors.ts'
import { addMonths } from '#core/calendar/dates.ts'
import { fullName } from '#core/names/name.ts'
import {
  addAttempt,
  addMoment,
  dropMoment,
  moveLastAttempt,
  moveMoment,
  openAgain,
  recordAftercare,
  removeAttempt,
  saveAttempt,
  tryAgainOn,
} from '#db/aftercare/commands.ts'
import { contactOf } from '#db/aftercare/contact.ts'
import { aftercareList } from '#db/aftercare/list.ts'
import { askedPerson, findAftercare, findAttempt, listAftercare } from '#db/aftercare/queries.ts'
import { CommandError } from '#db/errors.ts'
import { namePartsOf } from '#db/participants/rows.ts'
import { listPermissions } from '#db/permissions/queries.ts'
import { found } from '#db/statements.ts'
import { trajectoryById } from '#db/trajectories/queries.ts'
import type { OfficeContext } from '../context.ts'
import { notInFuture, refuse, required } from './checks.ts'
import type { Feature } from './feature.ts'
import { invalid } from './invalid.ts'

export const aftercare = {
  list: (ctx, { participantId }) => listAftercare(ctx.db, participantId, ctx.today),

  contact: (ctx, { participantId }) => found(contactOf(ctx.db, participantId)),

  get(ctx, { id }) {
    const { participant_id } = found(findAftercare(ctx.db, id))
    const moment = found(listAftercare(ctx.db, participant_id, ctx.today).find((one) => one.id === id))
    const { phone, email, preferredContact, languages, endedOn, outflow, place, storyPermission, ...name } =
      found(askedPerson(ctx.db, id))
    return {
      ...moment,
      personName: fullName(namePartsOf(name)),
      phone,
      email,
      preferredContact,
      languages,
      endedOn,
      outflow,
      place,
      ...found(contactOf(ctx.db, participant_id)),
      storyPermission: storyPermission === 1,
    }
  },

  all: (ctx, filter) => aftercareList(ctx.db, filter, ctx.today),

  record(ctx, { how, ...input }) {
    const old = found(findAftercare(ctx.db, input.id))
    refuse(notInFuture('done_on', input.done_on, ctx.today), afterEnd(ctx, old, 'done_on', input.done_on))
    const moved_on_to = (input.moved_on_to ?? old.moved_on_to).trim()
    const story = (input.story ?? old.story).trim()
    if (story !== '' && story !== old.story && !mayTellStory(ctx, old.participant_id))
      throw new CommandError('PERMISSION_NEEDED')
    const { changeSetId } = ctx.command('aftercare.record', () => {
      recordAftercare(ctx.db, { ...input, remark: input.remark.trim(), moved_on_to, story })
      const reached = input.outcome === 'not_reached' ? 0 : 1
      const attempt = { tried_on: input.done_on, reached } as const
      if (how !== undefined)
        addAttempt(ctx.db, { ...attempt, aftercare_id: input.id, how, remark: '', staff_id: ctx.staff.id })
      else if (old.done_on !== null)
        moveLastAttempt(ctx.db, { ...attempt, id: input.id, was_on: old.done_on })
    })
    return { changeSetId }
  },

  tried(ctx, { id, tried_on, how, remark, next_on }) {
    const moment = openMoment(ctx, id)
    refuse(
      notInFuture('tried_on', tried_on, ctx.today),
      afterEnd(ctx, moment, 'tried_on', tried_on),
      next_on <= tried_on ? { field: 'next_on', problem: 'end_before_start' } : null,
    )
    const { changeSetId } = ctx.command('aftercare.tried', () => {
      addAttempt(ctx.db, {
        aftercare_id: id,
        tried_on,
        how,
        reached: 0,
        remark: remark.trim(),
        staff_id: ctx.staff.id,
      })
      tryAgainOn(ctx.db, id, next_on)
    })
    return { changeSetId }
  },

  saveAttempt(ctx, { id, tried_on, how, remark }) {
    const attempt = found(findAttempt(ctx.db, id))
    const moment = found(findAftercare(ctx.db, attempt.aftercare_id))
    refuse(notInFuture('tried_on', tried_on, ctx.today), afterEnd(ctx, moment, 'tried_on', tried_on))
    const { changeSetId } = ctx.command('aftercare.saveAttempt', () =>
      saveAttempt(ctx.db, { id, tried_on, how, remark: remark.trim(), staff_id: ctx.staff.id }),
    )
    return { changeSetId }
  },

  removeAttempt(ctx, { id }) {
    const { changeSetId } = ctx.command('aftercare.removeAttempt', () => removeAttempt(ctx.db, id))
    return { changeSetId }
  },

  open(ctx, { id }) {
    if (found(findAftercare(ctx.db, id)).done_on === null) throw invalid('id', 'already_this')
    const { changeSetId } = ctx.command('aftercare.open', () => openAgain(ctx.db, id))
    return { changeSetId }
  },

  move(ctx, { id, due_on }) {
    const moment = openMoment(ctx, id)
    refuse(
      mayPlan(ctx, moment.participant_id, 'due_on'),
      afterEnd(ctx, moment, 'due_on', due_on),
      notTooFar(ctx, moment, due_on),
    )
    const { changeSetId } = ctx.command('aftercare.move', () => moveMoment(ctx.db, id, due_on))
    return { changeSetId }
  },

  add(ctx, { trajectoryId, month, due_on }) {
    const { participant_id, ended_on } = found(trajectoryById(ctx.db, trajectoryId))
    if (ended_on === null) throw invalid('month', 'before_trajectory_end')
    const there = listAftercare(ctx.db, participant_id, ctx.today).some(
      (one) => one.trajectory_id === trajectoryId && one.month === month,
    )
    refuse(
      month < 1 || month > mostAftercareMonths ? { field: 'month', problem: 'number_range' } : null,
      there ? { field: 'month', problem: 'already_there' } : null,
      mayPlan(ctx, participant_id, 'month'),
      due_on === null ? null : afterEnd(ctx, { trajectory_id: trajectoryId }, 'due_on', due_on),
      due_on === null ? null : notTooFar(ctx, { trajectory_id: trajectoryId }, due_on),
    )
    const counted = addMonths(ended_on, month)
    const { result: id, changeSetId } = ctx.command('aftercare.add', () =>
      addMoment(ctx.db, {
        participant_id,
        trajectory_id: trajectoryId,
        month,
        due_on: due_on ?? counted,
        own_day: due_on === null || due_on === counted ? 0 : 1,
      }),
    )
    return { id, changeSetId }
  },

  drop(ctx, { ids, why }) {
    refuse(required('why', why))
    for (const id of ids) openMoment(ctx, id)
    const { changeSetId } = ctx.command('aftercare.drop', () => {
      for (const id of ids) dropMoment(ctx.db, { id, on: ctx.today, why: why.trim() })
    })
    return { changeSetId }
  },

  putBack(ctx, { ids }) {
    const { changeSetId } = ctx.command('aftercare.putBack', () => {
      for (const id of ids) dropMoment(ctx.db, { id, on: null, why: '' })
    })
    return { changeSetId }
  },
} satisfies Feature<'aftercare'>

/** @throws CommandError NOT_FOUND; INVALID when something was written down, or nobody asks it any more. */
function openMoment(ctx: OfficeContext, id: number): Aftercare {
  const moment = found(findAftercare(ctx.db, id))
  if (moment.done_on !== null || moment.dropped_on !== null) throw invalid('id', 'already_this')
  return moment
}

type OfTrajectory = Pick<Aftercare, 'trajectory_id'>

/** While the trajectory goes on there is no aftercare. */
function afterEnd(ctx: OfficeContext, of: OfTrajectory, field: string, day: string): FieldError | null {
  const { ended_on } = found(trajectoryById(ctx.db, of.trajectory_id))
  return ended_on === null || day < ended_on ? { field, problem: 'before_trajectory_end' } : null
}

function notTooFar(ctx: OfficeContext, of: OfTrajectory, day: string): FieldError | null {
  const { ended_on } = found(trajectoryById(ctx.db, of.trajectory_id))
  const last = ended_on === null ? day : addMonths(ended_on, mostAftercareMonths)
  return day > last ? { field: 'due_on', problem: 'longer_than_three_years' } : null
}

/** Nobody plans to ask somebody who took that back, or who died. */
function mayPlan(ctx: OfficeContext, participantId: number, field: string): FieldError | null {
  const { contact } = found(contactOf(ctx.db, participantId))
  return contact === 'withdrawn' || contact === 'deceased' ? { field, problem: 'may_not_contact' } : null
}

function mayTellStory(ctx: OfficeContext, participantId: number): boolean {
  return listPermissions(ctx.db, participantId).some(
    (one) => one.kind === 'story' && one.withdrawn_on === null,
  )
}
