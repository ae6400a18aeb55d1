/** The cases from outside, read from test/fixtures/cases; the sources and licences stand in each file's `about`. */
import { readFileSync } from 'node:fs'

export type NameCase = {
  id: string
  scenario: string
  input: {
    voornamen: string | null
    voorvoegsel: string | null
    geslachtsnaam: string | null
    geslacht: string | null
    naamgebruik: string | null
    titel: string | null
    partners: {
      voorvoegsel: string | null
      geslachtsnaam: string | null
      sinds: string | null
      ontbonden: string | null
    }[]
  }
  expected: Record<string, string | null>
}

export type InputCases = {
  postcodes: { input: string; valid: boolean; canonical?: string }[]
  phones: { input: string; libphonenumber: { valid: boolean; e164?: string } }[]
  dates: { input: string; iso: string | null }[]
  dateFormats: { iso: string; screen: string; letter: string }[]
  isoWeeks: { date: string; isoWeekYear: number; isoWeek: number }[]
  bsn: { input: string; valid: boolean }[]
}

function read(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`../fixtures/cases/${name}.json`, import.meta.url), 'utf8'))
}

export const nameCases = (read('names') as { cases: NameCase[] }).cases
export const inputCases = read('inputs') as InputCases
