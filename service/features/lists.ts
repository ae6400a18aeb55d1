/** Lists that tell where attention is needed. Each is one query. */
import { addDays } from '#core/calendar/dates.ts'
import { listName } from '#core/names/name.ts'
import { countRunning, incompletePeople, silentSince, type ListedPerson } from '#db/lists/queries.ts'
import { readOffice } from '#db/office/queries.ts'
import type { OfficeContext } from '../context.ts'
import type { Feature } from './feature.ts'

export const lists = {
  noContact: (ctx, { days }) => ({
    rows: silent(ctx, days).map((row) => ({
      ...headOf(row),
      phone: row.phone,
      lastOn: row.last_on,
      since: row.since,
    })),
    active: countRunning(ctx.db, ctx.today),
  }),

  missing: (ctx) => ({
    rows: incompletePeople(ctx.db, ctx.today).map((row) => ({
      ...headOf(row),
      intakeId: row.intake_id,
      missing: row.missing,
    })),
    active: countRunning(ctx.db, ctx.today),
  }),

  counts(ctx) {
    const { no_contact_days: days } = readOffice(ctx.db)
    const missing = incompletePeople(ctx.db, ctx.today).length
    return { noContact: silent(ctx, days).length, missing, days }
  },
} satisfies Feature<'lists'>

function silent(ctx: OfficeContext, days: number) {
  return silentSince(ctx.db, { today: ctx.today, until: addDays(ctx.today, -days) })
}

function headOf(row: ListedPerson) {
  return {
    participantId: row.participant_id,
    listName: listName(row),
    coachId: row.coach_id,
    coachName: row.coach_name,
  }
}
