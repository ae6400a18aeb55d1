import { ORPCError, ValidationError } from '@orpc/server'
import { errorMap, type ErrorCode, type FieldError, type FieldProblem } from '#core/api/errors.ts'
import { OfficeFileError } from '#db/database.ts'
import { CommandError } from '#db/errors.ts'
import { codeOf, readError } from '#db/file-errors.ts'
import { newRef, type Log } from './log.ts'

/** One of the contract's errors, as it crosses. Its message is its code: words are the screen's. */
export function contractError(code: ErrorCode, data?: unknown): ORPCError<ErrorCode, unknown> {
  return new ORPCError(code, { status: errorMap[code].status, message: code, data })
}

/**
 * Turns whatever was thrown into an error of the contract. Expected failures keep their code and data, input that
 * the contract refuses becomes INVALID with the fields, everything else UNEXPECTED: the details go to the log,
 * only the reference number crosses.
 * @param procedure its path, for the log.
 * @param files the live database is what an error of the engine is about.
 */
export function toContractError(
  thrown: unknown,
  procedure: string,
  log: Log,
  files: { live: string },
): ORPCError<ErrorCode, unknown> {
  if (thrown instanceof CommandError) return contractError(thrown.code, thrown.data)
  if (thrown instanceof OfficeFileError && thrown.code !== 'UNEXPECTED') {
    log({ event: thrown.code, procedure, error: thrown })
    return contractError(thrown.code, {
      path: thrown.path,
      version: thrown.version,
      why: thrown.why,
    })
  }
  if (thrown instanceof ORPCError) {
    if (thrown.code in errorMap && thrown.code !== 'UNEXPECTED')
      return thrown as ORPCError<ErrorCode, unknown>
    if (thrown.code === 'BAD_REQUEST' && thrown.cause instanceof ValidationError) {
      const fields = fieldErrors(thrown.cause)
      if (fields !== null) return contractError('INVALID', { fields })
    }
  }
  const disk = fromDisk(thrown, files.live)
  if (disk !== null) {
    log({ event: disk.code, procedure, error: thrown })
    return contractError(disk.code, { path: disk.path })
  }
  const ref = newRef()
  log({ event: 'UNEXPECTED', procedure, ref, error: thrown })
  return contractError('UNEXPECTED', { ref })
}

/** What the disk refused outside a command, such as reading a page of the live file; null for everything else. */
function fromDisk(thrown: unknown, live: string): OfficeFileError | null {
  const code = codeOf(thrown)
  const { path } = (thrown ?? {}) as { path?: unknown }
  const disk =
    /^(SQLITE_(FULL|IOERR|CORRUPT|BUSY|READONLY|CANTOPEN|NOTADB)|E(NOSPC|DQUOT|IO|BUSY|TXTBSY|PERM|ACCES|ROFS|NXIO|NODEV)$)/
  if (!disk.test(code)) return null
  const known = readError(thrown, typeof path === 'string' ? path : live)
  return known instanceof OfficeFileError ? known : null
}

interface Issue {
  readonly code?: string
  readonly origin?: string
  readonly format?: string
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined
}

/**
 * The fields that a refused input is about; null when it is about no field that somebody typed in, which is a
 * bug of the screen. A field is the path in the input with dots (`office.name`); a leading `fields` is left out.
 */
export function fieldErrors(error: ValidationError): FieldError[] | null {
  const fields: FieldError[] = []
  for (const issue of error.issues as readonly Issue[]) {
    const path = (issue.path ?? []).map((step) => (typeof step === 'object' ? step.key : step))
    if (path[0] === 'fields') path.shift()
    const problem =
      path.length === 0 ? null : problemOf(issue, valueAt(error.data, issue), String(path.at(-1)))
    if (problem === null) return null
    fields.push({ field: path.map(String).join('.'), problem })
  }
  return fields.length > 0 ? fields : null
}

function problemOf(issue: Issue, value: unknown, field: string): FieldProblem | null {
  if (value === undefined || value === null || value === '') return 'required'
  const isText = typeof value === 'string'
  switch (issue.code) {
    case 'too_big':
      return isText ? 'too_long' : 'number_range'
    case 'too_small':
      return /(^i|I|_i)d$/.test(field) ? null : typeof value === 'number' ? 'number_range' : 'required'
    case 'invalid_format':
      if (issue.format === 'email') return 'email_invalid'
      return dateProblem(value)
    case 'invalid_union':
      return isText ? dateProblem(value) : null
    case 'invalid_type':
      return typeof value === 'number' ? 'number_range' : null
    default:
      return null
  }
}

function dateProblem(value: unknown): FieldProblem {
  return /^\d{4}-\d{2}-\d{2}$/.test(String(value)) ? 'date_impossible' : 'date_not_understood'
}

function valueAt(input: unknown, issue: Issue): unknown {
  let value = input
  for (const step of issue.path ?? []) {
    if (typeof value !== 'object' || value === null) return undefined
    value = (value as Record<PropertyKey, unknown>)[typeof step === 'object' ? step.key : step]
  }
  return value
}
