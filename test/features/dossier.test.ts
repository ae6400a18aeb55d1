import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { TimelineFilter, TimelineItem } from '#core/api/timeline.ts'
import { timelineKind } from '#core/api/timeline.ts'
import { everything, groupOf, placeKey } from '#core/dossier/timeline.ts'
import { letterName, timelineWords } from '#core/dossier/words.ts'
import { prepared } from '#db/prepare.ts'
import { aftercare } from '#service/features/aftercare.ts'
import { assessments } from '#service/features/assessments.ts'
import { attendance } from '#service/features/attendance.ts'
import { dossier } from '#service/features/dossier.ts'
import { letters } from '#service/features/letters.ts'
import { moments } from '#service/features/moments.ts'
import { notes } from '#service/features/notes.ts'
import { placing } from '#service/features/placing.ts'
import {
  aHost,
  anAppointment,
  aNote,
  aParticipant,
  aPlacement,
  aReferral,
  aSentLetter,
  aTrajectory,
  anIntake,
  anOpening,
  openTestOffice,
  type TestOffice,
} from '../builders/index.ts'
import { expectError } from '../aggregates/expect-error.ts'
import { flatText, hasPoppler, hasQpdf, infoOf, qpdfSays } from '../letters/pdf-tools.ts'

let office: TestOffice
beforeEach(() => {
  office = openTestOffice()
})
afterEach(() => office.close())

function look(participantId: number, filter: Partial<TimelineFilter> = {}, limit = 200) {
  return dossier.timeline(office.ctx, {
    participantId,
    filter: { ...everything, ...filter },
    after: null,
    limit,
  })
}
const lines = (items: readonly TimelineItem[]) =>
  items.map(({ kind, on, code, text }) => [on, kind, code, text])

/** So many notes at once: "Notitie 0" and on. */
function many(person: number, count: number, day: (n: number) => string): void {
  office.command(() => {
    const insert = prepared(
      office.db,
      'INSERT INTO contact_note (participant_id, staff_id, happened_on, body) VALUES (?, ?, ?, ?)',
    )
    for (let n = 0; n < count; n += 1) insert.run(person, office.staff.id, day(n), `Notitie ${n}`)
  })
}

