/** Two dossiers of one person become one. */
import type { Participant } from '#core/api/people.ts'
import { participantFieldsSchema } from '#core/api/people.ts'
import { fullName } from '#core/names/name.ts'
import {
  clientNumbers,
  countThings,
  mergeParticipants,
  readMeetings,
  readPair,
} from '#db/participants/merge.ts'
import { differences } from '#db/participants/merge-fields.ts'
import { findParticipant } from '#db/participants/queries.ts'
import { found } from '#db/statements.ts'
import { keepSettled } from '../attendance/settled.ts'
import type { OfficeContext } from '../context.ts'
import type { Feature } from './feature.ts'
import { invalid } from './invalid.ts'

export const merge = {
  view(ctx, pair) {
    const { kept, other } = readPair(ctx.db, pair)
    return {
      kept: inShort(ctx, kept.person),
      other: inShort(ctx, other.person),
      fields: differences(kept, other),
      comesAlong: countThings(ctx.db, pair.otherId),
      ...readMeetings(ctx.db, pair, ctx.today),
    }
  },

  run(ctx, { choices, ...pair }) {
    readPair(ctx.db, pair)
    if (readMeetings(ctx.db, pair, ctx.today).bothRunning) throw invalid('otherId', 'trajectory_overlaps')
    const people = [pair.keepId, pair.otherId]
    const { changeSetId } = ctx.command('merge.run', () =>
      // Of two marks on one half-day one would go; in a closed week that is for who opens it again.
      keepSettled(ctx, { people }, () => {
        mergeParticipants(ctx.db, pair, choices)
        assertFits(found(findParticipant(ctx.db, pair.keepId)))
      }),
    )
    return { changeSetId }
  },
} satisfies Feature<'merge'>

/** Two texts under each other can be longer than a field. Thrown inside the command: then nothing happened. */
function assertFits(person: Participant): void {
  const checked = participantFieldsSchema.safeParse(person)
  const field = checked.error?.issues[0]?.path[0]
  if (field !== undefined) throw invalid(String(field), 'too_long')
}

function inShort(ctx: OfficeContext, person: Participant) {
  return {
    id: person.id,
    fullName: fullName(person),
    birthDate: person.birth_date,
    city: person.city,
    createdOn: person.created_on,
    clientNumbers: clientNumbers(ctx.db, person.id),
  }
}
