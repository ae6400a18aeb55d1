/** What somebody types to find somebody: names, numbers and a date of birth, in one box and in any order. */
import { parseTypedDate } from '../calendar/parse-date.ts'
import { searchWords } from './fold.ts'

export type TypedQuery = {
  /** Folded words that each have to be in a name. */
  words: string[]
  /** The digits of a phone number without what stands before the area code; empty when it is no number. */
  digits: string
  /** A client number without spaces and signs; empty when it cannot be one. */
  code: string
  /** A date of birth: `YYYY-MM-DD`, `YYYY-MM` or `YYYY`. */
  born: string | null
  /** The words beside the date of birth; the same as `words` when there is none. */
  wordsBesideDate: string[]
}

/** Shorter pieces of a number fit nearly everybody. */
const shortestNumber = 3

/** "yusuf 3-2-90", "+31 6 12 34", "zk-2026/42": each reading of it that may be meant. */
export function readQuery(text: string, today: string): TypedQuery {
  const typed = text.trim().toLowerCase()
  const isNumber = /^[+()\d\s./-]+$/.test(typed)
  // 06 12 34 and +31 6 12 34 are one number: without what stands before the 6, both are in +31612...
  const digits = isNumber ? typed.replace(/\D/g, '').replace(/^(?:0031|31|0+)(?=\d)/, '') : ''
  const code = /\d/.test(typed) ? foldCode(typed) : ''
  const { born, rest } = takeDate(typed, today)
  const words = searchWords(typed)
  return {
    words,
    digits: digits.length >= shortestNumber ? digits : '',
    code: code.length >= shortestNumber ? code : '',
    born,
    wordsBesideDate: born === null ? words : searchWords(rest),
  }
}

/** A number of the municipality as it is compared: "ZK-2026/0042" is "zk20260042". */
export function foldCode(text: string): string {
  return text.toLowerCase().replace(/[\s./-]/g, '')
}

/** A date at the beginning or at the end of the text, the longest that is one. */
function takeDate(typed: string, today: string): { born: string | null; rest: string } {
  const parts = typed.split(/[\s,;]+/).filter((part) => part !== '')
  for (let length = Math.min(parts.length, 4); length > 0; length -= 1)
    for (const from of new Set([parts.length - length, 0])) {
      const some = parts.slice(from, from + length).join(' ')
      // Six digits are a piece of a phone number at least as often as 030290: both are looked for.
      const date = /\d/.test(some) ? parseTypedDate(some, { today, partial: true }) : null
      if (date?.ok === true)
        return { born: date.value, rest: [...parts.slice(0, from), ...parts.slice(from + length)].join(' ') }
    }
  return { born: null, rest: typed }
}
