import type { LetterFacts } from '#core/letters/facts.ts'
import type { LetterHead } from '#db/letters/queries.ts'
import { letterParties } from '#db/letters/sources.ts'
import { readOffice } from '#db/office/queries.ts'
import { found } from '#db/statements.ts'
import type { OfficeContext } from '../context.ts'

/** Who writes about whom to whom, and when: what every kind of letter begins with. */
export function letterFacts(ctx: OfficeContext, letter: LetterHead): LetterFacts {
  const parties = found(letterParties(ctx.db, letter.id))
  const {
    letter_interval_weeks: _weeks,
    letter_before_end_weeks: _before,
    language: _language,
    ...letterhead
  } = readOffice(ctx.db)
  return {
    version: 1,
    office: letterhead,
    municipality: {
      name: parties.municipality_name,
      address_line: parties.municipality_address_line,
      postcode: parties.municipality_postcode,
      city: parties.municipality_city,
    },
    caseManager: {
      initials: parties.cm_initials,
      prefix: parties.cm_prefix,
      surname: parties.cm_surname,
      form_of_address: parties.cm_form_of_address,
      function_title: parties.cm_function_title,
    },
    participant: {
      given_names: parties.given_names,
      call_name: parties.call_name,
      initials: parties.initials,
      prefix: parties.prefix,
      surname: parties.surname,
      partner_prefix: parties.partner_prefix,
      partner_surname: parties.partner_surname,
      name_use: parties.name_use,
      form_of_address: parties.form_of_address,
      client_number: parties.client_number,
    },
    coach: { name: parties.coach_name, function_title: parties.coach_function_title },
    dated_on: letter.dated_on,
    period_from: letter.period_from,
    period_to: letter.period_to,
    number: letter.number,
    referred_on: parties.referred_on,
  }
}
