/** Dutch postcodes: four digits, not starting with 0, and two letters. */
import type { FieldProblem } from '../api/errors.ts'

/** SA, SD and SS are not given out. */
const shape = /^(?:NL[ -]?)?([1-9]\d{3})[ -]*(?!SA|SD|SS)([A-Z]{2})$/

export type Normalised = { ok: true; value: string } | { ok: false; problem: FieldProblem }

/** "1234 AB" from 1234ab, 1234-AB, NL-1234AB, ...; nothing typed is fine: whether it is needed is another rule. */
export function normalisePostcode(text: string): Normalised {
  const typed = text.trim().replace(/\s+/g, ' ').toUpperCase()
  if (typed === '') return { ok: true, value: '' }
  const match = shape.exec(typed)
  if (match === null) return { ok: false, problem: 'postcode_invalid' }
  return { ok: true, value: `${match[1]} ${match[2]}` }
}

/** The line on an envelope by the convention of PostNL: two spaces, the town in capitals. */
export function letterPostcodeLine(postcode: string, city: string): string {
  const normalised = normalisePostcode(postcode)
  const code = normalised.ok ? normalised.value : postcode.trim()
  return [code, city.trim().toUpperCase()].filter((part) => part !== '').join('  ')
}
