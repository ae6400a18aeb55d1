/** Checks that more features share; each gives the problem, so that a form can show all of them at once. */
import type { FieldError } from '#core/api/errors.ts'
import { normalisePostcode } from '#core/fields/postcode.ts'
import { invalid } from './invalid.ts'

type Problem = FieldError | null

/** A text that must not be empty; `undefined` means that it was not given and stays as it was. */
export function required(field: string, text: string | undefined): Problem {
  return text !== undefined && text.trim() === '' ? { field, problem: 'required' } : null
}

/** What happened cannot lie after today. */
export function notInFuture(field: string, date: string | null | undefined, today: string): Problem {
  return date && date > today ? { field, problem: 'date_in_future' } : null
}

/** An end on the day of the beginning is fine; one that lies before it is not. */
export function endNotBefore(
  field: string,
  start: string | null | undefined,
  end: string | null | undefined,
): Problem {
  return start && end && end < start ? { field, problem: 'end_before_start' } : null
}

/** @throws CommandError INVALID with every problem there is. */
export function refuse(...problems: Problem[]): void {
  const fields = problems.filter((problem) => problem !== null)
  if (fields.length > 0) throw invalid(fields)
}

/** The fields with their texts trimmed: a space that came along in a paste is no part of a name. */
export function trimmed<T extends object>(fields: T): T {
  return Object.fromEntries(
    Object.entries(fields).map(([key, value]) => [key, typeof value === 'string' ? value.trim() : value]),
  ) as T
}

/** The same, with a postcode in its usual form; one that is not understood is stored as it was typed. */
export function tidyAddress<T extends { postcode?: string | undefined }>(typed: T): T {
  const fields = trimmed(typed)
  if (fields.postcode === undefined) return fields
  const postcode = normalisePostcode(fields.postcode)
  return postcode.ok ? { ...fields, postcode: postcode.value } : fields
}
