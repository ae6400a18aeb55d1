import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { NameParts } from '#core/names/name.ts'
import {
  addressLine,
  fullName,
  initials,
  listName,
  runningName,
  salutation,
  sortKey,
} from '#core/names/name.ts'
import { nameCases } from '../cases.ts'
import type { NameCase } from '../cases.ts'

const empty: NameParts = {
  given_names: '',
  call_name: '',
  initials: '',
  prefix: '',
  surname: '',
  partner_prefix: '',
  partner_surname: '',
  name_use: 'own',
  form_of_address: 'none',
}
const samira: NameParts = {
  ...empty,
  given_names: 'Samira Noor',
  call_name: 'Samira',
  prefix: 'el',
  surname: 'Khatib',
  form_of_address: 'mevrouw',
}

const uses = { E: 'own', P: 'partner', V: 'partner_own', N: 'own_partner' } as const
const forms = { M: 'heer', V: 'mevrouw' } as const

/** The register's partner is the one of the oldest marriage that still stands. */
function partsOf({ input }: NameCase): NameParts {
  const partner = input.partners
    .filter((p) => p.ontbonden === null)
    .toSorted((a, b) => (a.sinds ?? '').localeCompare(b.sinds ?? ''))[0]
  return {
    ...empty,
    given_names: input.voornamen ?? '',
    prefix: input.voorvoegsel ?? '',
    surname: input.geslachtsnaam ?? '',
    partner_prefix: partner?.voorvoegsel ?? '',
    partner_surname: partner?.geslachtsnaam ?? '',
    name_use: uses[(input.naamgebruik ?? 'E') as keyof typeof uses],
    form_of_address: forms[input.geslacht as keyof typeof forms] ?? 'none',
  }
}

const rows = nameCases
  .filter((c) => c.input.titel === null)
  .flatMap((c) => Object.entries(c.expected).map(([form, expected]) => ({ c, id: c.id, form, expected })))
  .filter((row) => row.form !== 'aanschrijfwijze.aanspreekvorm')

describe('names of the population register', () => {
  test('all cases are there', () => {
    expect(nameCases).toHaveLength(86)
    expect(rows.length).toBeGreaterThanOrEqual(86)
  })

  test.each(rows)('$id $form: $expected', ({ c, form, expected }) => {
    const parts = partsOf(c)
    if (form === 'aanhef') {
      expect(salutation(parts, 'nl')).toBe(expected ?? 'Geachte heer/mevrouw')
    } else if (form === 'aanschrijfwijze.naam') {
      const line = addressLine(parts, 'nl').replace(/^(?:De heer|Mevrouw) /, '')
      if (expected === null) expect(line).toBe(parts.given_names)
      else expect(line).toBe(expected)
    } else if (form === 'gebruikInLopendeTekst') {
      if (expected === null) expect(runningName(parts, 'nl')).toBe('Naam onbekend')
      else expect(runningName(parts, 'nl')).toBe(expected)
    } else if (form === 'voorletters') {
      expect(initials(parts.given_names)).toBe(expected ?? '')
    } else if (form === 'volledigeNaam') {
      expect(fullName(parts)).toBe(expected)
    } else {
      expect.fail(`no rule for ${form}`)
    }
  })
})

