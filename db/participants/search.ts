import { searchWords, soundKey } from '#core/names/fold.ts'

/** Nobody is looked for with more words; a list in JSON would be opened again for every person. */
const places = [0, 1, 2, 3, 4, 5] as const

const wordsFit = places
  .map(
    (n) =>
      `(instr(' ' || p.name_fold, @word${n}) > 0 OR (@sound${n} <> '' AND instr(' ' || p.name_key, @sound${n}) > 0))`,
  )
  .join(' AND ')

/**
 * Whether the person `p` fits what was typed; binds `searchTerms`.
 *
 * Every word has to be found in the names, in any order, as it is written or as it sounds (Mohamed finds
 * Muhammad). A short word only counts at the beginning of a name: in the middle, two letters are in nearly
 * every name. Otherwise the whole text may be (a part of) the phone number or the client number that the
 * municipality uses.
 */
export const searchSql = `(
  (${wordsFit})
  OR (@digits <> '' AND (instr(p.phone_e164, @digits) > 0
      OR instr(replace(replace(replace(replace(p.phone, ' ', ''), '-', ''), '(', ''), ')', ''), @digits) > 0))
  OR (@clientNumber <> '' AND EXISTS (SELECT 1 FROM referral r
      WHERE r.participant_id = p.id AND instr(lower(r.client_number), @clientNumber) > 0)))`

/** A space in front of a word or a sound asks for the beginning of a name; an empty one asks nothing. */
export type SearchTerms = { digits: string; clientNumber: string } & {
  [P in `${'word' | 'sound'}${(typeof places)[number]}`]: string
}

/** Shorter pieces of a name or a number fit nearly everybody. */
const shortestPart = 3
const shortestNumber = 3
/** Three letters sound like the beginning of too many names. */
const shortestSound = 4

const soundOf = (word: string) => soundKey({ given_names: '', call_name: '', prefix: '', surname: word })

/** What was typed, ready for `searchSql`. Nothing typed fits everybody. */
export function searchTerms(query: string): SearchTerms {
  const typed = query.trim().toLowerCase()
  const folded = searchWords(typed)
  // A text of signs only folds to nothing and would fit everybody.
  const words = folded.length === 0 && typed !== '' ? [typed] : folded
  const isNumber = /^[+()\d\s./-]+$/.test(typed)
  // 06 12 34 and +31 6 12 34 are one number: without what stands before the 6, both are in +31612...
  const digits = isNumber ? typed.replace(/\D/g, '').replace(/^(?:0031|31|0+)/, '') : ''
  const terms: Record<string, string> = {
    digits: digits.length >= shortestNumber ? digits : '',
    clientNumber: /\d/.test(typed) && typed.length >= shortestNumber ? typed : '',
  }
  for (const n of places) {
    const word = words[n] ?? ''
    terms[`word${n}`] = word !== '' && word.length < shortestPart ? ` ${word}` : word
    terms[`sound${n}`] = word.length < shortestSound ? '' : ` ${soundOf(word)}`
  }
  return terms as SearchTerms
}
