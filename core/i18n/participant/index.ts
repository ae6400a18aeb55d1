/** The second language of the participant's view. */
import ar from './ar.ts'
import en from './en.ts'
import ti from './ti.ts'
import tr from './tr.ts'
import type { ParticipantQuestion, ParticipantTexts } from './types.ts'
import uk from './uk.ts'

export type { ParticipantQuestion, ParticipantTexts } from './types.ts'

export const participantLanguages = ['en', 'ar', 'ti', 'tr', 'uk'] as const
export type ParticipantLanguage = (typeof participantLanguages)[number]

/** What each language calls itself. */
export const participantLanguageNames: Record<ParticipantLanguage, string> = {
  en: 'English',
  ar: 'العربية',
  ti: 'ትግርኛ',
  tr: 'Türkçe',
  uk: 'Українська',
}

const texts: Record<ParticipantLanguage, ParticipantTexts> = { en, ar, ti, tr, uk }

/** The words of this question, or null: an own question of the office, or not translated yet. */
export function participantWords(lang: ParticipantLanguage, key: string): ParticipantQuestion | null {
  return texts[lang].questions[key] ?? null
}

/** The words that every question shares. */
export function participantShared(
  lang: ParticipantLanguage,
): Pick<ParticipantTexts, 'checked' | 'yesNo' | 'noAnswer' | 'units'> {
  return texts[lang]
}

/** Whether a speaker has read these words. */
export function isChecked(lang: ParticipantLanguage): boolean {
  return texts[lang].checked
}

export function directionOf(lang: ParticipantLanguage): 'ltr' | 'rtl' {
  return lang === 'ar' ? 'rtl' : 'ltr'
}
