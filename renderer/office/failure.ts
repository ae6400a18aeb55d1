/** From whatever a call threw to something that has words: `i18n: errors.<code>`. */
import { ORPCError } from '@orpc/client'
import { errorCodes, type ErrorCode, type FieldError } from '#core/api/errors.ts'
import { LineLostError } from './connection.ts'

export type Failure = {
  /** LINE_LOST is ours: the call did not get through, or its answer was lost. */
  code: ErrorCode | 'LINE_LOST'
  fields: FieldError[] // of INVALID
  /** Of EDITED_ELSEWHERE: what each field is now. */
  elsewhere: { field: string; value: unknown }[]
  path: string // of the codes about a file or folder; '' otherwise
  ref: string // of UNEXPECTED: stands in the log
  version: string // of NEWER_VERSION
  monday: string // of WEEK_CLOSED
  clock: string // of LETTER_CLOCK: what the clock says
  last: string // and the day of the newest letter
}

const none = { fields: [], elsewhere: [], path: '', ref: '', version: '', monday: '', clock: '', last: '' }

function isOurs(code: string): code is ErrorCode {
  return errorCodes.some((known) => known === code)
}

/** Never throws; what nobody foresaw becomes UNEXPECTED without a reference. */
export function failureOf(error: unknown): Failure {
  if (error instanceof LineLostError) return { ...none, code: 'LINE_LOST' }
  if (!(error instanceof ORPCError) || !isOurs(error.code)) return { ...none, code: 'UNEXPECTED' }
  if (error.code === 'EDITED_ELSEWHERE') {
    const { fields } = error.data as { fields: Failure['elsewhere'] }
    return { ...none, code: error.code, elsewhere: fields }
  }
  const data = (error.data ?? {}) as Partial<Failure>
  return {
    ...none,
    code: error.code,
    fields: data.fields ?? [],
    path: data.path ?? '',
    ref: data.ref ?? '',
    version: data.version ?? '',
    monday: data.monday ?? '',
    clock: data.clock ?? '',
    last: data.last ?? '',
  }
}

/** The problem of one field in a failed save, if it is about that field. */
export function problemOf(failure: Failure | null, field: string) {
  return failure?.fields.find((one) => one.field === field)?.problem ?? null
}
