/** Names as they are searched and compared: how they are written, and how they sound. */
import { distance } from 'fastest-levenshtein'
import type { NameParts } from './name.ts'
import { inLatin } from './scripts.ts'

/** Letters that Unicode does not take apart into a plain letter and a mark. */
// prettier-ignore
const letters: Readonly<Record<string, string>> = {
  đ: 'd', ð: 'd', ł: 'l', ø: 'o', ı: 'i', ß: 'ss', æ: 'ae', œ: 'oe', þ: 'th', ħ: 'h', ŋ: 'n', ŧ: 't', ς: 'σ',
  // Arabic script as it is typed on Arabic, Persian, Kurdish and Urdu keyboards.
  ى: 'ي', ی: 'ي', ې: 'ي', ک: 'ك', ة: 'ه', ە: 'ه', ہ: 'ه', ھ: 'ه', ٱ: 'ا',
}
const letterPattern = new RegExp(`[${Object.keys(letters).join('')}]`, 'gu')

/**
 * Accents, Arabic vowel signs and tatweel, Hebrew points, Ethiopic length marks: people leave them out. The
 * vowels of Indian scripts are marks too, but part of the word: those stay.
 */
const marks = /[\p{M}&&[\p{Script=Inherited}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Ethiopic}]]|\u0640/gv

/** Rows of eight Ethiopic letters that sound the same as another row: [row, the row that is kept]. */
const ethiopicRows: ReadonlyMap<number, number> = new Map([
  [0x1210, 0x1200], // ሐ as ሀ
  [0x1280, 0x1200], // ኀ as ሀ
  [0x1220, 0x1230], // ሠ as ሰ
  [0x12d0, 0x12a0], // ዐ as አ
  [0x1340, 0x1338], // ፀ as ጸ
])

/**
 * Lower case, without accents, đ ł ø ı ß and their like as plain letters, everything that is no letter or
 * digit as one space. Other scripts stay in their own script. Folding twice changes nothing.
 */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .normalize('NFKD')
    .replace(marks, '')
    .replace(letterPattern, (letter) => letters[letter] ?? letter)
    .replace(/[\u1200-\u1347]/g, ethiopic)
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim()
}

function ethiopic(letter: string): string {
  const code = letter.charCodeAt(0)
  const row = ethiopicRows.get(code & ~7)
  return row === undefined ? letter : String.fromCharCode(row + (code & 7))
}

/** What the search needs beside the name parts. */
export type SearchParts = NameParts & { also_known_as: string; own_script_name: string }

/**
 * Every form of a name in one folded text, for `LIKE '%...%'` on each word of `searchWords(query)`. Surnames
 * of more words are also written as one, so that "vandenberg" finds "van den Berg".
 */
export function searchFold(parts: SearchParts): string {
  const surname = fold(`${parts.prefix} ${parts.surname}`)
  const partner = fold(`${parts.partner_prefix} ${parts.partner_surname}`)
  const forms = [fold(parts.call_name), fold(parts.given_names), surname, partner, fold(parts.also_known_as)]
  const script = fold(parts.own_script_name)
  const all = [...forms, script]
  const glued = all.filter((form) => form.includes(' ')).map((form) => form.replaceAll(' ', ''))
  return [...new Set([...all, ...glued])].filter((form) => form !== '').join(' ')
}

/** The words that a search text asks for; each has to be in `searchFold`. */
export function searchWords(query: string): string[] {
  return fold(query)
    .split(' ')
    .filter((word) => word !== '')
}

/** Whether a name is found by this search text: every word of it is in the folded name. */
export function matchesSearch(searchFolded: string, query: string): boolean {
  return searchWords(query).every((word) => searchFolded.includes(word))
}

/** Articles and prefixes that come and go between documents. */
const particles: ReadonlySet<string> = new Set(
  (
    'al el ul as ash ad an ar at az bin ibn ben bint ' +
    'van von vom zu de den der het t d ten ter te in op aan bij uit voor la le las los du des del della di da do dos das'
  ).split(' '),
)

