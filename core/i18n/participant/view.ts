/**
 * The few words of the participant's view itself, beside the Dutch ones; and which language somebody speaks, from
 * what was written down about it. First versions, as the questions are: see `checked` of each language.
 */
import type { ParticipantLanguage } from './index.ts'

export type ViewWords = {
  readonly next: string
  readonly previous: string
  readonly parts: { readonly morning: string; readonly afternoon: string; readonly evening: string }
  /** Monday to Sunday. */
  readonly days: readonly [string, string, string, string, string, string, string]
}

export const viewWords: Record<ParticipantLanguage, ViewWords> = {
  en: {
    next: 'Next question',
    previous: 'Previous question',
    parts: { morning: 'morning', afternoon: 'afternoon', evening: 'evening' },
    days: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
  },
  ar: {
    next: 'السؤال التالي',
    previous: 'السؤال السابق',
    parts: { morning: 'صباحًا', afternoon: 'بعد الظهر', evening: 'مساءً' },
    days: ['الاثنين', 'الثلاثاء', 'الأربعاء', 'الخميس', 'الجمعة', 'السبت', 'الأحد'],
  },
  ti: {
    next: 'ዝቕጽል ሕቶ',
    previous: 'ዝሓለፈ ሕቶ',
    parts: { morning: 'ንግሆ', afternoon: 'ድሕሪ ቀትሪ', evening: 'ምሸት' },
    days: ['ሰኑይ', 'ሰሉስ', 'ረቡዕ', 'ሓሙስ', 'ዓርቢ', 'ቀዳም', 'ሰንበት'],
  },
  tr: {
    next: 'Sonraki soru',
    previous: 'Önceki soru',
    parts: { morning: 'sabah', afternoon: 'öğleden sonra', evening: 'akşam' },
    days: ['pazartesi', 'salı', 'çarşamba', 'perşembe', 'cuma', 'cumartesi', 'pazar'],
  },
  uk: {
    next: 'Наступне питання',
    previous: 'Попереднє питання',
    parts: { morning: 'ранок', afternoon: 'після обіду', evening: 'вечір' },
    days: ['понеділок', 'вівторок', 'середа', 'четвер', 'п’ятниця', 'субота', 'неділя'],
  },
}

/** How the languages are written down, in Dutch, in English and by themselves; the first that is found counts. */
const written: readonly (readonly [ParticipantLanguage, RegExp])[] = [
  ['ar', /arab|عرب/i],
  ['ti', /tigri|ትግር/i],
  ['tr', /turk|türk/i],
  ['uk', /oekra|ukrai|укра/i],
  ['en', /engels|english/i],
]

/** "Arabisch, een beetje Engels" is Arabic; null where none of the languages is named. */
export function spokenLanguage(text: string): ParticipantLanguage | null {
  const found = written
    .map(([language, name]) => ({ language, at: text.search(name) }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at)
  return found[0]?.language ?? null
}
