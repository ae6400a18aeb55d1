import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Contact } from '#core/api/network.ts'
import { all } from '../db/office-file.ts'
import { ambassadors } from '#service/features/ambassadors.ts'
import { caseManagers } from '#service/features/case-managers.ts'
import { contacts } from '#service/features/contacts.ts'
import { dossier } from '#service/features/dossier.ts'
import { hosts } from '#service/features/hosts.ts'
import { intakes } from '#service/features/intakes.ts'
import { municipalities } from '#service/features/municipalities.ts'
import { placements } from '#service/features/placements.ts'
import { referrals } from '#service/features/referrals.ts'
import { search } from '#service/features/search.ts'
import { themeEvenings } from '#service/features/theme-evenings.ts'
import {
  aCaseManager,
  aHost,
  aMunicipality,
  aParticipant,
  aPlacement,
  aReferral,
  aTrajectory,
  anIntake,
  anOpening,
  openTestOffice,
} from '../builders/index.ts'
import type { TestOffice } from '../builders/index.ts'
import { expectError } from '../aggregates/expect-error.ts'

let office: TestOffice
beforeEach(() => {
  office = openTestOffice()
})
afterEach(() => office.close())

const said = (fields: Partial<Contact>): Parameters<typeof contacts.create>[1] => ({
  host_id: null,
  case_manager_id: null,
  participant_id: null,
  happened_on: '2026-11-10',
  kind: 'phone',
  body: 'Talked.',
  question: '',
  satisfaction: null,
  ...fields,
})

describe('organisations', () => {
  test('have more people; the first who still works there is who is called', () => {
    const host_id = aHost(office)
    const add = (name: string) =>
      hosts.addPerson(office.ctx, { host_id, name, function_title: '', phone: name, email: '', remark: '' })
        .id
    const first = add('Eerste Test')
    add('Tweede Test')
    const contact = () => hosts.list(office.ctx, { query: '' })[0]?.contactName
    expect(contact()).toBe('Eerste Test')
    hosts.savePerson(office.ctx, { id: first, fields: { active: false } })
    expect(contact()).toBe('Tweede Test')
    expect(hosts.list(office.ctx, { query: 'eerste' })).toEqual([])
    expect(hosts.list(office.ctx, { query: 'tweede' })).toHaveLength(1)
    expect(hosts.get(office.ctx, { id: host_id }).people.map((one) => one.name)).toEqual([
      'Tweede Test',
      'Eerste Test',
    ])
  })

  test('are found by the word of their sector, whatever is stored', () => {
    const id = aHost(office, { name: 'Plek', sector: 'catering' })
    expect(hosts.list(office.ctx, { query: 'horeca' }).map((one) => one.id)).toEqual([id])
  })

  test('stay while somebody has a place there; afterwards they leave the list and are found', () => {
    const id = aHost(office, { name: 'Buurthuis Oost' })
    const placement = aPlacement(office, { opening_id: anOpening(office, { host_id: id }) })
    expectError(() => hosts.setActive(office.ctx, { id, active: false }), 'HOST_HAS_PEOPLE')
    expect(hosts.get(office.ctx, { id }).placed).toMatchObject([{ placementId: placement, stage: 'placed' }])
    placements.move(office.ctx, {
      id: placement,
      stage: 'ended',
      ended_on: office.ctx.today,
      end_reason: 'Done',
      goal_result: null,
    })
    const { changeSetId } = hosts.setActive(office.ctx, { id, active: false })
    expect(hosts.list(office.ctx, { query: '' })).toEqual([])
    expect(hosts.list(office.ctx, { query: 'oost', gone: true }).map((one) => one.id)).toEqual([id])
    expect(search.find(office.ctx, { query: 'oost' })).toMatchObject([{ kind: 'host', id, gone: true }])
    office.ctx.undo(changeSetId ?? undefined)
    expect(hosts.list(office.ctx, { query: '' })).toHaveLength(1)
  })
})

