import { statement } from './sql.ts'
import { lineOf, parse, textOf, walk, type SourceFile, type SyntaxNode } from '../sources.ts'

/** Attributes and properties whose text a person reads. */
const spoken = new Set([
  'label',
  'placeholder',
  'title',
  'alt',
  'description',
  'message',
  'detail',
  'tooltip',
  'aria-label',
  'aria-description',
  'aria-roledescription',
  'aria-placeholder',
  'aria-valuetext',
])

/** Small Dutch words; two different ones in a text make it a Dutch sentence. */
const small = new Set(
  'de het een van voor niet wordt naar met geen deze dit je uw bij aan kan moet nog zijn hier daar er als om te dat die wat wie waar wel ook maar op in is'.split(
    ' ',
  ),
)
/** Words that only a Dutch screen or letter has. */
const telling =
  /\b(opslaan|opgeslagen|annuleren|sluiten|zoeken|bewaren|verwijderen|wijzigen|toevoegen|deelnemers?|brieven|plekken|plaatsing|instellingen|vandaag|resultaten|medewerkers?|wachtwoord|herstelcode|aanmelding|begeleider|aanwezig|gemeente|geachte|groet)\b/i

/**
 * What may stay outside core/i18n, each with the reason. Keep it tiny.
 * `text` is matched as a whole; without it the whole file is meant.
 */
const allowed: readonly { path: RegExp; text?: RegExp; why: string }[] = [
  { path: /^core\/names\//, why: 'the particles of Dutch surnames (van der, in het) are data, not text' },
  {
    path: /./,
    text: /^Trajectboek( oefenen)?(\.db)?$/,
    why: 'the name of the program and of its folders and file',
  },
  {
    path: /^renderer\//,
    text: /^(Ctrl|Alt|Shift|F\d+)( [A-Z0-9])?$/,
    why: 'keys are named as on the keyboard',
  },
  {
    path: /^service\/practice\/texts\//,
    why: 'what the invented coaches typed: rows of the practice office, not words of the program',
  },
]

const readable = (text: string): boolean => /\p{L}{2,}/u.test(text)

/** A text that reads like words and not like a key (`people:title`), a class name or a value of an enum. */
function looksSpoken(text: string): boolean {
  const bare = text.trim()
  if (!readable(bare)) return false
  return /\p{L}\s+\p{L}/u.test(bare) || /^\p{Lu}\p{Ll}+[.!?:…]?$/u.test(bare)
}

function isDutch(text: string): boolean {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? []
  const found = new Set(words.filter((word) => small.has(word)))
  // English shares in, is, op-codes and the like: something that only Dutch has must be among them.
  const onlyDutch = [...found].some(
    (word) =>
      !['in', 'is', 'die', 'wat', 'dat', 'met', 'of', 'as', 'er', 'te', 'op', 'de', 'van'].includes(word),
  )
  if (found.size >= 2 && onlyDutch) return true
  return telling.test(text) && (/\s/.test(text.trim()) || /^\p{Lu}/u.test(text.trim()))
}

/** What a value stands in: past a choice between values, the first node that gives it a meaning. */
function holder(above: readonly SyntaxNode[]): {
  node: SyntaxNode | undefined
  parent: SyntaxNode | undefined
} {
  let at = above.length - 1
  while (/^(ConditionalExpression|LogicalExpression)$/.test(above[at]?.type ?? '')) at--
  const node = above[at]
  const inBraces = node?.type === 'JSXExpressionContainer' && above[at - 1]?.type === 'JSXAttribute'
  return inBraces ? { node: above[at - 1], parent: above[at - 2] } : { node, parent: above[at - 1] }
}

/** The attribute or property name a value stands under, or null. */
function nameAbove(place: SyntaxNode | undefined, value: SyntaxNode): string | null {
  if (place?.type === 'JSXAttribute') return (place['name'] as { name: string }).name
  if (place?.type !== 'Property' || place['key'] === value) return null
  const key = place['key'] as SyntaxNode
  return ((key['name'] ?? key['value']) as string | undefined) ?? null
}

/** Texts for people outside core/i18n. A heuristic: JSX text, spoken attributes and properties, Dutch sentences. */
export function textOutsideI18n(files: readonly SourceFile[]): string[] {
  const problems: string[] = []
  for (const file of files) {
    if (file.path.startsWith('core/i18n/')) continue
    const report = (node: SyntaxNode, text: string): void => {
      const bare = text.trim().replaceAll(/\s+/g, ' ')
      const excused = allowed.some((one) => one.path.test(file.path) && (!one.text || one.text.test(bare)))
      if (!excused)
        problems.push(
          `${file.path}:${lineOf(file, node)} holds text for people: "${bare.slice(0, 60)}". Put it in core/i18n/nl and en and use its key.`,
        )
    }
    walk(parse(file), (node, above) => {
      if (node.type === 'JSXText') {
        const text = node['value'] as string
        if (readable(text)) report(node, text)
        return
      }
      const text = textOf(node)
      if (text === null || !readable(text)) return
      if (/^(Import|Export|TSLiteralType|TSEnum)/.test(above.at(-1)?.type ?? '') || statement.test(text))
        return
      const { node: place, parent } = holder(above)
      // In a tree of elements a bare text child is drawn as it stands.
      const child =
        place?.type === 'JSXExpressionContainer' && /^JSX(Element|Fragment)$/.test(parent?.type ?? '')
      const name = nameAbove(place, node)
      const said = name !== null && spoken.has(name) && (place?.type === 'JSXAttribute' || looksSpoken(text))
      if (child || said || isDutch(text)) report(node, text)
    })
  }
  return problems
}
