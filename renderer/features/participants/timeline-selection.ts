/** Which words of which note are selected, so that they can be put into a letter. */
import { useEffect, useState } from 'react'

export type SelectedNote = { noteId: number; text: string }

/** The text of a note carries this attribute with the note's id. */
export const noteAttribute = 'data-note'

export function useSelectedNote(): SelectedNote | null {
  const [selected, setSelected] = useState<SelectedNote | null>(null)
  useEffect(() => {
    const look = (): void =>
      setSelected((before) => {
        const now = read()
        return before?.noteId === now?.noteId && before?.text === now?.text ? before : now
      })
    document.addEventListener('selectionchange', look)
    return () => document.removeEventListener('selectionchange', look)
  }, [])
  return selected
}

/** null when nothing is selected, or more than one note. */
function read(): SelectedNote | null {
  const selection = document.getSelection()
  if (!selection || selection.isCollapsed) return null
  const noteAt = (node: Node | null) =>
    (node instanceof Element ? node : node?.parentElement)?.closest(`[${noteAttribute}]`) ?? null
  const note = noteAt(selection.anchorNode)
  const text = selection.toString().trim()
  if (!note || note !== noteAt(selection.focusNode) || text === '') return null
  return { noteId: Number(note.getAttribute(noteAttribute)), text }
}
