import { describe, expect, test } from 'vitest'
import { containsBsn, isBsn } from '#core/fields/bsn.ts'
import { normaliseEmail } from '#core/fields/email.ts'
import { normalisePhone } from '#core/fields/phone.ts'
import { letterPostcodeLine, normalisePostcode } from '#core/fields/postcode.ts'
import { inputCases } from '../cases.ts'

const typed = <T extends { input: string }>(list: T[]) => list.filter((c) => c.input !== '')

describe('postcodes', () => {
  test.each(typed(inputCases.postcodes))('$input: $canonical', ({ input, valid, canonical }) => {
    const result = normalisePostcode(input)
    expect(result).toEqual(
      valid ? { ok: true, value: canonical } : { ok: false, problem: 'postcode_invalid' },
    )
  })

  test('nothing typed is no problem: somebody may have no address', () => {
    expect(normalisePostcode('  ')).toEqual({ ok: true, value: '' })
  })

  test('the line on a letter', () => {
    expect(letterPostcodeLine('1234ab', 'Lindwijk')).toBe('1234 AB  LINDWIJK')
    expect(letterPostcodeLine('1234 AB', 'IJmuiden')).toBe('1234 AB  IJMUIDEN')
    expect(letterPostcodeLine('9000', 'Gent')).toBe('9000  GENT')
    expect(letterPostcodeLine('', 'Gent')).toBe('GENT')
    expect(letterPostcodeLine('', '')).toBe('')
  })
})

describe('telephone numbers', () => {
  test.each(typed(inputCases.phones))('$input', ({ input, libphonenumber: lib }) => {
    const result = normalisePhone(input)
    if (!lib.valid) expect(result).toEqual({ ok: false, problem: 'phone_invalid' })
    else expect(result).toMatchObject({ ok: true, e164: lib.e164 })
  })

  test.each([
    ['0612345678', '06 12345678'],
    ['+31 (0)6 12345678', '06 12345678'],
    ['020-1234567', '020 123 4567'],
    ['+32470123456', '+32 470 12 34 56'],
    ['0612345678 (moeder)', '0612345678 (moeder)'],
    ['', ''],
  ])('%s is shown as %s', (text, value) => {
    expect(normalisePhone(text)).toMatchObject({ ok: true, value })
  })
})

describe('e-mail', () => {
  test.each(['a@b.nl', ' samira@voorbeeld.nl ', 'o’test+x@mail.voorbeeld.nl'])('%s will do', (text) => {
    expect(normaliseEmail(text)).toEqual({ ok: true, value: text.trim() })
  })
  test.each(['samira', 'a@b', 'a b@c.nl', '@c.nl', 'a@.nl', 'a@b..nl', `${'a'.repeat(250)}@b.nl`])(
    '%s will not',
    (text) => {
      expect(normaliseEmail(text)).toEqual({ ok: false, problem: 'email_invalid' })
    },
  )
  test('nothing typed is no problem', () => {
    expect(normaliseEmail('')).toEqual({ ok: true, value: '' })
  })
})

describe('BSN', () => {
  test.each(inputCases.bsn)('$input: $valid', ({ input, valid }) => {
    expect(isBsn(input)).toBe(valid)
    expect(containsBsn(`Zie ook ${input}, zegt hij.`)).toBe(valid)
  })

  test.each(['BSN: 1112.22.333', '111 222 333', 'nummer111222333.'])('is seen in %j', (text) => {
    expect(containsBsn(text)).toBe(true)
  })

  test.each([
    '06 11222333',
    '1112223330',
    '+31 111222333',
    '11-12-2233',
    'NL91111222333444',
    'tel. 0111222333',
  ])('is not seen in %j', (text) => {
    expect(containsBsn(text)).toBe(false)
  })
})
