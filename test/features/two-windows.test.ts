/** Two people with the same person open: what the other changed meanwhile is noticed, and nothing is lost. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { ParticipantFields } from '#core/api/people.ts'
import { CommandError } from '#db/errors.ts'
import { participants } from '#service/features/participants.ts'
import { aParticipant, openTestOffice } from '../builders/index.ts'
import type { TestOffice } from '../builders/index.ts'
import { expectError } from '../aggregates/expect-error.ts'

let office: TestOffice
let id: number
beforeEach(() => {
  office = openTestOffice()
  id = aParticipant(office, { given_names: 'Testa', surname: 'Testerink', city: 'Lindwijk', prefix: 'van' })
})
afterEach(() => office.close())

type Fields = Partial<ParticipantFields>
const now = () => participants.get(office.ctx, { id })
const save = (fields: Fields, was?: Fields) =>
  participants.save(office.ctx, { id, fields, ...(was && { was }) })

function elsewhere(fn: () => unknown): unknown {
  try {
    fn()
  } catch (error) {
    if (error instanceof CommandError && error.code === 'EDITED_ELSEWHERE') return error.data
    throw error
  }
  return null
}

describe('a save that is based on an older value', () => {
  test('is noticed for that field, with what it is now, and saves nothing', () => {
    const colleague = office.on('2026-11-18', office.addStaff({ name: 'Coach Twee' }))
    participants.save(colleague, { id, fields: { city: 'Elders' }, was: { city: 'Lindwijk' } })
    expect(
      elsewhere(() => save({ city: 'Mijn stad', phone: '06 1' }, { city: 'Lindwijk', phone: '' })),
    ).toEqual({
      fields: [{ field: 'city', value: 'Elders' }],
    })
    expect(now()).toMatchObject({ city: 'Elders', phone: '' })
    // "Mijn tekst houden" is a save that knows what the other wrote.
    save({ city: 'Mijn stad' }, { city: 'Elders' })
    expect(now().city).toBe('Mijn stad')
  })

  test('of another field, or to the same words, is no difference', () => {
    save({ city: 'Elders' }, { city: 'Lindwijk' })
    save({ phone: '06 12345678' }, { phone: '' })
    save({ city: 'Elders' }, { city: 'Lindwijk' })
    expect(now()).toMatchObject({ city: 'Elders', phone: '06 12345678' })
  })

  test("what a save tidies up by itself is not somebody else's change", () => {
    save({ postcode: '1234ab' }, { postcode: '' })
    save({ postcode: '1234ac' }, { postcode: '1234ab' })
    expect(now().postcode).toBe('1234 AC')
    save({ city: ' Elders ' }, { city: 'Lindwijk' })
    save({ city: 'Verder' }, { city: 'Elders ' })
    save({ prefix: 'El' }, { prefix: 'van' })
    save({ prefix: 'al-' }, { prefix: 'El' })
    expect(now()).toMatchObject({ city: 'Verder', prefix: 'al-' })
  })

  test('works for dates and choices, also empty ones', () => {
    save({ birth_date: '1990' }, { birth_date: null })
    expect(elsewhere(() => save({ birth_date: '1991' }, { birth_date: null }))).toEqual({
      fields: [{ field: 'birth_date', value: '1990' }],
    })
    save({ prefix_capital: true }, { prefix_capital: false })
    expect(elsewhere(() => save({ form_of_address: 'heer' }, { form_of_address: 'mevrouw' }))).toEqual({
      fields: [{ field: 'form_of_address', value: 'none' }],
    })
  })

  test('without `was` a save is a save', () => {
    save({ city: 'Elders' })
    save({ city: 'Nog elders' })
    expect(now().city).toBe('Nog elders')
  })
})

describe('impossible values of each field of a person', () => {
  const wild = [
    'a'.repeat(300),
    '😀👩‍👩‍👧‍👦 \u0301e',
    '\u202eomgekeerd\u202c \u200f\u200e',
    `<script>document.title='x'</script><img src=x onerror=alert(1)>`,
    'سميرة الخطيب',
    `'; DROP TABLE participant; --`,
    'regel een\tregel twee',
  ]
  const texts = [
    'given_names',
    'call_name',
    'initials',
    'surname',
    'partner_prefix',
    'partner_surname',
    'document_name',
    'own_script_name',
    'pronunciation',
    'also_known_as',
    'street',
    'house_number',
    'city',
    'languages',
    'good_to_know',
    'emergency_name',
    'emergency_relation',
  ] as const

  test.each(texts)('%s keeps text of every kind as it was typed', (field) => {
    for (const text of wild) {
      save({ [field]: text })
      expect(now()[field]).toBe(text.trim())
    }
    expect(participants.list(office.ctx, { query: '', stage: null, after: null, limit: 10 }).total).toBe(1)
  })

  test.each(['phone', 'emergency_phone', 'email', 'postcode'] as const)(
    '%s keeps what is none of its kind: the screen warns, nothing is refused',
    (field) => {
      for (const text of [
        'bel mijn zus',
        '+252 61 555 0000',
        '112',
        '06-',
        '1'.repeat(300),
        '\u202a+31 6 12345678\u202c',
      ])
        expect(save({ [field]: text })).toMatchObject({ changeSetId: expect.any(Number) as number })
      expect(now()[field]).toBe('\u202a+31 6 12345678\u202c')
    },
  )

  test('a date of birth in the future is refused at its field, the day of today is not', () => {
    const future = [{ field: 'birth_date', problem: 'date_in_future' as const }]
    for (const birth_date of ['2026-11-19', '2027', '2026-12'])
      expectError(() => save({ birth_date }), 'INVALID', future)
    for (const birth_date of ['2026-11-18', '2026', '2026-11', '1901-02-28']) {
      save({ birth_date })
      expect(now().birth_date).toBe(birth_date)
    }
    expectError(
      () => participants.create(office.ctx, { given_names: 'Later', birth_date: '2030-01-01' }),
      'INVALID',
      future,
    )
  })
})
