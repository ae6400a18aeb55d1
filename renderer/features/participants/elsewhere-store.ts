/**
 * What was typed about a person and refused because another window changed it, until somebody chose. It outlives the
 * page: a save can be refused when the page was left already, and the question is there when it is opened again.
 */
import { client } from '../../client.ts'
import { createDraftKeeper } from '../../forms/draft-keeper.ts'
import { forgetWith } from '../../office/query.ts'

/** By field. */
export type Mine = Readonly<Record<string, unknown>>

export type ElsewhereStore = {
  now: () => Mine
  subscribe: (listener: () => void) => () => void
  put: (field: string, value: unknown) => void
  forget: (field: string) => void
  /** What was left by an earlier window, or answered in another. */
  read: () => Promise<void>
}

const stores = new Map<number, ElsewhereStore>()
forgetWith.add(() => stores.clear())

/** The one store of this person in this window. */
export function elsewhereOf(personId: number): ElsewhereStore {
  const known = stores.get(personId)
  if (known) return known
  const made = createStore(`elsewhere:${personId}`)
  stores.set(personId, made)
  return made
}

function createStore(form: string): ElsewhereStore {
  let mine: Mine = {}
  let wasRead = false
  const listeners = new Set<() => void>()
  const keeper = createDraftKeeper<Mine>({
    save: (content) => client.drafts.save({ form, content: content as never }),
    clear: () => client.drafts.clear({ form }),
  })
  function show(next: Mine): void {
    mine = next
    for (const listener of listeners) listener()
  }
  function change(next: Mine): void {
    show(next)
    if (Object.keys(next).length === 0) return void keeper.clear()
    keeper.change(next)
    void keeper.flush()
  }
  return {
    now: () => mine,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    put(field, value) {
      if (mine[field] !== value) change({ ...mine, [field]: value })
    },
    forget(field) {
      if (field in mine) change(Object.fromEntries(Object.entries(mine).filter(([name]) => name !== field)))
    },
    async read() {
      const before = mine
      await keeper.flush()
      const { content } = await client.drafts.get({ form }).catch(() => ({ content: before }))
      const found = content !== null && typeof content === 'object' && !Array.isArray(content) ? content : {}
      if (mine === before) show(found)
      else if (!wasRead) change({ ...found, ...mine })
      wasRead = true
    },
  }
}
