import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { nl } from '#core/i18n/index.ts'
import { connection } from '#db/database.ts'
import { undoChangeSet, verifyHistory } from '#db/history/commands.ts'
import { historyTables } from '#db/history/triggers.ts'
import { civic } from '#service/features/civic.ts'
import { history } from '#service/features/history.ts'
import { intakes } from '#service/features/intakes.ts'
import { notes } from '#service/features/notes.ts'
import { participants } from '#service/features/participants.ts'
import { referrals } from '#service/features/referrals.ts'
import { settings } from '#service/features/settings.ts'
import { trajectories } from '#service/features/trajectories.ts'
import { isSeen } from '#service/history/words.ts'
import { aNote, aParticipant, aReferral, aTrajectory, anIntake, openTestOffice } from '../builders/index.ts'
import type { TestOffice } from '../builders/index.ts'
import { expectError } from '../aggregates/expect-error.ts'

let office: TestOffice
let person: number
beforeEach(() => {
  office = openTestOffice()
  person = aParticipant(office, { city: 'Teststad' })
})
afterEach(() => {
  if (office.db.open) expect(verifyHistory(office.db).whole).toBe(true)
  office.close()
})

const changesOf = (id = person, query = '') =>
  history.person(office.ctx, { participantId: id, query, before: null, limit: 200 }).changes
function change(field: string, id = person) {
  const found = changesOf(id).find((one) => one.field === field)
  if (!found) throw new Error(`no change of ${field}`)
  return found
}
const putBack = (field: string) =>
  history.putBack(office.ctx, { participantId: person, changeId: change(field).changeId, field })
const undo = ({ changeSetId }: { changeSetId: number | null }) => office.ctx.undo(changeSetId ?? 0)

describe('the history of a person', () => {
  test('says per field who, when, what it was and what it became, newest first', () => {
    participants.save(office.on('2026-11-16'), {
      id: person,
      fields: { city: 'Lindwijk', name_use: 'partner' },
    })
    const colleague = office.addStaff({ name: 'Collega Test' })
    participants.save(office.on('2026-11-17', colleague), { id: person, fields: { city: '' } })
    participants.save(office.ctx, { id: aParticipant(office), fields: { city: 'Elders' } })
    expect(changesOf()).toMatchObject([
      {
        label: 'Plaats',
        old: 'Lindwijk',
        new: '',
        who: 'Collega Test',
        at: '2026-11-17T09:00:00Z',
        back: 'field',
      },
      { label: 'Welke achternaam gebruikt deze persoon?', old: 'Eigen naam', new: 'Naam van de partner' },
      { label: 'Plaats', old: 'Teststad', new: 'Lindwijk', who: 'Coach Test', subject: 'Gegevens' },
      { op: 'insert', old: '', back: 'no' },
    ])
  })

  test('has everything of the person, also what was taken away, and nothing of whoever got its number', () => {
    const note = aNote(office, { participant_id: person, body: 'Weggehaalde notitie' })
    notes.save(office.ctx, { id: note, fields: { body: 'Verbeterde notitie' } })
    notes.remove(office.ctx, { id: note })
    const other = aParticipant(office)
    expect(aNote(office, { participant_id: other, body: 'Van een ander' })).toBe(note)
    const mine = changesOf().filter((one) => one.subject.startsWith('Notitie'))
    expect(mine.map(({ op, old, new: now }) => [op, old, now])).toEqual([
      ['delete', 'Verbeterde notitie', ''],
      ['update', 'Weggehaalde notitie', 'Verbeterde notitie'],
      ['insert', '', 'Weggehaalde notitie'],
    ])
    expect(changesOf(other).filter((one) => one.subject.startsWith('Notitie'))).toHaveLength(1)
  })

  test('is searched in any spelling and comes in pages that cut no step in two', () => {
    for (let n = 0; n < 12; n += 1)
      participants.save(office.ctx, { id: person, fields: { city: `Plaats ${n}`, street: `Straat ${n}` } })
    expect(changesOf(person, 'stráát 7')).toHaveLength(2) // what it became, and what it was in the next one
    const first = history.person(office.ctx, { participantId: person, query: '', before: null, limit: 5 })
    expect(first).toMatchObject({ more: true })
    expect(first.changes).toHaveLength(6)
    const before = first.changes.at(-1)?.changeId ?? null
    const second = history.person(office.ctx, { participantId: person, query: '', before, limit: 200 })
    expect(second.more).toBe(false)
    expect([...first.changes, ...second.changes]).toEqual(changesOf())
  })

  test('has words for every column that can be in it, and for every table that a step can touch', () => {
    const labels = { ...nl.people.fields, ...nl.dossier.field } as Record<string, unknown>
    const personal = new Set(
      'participant referral contact_note network_contact ambassador_help task placement placement_part placement_checkin permission attachment aftercare aftercare_attempt ready_signal language_assessment skill_assessment ladder_assessment trajectory trajectory_extension trajectory_pause goal intake intake_talk civic_integration'.split(
        ' ',
      ),
    )
    for (const table of historyTables(connection(office.db))) {
      if (
        ['attendance_month', 'match_facts', 'growth', 'letter_number', 'schedule_part'].includes(table.name)
      )
        continue
      expect(nl.dossier.subject, `table ${table.name}`).toHaveProperty(table.name)
      if (!personal.has(table.name)) continue
      for (const column of table.columns.filter((name) => isSeen(table.name, name)))
        expect(labels, `${table.name}.${column}`).toHaveProperty(column)
    }
  })
})

