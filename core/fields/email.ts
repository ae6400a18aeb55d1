/** E-mail addresses, judged loosely: only sending proves that one exists. */
import type { FieldProblem } from '../api/errors.ts'

/** The longest address that can be delivered (RFC 5321, 4.5.3.1). */
const LONGEST = 254

/** Trimmed; nothing typed is fine. */
export function normaliseEmail(
  text: string,
): { ok: true; value: string } | { ok: false; problem: FieldProblem } {
  const value = text.trim()
  if (value === '') return { ok: true, value: '' }
  const looksRight = value.length <= LONGEST && /^[^\s@]+@[^\s@.]+(?:\.[^\s@.]+)+$/.test(value)
  return looksRight ? { ok: true, value } : { ok: false, problem: 'email_invalid' }
}