/** Applied in this order to one folded Latin word; the later ones see what the earlier ones made. */
const sounds: readonly (readonly [RegExp, string])[] = [
  [/^[ae]l(?=.{4})/, ''], // Elkhatib, Alkhatib
  [/sch|sj|sh/g, 's'],
  [/tsj|tch/g, 'g'],
  [/kh|gh|ch/g, 'g'],
  [/ck|q/g, 'k'],
  [/c(?=[eiy])/g, 's'],
  [/c/g, 'k'],
  [/ph/g, 'f'],
  [/th/g, 't'],
  [/dh/g, 'd'],
  [/w/g, 'v'],
  [/x/g, 'ks'],
  [/dj|j|y/g, 'i'],
  [/ou|oe|oo|u|o/g, 'u'],
  [/ee|ie/g, 'i'],
  [/e/g, 'a'],
  [/(?<=[aiu])h$/, ''], // Sarah, Fatimah
  [/(.)\1+/g, '$1'],
]

/** How one folded word sounds; a word in a script that is not known stays as it is. */
export function soundOf(word: string): string {
  const latin = inLatin(word)
  if (!/^[a-z]+$/.test(latin)) return word
  return sounds.reduce((text, [from, to]) => text.replace(from, to), latin)
}

/** The parts of a name that a comparison needs. */
export type ComparedName = Pick<NameParts, 'given_names' | 'call_name' | 'prefix' | 'surname'>

/** The words of a name without articles and prefixes; all of them when nothing else is left. */
function nameWords(first: string, surname: string): string[] {
  const all = fold(`${first} ${surname}`)
    .split(' ')
    .filter((word) => word !== '')
  const kept = all.filter((word) => !particles.has(word))
  return kept.length > 0 ? kept : all
}

/**
 * How a name sounds, whatever the transliteration: Mohamed and Muhammad, Joesoef and Yusuf, el-Khatib and
 * Alkhatib give the same. Given names, call name and surname, each sound once and sorted, because first and
 * last names are often swapped. Empty when there is no name.
 */
export function soundKey(parts: ComparedName): string {
  return keyOf(nameWords(`${parts.given_names} ${parts.call_name}`, parts.surname))
}

function keyOf(words: readonly string[]): string {
  return [...new Set(words.map(soundOf))]
    .filter((word) => word !== '')
    .toSorted()
    .join(' ')
}

export type ComparedPerson = ComparedName & {
  also_known_as?: string
  /** `YYYY-MM-DD`, `YYYY-MM`, `YYYY` or null. */
  birth_date: string | null
}

export type DuplicateReason = 'same_name' | 'sounds_alike' | 'same_birth_date'

/**
 * Why two people may be one, or null. A name that differs a little while both dates of birth are certain
 * and differ is somebody else (brothers). 1 January and a date that is not complete are what an office
 * writes when the date is not known; such a date says something only beside a name that looks alike.
 */
export function duplicateReason(a: ComparedPerson, b: ComparedPerson): DuplicateReason | null {
  const [namesA, namesB] = [namesOf(a), namesOf(b)]
  const strong = certain(a.birth_date) && certain(b.birth_date)
  const sameDate = a.birth_date !== null && a.birth_date === b.birth_date
  let alike = Infinity
  for (const nameA of namesA)
    for (const nameB of namesB) {
      if (nameA.toSorted().join(' ') === nameB.toSorted().join(' ')) return 'same_name'
      alike = Math.min(alike, unlike(nameA, nameB))
    }
  if (alike === 0) return 'sounds_alike'
  if (alike <= 0.15 && !(strong && !sameDate)) return 'sounds_alike'
  if (sameDate && (strong || alike <= 0.35)) return 'same_birth_date'
  return null
}

/** Every name somebody goes by, as words: given names or call name with the surname, and the other names. */
function namesOf(person: ComparedPerson): string[][] {
  const names = [
    nameWords(person.given_names, person.surname),
    nameWords(person.call_name || person.given_names, person.surname),
    ...(person.also_known_as ?? '').split(/[,;/\n]/).map((other) => nameWords(other, '')),
  ]
  return names.filter((name) => name.length > 0)
}

/** 0 sounds the same, 1 nothing alike: the share of the letters that differs. */
function unlike(a: readonly string[], b: readonly string[]): number {
  const [sortedA, sortedB] = [keyOf(a), keyOf(b)]
  if (sortedA === sortedB) return 0
  const [gluedA, gluedB] = [a.map(soundOf).join(''), b.map(soundOf).join('')]
  return Math.min(share(sortedA, sortedB), share(gluedA, gluedB))
}

function share(a: string, b: string): number {
  return distance(a, b) / Math.max(a.length, b.length, 1)
}

function certain(date: string | null): boolean {
  return date !== null && date.length === 10 && !date.endsWith('-01-01')
}
