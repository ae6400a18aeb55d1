import type { FieldError, FieldProblem } from '#core/api/errors.ts'
import { CommandError } from '#db/errors.ts'

/**
 * The error for something typed that cannot be stored: `throw invalid('postcode', 'postcode_invalid')`, or with a
 * list when several fields are at fault, so that the screen can show all of them at once.
 * `field` is the name in the procedure's input; inside `fields`, the name of the column.
 */
export function invalid(field: string, problem: FieldProblem): CommandError
export function invalid(fields: FieldError[]): CommandError
export function invalid(
  fieldOrList: string | FieldError[],
  problem: FieldProblem = 'required',
): CommandError {
  const fields = typeof fieldOrList === 'string' ? [{ field: fieldOrList, problem }] : fieldOrList
  return new CommandError('INVALID', { fields })
}
