import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { contract } from '#core/api/contract.ts'
import { prepared } from '#db/prepare.ts'
import { participants } from '#service/features/participants.ts'
import { aParticipant, aNote, openTestOffice } from '../builders/index.ts'
import type { TestOffice } from '../builders/index.ts'
import { expectError } from './expect-error.ts'

let office: TestOffice
beforeEach(() => {
  office = openTestOffice()
})
afterEach(() => office.close())

const derived = (id: number) =>
  prepared<[number], Record<string, string>>(
    office.db,
    'SELECT phone_e164, name_fold, name_key, sort_key FROM participant WHERE id = ?',
  ).get(id)

describe('what is stored of somebody', () => {
  test('comes back as it was given, with every form of the name', () => {
    const { id, changeSetId } = participants.create(office.ctx, {
      given_names: 'Samira',
      prefix: 'el',
      surname: 'Khatib',
      form_of_address: 'mevrouw',
      birth_date: '1990-02',
      own_script_name: 'سميرة الخطيب',
      own_script_lang: 'ar',
      good_to_know: 'Calls in the morning\nReads large print',
    })
    expect(changeSetId).toBeGreaterThan(0)
    const stored = participants.get(office.ctx, { id })
    expect(stored).toMatchObject({
      given_names: 'Samira',
      prefix: 'el',
      birth_date: '1990-02',
      own_script_name: 'سميرة الخطيب',
      good_to_know: 'Calls in the morning\nReads large print',
      created_on: '2026-11-18',
      interpreter: '',
      names: {
        full: 'Samira el Khatib',
        list: 'Khatib, Samira el',
        running: 'mevrouw El Khatib',
        salutation: 'Geachte mevrouw El Khatib',
        addressLine: 'Mevrouw S. el Khatib',
      },
    })
    expect(contract.participants.get['~orpc'].outputSchema?.parse(stored)).toEqual(stored)
  })

  test('one name is enough, none is not', () => {
    const nameless = [{ field: 'surname', problem: 'name_required' as const }]
    expect(participants.create(office.ctx, { call_name: 'Tsegay' }).id).toBeGreaterThan(0)
    expectError(() => participants.create(office.ctx, {}), 'INVALID', nameless)
    expectError(
      () => participants.create(office.ctx, { surname: '  ', city: 'Teststad' }),
      'INVALID',
      nameless,
    )
    const id = aParticipant(office, { surname: 'Enkel' })
    expectError(() => participants.save(office.ctx, { id, fields: { surname: '' } }), 'INVALID', nameless)
    expect(participants.get(office.ctx, { id }).surname).toBe('Enkel')
  })

  test('a form that is not understood is never refused', () => {
    const { id } = participants.create(office.ctx, { surname: 'Vorm', postcode: '12 34', phone: 'via zus' })
    expect(participants.get(office.ctx, { id })).toMatchObject({ postcode: '12 34', phone: 'via zus' })
    expect(derived(id)?.phone_e164).toBe('')
    participants.save(office.ctx, { id, fields: { postcode: '9711ab', phone: '0612345678' } })
    expect(participants.get(office.ctx, { id })).toMatchObject({ postcode: '9711 AB', phone: '0612345678' })
    expect(derived(id)?.phone_e164).toBe('+31612345678')
  })

  test('a save changes only what is given, and what is made from it', () => {
    const id = aParticipant(office, { call_name: 'Đorđe', surname: 'Łukić', city: 'Teststad' })
    const before = derived(id)
    participants.save(office.ctx, { id, fields: { city: 'Elders', surname: undefined } })
    expect(participants.get(office.ctx, { id })).toMatchObject({ surname: 'Łukić', city: 'Elders' })
    expect(derived(id)).toEqual(before)
    participants.save(office.ctx, { id, fields: { surname: 'Øvergård' } })
    expect(derived(id)).toMatchObject({ name_fold: 'dorde overgard', sort_key: 'overgard  dorde' })
    expect(derived(id)?.['name_key']).not.toBe(before?.['name_key'])
  })

  test('nothing different is no change set', () => {
    const id = aParticipant(office, { surname: 'Zelfde' })
    expect(participants.save(office.ctx, { id, fields: { surname: 'Zelfde' } })).toEqual({
      changeSetId: null,
    })
  })

  test('somebody who is not there', () => {
    expectError(() => participants.get(office.ctx, { id: 99 }), 'NOT_FOUND')
    expectError(() => participants.save(office.ctx, { id: 99, fields: { city: 'X' } }), 'NOT_FOUND')
  })

  test('a date that does not exist is stopped by the contract', () => {
    const fits = (birth_date: string) =>
      contract.participants.create['~orpc'].inputSchema?.safeParse({ surname: 'A', birth_date }).success
    expect(['1990-02-31', '1990-13-01', '1990-02-28', '1990'].map(fits)).toEqual([false, false, true, true])
  })
})