describe('contacts', () => {
  test('a question stays open until it is answered, and opens again', () => {
    const host_id = aHost(office)
    const { id } = contacts.create(office.ctx, said({ host_id, question: 'Who pays?', satisfaction: 4 }))
    contacts.create(office.ctx, said({ host_id, happened_on: '2026-11-12' }))
    const open = () => contacts.openQuestions(office.ctx, { of: 'hosts' }).map((one) => one.id)
    expect(open()).toEqual([id])
    expect(contacts.openQuestions(office.ctx, { of: 'caseManagers' })).toEqual([])
    expectError(
      () => contacts.answer(office.ctx, { id, answered_on: '2026-11-09', answer: 'We do' }),
      'INVALID',
      [{ field: 'answered_on', problem: 'end_before_start' }],
    )
    contacts.answer(office.ctx, { id, answered_on: '2026-11-11', answer: ' We do ' })
    expect(open()).toEqual([])
    expect(contacts.list(office.ctx, { hostId: host_id })).toMatchObject([
      { happened_on: '2026-11-12' },
      { id, answer: 'We do', answered_on: '2026-11-11', satisfaction: 4, withName: 'Buurthuis Test' },
    ])
    contacts.answer(office.ctx, { id, answered_on: null, answer: '' })
    expect(open()).toEqual([id])
  })

  test('something has to be said, not in the future, and with one of the two', () => {
    const host_id = aHost(office)
    expectError(
      () => contacts.create(office.ctx, said({ host_id, body: ' ', happened_on: '2026-11-19' })),
      'INVALID',
      [
        { field: 'happened_on', problem: 'date_in_future' },
        { field: 'body', problem: 'required' },
      ],
    )
    expectError(() => contacts.create(office.ctx, said({})), 'INVALID')
    expectError(() => contacts.create(office.ctx, said({ host_id: 99 })), 'NOT_FOUND')
  })

  test('about somebody stand in that timeline', () => {
    const participant_id = aParticipant(office)
    const case_manager_id = aCaseManager(office)
    contacts.create(office.ctx, said({ case_manager_id, participant_id, question: 'And the fare?' }))
    const { items } = dossier.timeline(office.ctx, {
      participantId: participant_id,
      filter: { group: 'notes', onlyReport: false, query: '' },
      after: null,
      limit: 10,
    })
    expect(items).toMatchObject([
      { kind: 'contact', code: 'phone', text: 'K. van Test: Talked. And the fare?', on: '2026-11-10' },
    ])
  })
})

describe('ambassadors', () => {
  const parts = [{ weekday: 4, part: 'morning' as const }]

  test('who speaks Tigrinya and can come on Thursday morning', () => {
    const make = (name: string, languages: string[], when: typeof parts) =>
      ambassadors.create(office.ctx, { name, languages, parts: when }).id
    const fits = make('Selam Test', ['Tigrinya'], parts)
    make('Yonas Test', ['tigrinya '], [{ weekday: 3, part: 'morning' }])
    make('Hala Test', ['Arabisch'], parts)
    const ask = { query: '', language: 'Tigrinya', weekday: 4, part: 'morning' as const }
    expect(ambassadors.list(office.ctx, ask).map((one) => one.id)).toEqual([fits])
    expect(ambassadors.list(office.ctx, { ...ask, weekday: null, part: null })).toHaveLength(2)
    expect(ambassadors.languages(office.ctx)).toEqual(['Arabisch', 'Tigrinya'])
    expect(search.find(office.ctx, { query: 'tigrin' }).map((hit) => hit.title)).toEqual([
      'Selam Test',
      'Yonas Test',
    ])
  })

  test('whom they helped: written down, or named at a talk of the intake', () => {
    const { id } = ambassadors.create(office.ctx, { name: 'Selam Test' })
    const participant_id = aParticipant(office)
    ambassadors.addHelp(office.ctx, {
      ambassador_id: id,
      participant_id,
      happened_on: '2026-11-02',
      what: 'letter',
      remark: '',
    })
    const intakeId = anIntake(office, { participant_id })
    const { id: talkId } = intakes.addTalk(office.ctx, {
      id: intakeId,
      talk: {
        held_on: '2026-11-05',
        staff_id: office.staff.id,
        place: '',
        minutes: null,
        language: '',
        interpreter: 'ambassador',
        ambassador_id: id,
        present: '',
        understood: null,
        remark: '',
      },
    })
    expect(ambassadors.get(office.ctx, { id }).helps).toMatchObject([
      { happened_on: '2026-11-05', atTalk: true, what: 'intake' },
      { happened_on: '2026-11-02', atTalk: false, what: 'letter' },
    ])
    expect(
      ambassadors.list(office.ctx, { query: '', language: null, weekday: null, part: null }),
    ).toMatchObject([{ helped: 2, lastOn: '2026-11-05' }])
    intakes.saveTalk(office.ctx, { id: talkId, fields: { interpreter: 'phone' } })
    expect(ambassadors.get(office.ctx, { id }).helps).toHaveLength(1)
  })
})

