import type { Contact, ContactPartner, ContactView } from '#core/api/network.ts'
import { fullName } from '#core/names/name.ts'
import type { NameParts } from '#core/names/name.ts'
import type { ReadableDb, WritableDb } from '../database.ts'
import { findHost } from '../hosts/queries.ts'
import { findCaseManager } from '../municipalities/queries.ts'
import { expectParticipant } from '../participants/queries.ts'
import { nameColumns, namePartsOf } from '../participants/rows.ts'
import { prepared } from '../prepare.ts'
import { expectOne, found, insertSql, updateSql, withGiven } from '../statements.ts'
import type { Given } from '../statements.ts'

const partnerFields = ['host_id', 'case_manager_id'] as const
const fields = ['participant_id', 'happened_on', 'kind', 'body', 'question', 'satisfaction'] as const
const answerFields = ['answered_on', 'answer'] as const
const own = ['id', ...partnerFields, ...fields, ...answerFields] as const satisfies (keyof Contact)[]
const listOwn = own.map((column) => `n.${column}`).join(', ')
const listNames = nameColumns.map((column) => `p.${column} AS p_${column}`).join(', ')

type PrefixedNames = { [K in keyof NameParts as `p_${K}`]: NameParts[K] | null }
type Row = Contact & PrefixedNames & { staffName: string; withName: string }

const select = `SELECT ${listOwn}, ${listNames}, s.name AS staffName,
       coalesce(h.name, concat_ws(' ', nullif(c.initials, ''), nullif(c.prefix, ''), c.surname)) AS withName
  FROM network_contact n JOIN staff s ON s.id = n.staff_id
  LEFT JOIN host h ON h.id = n.host_id LEFT JOIN case_manager c ON c.id = n.case_manager_id
  LEFT JOIN participant p ON p.id = n.participant_id`

/** With one organisation or one case manager, the newest first. */
export function listContacts(db: ReadableDb, partner: ContactPartner): ContactView[] {
  const rows =
    'hostId' in partner
      ? prepared<[number], Row>(
          db,
          `${select} WHERE n.host_id = ? ORDER BY n.happened_on DESC, n.id DESC`,
        ).all(partner.hostId)
      : prepared<[number], Row>(
          db,
          `${select} WHERE n.case_manager_id = ? ORDER BY n.happened_on DESC, n.id DESC`,
        ).all(partner.caseManagerId)
  return rows.map(viewOf)
}

/** What organisations, or case managers, asked and nobody answered yet; longest ago first. */
export function listOpenQuestions(db: ReadableDb, of: 'hosts' | 'caseManagers'): ContactView[] {
  const column = of === 'hosts' ? 'host_id' : 'case_manager_id'
  return prepared<[], Row>(
    db,
    `${select} WHERE n.question <> '' AND n.answered_on IS NULL AND n.${column} IS NOT NULL
      ORDER BY n.happened_on, n.id`,
  )
    .all()
    .map(viewOf)
}

export function findContact(db: ReadableDb, id: number): Contact | null {
  return (
    prepared<[number], Contact>(db, `SELECT ${listOwn} FROM network_contact n WHERE n.id = ?`).get(id) ?? null
  )
}

function viewOf(row: Row): ContactView {
  const { staffName, withName } = row
  const name = Object.fromEntries(nameColumns.map((column) => [column, row[`p_${column}`]]))
  return {
    ...(Object.fromEntries(own.map((column) => [column, row[column]])) as Contact),
    staffName,
    withName,
    personName: row.participant_id === null ? '' : fullName(namePartsOf(name as NameParts)),
  }
}

export type NewContact = Omit<Contact, 'id' | 'answered_on' | 'answer'>

/** @returns the new id. @throws CommandError NOT_FOUND for an organisation, case manager or person that is not there. */
export function createContact(db: WritableDb, contact: NewContact, staffId: number): number {
  if (contact.host_id !== null) found(findHost(db, contact.host_id))
  if (contact.case_manager_id !== null) found(findCaseManager(db, contact.case_manager_id))
  if (contact.participant_id !== null) expectParticipant(db, contact.participant_id)
  const insert = insertSql('network_contact', [...partnerFields, ...fields, 'staff_id'])
  return Number(prepared(db, insert).run({ ...contact, staff_id: staffId }).lastInsertRowid)
}

/** Changes what is given, the answer too. @throws CommandError NOT_FOUND. */
export function saveContact(
  db: WritableDb,
  id: number,
  given: Given<Omit<Contact, 'id' | 'host_id' | 'case_manager_id'>>,
): void {
  const row = withGiven(found(findContact(db, id)), given)
  if (row.participant_id !== null) expectParticipant(db, row.participant_id)
  expectOne(prepared(db, updateSql('network_contact', [...fields, ...answerFields])).run({ ...row }))
}

/** @throws CommandError NOT_FOUND. */
export function removeContact(db: WritableDb, id: number): void {
  expectOne(prepared(db, 'DELETE FROM network_contact WHERE id = ?').run(id))
}
