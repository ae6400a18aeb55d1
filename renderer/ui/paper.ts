/** Papers: the service draws a PDF, the PC opens it in its own program. */
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Failure } from '../office/failure.ts'
import { useCommand } from '../office/use-command.ts'
import { saveEverything } from '../forms/autosaver.ts'
import { printEvent } from '../shell/commands.tsx'
import { useToast } from './toast.tsx'

/** What every procedure that makes a paper answers: `url` in the browser, `path` where the file is kept. */
export type Opened = { path: string | null; url: string | null }

export type Paper<I, O extends Opened> = {
  /** The answer of the procedure, or null when it failed. */
  run: (input: I) => Promise<O | null>
  busy: boolean
  failure: Failure | null
}

/** `const paper = usePaper(client.words.poster)`: what is typed is kept first, then the paper opens. */
export function usePaper<I, O extends Opened>(print: (input: I) => Promise<O>): Paper<I, O> {
  const { t } = useTranslation('common')
  const toast = useToast()
  const { run, busy, failure } = useCommand(print, { saves: false })
  async function open(input: I): Promise<O | null> {
    await saveEverything()
    const opened = await run(input)
    if (opened === null) return null
    if (opened.url !== null) window.open(opened.url, '_blank', 'noopener')
    toast({ text: opened.path === null ? t('paper.ready') : t('paper.readyAt', { path: opened.path }) })
    return opened
  }
  return { run: open, busy, failure }
}

/** Ctrl+P on this screen prints this, not the screen; null: somebody else's. */
export function usePrintKey(print: (() => unknown) | null): void {
  const latest = useRef(print)
  latest.current = print
  useEffect(() => {
    const onPrint = (event: Event): void => {
      if (latest.current === null) return
      event.preventDefault()
      latest.current()
    }
    window.addEventListener(printEvent, onPrint)
    return () => window.removeEventListener(printEvent, onPrint)
  }, [])
}