/** Somebody with one of everything; the days count up with the lines. */
function everythingHappened(): { person: number; trajectory: number } {
  const { ctx, db } = office
  const person = aParticipant(office)
  const referral_id = aReferral(office, {
    participant_id: person,
    referred_on: '2026-01-05',
    client_number: 'K-9',
  })
  const dates = { started_on: '2026-01-08', finished_on: '2026-01-15' }
  const intake = anIntake(office, { participant_id: person, ...dates })
  anAppointment(office, { participant_id: person, happens_on: '2026-02-04' })
  const trajectory = aTrajectory(office, {
    participant_id: person,
    referral_id,
    starts_on: '2026-02-02',
    planned_end_on: '2026-08-01',
  })
  const sql: [string, unknown[]][] = [
    [
      `INSERT INTO intake_talk (intake_id, held_on, staff_id, place, language, present, remark)
       VALUES (?, '2026-01-09', ?, 'Werkplaats', 'Arabisch', 'zus', 'Ging goed')`,
      [intake, office.staff.id],
    ],
    [
      `INSERT INTO network_contact (host_id, participant_id, happened_on, kind, body, question, staff_id)
       VALUES (?, ?, '2026-03-05', 'coaching', 'Gaat goed', 'Mag het ook op vrijdag', ?)`,
      [aHost(office), person, office.staff.id],
    ],
    [`INSERT INTO ambassador (id, name, name_fold) VALUES (1, 'Selam Test', 'selam test')`, []],
    [
      `INSERT INTO ambassador_help (ambassador_id, participant_id, happened_on, what, remark)
       VALUES (1, ?, '2026-03-06', 'visit', 'Samen met de bus')`,
      [person],
    ],
    [
      `INSERT INTO match_choice (participant_id, opening_id, choice, reason, chosen_on, staff_id)
       VALUES (?, ?, 'later', 'Eerst meer Nederlands', '2026-03-07', ?)`,
      [person, anOpening(office), office.staff.id],
    ],
    [
      `INSERT INTO ready_signal (participant_id, signalled_on, told_by, body, staff_id)
       VALUES (?, '2026-05-25', 'coach', 'Werkt al weken zelf', ?)`,
      [person, office.staff.id],
    ],
    ["INSERT INTO trajectory_phase VALUES (?, '2026-03-20', 'orientation')", [trajectory]],
    [
      "INSERT INTO trajectory_pause (trajectory_id, starts_on, ends_on, reason) VALUES (?, '2026-04-01', '2026-04-14', 'Bevalling')",
      [trajectory],
    ],
    [
      `INSERT INTO trajectory_extension (trajectory_id, agreed_on, old_end_on, new_end_on, reason)
       VALUES (?, '2026-07-01', '2026-08-01', '2026-09-01', 'Meer tijd')`,
      [trajectory],
    ],
    [
      "INSERT INTO goal (trajectory_id, position, description, state, state_on, remark) VALUES (?, 1, 'Op tijd', 'reached', '2026-05-20', 'Elke dag')",
      [trajectory],
    ],
    [
      "INSERT INTO task (participant_id, title, due_on, done_on, staff_id) VALUES (?, 'Bellen', '2026-05-01', '2026-05-02', ?)",
      [person, office.staff.id],
    ],
    ["INSERT INTO task (participant_id, title) VALUES (?, 'Nog niet klaar')", [person]],
    [
      `INSERT INTO permission (participant_id, kind, given_on, withdrawn_on, remark)
       VALUES (?, 'photo', '2026-01-16', '2026-06-02', 'Alleen op papier')`,
      [person],
    ],
    ["INSERT INTO attachment_file (sha256, bytes) VALUES ('x', x'25')", []],
    [
      `INSERT INTO attachment (participant_id, name, name_fold, type, size, sha256, added_on, staff_id)
       VALUES (?, 'cv.pdf', 'cv pdf', 'pdf', 1, 'x', '2026-06-10', ?)`,
      [person, office.staff.id],
    ],
    [
      `INSERT INTO attachment (participant_id, name, name_fold, type, size, sha256, added_on, staff_id, removed_on)
       VALUES (?, 'weg.pdf', 'weg pdf', 'pdf', 1, 'x', '2026-06-10', ?, '2026-06-11')`,
      [person, office.staff.id],
    ],
  ]
  office.command(() => {
    for (const [text, values] of sql) prepared(db, text).run(...values)
  })
  aNote(office, {
    participant_id: person,
    happened_on: '2026-03-02',
    body: 'Eerste gesprek',
    in_report: true,
  })
  const on = { participantId: person, assessed_on: '2026-03-03' }
  assessments.addLanguage(ctx, {
    ...on,
    source: 'coach',
    levels: [
      { skill: 'speaking', level: 'A1' },
      { skill: 'reading', level: 'A0' },
    ],
  })
  assessments.addSkills(ctx, { ...on, scores: [{ skill_id: 2, score: 3, own_score: null }] })
  assessments.addLadder(ctx, { ...on, assessed_on: '2026-03-04', step: 3 })
  const opening_id = anOpening(office, { host_id: aHost(office, { name: 'Tuin' }), title: 'Groen' })
  const placement = aPlacement(office, {
    participant_id: person,
    opening_id,
    stage_since: '2026-05-04',
    starts_on: '2026-05-04',
  })
  placing.addCheckin(office.ctx, {
    id: placement,
    happened_on: '2026-05-05',
    with_whom: 'host',
    going: 'well',
    body: 'Gaat goed',
    next_action: '',
    next_action_on: null,
  })
  aSentLetter(office, { trajectory_id: trajectory, number: '2026-0001', sent_on: '2026-06-01' })
  const lunch = { happened_on: '2026-06-05', kind: 'lunch' as const, title: 'Soep koken', remark: '' }
  moments.create(ctx, { ...lunch, participantIds: [person] })
  const cell = { participantId: person, part: 'morning' as const, lateMinutes: null }
  attendance.mark(ctx, {
    cells: [
      { ...cell, day: '2026-02-03', mark: 'present' },
      { ...cell, day: '2026-02-05', mark: 'no_show' },
      { ...cell, day: '2026-02-10', mark: 'no_show' },
      { ...cell, day: '2026-02-12', mark: 'no_show' },
      { ...cell, day: '2026-02-17', mark: 'present' },
    ],
  })
  return { person, trajectory }
}

