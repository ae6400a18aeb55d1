/** Together: what the group did, and who took part. */
import { fullName, listName } from '#core/names/name.ts'
import type { FieldError } from '#core/api/errors.ts'
import type { Moment } from '#core/api/moments.ts'
import { createMoment, removeMoment, saveMoment } from '#db/moments/commands.ts'
import {
  findMoment,
  momentsBetween,
  momentsOf,
  momentYears,
  peopleInTrajectory,
  peopleOfMoments,
} from '#db/moments/queries.ts'
import { found } from '#db/statements.ts'
import type { OfficeContext } from '../context.ts'
import { notInFuture, refuse, required, trimmed } from './checks.ts'
import type { Feature } from './feature.ts'

type Fields = Omit<Moment, 'id'> & { participantIds: number[] }

export const moments = {
  list(ctx, { year }) {
    const rows = momentsBetween(ctx.db, `${year}-01-01`, `${year}-12-31`)
    const ids = rows.map((row) => row.id)
    const people = Map.groupBy(peopleOfMoments(ctx.db, ids), (row) => row.moment_id)
    return {
      moments: rows.map((row) => ({
        ...row,
        people: (people.get(row.id) ?? []).map((one) => ({
          participantId: one.participant_id,
          name: fullName(one),
        })),
      })),
      years: momentYears(ctx.db),
    }
  },

  candidates: (ctx, { day }) =>
    peopleInTrajectory(ctx.db, day).map((row) => ({
      participantId: row.participant_id,
      name: listName(row),
      present: row.present === 1,
    })),

  create(ctx, input) {
    const { participantIds, ...moment } = checked(ctx, input, new Set())
    const { result: id, changeSetId } = ctx.command('moments.create', () =>
      createMoment(ctx.db, moment, participantIds),
    )
    return { id, changeSetId }
  },

  save(ctx, { id, fields }) {
    const before = found(findMoment(ctx.db, id))
    // Who was in it already stays when the day stays, also after a trajectory was changed.
    const there = before.happened_on === fields.happened_on ? peopleOfMoments(ctx.db, [id]) : []
    const known = new Set(there.map((row) => row.participant_id))
    const { participantIds, ...moment } = checked(ctx, fields, known)
    const { changeSetId } = ctx.command('moments.save', () => saveMoment(ctx.db, id, moment, participantIds))
    return { changeSetId }
  },

  remove(ctx, { id }) {
    const { changeSetId } = ctx.command('moments.remove', () => removeMoment(ctx.db, id))
    return { changeSetId }
  },

  ofPerson: (ctx, { participantId }) => momentsOf(ctx.db, participantId),
} satisfies Feature<'moments'>

function checked(ctx: OfficeContext, typed: Fields, known: ReadonlySet<number>): Fields {
  const fields = trimmed(typed)
  const may = new Set(peopleInTrajectory(ctx.db, fields.happened_on).map((row) => row.participant_id))
  refuse(
    notInFuture('happened_on', fields.happened_on, ctx.today),
    required('title', fields.title),
    ...fields.participantIds.map((id): FieldError | null =>
      may.has(id) || known.has(id) ? null : { field: `people.${id}`, problem: 'outside_trajectory' },
    ),
  )
  return fields
}
