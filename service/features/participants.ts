/** Participants: who they are, where they are, and what happened around them. */
import type { ParticipantFields } from '#core/api/people.ts'
import { duplicateReason } from '#core/names/fold.ts'
import type { DuplicateReason } from '#core/names/fold.ts'
import { addressLine, fullName, listName, runningName, salutation } from '#core/names/name.ts'
import { readOffice } from '#db/office/queries.ts'
import { createParticipant, emptyParticipant, saveParticipant } from '#db/participants/commands.ts'
import { listParticipants } from '#db/participants/list.ts'
import { findLookalikes, findParticipant } from '#db/participants/queries.ts'
import { found, withGiven } from '#db/statements.ts'
import { CommandError } from '#db/errors.ts'
import { notInFuture, refuse, tidyAddress } from './checks.ts'
import { editedElsewhere } from './elsewhere.ts'
import type { Feature } from './feature.ts'
import { invalid } from './invalid.ts'

export const participants = {
  list: (ctx, input) => listParticipants(ctx.db, input, ctx.today),

  get(ctx, { id }) {
    const participant = found(findParticipant(ctx.db, id))
    const { language } = readOffice(ctx.db)
    const names = {
      full: fullName(participant, language),
      list: listName(participant, language),
      running: runningName(participant, language),
      salutation: salutation(participant, language),
      addressLine: addressLine(participant, language),
    }
    return { ...participant, names }
  },

  create(ctx, input) {
    const fields = tidyAddress(input)
    refuse(notInFuture('birth_date', fields.birth_date, ctx.today))
    requireName(withGiven(emptyParticipant, fields))
    const { result: id, changeSetId } = ctx.command('participants.create', () =>
      createParticipant(ctx.db, fields, ctx.today),
    )
    return { id, changeSetId }
  },

  save(ctx, { id, fields: typed, was }) {
    const now = found(findParticipant(ctx.db, id))
    const fields = tidyAddress(typed)
    const elsewhere = editedElsewhere<ParticipantFields>(now, fields, tidyAddress(was ?? {}))
    if (elsewhere.length > 0) throw new CommandError('EDITED_ELSEWHERE', { fields: elsewhere })
    refuse(notInFuture('birth_date', fields.birth_date, ctx.today))
    requireName(withGiven<ParticipantFields>(now, fields))
    const { changeSetId } = ctx.command('participants.save', () => saveParticipant(ctx.db, id, fields))
    return { changeSetId }
  },

  duplicates(ctx, { exceptId, ...person }) {
    return findLookalikes(ctx.db, person, { exceptId, today: ctx.today })
      .flatMap((other) => {
        const why = duplicateReason(person, other)
        return why === null ? [] : [{ other, why }]
      })
      .toSorted((a, b) => weight(a) - weight(b))
      .slice(0, mostDuplicates)
      .map(({ other, why }) => ({
        id: other.id,
        fullName: fullName(other),
        birthDate: other.birth_date,
        city: other.city,
        stage: other.stage,
        why,
      }))

    /** The name says most; among equals, the same date of birth comes first. */
    function weight({ other, why }: { other: { birth_date: string | null }; why: DuplicateReason }): number {
      const sameDate = person.birth_date !== null && other.birth_date === person.birth_date
      return reasons.indexOf(why) * 2 + (sameDate ? 0 : 1)
    }
  },
} satisfies Feature<'participants'>

const mostDuplicates = 5
const reasons: readonly DuplicateReason[] = ['same_name', 'sounds_alike', 'same_birth_date']

/** One name is enough, but it has to be a name by which somebody can be called. */
function requireName({ given_names, call_name, surname }: ParticipantFields): void {
  if ([given_names, call_name, surname].every((name) => name.trim() === ''))
    throw invalid('surname', 'name_required')
}
