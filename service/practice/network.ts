/** The network around a practice office, made with the office's own commands once the people are there. */
import type { WeekPart } from '#core/api/fields.ts'
import { addDays } from '#core/calendar/dates.ts'
import { createAmbassador, createHelp } from '#db/ambassadors/commands.ts'
import type { WritableDb } from '#db/database.ts'
import { createContact, saveContact } from '#db/network/contacts.ts'
import { createEvening } from '#db/network/evenings.ts'
import { createRandom, inTurn } from './random.ts'
import {
  ambassadors,
  caseManagerContacts,
  evenings,
  helpKinds,
  hostContacts,
  type ContactText,
} from './texts/network.ts'
import type { PracticeData } from './types.ts'

/** Inside a bulk load, after the people. */
export function loadNetwork(db: WritableDb, data: PracticeData): void {
  const { today, seed } = data.options
  const random = createRandom(`network ${seed}`)
  const people = data.specs.filter((spec) => spec.kind === 'active').map((spec) => spec.id)
  const somebody = () => random.pick(people)
  const staffId = () => random.int(1, data.staff.length)

  for (const [index, text] of ambassadors.entries()) {
    const parts = text.parts.map(partOf)
    const id = createAmbassador(db, { ...text, parts, phone: `06 00 00 01 ${10 + index}` })
    for (let n = 0; n < 3 - (index % 3); n += 1)
      createHelp(db, {
        ambassador_id: id,
        participant_id: somebody(),
        happened_on: addDays(today, -random.int(2, 150)),
        what: inTurn(helpKinds, index + n),
        remark: '',
      })
  }

  const talk = (text: ContactText, whom: { host_id: number } | { case_manager_id: number }, ago: number) => {
    const happened_on = addDays(today, -ago)
    const id = createContact(
      db,
      {
        host_id: null,
        case_manager_id: null,
        ...whom,
        participant_id: text.aboutSomebody ? somebody() : null,
        happened_on,
        kind: text.kind,
        body: text.body,
        question: text.question ?? '',
        satisfaction: text.satisfaction ?? null,
      },
      staffId(),
    )
    if (text.answer !== undefined)
      saveContact(db, id, { answer: text.answer, answered_on: addDays(happened_on, 1) })
  }
  for (const host of data.host.slice(0, 6))
    for (let n = 0; n < 2; n += 1)
      talk(inTurn(hostContacts, host.id + n), { host_id: host.id }, random.int(3 + 40 * n, 35 + 40 * n))
  for (const manager of data.case_manager)
    for (let n = 0; n < 2; n += 1)
      talk(
        inTurn(caseManagerContacts, manager.id + n),
        { case_manager_id: manager.id },
        random.int(4 + 30 * n, 28 + 30 * n),
      )

  for (const { daysAgo, ...evening } of evenings)
    createEvening(db, {
      ...evening,
      happens_on: addDays(today, -daysAgo),
      guests: random
        .some(data.host, 4)
        .map((host) => ({ host_id: host.id, people: random.int(1, 3), satisfaction: random.int(3, 5) })),
    })
}

function partOf(key: string): WeekPart {
  const [weekday = '', part = ''] = key.split('-')
  return { weekday: Number(weekday), part: part as WeekPart['part'] }
}
