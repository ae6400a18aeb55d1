import type { i18n, TFunction } from 'i18next'
import type { Language, Texts } from './index.ts'

/** Text, name, text, name, …; null where only i18next knows what it says. */
type Pieces = readonly string[] | null
type Values = Readonly<Record<string, unknown>>

/** What asks for another text than the one under the key. */
const asking = ['count', 'context', 'ns', 'lng', 'defaultValue']

/**
 * `t` of one language and namespace that takes a text apart once. i18next does it each time: for a batch of letters that
 * is a tenth of all work. Plurals, and whatever is more than a text with `{{name}}` in it, stay with i18next.
 */
export function quickT<N extends keyof Texts>(texts: i18n, language: Language, namespace: N): TFunction<N> {
  const full = texts.getFixedT(language, namespace) as unknown as (key: string, values?: Values) => string
  const known = new Map<string, Pieces>()
  const quick = (key: string, values: Values = {}): string => {
    let pieces = known.get(key)
    if (pieces === undefined) known.set(key, (pieces = piecesOf(texts.getResource(language, namespace, key))))
    const said = pieces === null || asking.some((name) => name in values) ? null : filled(pieces, values)
    return said ?? full(key, values)
  }
  return quick as unknown as TFunction<N>
}

function piecesOf(text: unknown): Pieces {
  if (typeof text !== 'string') return null
  const pieces = text.split(/\{\{(\w+)\}\}/u)
  return pieces.some((piece) => /\{\{|\$t\(/u.test(piece)) ? null : pieces
}

/** Null where a value is missing or is neither text nor number. */
function filled(pieces: readonly string[], values: Values): string | null {
  let said = pieces[0] ?? ''
  for (let at = 1; at < pieces.length; at += 2) {
    const value = values[pieces[at] ?? '']
    if (typeof value !== 'string' && typeof value !== 'number') return null
    said += `${value}${pieces[at + 1] ?? ''}`
  }
  return said
}
