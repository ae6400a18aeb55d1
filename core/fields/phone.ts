/** Telephone numbers. Nothing typed is ever refused: the screen warns, the typed text is kept. */
import { parsePhoneNumberFromString } from 'libphonenumber-js/max'
import type { FieldProblem } from '../api/errors.ts'

export type NormalisedPhone = { ok: true; value: string; e164: string } | { ok: false; problem: FieldProblem }

/** Direction marks and other invisible characters that come along with a paste from a chat. */
const invisible = /[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g

/**
 * A number as people read it (`value`: Dutch ones as "06 12345678", others as "+32 470 12 34 56") and as
 * machines do (`e164`: "+31612345678"). Words beside the number, such as "(moeder)", stay in `value`.
 * Numbers without a country are Dutch. Nothing typed gives two empty texts.
 */
export function normalisePhone(text: string): NormalisedPhone {
  const typed = text.replace(invisible, '').replace(/\s+/g, ' ').trim()
  if (typed === '') return { ok: true, value: '', e164: '' }
  const number = parsePhoneNumberFromString(typed, 'NL')
  if (number === undefined || !number.isValid()) return { ok: false, problem: 'phone_invalid' }
  if (/\p{L}/u.test(typed)) return { ok: true, value: typed, e164: number.number }
  const value = number.country === 'NL' ? number.formatNational() : number.formatInternational()
  return { ok: true, value, e164: number.number }
}