describe('the timeline', () => {
  test('holds everything that happened, newest first', () => {
    const { person } = everythingHappened()
    aNote(office, { participant_id: aParticipant(office), body: 'Van iemand anders' })
    expect(lines(look(person).items)).toEqual([
      ['2026-07-01', 'extension', '2026-09-01', 'Meer tijd'],
      ['2026-06-10', 'attachment', 'pdf', 'cv.pdf'],
      ['2026-06-05', 'moment', 'lunch', 'Soep koken'],
      ['2026-06-02', 'permission', 'photo withdrawn', 'Alleen op papier'],
      ['2026-06-01', 'letter', 'progress sent', '2026-0001'],
      ['2026-05-25', 'signal', 'coach', 'Werkt al weken zelf'],
      ['2026-05-20', 'goal', 'reached', 'Op tijd. Elke dag'],
      ['2026-05-05', 'checkin', 'well', 'Tuin. Gaat goed'],
      ['2026-05-04', 'placement', 'placed', 'Groen · Tuin'],
      ['2026-05-02', 'task', '', 'Bellen'],
      ['2026-04-14', 'pause', 'ended', 'Bevalling'],
      ['2026-04-01', 'pause', 'started', 'Bevalling'],
      ['2026-03-20', 'phase', 'orientation', ''],
      ['2026-03-07', 'choice', 'later', 'Kitchen · Buurthuis Test. Eerst meer Nederlands'],
      ['2026-03-06', 'help', 'visit', 'Selam Test. Samen met de bus'],
      ['2026-03-05', 'contact', 'coaching', 'Buurthuis Test: Gaat goed Mag het ook op vrijdag'],
      ['2026-03-04', 'ladder', '3', ''],
      ['2026-03-03', 'language', 'speaking,reading', 'A1 · A0'],
      ['2026-03-03', 'skills', '1', 'Skill 2'],
      ['2026-03-02', 'note', 'talk', 'Eerste gesprek'],
      ['2026-02-17', 'attendance', 'back', '2026-02-03'],
      ['2026-02-12', 'attendance', 'no_shows', '2026-02-03'],
      ['2026-02-04', 'appointment', 'planned', '10.00-11.00 Talk'],
      ['2026-02-03', 'attendance', 'first_day', ''],
      ['2026-02-02', 'trajectory', 'started', ''],
      ['2026-01-16', 'permission', 'photo given', 'Alleen op papier'],
      ['2026-01-15', 'intake', 'finished', ''],
      ['2026-01-09', 'talk', 'Arabisch', 'Werkplaats · zus · Ging goed'],
      ['2026-01-05', 'referral', 'months_6', 'Gemeente Test · K-9'],
    ])
  })

  test('tells what somebody did together with the group, and of which kind a letter is', () => {
    const person = aParticipant(office)
    const trajectory_id = aTrajectory(office, { participant_id: person })
    const moment = {
      happened_on: '2026-11-10',
      kind: 'lunch' as const,
      title: 'Soep koken.',
      remark: 'Veel gelachen',
    }
    moments.create(office.ctx, { ...moment, participantIds: [person] })
    moments.create(office.ctx, { ...moment, title: 'Zonder deze persoon', participantIds: [] })
    aSentLetter(office, { trajectory_id, number: '2026-0001', sent_on: '2026-11-11' })
    const { items } = look(person)
    expect(lines(items.slice(0, 2))).toEqual([
      ['2026-11-11', 'letter', 'progress sent', '2026-0001'],
      ['2026-11-10', 'moment', 'lunch', 'Soep koken. Veel gelachen'],
    ])
    const words = timelineWords('nl')
    expect(items.slice(0, 2).map((item) => words.title(item))).toEqual([
      'Voortgangsbrief, verstuurd',
      'Samen gedaan',
    ])
    expect(letterName('of_later', 'nl')).toBe('Brief')
  })

  test('shows the end of a trajectory and the aftercare that was done', () => {
    const person = aParticipant(office)
    aTrajectory(office, {
      participant_id: person,
      starts_on: '2026-02-02',
      ended_on: '2026-07-31',
      end_reason: 'Werk',
    })
    const [first] = aftercare.list(office.ctx, { participantId: person })
    aftercare.record(office.ctx, {
      id: first?.id ?? 0,
      done_on: '2026-09-01',
      outcome: 'still_there',
      benefit_ended: 'yes',
      remark: 'Blij',
    })
    expect(lines(look(person).items).slice(0, 2)).toEqual([
      ['2026-09-01', 'aftercare', 'still_there', 'Blij'],
      ['2026-07-31', 'trajectory', 'ended', 'Werk'],
    ])
  })

  test('has words for every kind in both languages, and shows no code or key', () => {
    const { person } = everythingHappened()
    const { items } = look(person)
    expect(new Set(items.map((item) => item.kind)).size).toBeGreaterThanOrEqual(
      timelineKind.options.length - 1,
    )
    for (const language of ['nl', 'en'] as const) {
      const words = timelineWords(language)
      for (const item of items) {
        expect(words.title(item), placeKey(item)).toMatch(/^\p{Lu}\p{L}/u)
        if (item.kind === 'attachment') continue // a file name has a point in it
        expect(`${words.title(item)} ${words.text(item)}`).not.toMatch(
          /[a-z]\.[a-z]|_|undefined|\d{4}-\d\d-\d\d/,
        )
      }
    }
    expect(timelineWords('nl').text(items.find((item) => item.kind === 'language') as TimelineItem)).toBe(
      'Spreken A1, lezen A0',
    )
  })

  test('is filtered by group, by the tick and by words in any spelling, and counts what there is', () => {
    const { person } = everythingHappened()
    aNote(office, { participant_id: person, happened_on: '2026-03-05', body: 'Đorđe belde over het café' })
    for (const group of new Set(Object.values(groupOf))) {
      const { items, total, groups } = look(person, { group })
      expect(items.length, group).toBeGreaterThan(0)
      expect(items.every((item) => groupOf[item.kind] === group)).toBe(true)
      expect(total).toBe(groups[group])
    }
    expect(look(person, { onlyReport: true })).toMatchObject({ total: 1, inReport: 1 })
    expect(lines(look(person, { query: 'dorde CAFE' }).items)).toEqual([
      ['2026-03-05', 'note', 'talk', 'Đorđe belde over het café'],
    ])
    expect(look(person, { query: 'spreken' }).items.map((item) => item.kind)).toEqual(['language'])
    expect(look(person, { query: 'tuin', group: 'notes' })).toMatchObject({
      items: [],
      total: 0,
      more: false,
    })
    expect(look(person, { query: '   ' }).total).toBe(look(person).total)
  })

  test('comes in pages without a gap or a double, also when lines come and go in between', () => {
    const person = aParticipant(office)
    many(person, 505, (n) => `2026-0${1 + (n % 9)}-1${n % 3}`)
    const seen: TimelineItem[] = []
    for (let more = true; more;) {
      const page = dossier.timeline(office.ctx, {
        participantId: person,
        filter: everything,
        after: seen.at(-1) ?? null,
        limit: 40,
      })
      seen.push(...page.items)
      ;({ more } = page)
      expect(page.total).toBe(505)
    }
    expect(new Set(seen.map(placeKey)).size).toBe(505)
    expect(seen.map((item) => item.on)).toEqual(
      seen
        .map((item) => item.on)
        .toSorted()
        .toReversed(),
    )
    const last = seen[39] as TimelineItem
    notes.remove(office.ctx, { id: last.id })
    aNote(office, { participant_id: person, happened_on: '2026-11-18', body: 'Nieuw' })
    const next = dossier.timeline(office.ctx, {
      participantId: person,
      filter: everything,
      after: last,
      limit: 1,
    })
    expect(next.items).toEqual([seen[40]])
  })

  test('of nobody is not found', () => {
    expectError(() => look(99), 'NOT_FOUND')
  })
})