describe('putting back one field', () => {
  test('of a person leaves what was changed beside it and after it, and has its own undo', () => {
    participants.save(office.ctx, { id: person, fields: { city: 'Lindwijk', street: 'Weverstraat' } })
    participants.save(office.ctx, { id: person, fields: { phone: '06 12345678' } })
    const answer = putBack('city')
    expect(participants.get(office.ctx, { id: person })).toMatchObject({
      city: 'Teststad',
      street: 'Weverstraat',
      phone: '06 12345678',
    })
    expect(
      changesOf()
        .filter((one) => one.field === 'city')
        .map((one) => one.back),
    ).toEqual(['field', 'no'])
    undo(answer)
    expect(participants.get(office.ctx, { id: person }).city).toBe('Lindwijk')
  })

  test('of a referral, a note, an answer, civic integration and the dates of a trajectory', () => {
    const { ctx } = office
    const referral = aReferral(office, { participant_id: person, client_number: 'K-1' })
    referrals.save(ctx, { id: referral, fields: { client_number: 'K-2' } })
    putBack('client_number')
    expect(referrals.list(ctx, { participantId: person })[0]?.client_number).toBe('K-1')

    const note = aNote(office, { participant_id: person, body: 'Eerst', in_report: true })
    notes.save(ctx, { id: note, fields: { body: 'Later', in_report: false } })
    putBack('body')
    putBack('in_report')
    expect(notes.list(ctx, { participantId: person })[0]).toMatchObject({ body: 'Eerst', in_report: true })

    const intake = anIntake(office, { participant_id: person })
    const answer = (value: string | null) =>
      intakes.saveAnswer(ctx, { id: intake, answer: { question: 'mother_tongue', value, noAnswer: null } })
    answer('Arabisch')
    answer('Koerdisch')
    putBack('mother_tongue')
    const stored = () =>
      intakes.get(ctx, { id: intake }).answers.find((one) => one.question === 'mother_tongue')
    expect(stored()?.value).toBe('Arabisch')
    answer(null)
    expect(stored()).toBeUndefined()
    undo(putBack('mother_tongue'))
    expect(stored()).toBeUndefined()

    civic.save(ctx, { participantId: person, fields: { school: 'Eén' } })
    civic.save(ctx, { participantId: person, fields: { school: 'Twee' } })
    putBack('school')
    expect(civic.get(ctx, { participantId: person }).school).toBe('Eén')

    const id = aTrajectory(office, { participant_id: person, referral_id: referral })
    const dates = () => trajectories.list(ctx, { participantId: person })[0]
    const before = dates()?.planned_end_on ?? ''
    trajectories.setDates(ctx, {
      id,
      starts_on: '2026-08-24',
      planned_end_on: '2027-03-31',
      reason: 'Langer',
    })
    const back = putBack('planned_end_on')
    expect(dates()?.planned_end_on).toBe(before)
    undo(back)
    expect(dates()?.planned_end_on).toBe('2027-03-31')

    trajectories.end(ctx, {
      id,
      ended_on: '2026-11-17',
      outflow: 'job',
      end_kind: 'work',
      end_reason: '',
      end_discussed_with: '',
      end_discussed_on: null,
    })
    const said = { participant_asked_on: null, case_manager_satisfaction: null, case_manager_asked_on: null }
    for (const participant_satisfaction of [2, 4])
      trajectories.setSatisfaction(ctx, { id, participant_satisfaction, ...said })
    expect(change('participant_satisfaction')).toMatchObject({
      label: 'Tevredenheid van de deelnemer',
      old: 'Minder tevreden',
      new: 'Tevreden',
      back: 'field',
    })
    putBack('participant_satisfaction')
    expect(dates()).toMatchObject({ participant_satisfaction: 2, end_kind: 'work' })
  })

  test('is checked as a form is, and refused where it does not fit', () => {
    participants.save(office.ctx, { id: person, fields: { call_name: 'Roep' } })
    participants.save(office.ctx, { id: person, fields: { given_names: '', surname: '' } })
    participants.save(office.ctx, { id: person, fields: { surname: 'Nieuw' } })
    participants.save(office.ctx, { id: person, fields: { call_name: '' } })
    // The empty surname of before would leave nobody to call.
    const surname = changesOf().find((one) => one.field === 'surname' && one.old === '')
    const input = { participantId: person, changeId: surname?.changeId ?? 0, field: 'surname' }
    expectError(() => history.putBack(office.ctx, input), 'INVALID')
    expectError(() => history.putBack(office.ctx, { ...input, changeId: 9999 }), 'NOT_FOUND')
    const other = aParticipant(office)
    expectError(() => history.putBack(office.ctx, { ...input, participantId: other }), 'NOT_FOUND')
    expectError(() => history.putBack(office.ctx, { ...input, field: 'name_fold' }), 'INVALID')
  })

  test('of what stands there already changes nothing', () => {
    participants.save(office.ctx, { id: person, fields: { city: 'Lindwijk' } })
    putBack('city')
    const input = { participantId: person, changeId: change('city').changeId, field: 'city' }
    participants.save(office.ctx, { id: person, fields: { city: 'Lindwijk' } })
    expect(history.putBack(office.ctx, input).changeSetId).toBeNull()
  })

  test('any text comes back as it was typed', () => {
    const text = `<script>alert(1)</script> \u202Eomgekeerd\u202C ' " \\ 😀 سميرة\nregel`
    const note = aNote(office, { participant_id: person, body: text })
    notes.save(office.ctx, { id: note, fields: { body: 'Kort' } })
    expect(change('body').old).toBe(text)
    putBack('body')
    expect(notes.list(office.ctx, { participantId: person })[0]?.body).toBe(text)
  })
})

