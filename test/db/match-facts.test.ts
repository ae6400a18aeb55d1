/** The kept facts of a person are always those of the view, whatever happens to the rows they come from. */
import { describe, expect, it } from 'vitest'
import { addChoice } from '#db/matching/commands.ts'
import { setLessons } from '#db/civic/commands.ts'
import { connection } from '#db/database.ts'
import { undoChangeSet } from '#db/history/commands.ts'
import { mergeParticipants } from '#db/participants/merge.ts'
import {
  anIntake,
  anOpening,
  aParticipant,
  aPlacement,
  openTestOffice,
  type TestOffice,
} from '../builders/index.ts'

const of = (office: TestOffice) => connection(office.db)
/** Rows in which table and view differ; none when all is right. */
const apart = (office: TestOffice) =>
  of(office)
    .prepare(
      `SELECT coalesce(f.participant_id, n.participant_id) AS id, f.facts AS kept, n.facts AS now
         FROM match_facts f FULL OUTER JOIN match_now n ON n.participant_id = f.participant_id
        WHERE f.facts IS NOT n.facts`,
    )
    .all()
const facts = (office: TestOffice, id: number) =>
  JSON.parse(
    String(of(office).prepare('SELECT facts FROM match_facts WHERE participant_id = ?').pluck().get(id)),
  ) as { answers: Record<string, unknown>; over: string | null; placed: string[]; lessons: string[] }

describe('match facts', () => {
  it('follow every change, and every undo of one', () => {
    using office = openTestOffice()
    const raw = of(office)
    const run = (sql: string, ...values: unknown[]) => office.command(() => raw.prepare(sql).run(...values))
    const person = aParticipant(office, { postcode: '1234 AB', city: 'Teststad' })
    const other = aParticipant(office)
    const intake = anIntake(office, { participant_id: person, started_on: '2026-01-08' })
    const follow = anIntake(office, { participant_id: person, started_on: '2026-03-08' })
    const opening = anOpening(office)
    const placement = aPlacement(office, { participant_id: person, opening_id: opening })
    const say = (id: number, question: string, value: string | null, none: string | null = null) =>
      run(
        `INSERT INTO intake_answer (intake_id, question, value, no_answer) VALUES (?, ?, ?, ?)
         ON CONFLICT (intake_id, question) DO UPDATE SET value = excluded.value, no_answer = excluded.no_answer`,
        id,
        question,
        value,
        none,
      )
    const steps: [string, () => unknown][] = [
      ['an answer', () => say(intake, 'available', '["1-morning"]')],
      ['the newer intake wins', () => say(follow, 'available', '["2-morning"]')],
      ['ask me later is no answer', () => say(follow, 'available', null, 'later')],
      ['refused is one', () => say(follow, 'available', null, 'declined')],
      ['an answer goes', () => run('DELETE FROM intake_answer WHERE intake_id = ?', follow)],
      ['a question that does not count', () => say(intake, 'hobbies', '"zingen"')],
      ['lessons', () => office.command(() => setLessons(office.db, person, [{ weekday: 1, part: 'evening' }]))],
      ['no lessons', () => office.command(() => setLessons(office.db, person, []))],
      ['half-days of a placement', () => run(`INSERT INTO placement_part VALUES (?, 3, 'morning')`, placement)],
      ['the placement ends', () => run(`UPDATE placement SET stage = 'ended' WHERE id = ?`, placement)],
      ['it goes on', () => run(`UPDATE placement SET stage = 'trial' WHERE id = ?`, placement)],
      ['it goes', () => run('DELETE FROM placement WHERE id = ?', placement)],
      ['spoken level', () => run(`INSERT INTO language_assessment (participant_id, assessed_on, skill, level, source) VALUES (?, '2026-02-01', 'speaking', 'A1', 'coach')`, person)],
      ['a newer level', () => run(`INSERT INTO language_assessment (participant_id, assessed_on, skill, level, source) VALUES (?, '2026-03-01', 'speaking', 'A2', 'coach')`, person)],
      ['it was somebody else', () => run('UPDATE language_assessment SET participant_id = ?', other)],
      ['address', () => run(`UPDATE participant SET postcode = '9999 ZZ' WHERE id = ?`, person)],
      ['the intake is newer', () => run(`UPDATE intake SET started_on = '2026-05-01' WHERE id = ?`, intake)],
      ['two dossiers become one', () => office.command(() => mergeParticipants(office.db, { keepId: other, otherId: person }, {}))],
    ] // prettier-ignore
    expect(apart(office)).toEqual([])
    for (const [what, step] of steps) {
      step()
      expect(apart(office), what).toEqual([])
    }
    expect(facts(office, other).answers).toEqual({ available: ['1-morning'] })
    expect(of(office).prepare('SELECT count(*) FROM match_facts').pluck().get()).toBe(1)
    for (const [what] of steps.toReversed()) {
      undoChangeSet(office.db, { staffId: office.staff.id, at: office.ctx.now })
      expect(apart(office), `undo: ${what}`).toEqual([])
    }
    expect(facts(office, person)).toMatchObject({ answers: {}, placed: [], lessons: [] })
  })

  it('say that a trajectory is over only when every one of them is', () => {
    using office = openTestOffice()
    const raw = of(office)
    const person = aParticipant(office)
    expect(facts(office, person).over).toBeNull()
    office.command(() => {
      raw.exec(`INSERT INTO municipality (id, name) VALUES (1, 'Test');
        INSERT INTO case_manager (id, municipality_id, surname) VALUES (1, 1, 'Test');
        INSERT INTO referral (id, participant_id, case_manager_id, referred_on, kind) VALUES (1, ${person}, 1, '2025-01-01', 'months_3')`)
      const add = raw.prepare(
        `INSERT INTO trajectory (participant_id, referral_id, coach_id, months, starts_on, planned_end_on, ended_on)
         VALUES (?, 1, ?, 3, ?, ?, ?)`,
      )
      add.run(person, office.staff.id, '2025-01-06', '2025-04-05', '2025-04-05')
      add.run(person, office.staff.id, '2026-01-05', '2026-04-04', '2026-03-01')
    })
    expect(facts(office, person).over).toBe('2026-03-01')
    office.command(() => raw.exec('UPDATE trajectory SET ended_on = NULL WHERE id = 2'))
    expect(facts(office, person).over).toBeNull()
    expect(apart(office)).toEqual([])
  })

  it('a choice belongs to a person and an opening that are there', () => {
    using office = openTestOffice()
    const choice = {
      choice: 'later',
      reason: '',
      chosen_on: '2026-11-18',
      staff_id: office.staff.id,
    } as const
    const participant_id = aParticipant(office)
    expect(() =>
      office.command(() => addChoice(office.db, { ...choice, participant_id, opening_id: 99 })),
    ).toThrow('NOT_FOUND')
  })
})
