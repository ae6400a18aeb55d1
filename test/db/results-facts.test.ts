/**
 * The facts that reports keep in memory are always those of the file, whatever happens to the rows they come from; and
 * the history is asked about every table they come from.
 */
import { describe, expect, it } from 'vitest'
import { connection } from '#db/database.ts'
import { bulkLoad, undoChangeSet } from '#db/history/commands.ts'
import { mergeParticipants } from '#db/participants/merge.ts'
import {
  columnsOfEverybody,
  tablesOfEverybody,
  tablesOfPeople,
  tablesOfTrajectories,
} from '#db/results/changes.ts'
import { readFacts } from '#db/results/facts.ts'
import { factsOfEverybody, readAhead } from '#db/results/kept.ts'
import {
  aCaseManager,
  aHost,
  anIntake,
  anOpening,
  aParticipant,
  aPlacement,
  aReferral,
  aSentLetter,
  aTrajectory,
  openTestOffice,
  type TestOffice,
} from '../builders/index.ts'

/** Read anew: inside a command nothing is kept. */
const inFile = (office: TestOffice) => {
  let facts: unknown
  expect(() =>
    office.command(() => {
      facts = factsOfEverybody(office.db)
      throw new Error('nothing changes')
    }),
  ).toThrow('nothing changes')
  return facts
}

/** Enough people that they stand in three places. */
const crowd = 130

function anOfficeOf(people: number) {
  const office = openTestOffice()
  const ids = Array.from({ length: people }, () => aParticipant(office))
  return { office, ids, raw: connection(office.db) }
}

/** The SQL of each question that is asked from now on, by statements that were not used before. */
function readsOf(raw: ReturnType<typeof connection>): string[] {
  const reads: string[] = []
  const prepare = raw.prepare.bind(raw)
  raw.prepare = ((sql: string) => {
    const statement = prepare(sql)
    for (const how of ['all', 'get'] as const) {
      const ask = statement[how].bind(statement)
      statement[how] = (...values: unknown[]) => {
        reads.push(sql)
        return ask(...values) as never
      }
    }
    return statement
  }) as typeof raw.prepare
  return reads
}

