/**
 * The office's own word for a case manager: klantmanager, consulent, regisseur. Texts say `$t(common:caseManager.one)`
 * and the like; these are the four forms behind it. All such words take "de", so that texts can say "de" and "een".
 */
import type { i18n } from 'i18next'
import type { Language } from './index.ts'

export const usualCaseManagerWord = 'klantmanager'

export interface CaseManagerWords {
  one: string
  /** At the start of a sentence or a label. */
  One: string
  many: string
  Many: string
}

/** The forms of the office's word; English has "case manager" for the usual one, and the office's own otherwise. */
export function caseManagerWords(word: string, language: Language): CaseManagerWords {
  const own = word.trim() || usualCaseManagerWord
  const usual = own.toLowerCase() === usualCaseManagerWord
  const one = language === 'en' && usual ? 'case manager' : small(own)
  const many = language === 'en' ? `${one}s` : dutchPlural(one)
  return { one, One: capital(one), many, Many: capital(many) }
}

/** Gives a ready instance the office's own word, in both languages. Nothing happens where it has it already. */
export function setCaseManagerWord(instance: i18n, word: string): void {
  for (const language of ['nl', 'en'] as const) {
    const caseManager = caseManagerWords(word, language)
    const now: unknown = instance.getResource(language, 'common', 'caseManager.one')
    if (now !== caseManager.one) instance.addResourceBundle(language, 'common', { caseManager })
  }
}

/** An abbreviation keeps its capitals: "WMO-consulent". */
const small = (word: string) => word.replace(/^\p{Lu}(?=\p{Ll})/u, (letter) => letter.toLowerCase())
const capital = (word: string) => word.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase())

/** Of names of jobs: consulenten, contactpersonen, coördinatoren, coaches, ambtenaren, and -s for the rest. */
function dutchPlural(word: string): string {
  if (word.endsWith('ent')) return `${word}en`
  if (word.endsWith('ambtenaar')) return `${word.slice(0, -2)}ren`
  if (word.endsWith('persoon')) return `${word.slice(0, -2)}nen`
  if (/(?:tor|sor)$/u.test(word)) return `${word}en`
  if (/(?:ch|s|sh)$/u.test(word)) return `${word}es`
  return `${word}s`
}
