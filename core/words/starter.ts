/** The list of words that an office can start with. The content is Dutch: it is what people come to learn. */
import themes from '../i18n/nl/starter-words/index.ts'

export interface StarterWord {
  /** With its article where it has one. */
  readonly word: string
  readonly meaning: string
  readonly example: string
  readonly theme: string
  readonly fits: string
}

/** As many of one theme come after each other as a week has days. */
const inARow = 5

/** In the order of the plan: five words of one theme, then five of the next. */
export function starterWords(): StarterWord[] {
  const lists = Object.entries(themes).map(([theme, lines]) => lines.map((line) => wordOf(theme, line)))
  const words: StarterWord[] = []
  for (let n = 0; lists.some((list) => list.length > n); n += inARow)
    for (const list of lists) words.push(...list.slice(n, n + inARow))
  return words
}

function wordOf(theme: string, line: string): StarterWord {
  const [word = '', meaning = '', example = '', fits = ''] = line.split('|').map((part) => part.trim())
  return { word, meaning, example, theme, fits }
}
