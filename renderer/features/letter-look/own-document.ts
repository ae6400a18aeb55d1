/** Own paragraphs as the editor holds them, and back. Nothing else fits in: five marks and the chips. */
import type { JSONContent } from '@tiptap/core'
import type { OwnParagraph, OwnRun } from '#core/letters/layout.ts'

const marks = ['bold', 'italic', 'underline'] as const

export function documentOf(paragraphs: readonly OwnParagraph[]): JSONContent {
  const content: JSONContent[] = []
  for (const { kind, runs } of paragraphs) {
    const words = { content: runs.filter((run) => !('text' in run) || run.text !== '').map(nodeOf) }
    const last = content.at(-1)
    if (kind === 'heading') content.push({ type: 'heading', attrs: { level: 3 }, ...words })
    else if (kind === 'text') content.push({ type: 'paragraph', ...words })
    else {
      const item = { type: 'listItem', content: [{ type: 'paragraph', ...words }] }
      if (last?.type === 'bulletList') last.content?.push(item)
      else content.push({ type: 'bulletList', content: [item] })
    }
  }
  return { type: 'doc', content: content.length === 0 ? [{ type: 'paragraph' }] : content }
}

function nodeOf(run: OwnRun): JSONContent {
  const set = { marks: marks.filter((mark) => run[mark] === true).map((type) => ({ type })) }
  return 'text' in run
    ? { type: 'text', text: run.text, ...set }
    : { type: 'chip', attrs: { field: run.field }, ...set }
}

/** A list in a list becomes one list. */
export function paragraphsOf(document: JSONContent): OwnParagraph[] {
  return (document.content ?? []).flatMap((node) => {
    if (node.type === 'bulletList') return bullets(node)
    return [{ kind: node.type === 'heading' ? ('heading' as const) : ('text' as const), runs: runsOf(node) }]
  })
}

function bullets(list: JSONContent): OwnParagraph[] {
  return (list.content ?? []).flatMap((item) =>
    (item.content ?? []).flatMap((part): OwnParagraph[] =>
      part.type === 'bulletList' ? bullets(part) : [{ kind: 'bullet', runs: runsOf(part) }],
    ),
  )
}

function runsOf(node: JSONContent): OwnRun[] {
  return (node.content ?? []).flatMap((part): OwnRun[] => {
    const on = new Set(part.marks?.map((mark) => mark.type))
    const set = Object.fromEntries(marks.filter((mark) => on.has(mark)).map((mark) => [mark, true]))
    if (part.type === 'chip') return [{ field: String(part.attrs?.['field'] ?? ''), ...set }]
    return part.text ? [{ text: part.text, ...set }] : []
  })
}
