/** Openings, who fits them, distances and choices, through the features on a real file. */
import { describe, expect, it } from 'vitest'
import { connection } from '#db/database.ts'
import { dossier } from '#service/features/dossier.ts'
import { distances } from '#service/features/distances.ts'
import { participants } from '#service/features/participants.ts'
import { matching } from '#service/features/matching.ts'
import { openings } from '#service/features/openings.ts'
import { everything } from '#core/dossier/timeline.ts'
import {
  aHost,
  anIntake,
  anOpening,
  aParticipant,
  aPlacement,
  openTestOffice,
  type TestOffice,
} from '../builders/index.ts'

const asked = { wishesOff: [], limit: 20, others: 20 }

/** Somebody with these answers. */
function someone(office: TestOffice, answers: Record<string, unknown>, fields = {}): number {
  const id = aParticipant(office, { postcode: '1234 AB', city: 'Teststad', ...fields })
  const intake = anIntake(office, { participant_id: id })
  office.command(() => {
    const insert = connection(office.db).prepare(
      'INSERT INTO intake_answer (intake_id, question, value) VALUES (?, ?, ?)',
    )
    for (const [question, value] of Object.entries(answers))
      insert.run(intake, question, JSON.stringify(value))
  })
  return id
}
const problemsOf = (run: () => unknown): unknown => {
  try {
    run()
  } catch (error) {
    return (error as { data: { fields: unknown } }).data.fields
  }
  throw new Error('was not refused')
}

describe('openings', () => {
  it('keep every field, with their half-days and what is heavy', () => {
    using office = openTestOffice()
    const host_id = aHost(office, { city: 'Teststad' })
    const { id } = openings.create(office.ctx, {
      host_id,
      title: ' Keuken ',
      kind: 'volunteer',
      postcode: '1234ab',
      parts: [{ weekday: 2, part: 'evening' }],
      heavy: [{ item: 'standing', amount: 'much' }],
    })
    expect(openings.get(office.ctx, { id })).toMatchObject({
      title: 'Keuken',
      postcode: '1234 AB',
      parts: [{ weekday: 2, part: 'evening' }],
      heavy: [{ item: 'standing', amount: 'much' }],
      hostPlace: 'Teststad',
      state: 'open',
      taken: 0,
    })
    const { changeSetId } = openings.save(office.ctx, {
      id,
      fields: {
        parts: [
          { weekday: 3, part: 'morning' },
          { weekday: 1, part: 'afternoon' },
          { weekday: 1, part: 'morning' },
        ],
        heavy: [
          { item: 'standing', amount: 'some' },
          { item: 'busy', amount: 'much' },
        ],
        confirmed_on: office.ctx.today,
      },
    })
    const saved = openings.get(office.ctx, { id })
    expect(saved.parts.map(({ weekday, part }) => `${weekday} ${part}`)).toEqual([
      '1 morning',
      '1 afternoon',
      '3 morning',
    ])
    expect(saved.heavy).toEqual([
      { item: 'busy', amount: 'much' },
      { item: 'standing', amount: 'some' },
    ])
    office.ctx.undo(changeSetId ?? 0)
    expect(openings.get(office.ctx, { id })).toMatchObject({
      parts: [{ weekday: 2, part: 'evening' }],
      heavy: [{ item: 'standing', amount: 'much' }],
      confirmed_on: null,
    })
  })

  it('stand as their dates and their people say', () => {
    using office = openTestOffice()
    const { today } = office.ctx
    const id = anOpening(office, { capacity: 2 })
    const state = () => openings.get(office.ctx, { id }).state
    const seen = [state()]
    aPlacement(office, { opening_id: id })
    seen.push(state())
    aPlacement(office, { opening_id: id, stage: 'trial' })
    seen.push(state())
    openings.save(office.ctx, { id, fields: { open_from: '2026-12-01' } })
    seen.push(state())
    openings.save(office.ctx, { id, fields: { open_from: null, open_until: '2026-11-17' } })
    seen.push(state())
    openings.save(office.ctx, { id, fields: { open_until: today } })
    seen.push(state())
    openings.save(office.ctx, { id, fields: { closed: true } })
    seen.push(state())
    expect(seen).toEqual(['open', 'partly', 'full', 'not_yet', 'over', 'full', 'closed'])
    expect(openings.list(office.ctx).map((one) => one.state)).toEqual(['closed'])
  })

  it('refuse what cannot be, and say at which field', () => {
    using office = openTestOffice()
    const id = anOpening(office, { capacity: 2 })
    aPlacement(office, { opening_id: id })
    aPlacement(office, { opening_id: id })
    const refused = (fields: Parameters<typeof openings.save>[1]['fields']) =>
      problemsOf(() => openings.save(office.ctx, { id, fields }))
    expect(refused({ capacity: 1 })).toEqual([{ field: 'capacity', problem: 'fewer_than_there' }])
    expect(refused({ parts: [{ weekday: 1, part: 'morning' }], parts_needed: 2 })).toEqual([
      { field: 'parts_needed', problem: 'number_range' },
    ])
    expect(refused({ confirmed_on: '2026-11-19' })).toEqual([
      { field: 'confirmed_on', problem: 'date_in_future' },
    ])
    expect(refused({ open_from: '2026-12-02', open_until: '2026-12-01' })).toEqual([
      { field: 'open_until', problem: 'end_before_start' },
    ])
    expect(refused({ title: ' ' })).toEqual([{ field: 'title', problem: 'required' }])
    expect(() => openings.create(office.ctx, { host_id: 99, title: 'Niemand', kind: 'job' })).toThrow(
      'NOT_FOUND',
    )
    expect(openings.list(office.ctx)).toHaveLength(1)
  })
})

