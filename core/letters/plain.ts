/** Is this easy to read? Long sentences and difficult words, as a hint for who writes. Dutch, as the letters are. Pure. */
import { plainer } from './plain-words.ts'

export interface PlainHints {
  /** The first words of each sentence that is too long, with how many words it has. */
  readonly long: readonly { readonly begin: string; readonly words: number }[]
  readonly words: readonly { readonly word: string; readonly better: string }[]
}

/** A sentence of more words is hard to read for many people (B1). */
const mostWords = 20
const mostHints = 3

export function plainHints(text: string): PlainHints {
  const long = sentencesOf(text)
    .map((sentence) => sentence.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)))
    .filter((words) => words.length > mostWords)
    .map((words) => ({ begin: words.slice(0, 5).join(' '), words: words.length }))
  const found = new Map<string, { word: string; better: string }>()
  for (const [word] of text.matchAll(/[\p{L}-]+/gu)) {
    const better = plainer.get(word.toLowerCase())
    if (better !== undefined) found.set(word.toLowerCase(), { word, better })
  }
  return { long: long.slice(0, mostHints), words: [...found.values()].slice(0, mostHints) }
}

/** A sentence ends at a point with white after it, or at the end of a line; "bijv." and a number end none. */
function sentencesOf(text: string): string[] {
  return text
    .split(/\r?\n/u)
    .flatMap((line) =>
      line.split(/(?<=(?<!\b(?:bijv|bv|dhr|mevr|mw|ca|nr|o\.a|m\.b\.t))[.!?])\s+(?=\p{Lu})/u),
    )
}
