import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { missingItem } from '#core/api/lists.ts'
import { addDays } from '#core/calendar/dates.ts'
import { prepared } from '#db/prepare.ts'
import { lists } from '#service/features/lists.ts'
import { notes } from '#service/features/notes.ts'
import { settings } from '#service/features/settings.ts'
import { aNote, aParticipant, aReferral, aTrajectory, anIntake, openTestOffice } from '../builders/index.ts'
import type { TestOffice } from '../builders/index.ts'

let office: TestOffice
beforeEach(() => {
  office = openTestOffice()
})
afterEach(() => office.close())

function underWay(surname: string, startsOn = '2026-10-05', ended: string | null = null): number {
  const participant_id = aParticipant(office, { surname })
  const id = aTrajectory(office, { participant_id, starts_on: startsOn })
  if (ended !== null)
    office.command(() =>
      prepared(office.db, 'UPDATE trajectory SET ended_on = ? WHERE id = ?').run(ended, id),
    )
  return participant_id
}
const silent = (days: number, ctx = office.ctx) =>
  lists.noContact(ctx, { days }).rows.map(({ listName, lastOn }) => [listName, lastOn])

describe('no contact', () => {
  test('counts from the newest note or talk, or else from the first day; longest ago first', () => {
    const noted = underWay('Noot')
    aNote(office, { participant_id: noted, happened_on: '2026-10-20' })
    aNote(office, { participant_id: noted, happened_on: '2026-11-04' })
    const spoken = underWay('Praat')
    const intake = anIntake(office, { participant_id: spoken })
    aNote(office, { participant_id: spoken, happened_on: '2026-10-01' })
    office.command(() =>
      prepared(office.db, 'INSERT INTO intake_talk (intake_id, held_on, staff_id) VALUES (?, ?, ?)').run(
        intake,
        '2026-10-30',
        office.staff.id,
      ),
    )
    underWay('Nooit')
    underWay('Nieuw', '2026-11-16')
    expect(silent(14)).toEqual([
      ['Nooit', null],
      ['Praat', '2026-10-30'],
      ['Noot', '2026-11-04'],
    ])
    expect(silent(15)).toHaveLength(2)
    expect(silent(30)).toEqual([['Nooit', null]])
    expect(lists.noContact(office.ctx, { days: 14 }).active).toBe(4)
    notes.create(office.ctx, {
      participant_id: noted,
      happened_on: '2026-11-17',
      kind: 'phone',
      body: 'Gebeld',
      in_report: false,
    })
    expect(silent(14)).toHaveLength(2)
  })

  test('leaves out who has not begun, who ended, and who went into another dossier', () => {
    underWay('Straks', '2026-12-01')
    underWay('Klaar', '2026-01-05', '2026-06-01')
    const other = underWay('Ander')
    const merged = underWay('Dubbel')
    office.command(() =>
      prepared(office.db, 'UPDATE participant SET merged_into = ? WHERE id = ?').run(other, merged),
    )
    expect(silent(14)).toEqual([['Ander', null]])
  })

  test('is counted with the number of days of the office', async () => {
    underWay('Kort', addDays(office.ctx.today, -10))
    expect(lists.counts(office.ctx)).toMatchObject({ noContact: 0, days: 14 })
    await settings.saveOffice(office.ctx, { no_contact_days: 7 })
    expect(lists.counts(office.ctx)).toMatchObject({ noContact: 1, days: 7, missing: 1 })
  })
})

describe('missing data', () => {
  const missing = () => lists.missing(office.ctx).rows

  test('everything, one by one, until nobody is left', () => {
    const person = aParticipant(office, { surname: 'Leeg' })
    const referral_id = aReferral(office, { participant_id: person })
    const trajectory = aTrajectory(office, { participant_id: person, referral_id })
    office.command(() => {
      prepared(office.db, 'DELETE FROM schedule_part').run()
      prepared(office.db, 'DELETE FROM schedule').run()
    })
    expect(missing()).toMatchObject([
      { participantId: person, listName: 'Leeg', missing: missingItem.options },
    ])
    const intake = anIntake(office, { participant_id: person })
    expect(missing()[0]?.intakeId).toBe(intake)
    const fill: Record<string, string> = {
      form_of_address: `UPDATE participant SET form_of_address = 'heer'`,
      birth_date: `UPDATE participant SET birth_date = '1990'`,
      address: `UPDATE participant SET street = 'Laan', house_number = '1', postcode = '1234 AB', city = 'Stad'`,
      phone: `UPDATE participant SET phone = '06 12345678'`,
      emergency: `UPDATE participant SET emergency_phone = '06 12345678'`,
      case_manager: `UPDATE case_manager SET email = 'k@voorbeeld.nl'`,
      client_number: `UPDATE referral SET client_number = 'ZK-1'`,
      privacy: `INSERT INTO intake_answer (intake_id, question, value) VALUES (${intake}, 'privacy_explained', '"2026-01-08"')`,
      schedule: `INSERT INTO schedule (trajectory_id, valid_from) VALUES (${trajectory}, '2026-10-05')`,
      goals: `INSERT INTO goal (trajectory_id, position, description) VALUES (${trajectory}, 1, 'Koken')`,
      language: `INSERT INTO language_assessment (participant_id, assessed_on, skill, level, source) VALUES (${person}, '2026-10-05', 'speaking', 'A1', 'coach')`,
    }
    for (const [n, item] of missingItem.options.entries()) {
      expect(missing()[0]?.missing).toEqual(missingItem.options.slice(n))
      office.command(() => prepared(office.db, fill[item] ?? '').run())
    }
    expect(missing()).toEqual([])
    expect(lists.missing(office.ctx).active).toBe(1)
  })

  test('both lists are quick among 5,000 people, 1,000 of them under way', () => {
    const first = underWay('Eerste')
    office.command(() => {
      const { db } = office
      prepared(
        db,
        `WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5000)
         INSERT INTO participant (surname, name_fold, name_key, sort_key, created_on)
         SELECT 'Persoon ' || i, 'persoon ' || i, 'persoon', 'persoon ' || i, '2026-01-01' FROM n`,
      ).run()
      prepared(
        db,
        `INSERT INTO contact_note (participant_id, staff_id, happened_on, body)
         SELECT p.id, 1, date('2026-01-01', '+' || (n.value * 20) || ' days'), 'x'
           FROM participant p, json_each('[1,2,3,4,5,6,7,8,9,10,11,12,13,14,15]') n`,
      ).run()
      prepared(
        db,
        `INSERT INTO trajectory (participant_id, referral_id, coach_id, months, starts_on, planned_end_on)
         SELECT id, (SELECT min(id) FROM referral), 1, 6, '2026-10-05', '2027-04-04' FROM participant
          WHERE id > ${first} AND id <= ${first} + 1000`,
      ).run()
    })
    const ms = (call: () => unknown) => {
      call()
      const before = performance.now()
      call()
      return performance.now() - before
    }
    expect(lists.missing(office.ctx).rows).toHaveLength(1001)
    expect(ms(() => lists.noContact(office.ctx, { days: 14 }))).toBeLessThan(250)
    expect(ms(() => lists.missing(office.ctx))).toBeLessThan(250)
  })
})
