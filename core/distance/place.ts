/** Where somebody or something is, as far as distances need it. */
import { fold } from '../names/fold.ts'

export interface Place {
  /** Four digits; '' when not known. */
  readonly postcode: string
  /** The name of the town, folded; '' when not known. */
  readonly town: string
}

/** From an address as it was typed: "1234 ab", "1234", "Zaltbommel". */
export function placeOf(postcode: string, town: string): Place {
  const digits = /^\s*(?:NL[ -]?)?([1-9]\d{3})(?!\d)/i.exec(postcode)?.[1] ?? ''
  return { postcode: digits, town: fold(town) }
}

/** What stands in the table of travel times for this place; '' when nothing is known. The postcode says most. */
export function placeKey(place: Place): string {
  return place.postcode || place.town
}

/** Under which names this place can stand in that table, the most exact first. */
export function placeKeys(place: Place): string[] {
  return [place.postcode, place.town].filter((key) => key !== '')
}
