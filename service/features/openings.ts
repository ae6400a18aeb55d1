/** Openings: what organisations offer. */
import type { FieldError } from '#core/api/errors.ts'
import type { Opening, OpeningDemand, OpeningView } from '#core/api/places.ts'
import type { WeekPart } from '#core/api/fields.ts'
import { openingState } from '#core/places/opening-state.ts'
import { createOpening, saveOpening } from '#db/openings/commands.ts'
import { findOpening, listOpenings } from '#db/openings/queries.ts'
import { found, withGiven } from '#db/statements.ts'
import { endNotBefore, notInFuture, refuse, required, tidyAddress } from './checks.ts'
import type { Feature } from './feature.ts'

/** An opening as it stands on this day. */
export function standing(opening: Omit<OpeningView, 'state'>, today: string): OpeningView {
  return { ...opening, state: openingState(opening, opening.taken, today) }
}

export const openings = {
  list: (ctx) => listOpenings(ctx.db).map((one) => standing(one, ctx.today)),

  get: (ctx, { id }) => standing(found(findOpening(ctx.db, id)), ctx.today),

  create(ctx, input) {
    refuse(required('title', input.title), ...wrong(input, 0, ctx.today))
    const { result: id, changeSetId } = ctx.command('openings.create', () =>
      createOpening(ctx.db, tidyAddress(input)),
    )
    return { id, changeSetId }
  },

  save(ctx, { id, fields }) {
    const old = found(findOpening(ctx.db, id))
    const { parts, heavy, ...plain } = fields
    const now = withGiven<Opening>(old, plain)
    refuse(
      required('title', fields.title),
      ...wrong(
        { ...now, parts: parts ?? old.parts, heavy },
        fields.capacity === undefined ? 0 : old.taken,
        ctx.today,
      ),
    )
    const { changeSetId } = ctx.command('openings.save', () => saveOpening(ctx.db, id, tidyAddress(fields)))
    return { changeSetId }
  },
} satisfies Feature<'openings'>

type Typed = {
  readonly [K in 'open_from' | 'open_until' | 'capacity' | 'parts_needed' | 'confirmed_on']?:
    Opening[K] | undefined
} & {
  readonly parts?: readonly WeekPart[] | undefined
  readonly heavy?: readonly OpeningDemand[] | undefined
}

/** @param taken people who are there already: room for fewer is refused, with what to do. */
function wrong(typed: Typed, taken: number, today: string): (FieldError | null)[] {
  const { open_from, open_until, capacity = 1, parts_needed = null, parts = [], heavy = [] } = typed
  const more = parts_needed !== null && parts.length > 0 && parts_needed > parts.length
  const twice = new Set(heavy.map(({ item }) => item)).size < heavy.length
  return [
    endNotBefore('open_until', open_from, open_until),
    notInFuture('confirmed_on', typed.confirmed_on, today),
    capacity < taken ? { field: 'capacity', problem: 'fewer_than_there' } : null,
    more ? { field: 'parts_needed', problem: 'number_range' } : null,
    twice ? { field: 'heavy', problem: 'same_words' } : null,
  ]
}