describe('matching', () => {
  it('gives the same reasons from both sides, in the order of the rule', () => {
    using office = openTestOffice()
    const parts = [
      { weekday: 1, part: 'morning' as const },
      { weekday: 2, part: 'morning' as const },
    ]
    const host_id = aHost(office)
    const wanted = anOpening(office, { host_id, title: 'Tuin', sector: 'green', parts, parts_needed: 1 })
    const plain = anOpening(office, { host_id, title: 'Gewoon', parts, parts_needed: 1 })
    const heavy = anOpening(office, { host_id, title: 'Zwaar', parts, parts_needed: 1 })
    openings.save(office.ctx, { id: heavy, fields: { heavy: [{ item: 'lifting', amount: 'some' }] } })
    const can = { available: ['1-morning'], body_work: { lifting: 'not' }, sectors: ['green'] }
    const id = someone(office, can)
    const found = matching.forPerson(office.ctx, { participantId: id, ...asked })
    expect(found.proposed.map((one) => one.openingId)).toEqual([wanted, plain])
    expect(found.others.map((one) => one.openingId)).toEqual([heavy])
    expect(found.others[0]?.reasons.filter((one) => one.hard)).toMatchObject([
      { said: 'body_not', person: 'body_work', opening: 'heavy', params: { item: 'lifting' } },
    ])
    for (const match of [...found.proposed, ...found.others]) {
      const back = matching.forOpening(office.ctx, { openingId: match.openingId, ...asked })
      expect([...back.proposed, ...back.others]).toEqual([match])
    }
    const off = matching.forPerson(office.ctx, { participantId: id, ...asked, wishesOff: ['sector'] })
    expect(off.proposed.map((one) => one.openingId)).toEqual([plain, wanted])
    expect(off.proposed[1]?.reasons).toEqual(found.proposed[0]?.reasons)
  })

  it('leaves nobody out, and counts pages', () => {
    using office = openTestOffice()
    const openingId = anOpening(office)
    const ids = Array.from({ length: 7 }, (_, n) =>
      aParticipant(office, { surname: `Test ${n}`, given_names: '' }),
    )
    const some = matching.forOpening(office.ctx, { openingId, wishesOff: [], limit: 3, others: 0 })
    expect(some).toMatchObject({ proposedTotal: 7, othersTotal: 0 })
    expect(some.proposed.map((one) => one.participantId)).toEqual(ids.slice(0, 3))
    openings.save(office.ctx, { id: openingId, fields: { closed: true } })
    expect(matching.forOpening(office.ctx, { openingId, ...asked })).toMatchObject({
      proposedTotal: 0,
      othersTotal: 7,
    })
  })

  it('knows of every change at once: a new person, another name, and the undo of it', () => {
    using office = openTestOffice()
    const openingId = anOpening(office)
    const look = () => {
      const { proposed } = matching.forOpening(office.ctx, { openingId, ...asked })
      return proposed.map((one) => one.personName)
    }
    expect(look()).toEqual([])
    const id = aParticipant(office, { surname: 'Berg', given_names: '' })
    expect(look()).toEqual(['Berg'])
    aParticipant(office, { surname: 'Aarde', given_names: '' })
    expect(look()).toEqual(['Aarde', 'Berg'])
    const { changeSetId } = participants.save(office.ctx, { id, fields: { surname: 'Aa' } })
    expect(look()).toEqual(['Aa', 'Aarde'])
    office.ctx.undo(changeSetId ?? 0)
    expect(look()).toEqual(['Aarde', 'Berg'])
  })

  it('does not propose who is there already', () => {
    using office = openTestOffice()
    const openingId = anOpening(office, { capacity: 5 })
    const participantId = someone(office, {})
    aPlacement(office, { participant_id: participantId, opening_id: openingId, stage: 'exploring' })
    const { others } = matching.forPerson(office.ctx, { participantId, ...asked })
    expect(others[0]?.reasons.filter((one) => one.hard)).toMatchObject([{ said: 'already' }])
  })

  it('knows distances by a table, says which postcode is not in it, and holds minutes against the own maximum', () => {
    using office = openTestOffice()
    const host_id = aHost(office, { city: 'Verderop', postcode: '5678 CD' })
    const openingId = anOpening(office, { host_id })
    const participantId = someone(office, { travel_minutes: 30 })
    const pair = () => {
      const { proposed, others } = matching.forPerson(office.ctx, { participantId, ...asked })
      return proposed[0] ?? others[0]
    }
    expect(pair()?.distance).toEqual({ km: null, minutes: null, unlisted: [], home: '1234', place: '5678' })
    distances.load(office.ctx, { rows: [{ postcode: '1234', latitude: 52, longitude: 5 }] })
    expect(distances.loaded(office.ctx)).toMatchObject({ rows: 1 })
    expect(pair()?.distance).toMatchObject({ km: null, unlisted: ['5678'] })
    distances.load(office.ctx, {
      rows: [
        { postcode: '1234', latitude: 52, longitude: 5 },
        { postcode: '5678', latitude: 52.1, longitude: 5 },
      ],
    })
    expect(pair()?.distance.km).toBeCloseTo(11.1, 1)
    expect(pair()?.reasons.some((one) => one.rule === 'travel')).toBe(false)
    matching.setMinutes(office.ctx, { participantId, openingId, minutes: 31 })
    expect(pair()?.reasons.find((one) => one.rule === 'travel')).toMatchObject({
      said: 'travel_far',
      hard: true,
    })
    const { changeSetId } = matching.setMinutes(office.ctx, { participantId, openingId, minutes: 30 })
    expect(pair()?.reasons.find((one) => one.rule === 'travel')).toMatchObject({ said: 'travel_fits' })
    // Remembered for everybody of these places, whichever way round.
    const neighbour = someone(office, {}, { postcode: '1234 XY' })
    const back = matching.forOpening(office.ctx, { openingId, ...asked })
    expect(back.proposed.find((one) => one.participantId === neighbour)?.distance.minutes).toBe(30)
    office.ctx.undo(changeSetId ?? 0)
    expect(pair()?.distance.minutes).toBe(31)
    matching.setMinutes(office.ctx, { participantId, openingId, minutes: null })
    expect(pair()?.distance.minutes).toBeNull()
    distances.remove(office.ctx)
    expect(distances.loaded(office.ctx)).toBeNull()
    expect(pair()?.distance.km).toBeNull()
  })

  it('takes an opening by its own place, and asks for what is missing', () => {
    using office = openTestOffice()
    const openingId = anOpening(office, { host_id: aHost(office, { city: '' }) })
    const participantId = someone(office, {}, { postcode: '', city: '' })
    const travel = () =>
      matching
        .forPerson(office.ctx, { participantId, ...asked })
        .proposed[0]?.reasons.find((one) => one.rule === 'travel')
    expect(travel()).toMatchObject({ said: 'travel_place_unknown', opening: 'place' })
    expect(
      problemsOf(() => matching.setMinutes(office.ctx, { participantId, openingId, minutes: 5 })),
    ).toEqual([{ field: 'minutes', problem: 'required' }])
    openings.save(office.ctx, { id: openingId, fields: { place: 'Elders' } })
    expect(travel()).toMatchObject({ said: 'travel_home_unknown', person: 'address' })
  })

  it('refuses a table with points elsewhere, or one postcode twice, and keeps the old one', () => {
    using office = openTestOffice()
    distances.load(office.ctx, { rows: [{ postcode: '1234', latitude: 52, longitude: 5 }] })
    expect(
      problemsOf(() =>
        distances.load(office.ctx, { rows: [{ postcode: '1234', latitude: 48.8, longitude: 2.3 }] }),
      ),
    ).toEqual([{ field: 'rows', problem: 'outside_country' }])
    expect(
      problemsOf(() =>
        distances.load(office.ctx, {
          rows: [
            { postcode: '1234', latitude: 52, longitude: 5 },
            { postcode: '1234', latitude: 52, longitude: 5.1 },
          ],
        }),
      ),
    ).toEqual([{ field: 'rows', problem: 'same_words' }])
    expect(distances.loaded(office.ctx)).toMatchObject({ rows: 1 })
  })

  it('keeps choices with their reason, puts what did not fit last, and tells the timeline', () => {
    using office = openTestOffice()
    const first = anOpening(office, { title: 'A' })
    const second = anOpening(office, { title: 'B' })
    const participantId = someone(office, {})
    matching.choose(office.ctx, { participantId, openingId: first, choice: 'later', reason: 'na de zomer' })
    matching.choose(office.ctx, { participantId, openingId: first, choice: 'declined', reason: ' te ver ' })
    const { proposed } = matching.forPerson(office.ctx, { participantId, ...asked })
    expect(proposed.map((one) => one.openingId)).toEqual([second, first])
    expect(proposed[1]?.choices).toMatchObject([
      { choice: 'declined', reason: 'te ver', on: office.ctx.today },
      { choice: 'later', reason: 'na de zomer' },
    ])
    const line = dossier.timeline(office.ctx, { participantId, filter: everything, after: null, limit: 20 })
    expect(line.items.filter((one) => one.kind === 'choice')).toMatchObject([
      { code: 'declined', text: 'A · Buurthuis Test. te ver' },
      { code: 'later' },
    ])
  })

  it('proposes nothing to somebody whose trajectory is over, and still shows every place', () => {
    using office = openTestOffice()
    anOpening(office)
    const participantId = someone(office, {})
    office.command(() => {
      connection(office.db).exec(`INSERT INTO municipality (id, name) VALUES (1, 'Test');
        INSERT INTO case_manager (id, municipality_id, surname) VALUES (1, 1, 'Test');
        INSERT INTO referral (id, participant_id, case_manager_id, referred_on, kind) VALUES (1, ${participantId}, 1, '2026-01-01', 'months_3');
        INSERT INTO trajectory (participant_id, referral_id, coach_id, months, starts_on, planned_end_on, ended_on)
        VALUES (${participantId}, 1, ${office.staff.id}, 3, '2026-01-05', '2026-04-04', '2026-04-04')`)
    })
    expect(matching.forPerson(office.ctx, { participantId, ...asked })).toMatchObject({
      overOn: '2026-04-04',
      proposedTotal: 0,
      othersTotal: 1,
    })
  })
})
