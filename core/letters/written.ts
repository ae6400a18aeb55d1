/** Who typed which words of a draft last, from every form that it had. Pure. */

export interface DraftVersion {
  readonly at: string
  readonly who: string
  /** As it was stored then: JSON. */
  readonly draft: string
}

/** By the name of the text. What a draft began with was typed by nobody: it came from the office. */
export function writersOf(versions: readonly DraftVersion[]): Map<string, { who: string; at: string }> {
  const writers = new Map<string, { who: string; at: string }>()
  let before: Record<string, unknown> | null = null
  for (const { at, who, draft } of versions) {
    const { texts = {} } = JSON.parse(draft) as { texts?: Record<string, unknown> }
    for (const [name, value] of Object.entries(texts))
      if (before !== null && JSON.stringify(value) !== JSON.stringify(before[name]))
        writers.set(name, { who, at })
    before = texts
  }
  return writers
}
