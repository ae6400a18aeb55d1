import { expect, test } from 'vitest'
import { isFits } from '#core/words/fits.ts'
import { starterWords } from '#core/words/starter.ts'
import { articleOf, longest, wordInExample, wordKey } from '#core/words/word.ts'

const words = starterWords()
const count = (text: string) => text.split(/\s+/u).filter((part) => /\p{L}|\d/u.test(part)).length

/** What has no article: verbs, other small words, expressions, and names of days. */
const noNoun = new Set(
  `veilig gevaarlijk voorzichtig|let op|verboden verplicht|op tijd|te laat|vandaag morgen gisteren half vroeg langzaam
   alstublieft bedankt natuurlijk misschien klaar netjes zelfstandig rechtdoor linksaf rechtsaf dichtbij lekker houdbaar
   moe|frisse lucht|rustig druk|ziek melden|beterschap duur goedkoop gratis|gelukkig nieuwjaar|Driekoningen Valentijnsdag
   carnaval Vrouwendag|Goede Vrijdag|Pasen Koningsdag oranje Hemelvaartsdag Pinksteren|Keti Koti|Dierendag Sint-Maarten
   Sinterklaas Kerstmis|oud en nieuw|gefeliciteerd Newroz Divali Chanoeka Prinsjesdag Burendag`
    .split('|')
    .flatMap((part) =>
      /^(let op|op tijd|te laat|frisse lucht|ziek melden|gelukkig nieuwjaar|Goede Vrijdag|Keti Koti|oud en nieuw)$/u.test(
        part.trim(),
      )
        ? [part.trim()]
        : part.trim().split(/\s+/u),
    ),
)

test('there are enough words for a year, each once', () => {
  expect(words.length).toBeGreaterThanOrEqual(260)
  expect(new Set(words.map((word) => wordKey(word.word))).size).toBe(words.length)
  expect(words.filter((word) => word.fits === '').length).toBeGreaterThanOrEqual(260)
})

test.each(words.map((word) => [word.word, word] as const))('%s', (_name, word) => {
  expect(word.theme).not.toBe('')
  expect(isFits(word.fits)).toBe(true)
  expect(count(word.meaning)).toBeGreaterThan(0)
  expect(count(word.meaning)).toBeLessThanOrEqual(15)
  expect(count(word.example)).toBeGreaterThan(1)
  expect(count(word.example)).toBeLessThanOrEqual(12)
  expect(word.meaning).toMatch(/^\p{Lu}.*\.$/u)
  expect(word.example).toMatch(/^\p{Lu}.*[.!?]$/u)
  expect(word.word.length).toBeLessThanOrEqual(longest.word)
  // A noun has its article; a verb ends in -en or -n.
  const { article, rest } = articleOf(word.word)
  if (article === '') expect(noNoun.has(rest) || /(?:en|aan|zien|doen)$/u.test(rest)).toBe(true)
  expect(article).not.toBe('een')
})

test('most examples have the word itself, so that the sheet has a sentence to fill in', () => {
  const found = words.filter((word) => wordInExample(word.word, word.example).word !== '')
  expect(found.length / words.length).toBeGreaterThan(0.85)
})

test('themes come in turns, five words of each', () => {
  expect(new Set(words.slice(0, 5).map((word) => word.theme)).size).toBe(1)
  expect(words[5]?.theme).not.toBe(words[4]?.theme)
})
