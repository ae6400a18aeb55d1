/** A folder on another disk that is written by itself. A manager chooses it. */
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Outputs } from '#core/api/contract.ts'
import { client } from '../../client.ts'
import { useOffice } from '../../office/office.ts'
import { useCommand } from '../../office/use-command.ts'
import { Ask } from '../../ui/ask.tsx'
import { FailureMessage, Message } from '../../ui/message.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { useToast } from '../../ui/toast.tsx'
import { FolderField } from './folder-field.tsx'

export function SecondFolder({ state }: { state: Outputs['copies']['state'] }) {
  const { t } = useTranslation('keeping')
  const { me } = useOffice()
  const toast = useToast()
  const [asking, setAsking] = useState(false)
  const save = useCommand(client.copies.setSecondFolder, { saves: false })
  const { secondFolder, secondProblem } = state
  async function clear(): Promise<void> {
    if (await save.run({ folder: null })) toast({ text: t('copies.second.cleared') })
  }
  return (
    <Sheet title={t('copies.second.title')}>
      <p>{secondFolder ? t('copies.second.chosen') : t('copies.second.none')}</p>
      {secondFolder && <p className="keeping-path">{secondFolder}</p>}
      {secondFolder && secondProblem && (
        <div className="keeping-gap">
          <Message title={t('copies.second.problem.title')}>
            {t(`copies.second.problem.${secondProblem}`, { folder: secondFolder })}
          </Message>
        </div>
      )}
      {secondFolder && state.secondOnSameDisk && (
        <div className="keeping-gap">
          <Message title={t('copies.second.sameDisk')}>{t('copies.second.sameDiskText')}</Message>
        </div>
      )}
      {save.failure && !asking && <FailureMessage failure={save.failure} />}
      {me.role === 'manager' ? (
        <div className="form-actions">
          <Button variant="default" onClick={() => setAsking(true)}>
            {secondFolder ? t('copies.second.other') : t('copies.second.choose')}
          </Button>
          {secondFolder && (
            <Button variant="default" loading={save.busy} onClick={() => void clear()}>
              {t('copies.second.clear')}
            </Button>
          )}
        </div>
      ) : (
        <p className="dim keeping-gap">{t('copies.second.onlyManager')}</p>
      )}
      {asking && <ChooseSecond first={secondFolder ?? ''} onClose={() => setAsking(false)} />}
    </Sheet>
  )
}

function ChooseSecond({ first, onClose }: { first: string; onClose: () => void }) {
  const { t } = useTranslation('keeping')
  const toast = useToast()
  const [folder, setFolder] = useState(first)
  const save = useCommand(client.copies.setSecondFolder, { saves: false })
  async function answer(): Promise<void> {
    if (!(await save.run({ folder: folder.trim() }))) return
    toast({ text: t('copies.second.set') })
    onClose()
  }
  return (
    <Ask
      opened
      title={t('copies.second.dialog')}
      answer={t('copies.second.use')}
      onAnswer={() => void answer()}
      onClose={onClose}
      busy={save.busy}
      disabled={folder.trim() === ''}
    >
      <FolderField
        label={t('copies.second.label')}
        hint={t('copies.second.hint')}
        value={folder}
        onChange={setFolder}
      />
      {save.failure && <FailureMessage failure={save.failure} />}
    </Ask>
  )
}