describe('forms of a name', () => {
  test('every place has its own form', () => {
    expect(fullName(samira)).toBe('Samira el Khatib')
    expect(listName(samira)).toBe('Khatib, Samira el')
    expect(runningName(samira, 'nl')).toBe('mevrouw El Khatib')
    expect(salutation(samira, 'nl')).toBe('Geachte mevrouw El Khatib')
    expect(addressLine(samira, 'nl')).toBe('Mevrouw S.N. el Khatib')
  })

  test('English forms', () => {
    expect(salutation(samira, 'en')).toBe('Dear Ms El Khatib')
    expect(runningName({ ...samira, form_of_address: 'heer' }, 'en')).toBe('Mr El Khatib')
    expect(salutation({ ...empty, call_name: 'Luwam' }, 'en')).toBe('Dear Sir or Madam')
    expect(addressLine(samira, 'en')).toBe('Ms S.N. el Khatib')
  })

  test('a registered capital stays, also after a first name', () => {
    const parts = { ...samira, prefix: 'El' }
    expect(fullName(parts)).toBe('Samira El Khatib')
    expect(addressLine(parts, 'nl')).toBe('Mevrouw S.N. El Khatib')
  })

  test.each([
    ["'t", 'Hart', "mevrouw 't Hart"],
    ['’t', 'Hart', 'mevrouw ’t Hart'],
    ["d'", 'Ancona', "mevrouw d' Ancona"],
    ['van den', 'Berg', 'mevrouw Van den Berg'],
    ['', 'el Amrani', 'mevrouw el Amrani'],
    ['ößel', 'Test', 'mevrouw Ößel Test'],
  ])('%s %s in text: %s', (prefix, surname, expected) => {
    expect(runningName({ ...samira, prefix, surname }, 'nl')).toBe(expected)
  })

  test('one name, whichever field it stands in', () => {
    for (const field of ['given_names', 'call_name', 'surname'] as const) {
      const parts: NameParts = { ...empty, [field]: 'Luwam' }
      expect(fullName(parts)).toBe('Luwam')
      expect(listName(parts)).toBe('Luwam')
      expect(sortKey(parts)).toBe('luwam')
      expect(runningName(parts, 'nl')).toBe('Luwam')
      expect(addressLine(parts, 'nl')).toBe('Luwam')
    }
    expect(salutation({ ...empty, surname: 'Luwam', form_of_address: 'mevrouw' }, 'nl')).toBe(
      'Geachte mevrouw Luwam',
    )
    expect(salutation({ ...empty, given_names: 'Luwam', form_of_address: 'mevrouw' }, 'nl')).toBe(
      'Geachte heer/mevrouw',
    )
  })

  test('initials that staff typed come first', () => {
    expect(addressLine({ ...samira, initials: 'S.' }, 'nl')).toBe('Mevrouw S. el Khatib')
  })

  test('double name in a list', () => {
    const parts: NameParts = {
      ...samira,
      prefix: 'in het',
      surname: 'Veld',
      partner_prefix: 'van',
      partner_surname: 'Velzen',
      name_use: 'partner_own',
    }
    expect(listName(parts)).toBe('Velzen-in het Veld, Samira van')
    expect(fullName(parts)).toBe('Samira van Velzen-in het Veld')
  })

  test.each([
    ['Robin Melle', 'R.M.'],
    ['Theodora Philip', 'T.P.'],
    ['IJsbrand', 'I.'],
    ['Özil', 'Ö.'],
    ['O\u0308zil', 'Ö.'],
    ["D'Angelo", 'D.'],
    ['  ', ''],
    ['-', ''],
    ['سميرة', 'س.'],
  ])('initials of %s: %s', (given, expected) => {
    expect(initials(given)).toBe(expected)
  })

  test('order of a list: surname, first name, prefix; capitals and accents do not matter', () => {
    const people = [
      { ...empty, call_name: 'Jan', surname: 'Berg Jansen' },
      { ...empty, call_name: 'Zoë', prefix: 'van den', surname: 'berg' },
      { ...empty, call_name: 'Anna', surname: 'Berg' },
      { ...empty, call_name: 'Ali', surname: 'Çelik' },
      { ...empty, call_name: 'Ömer', prefix: 'de', surname: 'Bèrg' },
    ]
    const sorted = people.toSorted((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1)).map((p) => listName(p))
    expect(sorted).toEqual([
      'Berg, Anna',
      'Bèrg, Ömer de',
      'berg, Zoë van den',
      'Berg Jansen, Jan',
      'Çelik, Ali',
    ])
  })
})

const someText = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.constantFrom('', ' ', '.', '-', 'van den', "'t", 'El', 'Ali bin Mohammed', 'سميرة'),
)
const anyName = fc.record({
  given_names: someText,
  call_name: someText,
  initials: someText,
  prefix: someText,
  surname: someText,
  partner_prefix: someText,
  partner_surname: someText,
  name_use: fc.constantFrom('own', 'partner', 'partner_own', 'own_partner'),
  form_of_address: fc.constantFrom('mevrouw', 'heer', 'none'),
}) as fc.Arbitrary<NameParts>

describe('whatever was typed', () => {
  test('no form is empty or ends in the open', () => {
    fc.assert(
      fc.property(anyName, fc.constantFrom('nl' as const, 'en' as const), (parts, lang) => {
        const all = [
          fullName(parts, lang),
          listName(parts, lang),
          runningName(parts, lang),
          salutation(parts, lang),
          addressLine(parts, lang),
        ]
        for (const form of all) {
          expect(form.trim()).not.toBe('')
          expect(form).toBe(form.trim())
        }
        expect(['Geachte', 'Geachte mevrouw', 'Geachte heer', 'Dear', 'Dear Ms', 'Dear Mr']).not.toContain(
          all[3],
        )
        expect(['mevrouw', 'de heer', 'Ms', 'Mr']).not.toContain(all[2])
      }),
    )
  })

  test('the sort key does not depend on capitals or on how accents are stored', () => {
    fc.assert(
      fc.property(anyName, (parts) => {
        const other = {
          ...parts,
          surname: parts.surname.normalize('NFD'),
          call_name: parts.call_name.normalize('NFD'),
        }
        expect(sortKey(other)).toBe(sortKey(parts))
        expect(sortKey(parts)).not.toMatch(/[A-Z]/)
      }),
    )
  })
})