describe('the steps of today', () => {
  const day = (ctx = office.ctx) => history.day(ctx)

  test('are each of one button, with who, about whom, and whether it was undone', () => {
    const colleague = office.addStaff({ name: 'Collega Test' })
    notes.create(office.on('2026-11-18', colleague), {
      participant_id: person,
      happened_on: '2026-11-18',
      kind: 'note',
      body: 'Vandaag',
      in_report: false,
    } as never)
    participants.save(office.on('2026-11-17'), { id: person, fields: { city: 'Gisteren' } })
    expect(day()[0]).toMatchObject({
      words: ['Notitie toegevoegd'],
      who: 'Collega Test',
      person: { id: person },
    })
    expect(day().some((step) => step.at.startsWith('2026-11-17'))).toBe(false)
    expect(day().some((step) => step.words.includes('Instellingen toegevoegd'))).toBe(false)
  })

  test('an older step is undone and done again while later ones stay', () => {
    const first = participants.save(office.ctx, { id: person, fields: { city: 'Lindwijk' } })
    aNote(office, { participant_id: person })
    office.ctx.undo(first.changeSetId ?? 0)
    expect(participants.get(office.ctx, { id: person }).city).toBe('Teststad')
    const step = () => day().find((one) => one.changeSetId === first.changeSetId)
    office.ctx.undo(step()?.undoneBy ?? 0)
    expect(participants.get(office.ctx, { id: person }).city).toBe('Lindwijk')
    expect(step()?.undoneBy).toBeNull()
    expect(notes.list(office.ctx, { participantId: person })).toHaveLength(1)
  })

  test('what only a manager may do is not for a coach to undo', () => {
    const manager = office.addStaff({ role: 'manager', name: 'Baas' })
    settings.addClosure(office.on('2026-11-18', manager), { day: '2026-12-24', reason: 'Dicht' })
    expect(day()[0]).toMatchObject({ mine: false })
    expect(day(office.on('2026-11-18', manager))[0]).toMatchObject({ mine: true })
  })
})

describe('doing again', () => {
  const city = () => participants.get(office.ctx, { id: person }).city
  const save = (to: string) => participants.save(office.ctx, { id: person, fields: { city: to } })

  test('goes forward as far as was gone back, and back once more', () => {
    save('Een')
    save('Twee')
    office.ctx.undo()
    office.ctx.undo()
    expect(city()).toBe('Teststad')
    history.redo(office.ctx)
    expect(city()).toBe('Een')
    history.redo(office.ctx)
    expect(city()).toBe('Twee')
    expectError(() => history.redo(office.ctx), 'NOTHING_TO_UNDO')
    office.ctx.undo()
    expect(city()).toBe('Een')
    history.redo(office.ctx)
    expect(city()).toBe('Twee')
  })

  test('is over as soon as something else was done', () => {
    save('Een')
    office.ctx.undo()
    save('Drie')
    expectError(() => history.redo(office.ctx), 'NOTHING_TO_UNDO')
    expect(city()).toBe('Drie')
  })

  test('of what a manager did is the manager’s', () => {
    const manager = office.on('2026-11-18', office.addStaff({ role: 'manager', name: 'Baas' }))
    const { days } = settings.addClosure(manager, { day: '2026-12-24', reason: 'Dicht' })
    expect(days).toBe(1)
    undoChangeSet(office.db, { staffId: manager.staff.id, at: manager.now })
    expectError(() => history.redo(office.ctx), 'FORBIDDEN')
    history.redo(manager)
    expect(settings.closures(office.ctx, { year: 2026 })).toHaveLength(1)
  })
})
