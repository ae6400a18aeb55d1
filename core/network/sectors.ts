/** Kinds of work: the same keys for what people wish (the intake) and for what organisations do. */
import { option as nl } from '../i18n/nl/intake-options.ts'
import { option as en } from '../i18n/en/intake-options.ts'
import { findQuestion, definition, currentVersion } from '../intake/definition.ts'

const question = findQuestion(definition(currentVersion), 'sectors')

/** The options of the intake's question about sectors. */
export const sectorKeys: readonly string[] = question?.type === 'multiple' ? question.options : []

const words: Readonly<Record<'nl' | 'en', Readonly<Record<string, string>>>> = {
  nl: nl.sectors,
  en: en.sectors,
}

/** "Horeca en keuken"; own words as they were typed. */
export function sectorWord(sector: string, language: 'nl' | 'en'): string {
  return words[language][sector] ?? sector
}

/** In both languages, for search: the office may change its language. */
export function sectorSearchWords(sector: string): string {
  return [sectorWord(sector, 'nl'), sectorWord(sector, 'en')].join(' ')
}
