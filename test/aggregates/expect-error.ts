import { expect } from 'vitest'
import type { ErrorCode, FieldError } from '#core/api/errors.ts'
import { CommandError } from '#db/errors.ts'

/** Expects `fn` to fail with this code of the contract, and with these fields when they are given. */
export function expectError(fn: () => unknown, code: ErrorCode, fields?: FieldError[]): void {
  let thrown: unknown
  try {
    fn()
  } catch (error) {
    thrown = error
  }
  expect(thrown).toBeInstanceOf(CommandError)
  expect((thrown as CommandError).code).toBe(code)
  if (fields !== undefined) expect((thrown as CommandError).data).toEqual({ fields })
}
