import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ComparedPerson } from '#core/names/fold.ts'
import { duplicateReason, fold, matchesSearch, searchFold, soundKey } from '#core/names/fold.ts'

const oneForm = {
  initials: '',
  partner_prefix: '',
  partner_surname: '',
  name_use: 'own',
  form_of_address: 'none',
} as const
const nobody = { given_names: '', call_name: '', prefix: '', surname: '' }

describe('fold', () => {
  test.each([
    ['Đorđević', 'dordevic'],
    ['Łukasz', 'lukasz'],
    ['Sørensen', 'sorensen'],
    ['Işık', 'isik'],
    ['İSTANBUL', 'istanbul'],
    ['Strauß', 'strauss'],
    ['ẞ', 'ss'],
    ['Hêvî', 'hevi'],
    ["O'Brien-de Vries", 'o brien de vries'],
    ['  d’Ancona  ', 'd ancona'],
    ['أحمد', 'احمد'],
    ['مُحَمَّد', 'محمد'],
    ['فاطمة', 'فاطمه'],
    ['علی', 'علي'],
    ['ሐና', 'ሀና'],
    ['ዓለም', 'ኣለም'],
    ['...', ''],
  ])('%s becomes %s', (text, expected) => {
    expect(fold(text)).toBe(expected)
  })

  test('folding twice changes nothing, whatever the script', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
        const once = fold(text)
        expect(fold(once)).toBe(once)
        expect(once).not.toMatch(/^ | {2}| $/)
      }),
      { numRuns: 2000 },
    )
  })
})

describe('search', () => {
  const berg = searchFold({
    given_names: 'Jan Pieter',
    call_name: 'Jan',
    initials: '',
    prefix: 'van den',
    surname: 'Berg',
    partner_prefix: '',
    partner_surname: 'Yılmaz',
    name_use: 'own',
    form_of_address: 'heer',
    also_known_as: 'Jean',
    own_script_name: 'يان',
  })

  test.each([
    'vandenberg',
    'van den berg',
    'berg',
    'Berg, Jan',
    'BÉRG',
    'pieter jan',
    'yilmaz',
    'jean',
    'يان',
    ' ',
  ])('finds by %j', (query) => {
    expect(matchesSearch(berg, query)).toBe(true)
  })

  test.each(['berk', 'jan smit', 'bergvan'])('does not find by %j', (query) => {
    expect(matchesSearch(berg, query)).toBe(false)
  })

  test('a name in Ethiopic is found with the letter that sounds the same', () => {
    const hana = searchFold({
      ...nobody,
      ...oneForm,
      given_names: 'Hana',
      surname: 'Tekle',
      also_known_as: '',
      own_script_name: 'ሐና ተክለ',
    })
    expect(matchesSearch(hana, 'ሀና')).toBe(true)
  })
})

describe('soundKey', () => {
  const alike: [string, string][] = [
    ['Mohamed', 'Muhammad'],
    ['Mohammed', 'Muhamed'],
    ['Yusuf', 'Joesoef'],
    ['Yusuf', 'Youssuf'],
    ['Khaled', 'Chaled'],
    ['Qasim', 'Kasim'],
    ['Sarah', 'Sara'],
    ['Hussein', 'Hoessein'],
    ['Hussain', 'Hussein'],
    ['Djamila', 'Jamila'],
    ['Shirin', 'Sjirin'],
    ['Maryam', 'Mariam'],
    ['Fatima', 'Fatimah'],
    ['Nour', 'Noor'],
    ['Çelik', 'Celik'],
  ]
  test.each(alike)('%s sounds like %s', (a, b) => {
    const key = soundKey({ ...nobody, given_names: a })
    expect(key).toBe(soundKey({ ...nobody, given_names: b }))
    expect(key).not.toBe('')
  })

  test.each([
    ['Anna', 'Amina'],
    ['Omar', 'Amir'],
    ['Hassan', 'Husain'],
    ['Ali', 'Alia'],
  ])('%s does not sound like %s', (a, b) => {
    expect(soundKey({ ...nobody, given_names: a })).not.toBe(soundKey({ ...nobody, given_names: b }))
  })

  test('articles and prefixes do not count, glued or not', () => {
    const key = soundKey({ ...nobody, given_names: 'Samira', prefix: 'el', surname: 'Khatib' })
    expect(soundKey({ ...nobody, given_names: 'Samira', surname: 'Al-Khatib' })).toBe(key)
    expect(soundKey({ ...nobody, given_names: 'Samira', surname: 'Elkhatib' })).toBe(key)
    expect(soundKey({ ...nobody, given_names: 'Khatib', surname: 'Samira' })).toBe(key)
    expect(soundKey({ ...nobody, surname: 'Al' })).not.toBe('')
    expect(soundKey(nobody)).toBe('')
  })
})

describe('duplicateReason', () => {
  const person = (
    given_names: string,
    surname: string,
    birth_date: string | null,
    more = {},
  ): ComparedPerson => ({
    ...nobody,
    given_names,
    surname,
    birth_date,
    ...more,
  })
  const samira = person('Samira', 'Khatib', '1990-02-03', { prefix: 'el' })

  test.each<[string, ComparedPerson, ReturnType<typeof duplicateReason>]>([
    ['the same name, another date', person('samira', 'Khatib', '1985-05-05'), 'same_name'],
    ['first and last name swapped', person('Khatib', 'Samira', null), 'same_name'],
    [
      'also known as',
      person('Noor', 'Test', null, { also_known_as: 'Noor Jansen; Samira el-Khatib' }),
      'same_name',
    ],
    ['another spelling', person('Sameera', 'Al Chatib', '1985-05-05'), 'sounds_alike'],
    ['a slip of one letter, date not known', person('Samiara', 'Khatib', null), 'sounds_alike'],
    ['a slip of one letter, other date', person('Samir', 'Khatib', '1992-06-06'), null],
    ['the same date, another name', person('Joy', 'Okoro', '1990-02-03'), 'same_birth_date'],
    ['nothing the same', person('Joy', 'Okoro', '1991-02-03'), null],
  ])('%s', (_what, other, expected) => {
    expect(duplicateReason(samira, other)).toBe(expected)
    expect(duplicateReason(other, samira)).toBe(expected)
  })

  test('1 January or a year alone asks for a name that looks alike', () => {
    for (const date of ['1990-01-01', '1990']) {
      expect(duplicateReason(person('Samira', 'Khatib', date), person('Joy', 'Okoro', date))).toBeNull()
      expect(
        duplicateReason(person('Samira', 'Khatib', date), person('Samina', 'Katibi', date)),
      ).not.toBeNull()
    }
  })

  test('no name and no date is nobody', () => {
    expect(duplicateReason(person('', '', null), samira)).toBeNull()
    expect(duplicateReason(person('', '', null), person('', '', null))).toBeNull()
  })
})
