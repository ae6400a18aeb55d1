/** An invented office: for practising, for the demo and for benchmarks. Pure: no clock, no files, no real people. */
import type { Staff } from '#core/api/app.ts'
import { addDays, addMonths } from '#core/calendar/dates.ts'
import type { PracticeRows } from '#db/practice/rows.ts'
import { inventAppointments } from './appointments.ts'
import { officeCalendar } from './calendar.ts'
import { makeDossier, startCounters } from './dossier.ts'
import { inventHosts } from './places.ts'
import { hardCasesOf, planPeople } from './plan.ts'
import type { HardCase } from './plan.ts'
import { createRandom } from './random.ts'
import { caseManagers, staff as staffTexts, towns } from './texts/names.ts'
import { officeTasks } from './texts/notes.ts'
import type { PracticeData, PracticeOptions } from './types.ts'

export type { Dossier, PracticeData, PracticeOptions } from './types.ts'
export type { HardCase } from './plan.ts'

export const defaultOptions = {
  seed: 7,
  active: 60,
  former: 250,
  waiting: 9,
  years: 3,
  fullWeeks: false,
} as const

/** The fewest people that hold every hard case. */
export const fewestParticipants = 17

/** `total` people, about a fifth of them in a trajectory. @throws RangeError below `fewestParticipants`. */
export function peopleFor(total: number): Pick<PracticeOptions, 'active' | 'former' | 'waiting'> {
  if (total < fewestParticipants) throw new RangeError('too few people for the hard cases')
  const active = Math.max(5, Math.round(total / 5))
  const waiting = Math.max(3, Math.round(total * 0.03))
  return { active, waiting, former: total - active - waiting }
}

/**
 * The same options give the same rows on every machine. Throws RangeError when there is no room for the hard
 * cases (active < 5, former < 9 or waiting < 3).
 */
export function generateOffice(given: Partial<PracticeOptions> & { today: string }): PracticeData {
  const options: PracticeOptions = { ...defaultOptions, ...given }
  const random = createRandom(`office ${options.seed}`)
  const firstDay = addMonths(options.today, -12 * options.years)
  // People who came back started before the first year; what is agreed reaches into next year.
  const calendar = officeCalendar(addMonths(firstDay, -30), addMonths(options.today, 14))
  const specs = planPeople(options, random.fork('plan'))
  const staff = staffTexts.map((one, index): Staff => ({ id: index + 1, active: true, ...one }))
  const around = {
    options,
    calendar,
    staff,
    ...inventMunicipalities(),
    ...inventHosts(firstDay, random.fork('hosts')),
  }
  return {
    ...around,
    specs,
    appointments: inventAppointments({ ...around, specs }, random.fork('appointments')),
    // Ids after those of the people's own tasks are not known yet; these come first.
    officeTasks: officeTasks.map((title, index) => ({
      id: index + 1,
      participant_id: null,
      title,
      due_on: addDays(options.today, 3 * index + 1),
      done_on: null,
    })),
    *dossiers() {
      const counters = startCounters()
      for (const _ of officeTasks) counters.next('task')
      for (const spec of specs) yield makeDossier(spec, around, counters, random.fork(`person ${spec.label}`))
    },
  }
}

/** Ids of the participants behind each hard case; every practice office has them all. */
export function hardCases(data: PracticeData): Record<HardCase, number[]> {
  return hardCasesOf(data.specs)
}

function inventMunicipalities(): {
  municipality: PracticeRows['municipality'][]
  case_manager: PracticeRows['case_manager'][]
} {
  const municipality = towns.map(([name, digits], index) => ({
    id: index + 1,
    name,
    address_line: `Postbus ${100 * (index + 1)}`,
    postcode: `${digits} ZZ`,
    city: name,
    phone: `0123 45 60 ${10 * (index + 1)}`,
    email: `gemeente${index + 1}@post.example`,
  }))
  const all = caseManagers.flatMap((list, index) => list.map((one) => [index + 1, one] as const))
  const case_manager = all.map(([municipality_id, [initials, prefix, surname, form_of_address]], index) => ({
    id: index + 1,
    municipality_id,
    initials,
    prefix,
    surname,
    form_of_address,
    function_title: '',
    phone: '',
    email: `klantmanager${index + 1}@post.example`,
  }))
  return { municipality, case_manager }
}
