/** What a calendar file may say. It leaves the office and lands in calendars that others can see. */
import type { FileDetail } from '../api/agenda.ts'
import { containsBsn } from '../fields/bsn.ts'

/** Nine figures or more, as telephone numbers are written: no time, date or postcode has so many. */
const longNumber = /\d(?:[ .\-/()]{0,2}\d){8,}/

/** Whether a text holds a number that can be somebody's: of a telephone, a citizen service number, a bank account. */
export function holdsLongNumber(text: string): boolean {
  return longNumber.test(text) || containsBsn(text)
}

/**
 * Title and place as they go out. A text with a long number stays inside, whatever was chosen. `neutral` is the word
 * for an appointment of which nothing is said; `withName` puts a first name behind a title.
 */
export function fileWords(
  of: { title: string; place: string; firstName: string },
  detail: FileDetail,
  words: { neutral: string; withName: (title: string, name: string) => string },
): { title: string; place: string } {
  if (detail === 'time') return { title: words.neutral, place: '' }
  const title = holdsLongNumber(of.title) ? words.neutral : of.title
  const place = holdsLongNumber(of.place) ? '' : of.place
  const named = detail === 'first_name' && of.firstName !== '' && !hasWord(title, of.firstName)
  return { title: named ? words.withName(title, of.firstName) : title, place }
}

function hasWord(text: string, word: string): boolean {
  return text
    .toLocaleLowerCase()
    .split(/[^\p{L}\p{M}'’-]+/u)
    .includes(word.toLocaleLowerCase())
}
