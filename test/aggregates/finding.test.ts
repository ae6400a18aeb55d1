import { afterAll, beforeAll, beforeEach, afterEach, describe, expect, test } from 'vitest'
import { prepared } from '#db/prepare.ts'
import { search } from '#service/features/search.ts'
import { participants } from '#service/features/participants.ts'
import {
  aHost,
  aNote,
  aParticipant,
  aReferral,
  aSentLetter,
  aTrajectory,
  openTestOffice,
} from '../builders/index.ts'
import type { TestOffice } from '../builders/index.ts'
import { expectError } from './expect-error.ts'
import { findingProblems } from './finding-in-step.ts'

const titles = (office: TestOffice, query: string, kind = 'participant') =>
  search.find(office.ctx, { query }).flatMap((hit) => (hit.kind === kind ? [hit.title] : []))

describe('somebody is found', () => {
  let office: TestOffice
  beforeAll(() => {
    office = openTestOffice()
    const add = (fields: Parameters<typeof aParticipant>[1]) => aParticipant(office, fields)
    add({ given_names: 'Muhammad', prefix: 'al', surname: 'Khatib', birth_date: '1990-02-03' })
    add({ given_names: 'Abdulrahman', surname: 'Haddad', birth_date: '1990' })
    add({ given_names: 'Đorđe', surname: 'Łukić', phone: '06-1234 5678' })
    add({ given_names: 'Žaneta', prefix: 'van den', surname: 'Bergström', also_known_as: 'Janneke Smit' })
    add({ given_names: 'Şerife', surname: 'Yıldız', birth_date: '1974-11-30' })
    add({
      given_names: 'Samira',
      prefix: 'el',
      surname: 'Amrani',
      own_script_name: 'سميرة العمراني',
      own_script_lang: 'ar',
    })
    add({ given_names: 'Юлія', surname: 'Шевченко' })
    add({
      given_names: 'Dmytro',
      surname: 'Kovalenko',
      own_script_name: 'Дмитро Коваленко',
      own_script_lang: 'uk',
    })
    add({ given_names: 'Hana', surname: 'Tesfay', own_script_name: 'ሐና ተስፋይ', own_script_lang: 'ti' })
    add({ given_names: 'Kidane', surname: 'Berhane' })
    add({ given_names: 'Zoë', surname: "D'Angelo", phone: '+32 470 12 34 56' })
    add({ call_name: 'Luwam' })
    add({ given_names: 'Jan Pieter', prefix: "van 't", surname: 'Hof', partner_surname: 'Özdemir' })
    add({ given_names: 'Ðức', surname: 'Nguyễn' })
    add({ given_names: 'Yusuf', surname: 'Çelik', birth_date: '1988-02' })
    const number = add({ given_names: 'Wout', surname: 'Groß' })
    aReferral(office, { participant_id: number, client_number: 'ZK-2026/0042' })
  })
  afterAll(() => office.close())

  test.each<[query: string, expected: string]>([
    // As it sounds, whatever the transliteration.
    ['Mohamed', 'Muhammad al Khatib'],
    ['Mohammad', 'Muhammad al Khatib'],
    ['Mohammed', 'Muhammad al Khatib'],
    ['Muhamed khatib', 'Muhammad al Khatib'],
    ['mohamed chatib', 'Muhammad al Khatib'],
    ['alkhatib', 'Muhammad al Khatib'],
    ['al-Khatib', 'Muhammad al Khatib'],
    ['Khatib, M', 'Muhammad al Khatib'],
    ['elkhatib', 'Muhammad al Khatib'],
    ['Joesoef', 'Yusuf Çelik'],
    ['Youssouf celik', 'Yusuf Çelik'],
    ['Yousef', 'Yusuf Çelik'],
    ['Yulia', 'Юлія Шевченко'],
    ['Kovalenco', 'Dmytro Kovalenko'],
    // With or without accents, đ and the like.
    ['dorde', 'Đorđe Łukić'],
    ['Đorđe', 'Đorđe Łukić'],
    ['lukic', 'Đorđe Łukić'],
    ['zaneta', 'Žaneta van den Bergström'],
    ['bergstrom', 'Žaneta van den Bergström'],
    ['serife yildiz', 'Şerife Yıldız'],
    ['YILDIZ', 'Şerife Yıldız'],
    ['Yıldız', 'Şerife Yıldız'],
    ['zoe dangelo', "Zoë D'Angelo"],
    ["d'angelo", "Zoë D'Angelo"],
    ['angelo zo', "Zoë D'Angelo"],
    ['duc nguyen', 'Ðức Nguyễn'],
    ['gross', 'Wout Groß'],
    ['ozdemir', "Jan Pieter van 't Hof"],
    // Tussenvoegsel together, apart, in front, behind or left out.
    ['van den berg', 'Žaneta van den Bergström'],
    ['vandenberg', 'Žaneta van den Bergström'],
    ['Bergström, van den', 'Žaneta van den Bergström'],
    ['den zan', 'Žaneta van den Bergström'],
    ["van 't hof", "Jan Pieter van 't Hof"],
    ['vant hof', "Jan Pieter van 't Hof"],
    ['hof', "Jan Pieter van 't Hof"],
    ['elamrani', 'Samira el Amrani'],
    ['el amrani', 'Samira el Amrani'],
    // Pieces, other names, one name.
    ['rahman', 'Abdulrahman Haddad'],
    ['abdul rahman', 'Abdulrahman Haddad'],
    ['abdoel', 'Abdulrahman Haddad'],
    ['janneke', 'Žaneta van den Bergström'],
    ['lu', 'Luwam'],
    ['loewam', 'Luwam'],
    // In its own script, or in the other one.
    ['سميرة', 'Samira el Amrani'],
    ['سميره العمراني', 'Samira el Amrani'],
    ['محمد', 'Muhammad al Khatib'],
    ['الخطيب', 'Muhammad al Khatib'],
    ['مُحَمَّد الخطيب', 'Muhammad al Khatib'],
    ['يوسف', 'Yusuf Çelik'],
    ['عبدالرحمن', 'Abdulrahman Haddad'],
    ['Дмитро', 'Dmytro Kovalenko'],
    ['Коваленко', 'Dmytro Kovalenko'],
    ['Юлія', 'Юлія Шевченко'],
    ['юл', 'Юлія Шевченко'],
    ['shevchenko', 'Юлія Шевченко'],
    ['ሐና', 'Hana Tesfay'],
    ['ሀና', 'Hana Tesfay'],
    ['ተስፋይ', 'Hana Tesfay'],
    ['ብርሃነ', 'Kidane Berhane'],
    ['ኪዳነ', 'Kidane Berhane'],
    ['Birhane', 'Kidane Berhane'],
    ['kidane berhane', 'Kidane Berhane'],
    // Numbers.
    ['0612345678', 'Đorđe Łukić'],
    ['06 12 34 56', 'Đorđe Łukić'],
    ['+31 6 12345678', 'Đorđe Łukić'],
    ['345678', 'Đorđe Łukić'],
    ['0032 470 12 34 56', "Zoë D'Angelo"],
    ['zk-2026/0042', 'Wout Groß'],
    ['ZK 2026 0042', 'Wout Groß'],
    ['0042', 'Wout Groß'],
    // A date of birth, alone or beside a name.
    ['3-2-90', 'Muhammad al Khatib'],
    ['03021990', 'Muhammad al Khatib'],
    ['3 februari 1990', 'Muhammad al Khatib'],
    ['1990-02-03', 'Muhammad al Khatib'],
    ['30/11/1974', 'Şerife Yıldız'],
    ['mohamed 1990', 'Muhammad al Khatib'],
    ['haddad 1990', 'Abdulrahman Haddad'],
    ['2-1988', 'Yusuf Çelik'],
    ['feb 1988 yusuf', 'Yusuf Çelik'],
  ])('by %s', (query, expected) => {
    expect(titles(office, query)[0]).toBe(expected)
    const listed = participants.list(office.ctx, { query, stage: null, after: null, limit: 20 })
    expect(listed.rows.map((row) => row.fullName)).toContain(expected)
    expect(listed.total).toBe(listed.rows.length)
  })

  test('a year finds everybody who was born in it', () => {
    expect(titles(office, '1990').toSorted()).toEqual(['Abdulrahman Haddad', 'Muhammad al Khatib'])
  })

  test.each([
    '!!',
    '%',
    '_',
    '"',
    '*',
    'NEAR(',
    'names : a',
    "'; --",
    '-',
    '12',
    'zaneta jansen',
    'yusuf 1974',
    'ومنم',
  ])('nobody by %s', (query) => {
    expect(titles(office, query)).toEqual([])
  })

  test('two letters count at the beginning of a name only', () => {
    expect(titles(office, 'ti')).toEqual([])
    expect(titles(office, 'atib')).toEqual(['Muhammad al Khatib'])
  })
})

