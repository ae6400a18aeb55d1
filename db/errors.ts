import type { ErrorCode } from '#core/api/errors.ts'

/**
 * An expected failure of a command, with a code of the contract's closed list. It rolls the command back
 * and reaches the screen as that code; anything else that is thrown is a bug.
 * `data` must fit the code's schema in core/api/errors.ts.
 */
export class CommandError extends Error {
  readonly code: ErrorCode
  readonly data: unknown

  constructor(code: ErrorCode, data?: unknown) {
    super(code)
    this.name = 'CommandError'
    this.code = code
    this.data = data
  }
}
