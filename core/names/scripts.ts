/**
 * Names in Cyrillic, Ethiopic and Arabic script as Latin letters, so that they can be compared with how the same
 * name is written on a Dutch document. Good enough to find somebody, never to be shown. Arabic leaves most
 * vowels out: compare those by `bones` only.
 */

// prettier-ignore
const cyrillic: Readonly<Record<string, string>> = {
  а: 'a', б: 'b', в: 'v', г: 'h', ґ: 'g', д: 'd', е: 'e', є: 'ie', ж: 'zh', з: 'z', и: 'y', і: 'i', к: 'k', л: 'l',
  м: 'm', н: 'n', о: 'o', п: 'p', р: 'r', с: 's', т: 't', у: 'u', ф: 'f', х: 'kh', ц: 'ts', ч: 'ch', ш: 'sh',
  щ: 'shch', ъ: '', ы: 'y', ь: '', э: 'e', ю: 'iu', я: 'ia', ђ: 'd', ј: 'j', љ: 'lj', њ: 'nj', ћ: 'c', џ: 'dz',
}

// prettier-ignore
const arabic: Readonly<Record<string, string>> = {
  ا: 'a', ب: 'b', پ: 'p', ت: 't', ث: 'th', ج: 'j', چ: 'ch', ح: 'h', خ: 'kh', د: 'd', ذ: 'dh', ر: 'r', ز: 'z', ژ: 'j',
  س: 's', ش: 'sh', ص: 's', ض: 'd', ط: 't', ظ: 'z', ع: 'a', غ: 'gh', ف: 'f', ق: 'q', ك: 'k', گ: 'g', ل: 'l', م: 'm',
  ن: 'n', ه: 'h', و: 'w', ي: 'y', ڤ: 'v', ء: '',
}

/** Consonant of each row of eight Ethiopic letters, from U+1200. */
// prettier-ignore
const ethiopicRows = [
  'h', 'l', 'h', 'm', 's', 'r', 's', 'sh', 'q', 'qu', 'q', 'qu', 'b', 'v', 't', 'ch', 'h', 'hu', 'n', 'ny', '', 'k',
  'ku', 'kh', 'ku', 'w', '', 'z', 'zh', 'y', 'd', 'd', 'j', 'g', 'gu', 'g', 't', 'ch', 'p', 'ts', 'ts', 'f', 'p',
]
/** The vowel of each letter in a row; the sixth is mostly not heard. */
const ethiopicVowels = ['e', 'u', 'i', 'a', 'e', '', 'o', 'ua']

function latinLetter(letter: string): string {
  const code = letter.charCodeAt(0)
  if (code >= 0x1200 && code < 0x1358) {
    const row = ethiopicRows[(code - 0x1200) >> 3] ?? ''
    // A glottal letter carries its vowel only: አ is "a", ኣ too.
    const vowel = ethiopicVowels[code & 7] ?? ''
    return row === '' && (code & 7) === 0 ? 'a' : row + vowel
  }
  return cyrillic[letter] ?? arabic[letter] ?? letter
}

/** One folded word in Latin letters where its script is known, otherwise the word as it is. */
export function inLatin(word: string): string {
  if (/^[a-z0-9]*$/.test(word)) return word
  let text = word
  if (/\p{Script=Arabic}/u.test(text)) {
    if (text.length >= 5) text = text.replace(/^ال/, '')
    text = text.replace(/(?<=.)ه$/, '')
  }
  return Array.from(text, latinLetter).join('')
}

/** Whether the word is in a script whose names can be compared with Latin ones. */
export function isOtherScript(word: string): boolean {
  return /[\p{Script=Cyrillic}\p{Script=Ethiopic}\p{Script=Arabic}]/u.test(word)
}

/** What is left of how a word sounds without its vowels; `w` and `v` go too, Arabic writes them as a vowel. */
export function bones(sound: string): string {
  return sound.replace(/[aiuv]/g, '')
}
