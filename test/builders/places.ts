import type { Host } from '#core/api/hosts.ts'
import type { Placement } from '#core/api/places.ts'
import { createHost } from '#db/hosts/commands.ts'
import { createOpening, type NewOpening } from '#db/openings/commands.ts'
import { createPlacement } from '#db/placements/commands.ts'
import type { TestOffice } from './office.ts'
import { aParticipant } from './people.ts'

export function aHost(office: TestOffice, fields: Partial<Host> = {}): number {
  return office.command(() => createHost(office.db, { name: 'Buurthuis Test', city: 'Teststad', ...fields }))
}

/** Volunteer work for one person; an organisation is made when it is not given. */
export function anOpening(office: TestOffice, fields: Partial<NewOpening> = {}): number {
  const host_id = fields.host_id ?? aHost(office)
  return office.command(() =>
    createOpening(office.db, { title: 'Kitchen', kind: 'volunteer', ...fields, host_id }),
  )
}

/** Somebody who started at an opening; a person and an opening are made when they are not given. */
export function aPlacement(office: TestOffice, fields: Partial<Placement> = {}): number {
  const participant_id = fields.participant_id ?? aParticipant(office)
  const opening_id = fields.opening_id ?? anOpening(office)
  return office.command(() =>
    createPlacement(office.db, {
      trajectory_id: null,
      kind: 'volunteer',
      stage: 'placed',
      stage_since: office.ctx.today,
      goal: 'rhythm',
      goal_own_words: '',
      explained_on: null,
      explained_language: '',
      understood: null,
      starts_on: office.ctx.today,
      expected_end_on: null,
      ended_on: null,
      end_reason: '',
      goal_result: null,
      days: '',
      minutes_per_week: null,
      supervisor: '',
      next_action: '',
      next_action_on: null,
      parts: [],
      allowance: '',
      insurance: '',
      supervisor_phone: '',
      agreed_on: null,
      job_form: '',
      energy: '',
      meaningful: null,
      own_opinion: '',
      ...fields,
      participant_id,
      opening_id,
    }),
  )
}
