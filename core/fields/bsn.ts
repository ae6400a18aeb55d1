/**
 * The citizen service number. The office may not keep it without a law that says so, and consent does not
 * help; so there is no field for it, and a note that seems to hold one asks for a second look.
 */

/** The elfproef: 9a+8b+7c+6d+5e+4f+3g+2h-i can be divided by 11. Nine digits, not all zero. */
export function isBsn(digits: string): boolean {
  if (!/^\d{9}$/.test(digits) || digits === '000000000') return false
  const sum = Array.from(digits, Number).reduce((total, d, i) => total + d * (i === 8 ? -1 : 9 - i), 0)
  return sum % 11 === 0
}

/** Nine digits in a row, or grouped 4-2-3 or 3-3-3 as on documents; not inside a longer number. */
const candidates =
  /(?<![\d+])(?<!\+\d{1,3} ?)(?:\d{9}|\d{4}[ .]\d{2}[ .]\d{3}|\d{3}[ .]\d{3}[ .]\d{3})(?!\d)/g

/** Whether a number in this text looks like a BSN: for a warning, never to refuse. */
export function containsBsn(text: string): boolean {
  for (const match of text.matchAll(candidates)) if (isBsn(match[0].replace(/\D/g, ''))) return true
  return false
}