describe('case managers', () => {
  test('whose clients they are: who was referred by them last', () => {
    const first = aCaseManager(office, { surname: 'Eerste' })
    const second = aCaseManager(office, { surname: 'Tweede' })
    const stays = aParticipant(office, { surname: 'Blijft' })
    const moved = aParticipant(office, { surname: 'Verhuisd' })
    aTrajectory(office, {
      participant_id: stays,
      referral_id: aReferral(office, { participant_id: stays, case_manager_id: first }),
    })
    aReferral(office, { participant_id: moved, case_manager_id: first })
    aReferral(office, { participant_id: moved, case_manager_id: second, referred_on: '2026-10-01' })
    const clients = (id: number) =>
      caseManagers.get(office.ctx, { id }).clients.map((one) => [one.participantId, one.stage])
    expect(clients(first)).toEqual([[stays, 'active']])
    expect(clients(second)).toEqual([[moved, 'new']])
    expect(caseManagers.get(office.ctx, { id: first }).clients[0]?.nextLetter).not.toBeNull()
  })

  test('a municipality that sends nobody any more comes last and cannot be chosen; its people keep theirs', () => {
    const gone = aMunicipality(office, { name: 'Aardam' })
    const stays = aMunicipality(office, { name: 'Zeedam' })
    const manager = aCaseManager(office, { municipality_id: gone })
    const person = aParticipant(office)
    aReferral(office, { participant_id: person, case_manager_id: manager })
    const shown = () =>
      municipalities
        .list(office.ctx)
        .filter((one) => one.id === gone || one.id === stays)
        .map((one) => [one.name, one.active])
    const { changeSetId } = municipalities.setActive(office.ctx, { id: gone, active: false })
    expect(shown()).toEqual([
      ['Zeedam', true],
      ['Aardam', false],
    ])
    expect(municipalities.get(office.ctx, { id: gone })).toMatchObject({
      active: false,
      caseManagers: [{ id: manager, active: true, clients: 1 }],
    })
    expect(referrals.list(office.ctx, { participantId: person })).toMatchObject([
      { case_manager_id: manager },
    ])
    office.ctx.undo(changeSetId ?? undefined)
    expect(shown()).toEqual([
      ['Aardam', true],
      ['Zeedam', true],
    ])
    municipalities.setActive(office.ctx, { id: gone, active: false })
    municipalities.setActive(office.ctx, { id: gone, active: true })
    expect(municipalities.get(office.ctx, { id: gone }).active).toBe(true)
    expectError(() => municipalities.setActive(office.ctx, { id: 9999, active: false }), 'NOT_FOUND')
  })

  test('who leaves gives the clients to somebody else in one step, and undone as one', () => {
    const municipality_id = aMunicipality(office)
    const leaves = aCaseManager(office, { municipality_id, surname: 'Weg' })
    const takes = aCaseManager(office, { municipality_id, surname: 'Nieuw' })
    const people = ['Een', 'Twee'].map((surname) => aParticipant(office, { surname }))
    for (const participant_id of people) aReferral(office, { participant_id, case_manager_id: leaves })
    expectError(() => caseManagers.leave(office.ctx, { id: leaves, toId: leaves }), 'INVALID')
    const { changeSetId } = caseManagers.leave(office.ctx, { id: leaves, toId: takes })
    const view = () =>
      municipalities
        .get(office.ctx, { id: municipality_id })
        .caseManagers.map((one) => [one.surname, one.active, one.clients])
    expect(view()).toEqual([
      ['Nieuw', true, 2],
      ['Weg', false, 0],
    ])
    expect(
      all(
        office.db,
        `SELECT json_extract(old, '$.case_manager_id') AS was FROM change
                            WHERE table_name = 'referral' AND op = 'update'`,
      ),
    ).toEqual([{ was: leaves }, { was: leaves }])
    office.ctx.undo(changeSetId ?? undefined)
    expect(view()).toEqual([
      ['Nieuw', true, 0],
      ['Weg', true, 2],
    ])
    caseManagers.leave(office.ctx, { id: leaves, toId: null })
    expect(view()).toEqual([
      ['Nieuw', true, 0],
      ['Weg', false, 2],
    ])
    caseManagers.moveClients(office.ctx, { id: leaves, toId: takes, participantIds: people.slice(0, 1) })
    expect(view()).toEqual([
      ['Nieuw', true, 1],
      ['Weg', false, 1],
    ])
    expect(referrals.list(office.ctx, { participantId: people[0] ?? 0 })).toMatchObject([
      { case_manager_id: takes },
    ])
  })
})

test('a theme evening: who came, what they asked', () => {
  const [one, two] = [aHost(office, { name: 'Een' }), aHost(office, { name: 'Twee' })]
  const fields = {
    happens_on: '2026-10-01',
    theme: ' Taal ',
    questions: 'Wie belt?',
    remark: '',
    guests: [
      { host_id: one, people: 2, satisfaction: 4 },
      { host_id: two, people: 1, satisfaction: null },
    ],
  }
  const { id } = themeEvenings.create(office.ctx, fields)
  expectError(() => themeEvenings.create(office.ctx, { ...fields, theme: ' ' }), 'INVALID', [
    { field: 'theme', problem: 'required' },
  ])
  themeEvenings.save(office.ctx, {
    id,
    fields: { ...fields, guests: [{ host_id: two, people: 3, satisfaction: 5 }] },
  })
  expect(themeEvenings.list(office.ctx)).toEqual([
    {
      id,
      happens_on: '2026-10-01',
      theme: 'Taal',
      questions: 'Wie belt?',
      remark: '',
      guests: [{ host_id: two, hostName: 'Twee', people: 3, satisfaction: 5 }],
    },
  ])
  expect(hosts.get(office.ctx, { id: two }).evenings).toEqual([
    { id, happens_on: '2026-10-01', theme: 'Taal' },
  ])
  themeEvenings.remove(office.ctx, { id })
  expect(themeEvenings.list(office.ctx)).toEqual([])
})
