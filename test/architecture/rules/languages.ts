/** A tree of texts as the files in core/i18n hold them. */
export interface TextTree {
  [key: string]: string | TextTree
}

/** `a.b.c` -> text, for a whole tree. */
export function flatten(tree: TextTree, before = ''): Map<string, string> {
  const flat = new Map<string, string>()
  for (const [key, value] of Object.entries(tree)) {
    if (typeof value === 'string') flat.set(before + key, value)
    else for (const [deeper, text] of flatten(value, `${before}${key}.`)) flat.set(deeper, text)
  }
  return flat
}

const placeholders = (text: string): string =>
  [...text.matchAll(/\{\{\s*([^},\s]+)[^}]*\}\}/g)]
    .map((match) => match[1] ?? '')
    .toSorted()
    .join(', ')

/** Where two languages differ in keys or placeholders, and texts that are empty. */
export function differences(dutch: TextTree, english: TextTree): string[] {
  const nl = flatten(dutch)
  const en = flatten(english)
  const problems: string[] = []
  for (const key of nl.keys())
    if (!en.has(key)) problems.push(`${key} is in core/i18n/nl and not in core/i18n/en: add it there.`)
  for (const key of en.keys())
    if (!nl.has(key)) problems.push(`${key} is in core/i18n/en and not in core/i18n/nl: add it there.`)
  for (const [language, flat] of [
    ['nl', nl],
    ['en', en],
  ] as const)
    for (const [key, text] of flat)
      if (text.trim() === '')
        problems.push(`${key} is empty in core/i18n/${language}: write the text or drop the key.`)
  for (const [key, text] of nl) {
    const other = en.get(key)
    // The words for one may leave the number out ("one letter"), so plural forms are compared over both.
    if (other === undefined || /_(one|zero)$/.test(key)) continue
    if (placeholders(text) !== placeholders(other))
      problems.push(
        `${key} has {{${placeholders(text)}}} in nl and {{${placeholders(other)}}} in en: use the same.`,
      )
  }
  for (const [key] of nl) {
    const [, stem, form] = /^(.*)_(one|other)$/.exec(key) ?? []
    if (stem === undefined) continue
    const partner = `${stem}_${form === 'one' ? 'other' : 'one'}`
    if (!nl.has(partner)) problems.push(`${key} has no ${partner} beside it: i18next needs both forms.`)
  }
  return problems
}

/** Codes of a closed list that have no words. `branch` is the namespace that holds them. */
export function withoutWords(codes: readonly string[], branch: TextTree, namespace: string): string[] {
  return codes
    .filter((code) => branch[code] === undefined)
    .map(
      (code) =>
        `${namespace}.${code} has no words: add it to core/i18n/nl/${namespace}.ts and en/${namespace}.ts.`,
    )
}
