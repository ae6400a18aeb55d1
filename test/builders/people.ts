import type { Note, Task } from '#core/api/notes.ts'
import type { CaseManager, Municipality, ParticipantFields, Referral } from '#core/api/people.ts'
import { createNote } from '#db/notes/commands.ts'
import { createCaseManager, createMunicipality } from '#db/municipalities/commands.ts'
import { createParticipant } from '#db/participants/commands.ts'
import { createReferral } from '#db/referrals/commands.ts'
import { createTask } from '#db/tasks/commands.ts'
import { finishIntake, startIntake } from '#db/intakes/commands.ts'
import type { TestOffice } from './office.ts'

/** Each builder stores one thing, with sensible defaults, as one command, and gives its id. */

export function aMunicipality(office: TestOffice, fields: Partial<Municipality> = {}): number {
  return office.command(() =>
    createMunicipality(office.db, {
      name: 'Gemeente Test',
      address_line: 'Postbus 1',
      postcode: '1234 AB',
      city: 'Teststad',
      phone: '',
      email: '',
      ...fields,
    }),
  )
}

export function aCaseManager(office: TestOffice, fields: Partial<CaseManager> = {}): number {
  const municipality_id = fields.municipality_id ?? aMunicipality(office)
  return office.command(() =>
    createCaseManager(office.db, {
      initials: 'K.',
      prefix: 'van',
      surname: 'Test',
      form_of_address: 'mevrouw',
      function_title: 'klantmanager',
      phone: '',
      email: '',
      ...fields,
      municipality_id,
    }),
  )
}

/** "Testa Testerink" unless a name is given; with `surname` only, that is the whole name. */
export function aParticipant(office: TestOffice, fields: Partial<ParticipantFields> = {}): number {
  const named = ['given_names', 'call_name', 'surname'].some((field) => field in fields)
  const name = named
    ? {}
    : { given_names: 'Testa', surname: 'Testerink', form_of_address: 'mevrouw' as const }
  return office.command(() => createParticipant(office.db, { ...name, ...fields }, office.ctx.today))
}

/** A referral for six months; a person and a case manager are made when they are not given. */
export function aReferral(office: TestOffice, fields: Partial<Referral> = {}): number {
  const participant_id = fields.participant_id ?? aParticipant(office)
  const case_manager_id = fields.case_manager_id ?? aCaseManager(office)
  return office.command(() =>
    createReferral(office.db, {
      referred_on: '2026-01-05',
      client_number: '',
      kind: 'months_6',
      purpose: '',
      tried_before: '',
      ...fields,
      participant_id,
      case_manager_id,
    }),
  )
}

/** An intake that runs, or one that was finished on `finished_on`. */
export function anIntake(
  office: TestOffice,
  fields: { participant_id: number; started_on?: string; finished_on?: string },
): number {
  return office.command(() => {
    const id = startIntake(office.db, {
      participantId: fields.participant_id,
      definitionVersion: 1,
      staffId: office.staff.id,
      startedOn: fields.started_on ?? '2026-01-08',
    })
    if (fields.finished_on !== undefined) finishIntake(office.db, id, fields.finished_on)
    return id
  })
}

export function aNote(office: TestOffice, fields: Partial<Note> & { participant_id: number }): number {
  return office.command(() =>
    createNote(office.db, {
      staff_id: office.staff.id,
      happened_on: office.ctx.today,
      kind: 'talk',
      body: 'A talk about how it goes.',
      present: '',
      in_report: false,
      ...fields,
    }),
  )
}

export function aTask(office: TestOffice, fields: Partial<Task> = {}): number {
  return office.command(() =>
    createTask(office.db, { participant_id: null, title: 'Call back', due_on: null, ...fields }),
  )
}
