import type { Given } from '#db/statements.ts'

/**
 * The fields that somebody else changed between the moment that they were read and this save, with what they are
 * now. What was changed to just the same on both sides is no difference.
 * @param now as it is stored. @param typed what would be saved. @param was as this window read it; a field that is
 *   left out is not compared.
 */
export function editedElsewhere<T extends object>(
  now: T,
  typed: Given<T>,
  was: Given<T>,
): { field: string; value: unknown }[] {
  return (Object.keys(was) as (keyof T & string)[])
    .filter(
      (field) =>
        was[field] !== undefined &&
        typed[field] !== undefined &&
        !same(field, now[field], was[field]) &&
        !same(field, now[field], typed[field]),
    )
    .map((field) => ({ field, value: now[field] }))
}

/** A save trims texts, and writes the prefix of a name small: that is nobody's change. */
function same(field: string, a: unknown, b: unknown): boolean {
  if (typeof a !== 'string' || typeof b !== 'string') return a === b
  return tidy(field, a) === tidy(field, b)
}

function tidy(field: string, text: string): string {
  return field === 'prefix' ? text.replace(/\s+/g, ' ').trim().toLowerCase() : text.trim()
}