describe('one box', () => {
  let office: TestOffice
  beforeEach(() => {
    office = openTestOffice()
  })
  afterEach(() => office.close())

  test('finds people, organisations, letters, notes and attachments', () => {
    const person = aParticipant(office, {
      given_names: 'Muhammad',
      surname: 'Zuidema',
      birth_date: '1990-02',
      city: 'Teststad',
      also_known_as: 'Moh',
    })
    const host = aHost(office, { name: 'Café Zuid', city: 'Elders' })
    const letter = aSentLetter(office, {
      trajectory_id: aTrajectory(office, { participant_id: person }),
      number: '2026-0007',
    })
    const note = aNote(office, {
      participant_id: person,
      happened_on: '2026-03-02',
      body: 'Heeft vorige week eindelijk de fiets opgehaald bij Đorđe in de Zuidstraat, en is er blij mee zegt hij.',
    })
    const file = anAttachment(office, person, 'Diploma zuivelmaker.pdf', 'diploma zuivelmaker pdf')
    const someone = {
      kind: 'participant',
      id: person,
      participantId: person,
      title: 'Muhammad Zuidema',
      detail: '02-1990 · Teststad',
      more: 'Moh',
    }
    expect(search.find(office.ctx, { query: 'zuid' })).toMatchObject([
      someone,
      { kind: 'host', id: host, participantId: null, title: 'Café Zuid', detail: 'Elders', more: '' },
      {
        kind: 'note',
        id: note,
        participantId: person,
        title: 'Muhammad Zuidema',
        detail: '02-03-2026',
        more: '… opgehaald bij Đorđe in de Zuidstraat, en is er blij mee zegt hij.',
      },
    ])
    expect(search.find(office.ctx, { query: '2026-0007' })).toMatchObject([
      { kind: 'letter', id: letter, participantId: person, title: '2026-0007', detail: 'Muhammad Zuidema' },
    ])
    expect(search.find(office.ctx, { query: 'zuivel' })).toMatchObject([
      {
        kind: 'attachment',
        id: file,
        participantId: person,
        title: 'Diploma zuivelmaker.pdf',
        detail: 'Muhammad Zuidema',
        more: '',
      },
    ])
    for (const query of ['dorde fiets', 'FIETS', 'fie đorđe'])
      expect(titles(office, query, 'note')).toHaveLength(1)
    for (const query of ['', '  ', 'fiets auto', 'de']) expect(titles(office, query, 'note')).toEqual([])
  })

  test('the whole name first, then who is in a trajectory now, then the newest', () => {
    const [old, now, ali] = ['Alina Oud', 'Alina Nu', 'Ali Eerder'].map((name) => {
      const [given_names = '', surname = ''] = name.split(' ')
      return aParticipant(office, { given_names, surname })
    })
    aTrajectory(office, { participant_id: now ?? 0 })
    aParticipant(office, { given_names: 'Alina', surname: 'Laatst' })
    expect([old, now, ali]).not.toContain(undefined)
    expect(titles(office, 'ali')).toEqual(['Ali Eerder', 'Alina Nu', 'Alina Laatst', 'Alina Oud'])
  })

  test('of one person the newest note, and no note of before a change', () => {
    const person = aParticipant(office)
    const other = aParticipant(office, { surname: 'Anders' })
    aNote(office, { participant_id: person, happened_on: '2026-04-01', body: 'Zwemles gehaald' })
    const newest = aNote(office, {
      participant_id: person,
      happened_on: '2026-05-01',
      body: 'Zwemmen gaat goed',
    })
    aNote(office, { participant_id: other, happened_on: '2026-04-15', body: 'Zwemt elke week' })
    const found = () => search.find(office.ctx, { query: 'zwem' }).filter((hit) => hit.kind === 'note')
    expect(found().map((hit) => hit.detail)).toEqual(['01-05-2026', '15-04-2026'])
    office.command(() =>
      prepared(office.db, 'UPDATE contact_note SET body = ? WHERE id = ?').run('Fietst nu', newest),
    )
    expect(found().map((hit) => hit.detail)).toEqual(['15-04-2026', '01-04-2026'])
    office.ctx.undo()
    expect(found().map((hit) => hit.detail)).toEqual(['01-05-2026', '15-04-2026'])
    expect(findingProblems(office.db)).toEqual([])
  })

  test('remembers what each member of staff looked at, newest first, outside the history', () => {
    const person = aParticipant(office)
    const host = aHost(office)
    const sets = () => prepared<[], { n: number }>(office.db, 'SELECT count(*) AS n FROM change_set').get()?.n
    const before = sets()
    search.opened(office.on('2026-11-16'), { kind: 'participant', id: person })
    search.opened(office.on('2026-11-17'), { kind: 'host', id: host })
    expect(search.recent(office.ctx).map((hit) => hit.kind)).toEqual(['host', 'participant'])
    search.opened(office.ctx, { kind: 'participant', id: person })
    expect(search.recent(office.ctx)).toMatchObject([
      { kind: 'participant', id: person, title: 'Testa Testerink', detail: '' },
      { kind: 'host', id: host, title: 'Buurthuis Test', detail: 'Teststad' },
    ])
    expect(sets()).toBe(before)
    expect(search.recent(office.on('2026-11-18', office.addStaff()))).toEqual([])
    expectError(() => search.opened(office.ctx, { kind: 'letter', id: 1 }), 'NOT_FOUND')
  })

  test('shows the last ten that still exist', () => {
    const ids = Array.from({ length: 12 }, (_, index) => {
      const id = aParticipant(office, { surname: `Nummer ${index}` })
      search.opened(
        { ...office.ctx, now: `2026-11-18T09:00:${String(index).padStart(2, '0')}Z` },
        { kind: 'participant', id },
      )
      return id
    })
    expect(search.recent(office.ctx).map((hit) => hit.id)).toEqual(ids.slice(2).toReversed())
    office.ctx.undo() // the twelfth was a slip
    expect(search.recent(office.ctx).map((hit) => hit.id)).not.toContain(ids[11])
  })
})

function anAttachment(office: TestOffice, participantId: number, name: string, fold: string): number {
  return office.command(() => {
    prepared(office.db, `INSERT OR IGNORE INTO attachment_file (sha256, bytes) VALUES ('x', x'25')`).run()
    return Number(
      prepared(
        office.db,
        `INSERT INTO attachment (participant_id, name, name_fold, type, size, sha256, added_on, staff_id)
         VALUES (?, ?, ?, 'pdf', 1, 'x', '2026-03-01', ?)`,
      ).run(participantId, name, fold, office.staff.id).lastInsertRowid,
    )
  })
}
