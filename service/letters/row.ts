import type { LetterRow } from '#core/api/letters.ts'
import { fullName, listName, runningName, type NameParts } from '#core/names/name.ts'
import type { RegisterRow } from '#db/letters/queries.ts'
import { caseManagerParts } from '../names.ts'

/** What lists say of a letter. */
export function letterRow(row: RegisterRow): LetterRow {
  const { name, sorted } = namesOf(row)
  return {
    id: row.id,
    kind: row.kind,
    number: row.number,
    state: row.state,
    participantId: row.participant_id,
    personName: name,
    listName: sorted,
    municipalityName: row.municipality_name,
    caseManagerName: row.cm_surname === null ? '' : runningName(caseManagerParts(row), 'nl'),
    period_from: row.period_from,
    period_to: row.period_to,
    dated_on: row.dated_on,
    sent_on: row.sent_on,
    sent_how: row.sent_how,
  }
}

/** Of the person; of the project or municipality where a letter is about no person. */
function namesOf(row: RegisterRow): { name: string; sorted: string } {
  if (row.surname !== null) return { name: fullName(row as NameParts), sorted: listName(row as NameParts) }
  const name = row.project_name || row.municipality_name
  return { name, sorted: name }
}
