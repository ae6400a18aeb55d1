import type { CaseManager } from '#core/api/people.ts'
import type { NameParts } from '#core/names/name.ts'

/** The name parts of a case manager as the queries give them, in the shape of the rules for names. */
export function caseManagerParts(row: {
  cm_initials: string | null
  cm_prefix: string | null
  cm_surname: string | null
  cm_form_of_address: NameParts['form_of_address'] | null
}): NameParts {
  return {
    given_names: '',
    call_name: '',
    initials: row.cm_initials ?? '',
    prefix: row.cm_prefix ?? '',
    surname: row.cm_surname ?? '',
    partner_prefix: '',
    partner_surname: '',
    name_use: 'own',
    form_of_address: row.cm_form_of_address ?? 'none',
  }
}

/** "J. de Vries": a case manager in a list or on a page. */
export function caseManagerName({
  initials,
  prefix,
  surname,
}: Pick<CaseManager, 'initials' | 'prefix' | 'surname'>): string {
  return [initials, prefix, surname].filter((part) => part !== '').join(' ')
}
