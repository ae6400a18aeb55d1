/** The intake on paper, as far as it is filled in: the button, and Ctrl+P. */
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '../../client.ts'
import { saveEverything } from '../../forms/autosaver.ts'
import { useCommand } from '../../office/use-command.ts'
import { printEvent } from '../../shell/commands.tsx'
import { FailureMessage, Message } from '../../ui/message.tsx'

export function usePrintIntake(id: number): { busy: boolean; run: () => Promise<void>; message: ReactNode } {
  const { t } = useTranslation('conversation')
  const open = useCommand(client.intakeForms.printFilled, { saves: false })
  const [path, setPath] = useState<string | null>(null)
  async function run(): Promise<void> {
    await saveEverything()
    const document = await open.run({ intakeId: id })
    if (!document) return
    if (document.url !== null) window.open(document.url, '_blank', 'noopener')
    setPath(document.path)
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
  const message = open.failure ? (
    <FailureMessage failure={open.failure} />
  ) : path === null ? null : (
    <Message kind="ok" live title={t('printed', { path })} />
  )
  return { busy: open.busy, run, message }
}
