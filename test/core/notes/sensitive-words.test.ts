import { describe, expect, test } from 'vitest'
import { programWords, readWordList, sensitiveWords } from '#core/notes/sensitive-words.ts'

const program = readWordList(programWords)
const found = (text: string, list = program) =>
  sensitiveWords(text, list).map(({ word, kind }) => [word, kind])

describe('words that deserve a second look', () => {
  test.each([
    ['Zij kreeg een hersteloperatie.', 'hersteloperatie', 'health'],
    ['Hij slikt MEDICIJNEN tegen iets', 'MEDICIJNEN', 'health'],
    ['Last van een burn-out.', 'burn-out', 'health'],
    ['Een suicidepoging vroeger', 'suicidepoging', 'health'],
    ['Is dépressief geweest', 'dépressief', 'health'],
    ['Gaat naar de huisarts', 'huisarts', 'health'],
    ['Heeft pijn.', 'pijn', 'health'],
    ['She was in hospital', 'hospital', 'health'],
    ['Told about her anxiety  disorder, twice', 'anxiety disorder', 'health'],
    ['Gaat vrijdag naar de moskee', 'moskee', 'belief'],
    ['Vrijdag kerk', 'kerk', 'belief'],
    ['De ramadanperiode', 'ramadanperiode', 'belief'],
  ])('%s', (text, word, kind) => expect(found(text)).toEqual([[word, kind]]))

  test.each([
    'Werkt bij de coöperatie, een cooperatie in de wijk',
    'Woont aan de Kerkstraat 12 en houdt van muziek',
    'Kwam partstroom brengen en zei: godsnaam',
    'Ik geloof dat het goed gaat, hij is optimistisch',
    'Meldde zich en kwam later terug van de Ziektewet',
    '',
    '<script>alert(1)</script> 😀 \u202e',
  ])('nothing in: %s', (text) => expect(found(text)).toEqual([]))

  test('each word once, in order, at most five', () => {
    expect(found('trauma, Trauma en TRAUMA; gebed')).toEqual([
      ['trauma', 'health'],
      ['gebed', 'belief'],
    ])
    expect(found('trauma gebed koorts griep hernia reuma astma')).toHaveLength(5)
  })

  test("an office's own list takes the place of the program's", () => {
    const own = readWordList('Huurschuld\n\n  trauma \nop\n-traumaraam\nlopende zaak')
    expect(found('De huurschulden zijn weg, een traumaraam, geen operatie', own)).toEqual([
      ['huurschulden', 'own'],
    ])
    expect(found('Trauma. Op zijn plek; opgeruimd. Lopende zaak', own)).toEqual([
      ['Trauma', 'health'],
      ['Op', 'own'],
      ['lopende zaak', 'own'],
    ])
    expect(found('trauma', readWordList(''))).toEqual([])
    expect(found('[.*(', readWordList('[.*(\n+'))).toEqual([])
  })

  test('a long note is judged while somebody types', () => {
    const text = 'Vandaag hielp zij in de keuken en sprak zij met de klanten. '.repeat(330)
    const before = performance.now()
    sensitiveWords(text, program)
    expect(performance.now() - before).toBeLessThan(400)
  })
})
