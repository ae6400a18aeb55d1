/** How the number of a letter is written: the office's own words around the year and the count. */
import type { FieldProblem } from '../api/errors.ts'

/** Longest form, characters. */
export const longestForm = 30

/**
 * A form has `{year}` and behind it `{number}`, each once, with a sign between them that is no digit; so two letters
 * never have the same number, and a list sorts by year. Around them only what a file name may hold.
 */
export function numberFormProblem(form: string): FieldProblem | null {
  const text = form.trim()
  if (text === '') return 'required'
  if (text.length > longestForm) return 'too_long'
  const parts = text.split(/(\{year\}|\{number\})/u)
  const [before = '', year, between = '', number, after = '', ...more] = parts
  if (year !== '{year}' || number !== '{number}' || more.length > 0) return 'number_form'
  if (![before, between, after].every((part) => /^[\p{Script=Latin}\d .-]*$/u.test(part)))
    return 'number_signs'
  const apart = between !== '' && !/^\d|\d$/u.test(between)
  return apart && !/\d$/u.test(before) && !/^\d/u.test(after) ? null : 'number_form'
}

/** "2026-0012" for `{year}-{number}`; the count has at least four digits. */
export const letterNumber = (form: string, year: number, count: number): string =>
  form.replace('{year}', String(year)).replace('{number}', String(count).padStart(4, '0'))