describe('a passage for the letter', () => {
  test('goes behind what stands there, in one step that one undo takes back', () => {
    const trajectoryId = aTrajectory(office, {})
    const { id } = letters.open(office.ctx, { kind: 'progress', about: trajectoryId })
    const texts = () => {
      const letter = letters.get(office.ctx, { id })
      if (letter.kind !== 'progress') throw new Error('not a progress letter')
      return letter.draft.texts
    }
    const first = dossier.toLetter(office.ctx, {
      trajectoryId,
      part: 'skills',
      passage: '  Legt het werk uit.\n',
    })
    expect(first.letterId).toBe(id)
    const second = dossier.toLetter(office.ctx, { trajectoryId, part: 'skills', passage: 'Komt op tijd.' })
    expect(texts().skills).toBe('Legt het werk uit.\nKomt op tijd.')
    office.ctx.undo(second.changeSetId ?? 0)
    expect(texts().skills).toBe('Legt het werk uit.')
    expect(texts().helps).toBe('')
  })

  test('makes the draft where there is none, and the undo takes that away too', () => {
    const trajectoryId = aTrajectory(office, {})
    const { letterId, changeSetId } = dossier.toLetter(office.ctx, {
      trajectoryId,
      part: 'opinion',
      passage: 'Ik vind het fijn.',
    })
    expect(letters.get(office.ctx, { id: letterId }).draft.texts).toMatchObject({
      opinion: 'Ik vind het fijn.',
    })
    office.ctx.undo(changeSetId ?? 0)
    expectError(() => letters.get(office.ctx, { id: letterId }), 'NOT_FOUND')
  })

  test('is refused when it is empty, too long, or for no trajectory', () => {
    const trajectoryId = aTrajectory(office, {})
    const put = (passage: string, trajectory = trajectoryId) =>
      dossier.toLetter(office.ctx, { trajectoryId: trajectory, part: 'helps', passage })
    expectError(() => put(' \n'), 'INVALID')
    put('x'.repeat(15_000))
    expectError(() => put('y'.repeat(6000)), 'INVALID')
    expectError(() => put('Tekst', 99), 'NOT_FOUND')
  })
})

