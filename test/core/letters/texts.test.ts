import { describe, expect, test } from 'vitest'
import { plainHints } from '#core/letters/plain.ts'
import { printedTexts, secondLooks } from '#core/letters/printed.ts'
import { changedSince, noteInLetter, shortenedTo } from '#core/letters/shortened.ts'
import { writersOf } from '#core/letters/written.ts'
import { programWords, readWordList } from '#core/notes/sensitive-words.ts'
import { fullFacts } from '../../letters/example.ts'

describe('a note that the letter says shorter', () => {
  const note = { id: 7, body: 'Een lange notitie over het werk.' }
  const short = shortenedTo(note, 'Kort.', undefined)

  test('is its own text, and the whole note again when that is taken away', () => {
    expect(noteInLetter(note, short)).toBe('Kort.')
    expect(noteInLetter({ ...note, id: 8 }, short)).toBe(note.body)
    expect(noteInLetter(note, shortenedTo(note, null, short))).toBe(note.body)
    expect(shortenedTo(note, 'Korter.', short)).toHaveLength(1)
  })

  test('says so when the note was changed after it', () => {
    expect(changedSince(note, short)).toBe(false)
    expect(changedSince({ ...note, body: 'Anders.' }, short)).toBe(true)
    expect(changedSince({ id: 8, body: 'x' }, short)).toBe(false)
  })
})

describe('who typed what', () => {
  const version = (who: string, at: string, texts: object) => ({ who, at, draft: JSON.stringify({ texts }) })

  test('the last one who changed a text; nobody typed what the draft began with', () => {
    const writers = writersOf([
      version('Joost', '2026-11-01T09:00:00Z', { opening: '', seen: 'Uit het signaal' }),
      version('Joost', '2026-11-02T09:00:00Z', { opening: 'Goed', seen: 'Uit het signaal' }),
      version('Annemiek', '2026-11-03T09:00:00Z', { opening: 'Heel goed', seen: 'Uit het signaal' }),
      version('Joost', '2026-11-04T09:00:00Z', { opening: 'Heel goed', seen: 'Uit het signaal' }),
    ])
    expect([...writers]).toEqual([['opening', { who: 'Annemiek', at: '2026-11-03T09:00:00Z' }]])
  })
})

describe('a second look', () => {
  const list = readWordList(programWords)
  const of = (part: object) => secondLooks({ ...fullFacts, ...part }, list)

  test('at every text that would be printed, with where it stands', () => {
    const places = printedTexts({
      ...fullFacts,
      notes: [{ id: 3, date: '2026-11-02', body: 'Tekst' }],
      goals: [{ description: 'Doel', state: 'busy', remark: 'Bij' }],
      texts: { ...fullFacts.texts, agreements: [{ what: 'Bellen', who: '', when: '' }] },
    } as never).map(({ where }) => where)
    for (const where of ['text:opening', 'note:3', 'goals', 'purpose', 'places', 'agreement:0'])
      expect(places).toContain(where)
    expect(places).not.toContain('text:discussed_on')
  })

  test('medical and religious words by their place, and a number that looks like a BSN', () => {
    const texts = { ...fullFacts.texts, opening: 'Zij heeft een depressie.', helps: 'Nummer 111222333.' }
    expect(of({ texts, notes: [{ id: 3, date: '2026-11-02', body: 'Ging naar de moskee.' }] })).toEqual([
      { code: 'sensitive', blocking: false, where: 'text:opening', words: ['depressie'] },
      { code: 'bsn', blocking: false, where: 'text:helps' },
      { code: 'sensitive', blocking: false, where: 'note:3', words: ['moskee'] },
    ])
  })

  test('of two goals one line with the words of both', () => {
    const goal = (description: string) => ({ description, state: 'busy', remark: '' })
    expect(
      of({ goals: [goal('Minder stress en depressie'), goal('Naar de psycholoog')], texts: {}, notes: [] }),
    ).toEqual([{ code: 'sensitive', blocking: false, where: 'goals', words: ['depressie', 'psycholoog'] }])
  })
})

describe('hints for a text that is easy to read', () => {
  test('a sentence of more than twenty words, not two short ones', () => {
    const twenty = Array.from({ length: 20 }, () => 'woord').join(' ')
    expect(plainHints(`${twenty}. Nog een zin.`).long).toEqual([])
    expect(plainHints(`${twenty} woord.`).long).toEqual([
      { begin: 'woord woord woord woord woord', words: 21 },
    ])
    expect(plainHints('Zij werkt graag\nmet stof').long).toEqual([])
  })

  test('words of offices, whole words only', () => {
    expect(plainHints('Indien zij komt, krijgt zij een sanctie.').words).toEqual([
      { word: 'Indien', better: 'als' },
      { word: 'sanctie', better: 'straf' },
    ])
    expect(plainHints('De sanctiebox').words).toEqual([])
  })
})
