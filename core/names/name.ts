/**
 * How a person is named: in lists, on pages, in text, on an envelope and at the start of a letter. The
 * rules are those of the Dutch population register (BRP) and of Onze Taal; a form of address is asked and
 * never derived. No form is ever empty.
 */
import type { FormOfAddress, NameUse } from '../api/fields.ts'
import type { Language } from '../calendar/dates.ts'
import nl from '../i18n/nl/enums.ts'
import en from '../i18n/en/enums.ts'
import { fold } from './fold.ts'

/** Every text may be empty; at least one of the names is there. */
export type NameParts = {
  given_names: string
  call_name: string
  /** Empty: made from the given names. */
  initials: string
  prefix: string
  surname: string
  partner_prefix: string
  partner_surname: string
  name_use: NameUse
  form_of_address: FormOfAddress
}

/** A surname with its own prefix (tussenvoegsel). */
type Part = { prefix: string; surname: string }

const words = { nl, en }

/**
 * A prefix as it is kept: with a small letter, as Dutch writes it after a first name, unless the document has a
 * capital that stays ("El Hamdaoui"). The forms below then write it as it is kept. 't and d' never have a capital.
 */
export function keptPrefix(prefix: string, capital: boolean): string {
  const text = prefix.replace(/\s+/g, ' ').trim()
  if (!capital) return text.toLowerCase()
  return /^\p{L}?['’]/u.test(text) ? text : text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase())
}

/** "Samira el Khatib": the call name where there is one, and the surname that the person uses. */
export function fullName(parts: NameParts, lang: Language = 'nl'): string {
  return join(firstName(parts), surnameText(usedSurname(parts))) || words[lang].nameUnknown
}

/** "Khatib, Samira el": sorted on the surname without its prefix, as Dutch lists are. */
export function listName(parts: NameParts, lang: Language = 'nl'): string {
  const used = usedSurname(parts)
  const first = used[0]
  if (first === undefined) return firstName(parts) || words[lang].nameUnknown
  const core = [first.surname, ...used.slice(1).map(one)].join('-')
  const rest = join(firstName(parts), first.prefix)
  return rest === '' ? core : `${core}, ${rest}`
}

/** "mevrouw El Khatib", "de heer Osman"; without a form of address "S. el Khatib". English: "Ms El Khatib". */
export function runningName(parts: NameParts, lang: Language): string {
  const used = usedSurname(parts)
  if (used.length === 0) return fullName(parts, lang)
  const form = parts.form_of_address
  if (form !== 'none') return `${words[lang].running[form]} ${withCapital(used)}`
  return initialsAndSurname(parts, used)
}

/**
 * The opening of a letter, without a comma: "Geachte mevrouw El Khatib"; form of address unknown: "Geachte
 * S. el Khatib"; surname unknown: "Geachte heer/mevrouw". English: "Dear Ms El Khatib".
 */
export function salutation(parts: NameParts, lang: Language): string {
  const used = usedSurname(parts)
  const text = words[lang].salutation
  if (used.length === 0) return text.unknown
  const form = parts.form_of_address
  return form === 'none'
    ? `${text.none} ${initialsAndSurname(parts, used)}`
    : `${text[form]} ${withCapital(used)}`
}

/** The first line on an envelope: "Mevrouw S. el Khatib", "De heer R.M. van Puffelen". */
export function addressLine(parts: NameParts, lang: Language): string {
  const used = usedSurname(parts)
  const form = parts.form_of_address
  const title = form === 'none' ? '' : words[lang].addressLine[form]
  const name = used.length === 0 ? firstName(parts) : initialsAndSurname(parts, used)
  return name === '' ? words[lang].nameUnknown : join(title, name)
}

/**
 * "R.M." from "Robin Melle": one letter with a dot for each name, a name with a hyphen gives one letter, a
 * name of one letter gets no dot ("Elise Q" is E.Q), the case and the accents stay as registered.
 */
export function initials(given: string): string {
  return given
    .normalize('NFC')
    .split(/\s+/)
    .map((name) => {
      const letters = name.match(/\p{L}\p{M}*/gu) ?? []
      return letters.length === 1 ? letters[0] : letters.length > 1 ? `${letters[0]}.` : ''
    })
    .join('')
}

/**
 * For ORDER BY, compared byte by byte: the surname without prefix, then the first name, then the prefix.
 * Two spaces come between them, which sort before every letter and before the one space inside a name.
 */
export function sortKey(parts: NameParts): string {
  const used = usedSurname(parts)
  const first = used[0]
  if (first === undefined) return fold(firstName(parts))
  const core = fold([first.surname, ...used.slice(1).map(one)].join(' '))
  return [core, fold(firstName(parts)), fold(first.prefix)].join('  ').trimEnd()
}

/** The call name, otherwise all given names as registered. */
function firstName(parts: NameParts): string {
  return tidy(parts.call_name) || tidy(parts.given_names)
}

/**
 * The surnames in the order in which they are used. The register writes "." for an unknown surname. Without
 * a partner's name every name use is the own name; with an unknown own name only `partner` has a surname.
 */
function usedSurname(parts: NameParts): Part[] {
  const own = known({ prefix: parts.prefix, surname: parts.surname })
  const partner = known({ prefix: parts.partner_prefix, surname: parts.partner_surname })
  if (partner !== null && parts.name_use === 'partner') return [partner]
  if (own === null) return []
  if (partner === null || parts.name_use === 'own') return [own]
  return parts.name_use === 'partner_own' ? [partner, own] : [own, partner]
}

/** null for a surname that is empty or only a mark; people in the register are called "." or "-". */
function known(part: Part): Part | null {
  const surname = tidy(part.surname)
  return /[\p{L}\p{N}]/u.test(surname) ? { prefix: tidy(part.prefix), surname } : null
}

function one(part: Part): string {
  return part.prefix === '' ? part.surname : `${part.prefix} ${part.surname}`
}

function surnameText(used: readonly Part[]): string {
  return used.map(one).join('-')
}

/** Directly after "mevrouw" or at the start of a line the prefix has a capital; 't and d' never have one. */
function withCapital(used: readonly Part[]): string {
  const text = surnameText(used)
  if (used[0]?.prefix === '') return text
  return /^\p{L}['’]/u.test(text) ? text : text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase())
}

/** After initials the prefix stays as registered; without any it stands first and gets its capital. */
function initialsAndSurname(parts: NameParts, used: readonly Part[]): string {
  const letters = tidy(parts.initials) || initials(tidy(parts.given_names) || tidy(parts.call_name))
  return letters === '' ? withCapital(used) : `${letters} ${surnameText(used)}`
}

function join(...texts: readonly string[]): string {
  return texts.filter((text) => text !== '').join(' ')
}

/** A name that is only a mark counts as no name. */
function tidy(text: string): string {
  const name = text.replace(/\s+/g, ' ').trim()
  return name === '.' || name === '-' ? '' : name
}
