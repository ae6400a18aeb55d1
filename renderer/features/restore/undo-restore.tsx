/** Taking back the last restore. What stands there now is kept too, so this can be taken back in turn. */
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '../../client.ts'
import { useCommand } from '../../office/use-command.ts'
import { Ask } from '../../ui/ask.tsx'
import { FailureMessage, Message } from '../../ui/message.tsx'
import { useMoments } from '../keeping/moment.ts'
import { restoring } from './store.ts'

export function UndoRestore({ at }: { at: string }) {
  const { t } = useTranslation('keeping')
  const { say } = useMoments()
  const [asking, setAsking] = useState(false)
  return (
    <Message
      kind="info"
      title={t('restore.pick.undo')}
      action={
        <Button variant="default" onClick={() => setAsking(true)}>
          {t('restore.undoAsk.answer')}
        </Button>
      }
    >
      <p>{t('restore.pick.undoText', { when: say(at) })}</p>
      {asking && <UndoQuestion onClose={() => setAsking(false)} />}
    </Message>
  )
}

export function UndoQuestion({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('keeping')
  const undo = useCommand(
    async () => {
      await client.restore.undo()
      restoring.finish({ kind: 'undone', aside: null })
      return true
    },
    { saves: false },
  )
  return (
    <Ask
      opened
      title={t('restore.undoAsk.title')}
      answer={t('restore.undoAsk.answer')}
      onAnswer={() => void undo.run(undefined)}
      onClose={onClose}
      busy={undo.busy}
    >
      <p>{t('restore.undoAsk.text')}</p>
      {undo.failure && <FailureMessage failure={undo.failure} />}
    </Ask>
  )
}
