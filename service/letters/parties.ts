import { frameFactsSchema, type FrameFacts, type LetterFacts } from '#core/letters/facts.ts'
import { letterById } from '#db/letters/queries.ts'
import type { LetterHead } from '#db/letters/queries.ts'
import { letterPerson, letterSender } from '#db/letters/sources.ts'
import { readOffice } from '#db/office/queries.ts'
import { found } from '#db/statements.ts'
import type { OfficeContext } from '../context.ts'

/** What a letter keeps of the office: the fields that its facts name. */
function officeFacts(office: FrameFacts['office']): FrameFacts['office'] {
  const names = Object.keys(frameFactsSchema.shape.office.shape) as (keyof FrameFacts['office'])[]
  return Object.fromEntries(names.map((name) => [name, office[name]])) as FrameFacts['office']
}

/** Who writes to whom, and when: what every letter begins with. */
export function frameFacts(ctx: OfficeContext, letter: LetterHead): FrameFacts {
  const sender = found(letterSender(ctx.db, letter.id))
  const replaced = letter.replaces_id !== null && found(letterById(ctx.db, letter.replaces_id))
  return {
    version: 1,
    office: officeFacts(readOffice(ctx.db)),
    municipality: {
      name: sender.municipality_name,
      address_line: sender.municipality_address_line,
      postcode: sender.municipality_postcode,
      city: sender.municipality_city,
    },
    caseManager:
      letter.case_manager_id === null
        ? null
        : {
            initials: sender.cm_initials ?? '',
            prefix: sender.cm_prefix ?? '',
            surname: sender.cm_surname ?? '',
            form_of_address: sender.cm_form_of_address ?? 'none',
            function_title: sender.cm_function_title ?? '',
          },
    coach: { name: sender.coach_name, function_title: sender.coach_function_title },
    dated_on: letter.dated_on,
    period_from: letter.period_from,
    period_to: letter.period_to,
    number: letter.number,
    ...(replaced && { replaces: { number: found(replaced.number), dated_on: replaced.dated_on } }),
  }
}

/** The same with about whom it is. */
export function letterFacts(ctx: OfficeContext, letter: LetterHead): LetterFacts {
  const { referred_on, ...participant } = found(letterPerson(ctx.db, letter.id))
  return { ...frameFacts(ctx, letter), participant, referred_on }
}

/** Whom a letter is about; every kind but the results is about somebody. */
export function personOf(letter: LetterHead): number {
  return found(letter.participant_id)
}
