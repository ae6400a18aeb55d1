/** Contacts: what was said with organisations and case managers, and what they asked. */
import type { FieldError } from '#core/api/errors.ts'
import type { Contact } from '#core/api/network.ts'
import {
  createContact,
  findContact,
  listContacts,
  listOpenQuestions,
  removeContact,
  saveContact,
} from '#db/network/contacts.ts'
import { found, withGiven } from '#db/statements.ts'
import { endNotBefore, notInFuture, refuse, trimmed } from './checks.ts'
import type { Feature } from './feature.ts'
import { invalid } from './invalid.ts'

export const contacts = {
  list: (ctx, partner) => listContacts(ctx.db, partner),

  openQuestions: (ctx, { of }) => listOpenQuestions(ctx.db, of),

  create(ctx, input) {
    const contact = trimmed(input)
    if ((contact.host_id === null) === (contact.case_manager_id === null))
      throw invalid('host_id', 'required')
    check(contact, ctx.today)
    const { result: id, changeSetId } = ctx.command('contacts.create', () =>
      createContact(ctx.db, contact, ctx.staff.id),
    )
    return { id, changeSetId }
  },

  save(ctx, { id, fields }) {
    const old = found(findContact(ctx.db, id))
    const contact = withGiven(old, trimmed(fields))
    check(contact, ctx.today)
    refuse(endNotBefore('happened_on', contact.happened_on, contact.answered_on))
    // What is not asked any more has no answer either.
    const open = contact.question === '' ? { answered_on: null, answer: '' } : {}
    const { changeSetId } = ctx.command('contacts.save', () =>
      saveContact(ctx.db, id, { ...contact, ...open }),
    )
    return { changeSetId }
  },

  answer(ctx, { id, answered_on, answer }) {
    const { happened_on, question } = found(findContact(ctx.db, id))
    refuse(
      question === '' ? { field: 'question', problem: 'required' } : null,
      notInFuture('answered_on', answered_on, ctx.today),
      endNotBefore('answered_on', happened_on, answered_on),
    )
    const { changeSetId } = ctx.command('contacts.answer', () =>
      saveContact(ctx.db, id, { answered_on, answer: answer.trim() }),
    )
    return { changeSetId }
  },

  remove(ctx, { id }) {
    const { changeSetId } = ctx.command('contacts.remove', () => removeContact(ctx.db, id))
    return { changeSetId }
  },
} satisfies Feature<'contacts'>

/** Something has to be said or asked; how satisfied somebody is, is a word of an organisation. */
function check(
  contact: Pick<Contact, 'happened_on' | 'body' | 'question' | 'satisfaction'>,
  today: string,
): void {
  const empty = contact.body === '' && contact.question === '' && contact.satisfaction === null
  const nothing: FieldError | null = empty ? { field: 'body', problem: 'required' } : null
  refuse(notInFuture('happened_on', contact.happened_on, today), nothing)
}
