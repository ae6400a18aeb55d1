/** Printing a person: a sheet on paper with the timeline as it is filtered, not the page of the screen. */
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { TimelineFilter } from '#core/api/timeline.ts'
import { client } from '../../client.ts'
import type { Failure } from '../../office/failure.ts'
import { useCommand } from '../../office/use-command.ts'
import { printEvent } from '../../shell/commands.tsx'
import { useToast } from '../../ui/toast.tsx'

/** Also on Ctrl+P, as long as the page is there. */
export function usePrintPerson(
  participantId: number,
  filter: TimelineFilter,
): { run: () => void; failure: Failure | null } {
  const { t } = useTranslation('dossier')
  const toast = useToast()
  const print = useCommand(client.dossier.print, { saves: false })
  async function run(): Promise<void> {
    const opened = await print.run({ participantId, filter })
    if (!opened) return
    if (opened.url !== null) window.open(opened.url, '_blank', 'noopener')
    if (opened.path !== null) toast({ text: t('print.ready', { path: opened.path }) })
  }
  const latest = useRef(run)
  latest.current = run
  useEffect(() => {
    const onPrint = (event: Event): void => {
      event.preventDefault()
      void latest.current()
    }
    window.addEventListener(printEvent, onPrint)
    return () => window.removeEventListener(printEvent, onPrint)
  }, [])
  return { run: () => void run(), failure: print.failure }
}
