import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Attachment } from '#core/api/attachments.ts'
import { client } from '../../client.ts'
import { TextField } from '../../forms/text-field.tsx'
import { problemOf } from '../../office/failure.ts'
import { useCommand } from '../../office/use-command.ts'
import { Ask } from '../../ui/ask.tsx'
import { FailureMessage } from '../../ui/message.tsx'
import { useToast } from '../../ui/toast.tsx'

/** The end of the name is what the file is, and stays. */
export function RenameDialog({
  attachment: { id, name },
  onClose,
}: {
  attachment: Attachment
  onClose: () => void
}) {
  const { t } = useTranslation('files')
  const toast = useToast()
  const rename = useCommand(client.attachments.rename)
  const dot = name.lastIndexOf('.')
  const [typed, setTyped] = useState(name.slice(0, dot))
  const problem = problemOf(rename.failure, 'name')
  async function answer(): Promise<void> {
    const done = await rename.run({ id, name: typed })
    if (!done) return
    toast({ text: t('attachments.renamed', { name: done.name }), changeSetId: done.changeSetId })
    onClose()
  }
  return (
    <Ask
      opened
      title={t('rename.title')}
      answer={t('rename.save')}
      onAnswer={() => void answer()}
      onClose={onClose}
      busy={rename.busy}
    >
      <TextField
        label={t('rename.name')}
        value={typed}
        onChange={setTyped}
        suffix={name.slice(dot)}
        anyScript
        autoFocus
        problem={problem}
      />
      {rename.failure && !problem && <FailureMessage failure={rename.failure} />}
    </Ask>
  )
}
