import { describe, expect, it } from 'vitest'
import { kilometres } from '#core/distance/great-circle.ts'
import { placeKeys, placeOf } from '#core/distance/place.ts'
import {
  encodingOf,
  kindOfFile,
  readNumber,
  TableReader,
  type ReadTable,
  type Unusable,
} from '#core/distance/read-table.ts'

/** In pieces of this many characters, as a file comes. */
function read(text: string, piece = 7): ReadTable | Unusable {
  const reader = new TableReader()
  for (let at = 0; at < text.length; at += piece) reader.add(text.slice(at, at + piece))
  return reader.finish()
}
function table(text: string, piece?: number): ReadTable {
  const found = read(text, piece)
  if (typeof found === 'string') throw new Error(found)
  return found
}
const two = [
  { postcode: '1011', latitude: 52.37, longitude: 4.9 },
  { postcode: '9711', latitude: 53.22, longitude: 6.57 },
]

describe('a table of postcode centres', () => {
  it.each([
    ['comma, point, header', 'postcode,latitude,longitude\n1011,52.37,4.90\n9711,53.22,6.57\n'],
    [
      'semicolon, decimal comma, another language',
      'Code postal;Breite;Länge\r\n1011;52,37;4,90\r\n9711;53,22;6,57',
    ],
    ['tab, no header, old line ends', '1011\t52.37\t4.9\r9711\t53.22\t6.57\r'],
    ['byte order mark', '\uFEFF1011;52,37;4,90\n9711;53,22;6,57'],
    ['quoted, comma for both', '"pc4","lat","lon"\n"1011","52,37","4,90"\n"9711","53,22","6,57"\n'],
    ['longitude first, under a header that says otherwise', 'pc,lat,lon\n1011,4.90,52.37\n9711,6.57,53.22\n'],
    [
      'other columns around it',
      'nr;inwoners;PC4;naam;lon;lat\n1;4512;1011;Centrum;4,90;52,37\n2;8000;9711;Stad;6,57;53,22',
    ],
    ['with letters behind the digits', '1011 AB,52.37,4.9\n9711CD,53.22,6.57'],
    ['one line turned round', '1011,52.37,4.9\n9711,6.57,53.22\n1011,52.37,4.9'],
    ['empty lines and the same line twice', '\n1011,52.37,4.9\n\n9711,53.22,6.57\n9711,53.22,6.57\n\n'],
  ])('reads it with %s', (_, text) => {
    for (const piece of [1, 7, 10_000]) {
      const found = table(text, piece)
      expect(found.rows).toEqual(two)
      expect(found.problems).toEqual([])
    }
  })

  it('says when the longitude stands first', () => {
    expect(table('1011,4.90,52.37\n').longitudeFirst).toBe(true)
    expect(table('1011,52.37,4.90\n').longitudeFirst).toBe(false)
  })

  it('lists what cannot be used with its line', () => {
    const found = table(
      'pc;lat;lon\n1011;52,37;4,90\n0999;52,1;4,9\n1012;x;4,9\n5000;48,85;2,35\n1011;52,99;4,10\n9711;53,22;6,57\n1013',
    )
    expect(found.rows).toEqual(two)
    expect(found.problems.map(({ line, problem }) => [line, problem])).toEqual([
      [3, 'malformed'],
      [4, 'malformed'],
      [5, 'outside'],
      [6, 'twice'],
      [8, 'malformed'],
    ])
    expect(found.problemCount).toBe(5)
  })

  it.each([
    ['empty', ''],
    ['empty', '\n\n  \n'],
    ['no_columns', 'Beste collega,\n\nhier is de lijst.\n'],
    ['no_columns', '1011,52.37\n9711,53.22\n'],
    ['no_columns', 'a,b,c\n1,2,3\n4,5,6\n'],
    ['rd_coordinates', 'pc4;x;y\n1011;121687;487484\n9711;233883;582065\n'],
  ])('says why a file is %s', (why, text) => {
    expect(read(text)).toBe(why)
  })

  it('keeps no more than a hundred problems of a huge file, and one centre per postcode', () => {
    const lines = Array.from({ length: 200_000 }, (_, n) =>
      n % 2 === 0 ? `${1000 + (n % 4000)};52,${100 + (n % 4000)};5,1` : `rommel ${n};;`,
    )
    const reader = new TableReader()
    for (let at = 0; at < lines.length; at += 5000) reader.add(`${lines.slice(at, at + 5000).join('\n')}\n`)
    const found = reader.finish()
    if (typeof found === 'string') throw new Error(found)
    expect(found.problems).toHaveLength(100)
    expect(found.problemCount).toBe(100_000)
    expect(found.rows).toHaveLength(2000)
    expect(found.lines).toBe(200_000)
  })

  it('knows other kinds of files by their first bytes', () => {
    const bytes = (...list: number[]) => new Uint8Array(list)
    expect(kindOfFile(bytes())).toBe('empty')
    expect(kindOfFile(bytes(0x50, 0x4b, 3, 4))).toBe('excel')
    expect(kindOfFile(bytes(0xd0, 0xcf, 0x11, 0xe0))).toBe('excel')
    expect(kindOfFile(bytes(0x89, 0x50, 0, 1))).toBe('not_text')
    expect(kindOfFile(bytes(0xff, 0xfe, 0x31, 0))).toBeNull()
    expect(encodingOf(bytes(0xff, 0xfe, 0x31, 0))).toBe('utf-16le')
    expect(encodingOf(bytes(0x31, 0x30))).toBe('utf-8')
    expect(kindOfFile(new TextEncoder().encode('1011,52,4'))).toBeNull()
  })

  it('reads numbers as people and programs write them', () => {
    expect(['52,37', '"4.9"', ' -3 ', '5.1.2', '', 'NaN', '1e3'].map(readNumber)).toEqual([
      52.37,
      4.9,
      -3,
      null,
      null,
      null,
      null,
    ])
  })
})

describe('distances', () => {
  it('are those of the great circle', () => {
    // Amsterdam (Dam) to Groningen (Martinitoren), 147 km by any map; one degree of latitude is 111.2 km.
    expect(kilometres({ latitude: 52.3731, longitude: 4.8926 }, { latitude: 53.2194, longitude: 6.5681 })).toBeCloseTo(146.9, 0) // prettier-ignore
    expect(kilometres({ latitude: 52, longitude: 5 }, { latitude: 53, longitude: 5 })).toBeCloseTo(111.2, 1)
    expect(kilometres({ latitude: 52, longitude: 5 }, { latitude: 52, longitude: 5 })).toBe(0)
  })

  it('know a place by its postcode, and else by its town in any spelling', () => {
    expect(placeKeys(placeOf('1234 ab', "'s-Hertogenbosch"))).toEqual(['1234', 's hertogenbosch'])
    expect(placeKeys(placeOf('', ''))).toEqual([])
    expect(placeOf('12345', 'Súdwest').postcode).toBe('')
    expect(placeOf('NL-1234AB', '').postcode).toBe('1234')
  })
})
