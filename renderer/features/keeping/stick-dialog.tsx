/** A copy on a stick: where, wait, and then that it can be taken out. */
import { Button, Loader, Modal } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '../../client.ts'
import { onSubmit } from '../../forms/submit.ts'
import { useCommand } from '../../office/use-command.ts'
import { FailureMessage, Message } from '../../ui/message.tsx'
import { FolderField } from './folder-field.tsx'

export function StickDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['keeping', 'common'])
  const [folder, setFolder] = useState('')
  const [done, setDone] = useState<{ path: string; participants: number } | null>(null)
  const copy = useCommand(client.copies.toStick, { saves: false })
  const close = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (done) close.current?.focus()
  }, [done])
  return (
    <Modal
      opened
      // Closing the dialog would not stop the copying, only hide that it goes on.
      onClose={() => !copy.busy && onClose()}
      title={done ? t('copies.stick.action') : t('copies.stick.title')}
      size="lg"
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      {done ? (
        <div className="form">
          <Message kind="ok" live title={t('copies.stick.doneTitle')}>
            <p>{t('copies.stick.done', { count: done.participants })}</p>
            <p>{t('copies.stick.path')}</p>
            <p className="keeping-path">{done.path}</p>
            <p>{t('copies.stick.keep')}</p>
          </Message>
          <div className="form-actions ask-actions">
            <Button ref={close} onClick={onClose}>
              {t('copies.stick.close')}
            </Button>
          </div>
        </div>
      ) : (
        <form
          noValidate
          className="form"
          onSubmit={onSubmit(async () => setDone(await copy.run({ folder: folder.trim() })))}
        >
          {copy.busy ? (
            <p className="keeping-busy" role="status">
              <Loader size="sm" type="dots" aria-hidden />
              <span>{t('copies.stick.busy')}</span>
            </p>
          ) : (
            <>
              <p>{t('copies.stick.text')}</p>
              <FolderField
                label={t('copies.stick.label')}
                hint={t('copies.stick.hint')}
                value={folder}
                onChange={setFolder}
              />
            </>
          )}
          {copy.failure && <FailureMessage failure={copy.failure} />}
          <div className="form-actions ask-actions">
            <Button variant="default" onClick={onClose} disabled={copy.busy}>
              {t('common:notNow')}
            </Button>
            <Button type="submit" loading={copy.busy} disabled={folder.trim() === ''}>
              {t('copies.stick.start')}
            </Button>
          </div>
        </form>
      )}
    </Modal>
  )
}
