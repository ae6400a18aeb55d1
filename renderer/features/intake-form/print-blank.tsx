/** The form on paper, to write on. */
import { Button } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '../../client.ts'
import { useCommand } from '../../office/use-command.ts'
import { FailureMessage, Message } from '../../ui/message.tsx'

/** `intakeId`: with the questions of that intake; else those that a new one asks. */
export function PrintBlank({
  intakeId = null,
  disabled = false,
}: {
  intakeId?: number | null
  disabled?: boolean
}) {
  const { t } = useTranslation('questions')
  const open = useCommand(client.intakeForms.printBlank, { saves: false })
  const [path, setPath] = useState<string | null>(null)
  async function print(): Promise<void> {
    const document = await open.run({ intakeId })
    if (!document) return
    if (document.url !== null) window.open(document.url, '_blank', 'noopener')
    setPath(document.path)
  }
  return (
    <>
      <Button
        variant="default"
        loading={open.busy}
        disabled={disabled}
        leftSection={<IconPrinter size={18} stroke={2} aria-hidden />}
        onClick={() => void print()}
      >
        {t('edit.print')}
      </Button>
      {open.failure && <FailureMessage failure={open.failure} />}
      {path !== null && <Message kind="ok" live title={t('edit.printed', { path })} />}
    </>
  )
}