describe('facts kept in memory', () => {
  it('follow every change, and every undo of one', () => {
    const { office, ids, raw } = anOfficeOf(crowd)
    using _closed = office
    const [first = 0, last = 0] = [ids[0], ids.at(-1)]
    const run = (sql: string, ...values: unknown[]) => office.command(() => raw.prepare(sql).run(...values))
    const manager = aCaseManager(office)
    const elsewhere = aCaseManager(office)
    const referral = aReferral(office, { participant_id: first, case_manager_id: manager })
    const trajectory = aTrajectory(office, {
      participant_id: first,
      referral_id: referral,
      starts_on: '2026-01-05',
    })
    const other = aTrajectory(office, { participant_id: last, starts_on: '2026-02-02' })
    const opening = anOpening(office)
    const host = aHost(office)
    const placement = aPlacement(office, {
      participant_id: first,
      opening_id: opening,
      stage: 'placed',
      starts_on: '2026-03-02',
    })
    // What was sent is never undone.
    aSentLetter(office, { trajectory_id: trajectory, sent_on: '2026-04-20', period_to: '2026-02-13' })
    const steps: [string, () => unknown][] = [
      ['an intake', () => anIntake(office, { participant_id: last, started_on: '2026-01-02', finished_on: '2026-01-03' })],
      ['another referral', () => aReferral(office, { participant_id: last, case_manager_id: manager })],
      ['of another municipality', () => run('UPDATE referral SET case_manager_id = ? WHERE id = ?', elsewhere, referral)],
      ['who works elsewhere', () => run('UPDATE case_manager SET municipality_id = (SELECT municipality_id FROM case_manager WHERE id = ?) WHERE id = ?', manager, elsewhere)],
      ['a goal', () => run(`INSERT INTO goal (trajectory_id, position, description, state) VALUES (?, 1, 'Werk', 'busy')`, trajectory)],
      ['it was reached', () => run(`UPDATE goal SET state = 'reached' WHERE trajectory_id = ?`, trajectory)],
      ['a mark', () => run(`INSERT INTO attendance (participant_id, day, part, trajectory_id, mark, planned_minutes, present_minutes) VALUES (?, '2026-02-10', 'morning', ?, 'present', 180, 180)`, last, other)],
      ['that day was closed', () => run(`INSERT INTO closure VALUES ('2026-02-10', 'Test')`)],
      ['it was not', () => run('DELETE FROM closure')],
      ['measured', () => run(`INSERT INTO language_assessment (participant_id, assessed_on, skill, level, source) VALUES (?, '2026-02-01', 'speaking', 'A1', 'coach'), (?, '2026-04-01', 'speaking', 'A2', 'coach')`, first, first)],
      ['it was somebody else', () => run('UPDATE language_assessment SET participant_id = ?', last)],
      ['a moment of aftercare', () => run(`INSERT INTO aftercare (participant_id, trajectory_id, month, due_on) VALUES (?, ?, 3, '2026-06-01')`, first, trajectory)],
      ['what came of it', () => run(`UPDATE aftercare SET done_on = '2026-06-02', outcome = 'still_there', benefit_ended = 'yes'`)],
      ['it was not asked', () => run(`UPDATE aftercare SET done_on = NULL, outcome = NULL, benefit_ended = NULL`)],
      ['permission that was taken back', () => run(`INSERT INTO permission (participant_id, kind, given_on, withdrawn_on) VALUES (?, 'aftercare', '2026-01-05', '2026-05-05')`, first)],
      ['the place ends', () => run(`UPDATE placement SET stage = 'ended', ended_on = '2026-05-01' WHERE id = ?`, placement)],
      ['another organisation has the place', () => run('UPDATE opening SET host_id = ? WHERE id = ?', host, opening)],
      ['the place goes', () => run('DELETE FROM placement WHERE id = ?', placement)],
      ['it was put off', () => run(`INSERT INTO letter_put_off (trajectory_id, due_on, until_on, why, decided_on, staff_id) VALUES (?, '2026-02-15', '2026-04-17', 'Test', '2026-02-16', ?)`, trajectory, office.staff.id)],
      ['how often the office writes', () => run('UPDATE office SET letter_interval_weeks = 1')],
      ['how often a municipality wants one', () => run('INSERT INTO letter_rule (municipality_id, first_weeks, interval_weeks) SELECT DISTINCT municipality_id, 20, 20 FROM case_manager')],
      ['the trajectory ends', () => run(`UPDATE trajectory SET ended_on = '2026-04-30', outflow = 'job' WHERE id = ?`, trajectory)],
      ['two dossiers become one', () => office.command(() => mergeParticipants(office.db, { keepId: ids[70] ?? 0, otherId: first }, {}))],
      ['somebody new', () => aTrajectory(office, { participant_id: aParticipant(office) })],
    ] // prettier-ignore
    expect(factsOfEverybody(office.db)).toHaveLength(3)
    let undoable = 0
    for (const [what, step] of steps) {
      const before = JSON.stringify(factsOfEverybody(office.db))
      const sets = changeSets()
      step()
      undoable += changeSets() - sets
      expect(JSON.stringify(factsOfEverybody(office.db)), what).not.toBe(before)
      expect(factsOfEverybody(office.db), what).toEqual(inFile(office))
    }
    for (let n = 0; n < undoable; n += 1) {
      undoChangeSet(office.db, { staffId: office.staff.id, at: office.ctx.now })
      expect(factsOfEverybody(office.db)).toEqual(inFile(office))
    }
    function changeSets(): number {
      return Number(raw.prepare('SELECT count(*) FROM change_set').pluck().get())
    }
  })

  it('are read again around who changed, and nobody else', () => {
    const { office, ids } = anOfficeOf(crowd)
    using _closed = office
    const case_manager_id = aCaseManager(office)
    for (const participant_id of ids) aReferral(office, { participant_id, case_manager_id })
    const before = [...factsOfEverybody(office.db)]
    // A new case manager and a new opening are in nobody's facts yet.
    anOpening(office)
    aReferral(office, { participant_id: ids.at(-1) ?? 0, case_manager_id: aCaseManager(office) })
    const after = factsOfEverybody(office.db)
    expect(after.map((facts, place) => facts === before[place])).toEqual([true, true, false])
    expect(after[2]?.referrals).toHaveLength((before[2]?.referrals.length ?? 0) + 1)
  })

  it('can be read ahead, a few people at a time, while something changes', () => {
    const { office, ids, raw } = anOfficeOf(crowd)
    using _closed = office
    const case_manager_id = aCaseManager(office)
    for (const participant_id of ids) aReferral(office, { participant_id, case_manager_id })
    const reads = readsOf(raw)
    const ahead = readAhead(office.db)
    ahead.next()
    aReferral(office, { participant_id: ids[0] ?? 0, case_manager_id })
    expect([...ahead]).toHaveLength(2)
    reads.length = 0
    const facts = factsOfEverybody(office.db)
    // Those of the first place alone were read again.
    expect(reads.filter((sql) => sql.includes('FROM growth'))).toHaveLength(1)
    expect(facts[0]?.referrals).toHaveLength(65)
    expect(facts).toEqual(inFile(office))
  })

  it('know of what was loaded without history, and forget what was rolled back', () => {
    const { office, ids, raw } = anOfficeOf(2)
    using _closed = office
    const manager = aCaseManager(office)
    const add = () =>
      raw
        .prepare(
          `INSERT INTO referral (participant_id, case_manager_id, referred_on, kind) VALUES (?, ?, '2026-01-01', 'months_3')`,
        )
        .run(ids[0], manager)
    expect(factsOfEverybody(office.db)[0]?.referrals).toEqual([])
    expect(() =>
      office.command(() => {
        add()
        expect(factsOfEverybody(office.db)[0]?.referrals).toHaveLength(1)
        throw new Error('back')
      }),
    ).toThrow('back')
    expect(factsOfEverybody(office.db)[0]?.referrals).toEqual([])
    office.command(add)
    expect(factsOfEverybody(office.db)[0]?.referrals).toHaveLength(1)
    bulkLoad(office.db, add)
    expect(factsOfEverybody(office.db)[0]?.referrals).toHaveLength(2)
  })

  it('come from tables of which the history is asked', () => {
    const { office, raw } = anOfficeOf(1)
    using _closed = office
    aSentLetter(office, { trajectory_id: aTrajectory(office) })
    const statements = readsOf(raw)
    const fresh = { first: 1, last: 64 }
    readFacts(office.db, fresh)
    const queries = [...statements]
    expect(queries.length).toBeGreaterThan(9)
    const tables = new Map(
      raw.prepare('SELECT rootpage, tbl_name FROM sqlite_schema WHERE rootpage > 0').raw().all() as [number, string][], // prettier-ignore
    )
    const read = queries.flatMap((sql) =>
      (raw.prepare(`EXPLAIN ${sql}`).all(fresh) as { opcode: string; p2: number; p3: number }[])
        .filter(({ opcode, p3 }) => opcode === 'OpenRead' && p3 === 0)
        .map(({ p2 }) => tables.get(p2) ?? ''),
    )
    // The derived ones follow from attendance and the measurements; of a participant only the id is read.
    const known = [
      ...tablesOfPeople,
      ...tablesOfTrajectories,
      ...tablesOfEverybody,
      ...Object.keys(columnsOfEverybody),
      'attendance_month',
      'growth',
      'participant',
    ]
    expect(read.length).toBeGreaterThan(10)
    expect([...new Set(read)].filter((table) => !known.includes(table))).toEqual([])
  })
})
