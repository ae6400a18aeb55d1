/** Copy, cut and paste while the cursor is in the grid. */
import { useEffect, useRef, type RefObject } from 'react'

export type ClipboardWork = {
  /** What to copy; null when there is nothing. */
  copy: () => string | null
  cut: () => void
  paste: (text: string) => void
}

/** Without a selection of text the browser sends these events to the page, not to what has the focus. */
export function useClipboard(table: RefObject<HTMLTableElement | null>, work: ClipboardWork): void {
  const latest = useRef(work)
  latest.current = work
  useEffect(() => {
    const isOurs = () => {
      const focused = document.activeElement
      return table.current?.contains(focused) === true && !(focused instanceof HTMLInputElement)
    }
    const onCopy = (event: ClipboardEvent): void => {
      if (!isOurs()) return
      const text = latest.current.copy()
      if (text === null) return
      event.preventDefault()
      event.clipboardData?.setData('text/plain', text)
      if (event.type === 'cut') latest.current.cut()
    }
    const onPaste = (event: ClipboardEvent): void => {
      if (!isOurs()) return
      event.preventDefault()
      latest.current.paste(event.clipboardData?.getData('text/plain') ?? '')
    }
    document.addEventListener('copy', onCopy)
    document.addEventListener('cut', onCopy)
    document.addEventListener('paste', onPaste)
    return () => {
      document.removeEventListener('copy', onCopy)
      document.removeEventListener('cut', onCopy)
      document.removeEventListener('paste', onPaste)
    }
  }, [table])
}
