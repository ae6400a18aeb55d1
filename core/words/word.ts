/** What a word of the day may be, and how it is compared and shown. */
import { fold } from '../names/fold.ts'

/** Characters: more does not fit on a poster that is read from across a room. */
export const longest = { word: 60, meaning: 160, example: 160, theme: 60 } as const
/** Bytes of a picture. */
export const largestPicture = 2 * 1024 * 1024

const article = /^(de|het|een)\s+/iu

/** What makes two words the same: "De Hamer" and "hamer". */
export function wordKey(word: string): string {
  return fold(word).replace(article, '')
}

/** "de hamer" as `{ article: 'de', rest: 'hamer' }`; an article that is the whole word is no article. */
export function articleOf(word: string): { article: string; rest: string } {
  const found = article.exec(word.trim())
  return found === null
    ? { article: '', rest: word.trim() }
    : { article: (found[1] ?? '').toLowerCase(), rest: word.trim().slice(found[0].length) }
}

/** The example in three pieces, with the word itself in the middle; `''` there when it does not occur. */
export function wordInExample(
  word: string,
  example: string,
): { before: string; word: string; after: string } {
  const { rest } = articleOf(word)
  const plain = rest.replaceAll(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`)
  const found = plain === '' ? null : new RegExp(`(?<!\\p{L})${plain}(?!\\p{L})`, 'iu').exec(example)
  if (found === null) return { before: example, word: '', after: '' }
  return {
    before: example.slice(0, found.index),
    word: found[0],
    after: example.slice(found.index + found[0].length),
  }
}