describe('undo', () => {
  test('of a new participant and of a save', () => {
    const { id, changeSetId } = participants.create(office.ctx, { surname: 'Terug' })
    const saved = participants.save(office.ctx, { id, fields: { surname: 'Anders', phone: '0612345678' } })
    office.ctx.undo(saved.changeSetId ?? 0)
    expect(participants.get(office.ctx, { id })).toMatchObject({ surname: 'Terug', phone: '' })
    expect(derived(id)).toMatchObject({ name_fold: 'terug', phone_e164: '' })
    office.ctx.undo(changeSetId ?? 0)
    expectError(() => participants.get(office.ctx, { id }), 'NOT_FOUND')
  })

  test('not of somebody about whom something was written since', () => {
    const { id, changeSetId } = participants.create(office.ctx, { surname: 'Blijft' })
    aNote(office, { participant_id: id })
    expectError(() => office.ctx.undo(changeSetId ?? 0), 'CHANGED_SINCE')
    expect(participants.get(office.ctx, { id }).surname).toBe('Blijft')
  })
})

describe('likely duplicates', () => {
  const typed = { given_names: '', call_name: '', prefix: '', surname: '', birth_date: null, exceptId: null }

  test('another transliteration of the same name', () => {
    const id = aParticipant(office, {
      given_names: 'Muhammad',
      prefix: 'al',
      surname: 'Hassan',
      city: 'Teststad',
    })
    aParticipant(office, { given_names: 'Petra', surname: 'Jansen' })
    const input = { ...typed, given_names: 'Mohamed', surname: 'Alhasan' }
    expect(participants.duplicates(office.ctx, input)).toEqual([
      {
        id,
        fullName: 'Muhammad al Hassan',
        birthDate: null,
        city: 'Teststad',
        stage: 'new',
        why: 'sounds_alike',
      },
    ])
  })

  test('one name, in whichever field it was written', () => {
    const id = aParticipant(office, { call_name: 'Tsegay' })
    const found = participants.duplicates(office.ctx, { ...typed, surname: 'Tsegay' })
    expect(found).toMatchObject([{ id, why: 'same_name' }])
  })

  test('1 January alone says nothing, another shared day does', () => {
    aParticipant(office, { given_names: 'Abel', surname: 'Negash', birth_date: '1990-01-01' })
    const id = aParticipant(office, { given_names: 'Hiwot', surname: 'Kidane', birth_date: '1990-03-07' })
    const quite = { ...typed, given_names: 'Farida', surname: 'Osmani' }
    expect(participants.duplicates(office.ctx, { ...quite, birth_date: '1990-01-01' })).toEqual([])
    expect(participants.duplicates(office.ctx, { ...quite, birth_date: '1990-03-07' })).toMatchObject([
      { id, why: 'same_birth_date' },
    ])
  })

  test('best first, at most five, and never the person itself', () => {
    const ids = Array.from({ length: 7 }, () =>
      aParticipant(office, { given_names: 'Sara', surname: 'Tesfay' }),
    )
    const born = aParticipant(office, { given_names: 'Sara', surname: 'Tesfay', birth_date: '1991-04-05' })
    const input = { ...typed, given_names: 'Sara', surname: 'Tesfay', birth_date: '1991-04-05' }
    const found = participants.duplicates(office.ctx, { ...input, exceptId: ids[0] ?? null })
    expect(found).toHaveLength(5)
    expect(found[0]?.id).toBe(born)
    expect(found.map((one) => one.id)).not.toContain(ids[0])
    expect(participants.duplicates(office.ctx, { ...typed, exceptId: null })).toEqual([])
  })
})