describe.runIf(hasPoppler)('the sheet on paper', () => {
  const sheet = async (participantId: number, filter: Partial<TimelineFilter> = {}) => {
    const { name, pdf } = await dossier.sheet(office.ctx, {
      participantId,
      filter: { ...everything, ...filter },
    })
    return { name, pdf: Buffer.from(pdf, 'base64') }
  }

  test('says who it is, what was agreed and what happened; its name and title name nobody', async () => {
    const { person } = everythingHappened()
    const { name, pdf } = await sheet(person)
    const text = flatText(pdf)
    for (const part of [
      'Testa Testerink',
      'Gemeente Test',
      'K-9',
      'Op tijd',
      'Eerste gesprek',
      'Bevalling',
      'cv.pdf',
    ])
      expect(text).toContain(part)
    expect(name).toBe(`Persoonsblad ${person}, 2026-11-18.pdf`)
    expect(infoOf(pdf)).not.toContain('Testerink')
    if (hasQpdf) expect(qpdfSays(pdf)).toBe('ok')
  })

  test('has the timeline as it is filtered, over as many pages as it takes', async () => {
    const person = aParticipant(office)
    many(person, 500, () => '2026-03-01')
    office.command(() =>
      prepared(office.db, "UPDATE contact_note SET in_report = 1 WHERE body = 'Notitie 7'").run(),
    )
    const long = await sheet(person)
    expect(Number(/Pages:\s+(\d+)/.exec(infoOf(long.pdf))?.[1])).toBeGreaterThan(8)
    expect(flatText(long.pdf)).toContain('Notitie 499')
    const short = await sheet(person, { onlyReport: true })
    expect(flatText(short.pdf)).toContain('Notitie 7')
    expect(flatText(short.pdf)).not.toContain('Notitie 8')
  })

  test('prints any text as text: scripts, marks of direction, other writing, a word without end', async () => {
    const person = aParticipant(office, { own_script_name: 'سميرة الخطيب', own_script_lang: 'ar' })
    aNote(office, {
      participant_id: person,
      body: `<script>alert(1)</script> \u202Eomgekeerd\u202C ሰላም 😀 ${'w'.repeat(900)}\n\u0000einde`,
    })
    const { pdf } = await sheet(person)
    const text = flatText(pdf)
    expect(text).toContain('<script>alert(1)</script>')
    expect(text).toContain('einde')
    expect(text).toContain('سميرة')
  })
})

test('a note tells who else was there', () => {
  const person = aParticipant(office)
  aNote(office, { participant_id: person, body: 'Overleg' })
  office.command(() => prepared(office.db, "UPDATE contact_note SET present = 'de klantmanager'").run())
  expect(look(person).items[0]?.who).toBe('Coach Test, de klantmanager')
})
