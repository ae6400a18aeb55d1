/** E-mail goes through the office's own mail program; only a person knows whether it was sent. */
import { Button, Modal } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Outputs } from '#core/api/contract.ts'
import { client } from '../../client.ts'
import { useOffice } from '../../office/office.ts'
import { useCommand } from '../../office/use-command.ts'
import { FailureMessage } from '../../ui/message.tsx'
import { useToast } from '../../ui/toast.tsx'

export function MailDialog({ id, number, onClose }: { id: number; number: string; onClose: () => void }) {
  const { t } = useTranslation(['sending', 'letters', 'common'])
  const { today } = useOffice()
  const toast = useToast()
  const { run, failure } = useCommand(client.letterSending.mail, { saves: false })
  const mark = useCommand(client.letters.markSent)
  const [mail, setMail] = useState<Outputs['letterSending']['mail'] | null>(null)
  const begun = useRef(false)
  useEffect(() => {
    if (begun.current) return
    begun.current = true
    void run({ id }).then((answer) => {
      if (!answer) return
      setMail(answer)
      if (answer.url !== null) window.open(answer.url, '_blank', 'noopener')
      window.open(answer.mailto, '_blank', 'noopener')
    })
  }, [id, run])

  async function sent(): Promise<void> {
    const done = await mark.run({ id, sent_on: today, sent_how: 'email' })
    if (!done) return
    toast({ text: t('letters:sent.done', { number }), changeSetId: done.changeSetId })
    onClose()
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('standing.mailTitle', { number })}
      size="lg"
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <div className="form">
        <p>{t('standing.mailText')}</p>
        {mail?.path && <p className="letter-path">{t('standing.mailPath', { path: mail.path })}</p>}
        <p>{t('standing.mailPrivate')}</p>
        {mail && (
          <p>
            {t('standing.mailAgain')}{' '}
            <a className="link" href={mail.mailto} target="_blank" rel="noopener noreferrer">
              {t('standing.mailLink')}
            </a>
          </p>
        )}
        {failure && <FailureMessage failure={failure} />}
        {mark.failure && <FailureMessage failure={mark.failure} />}
        <p className="letter-question">{t('standing.mailAsk')}</p>
        <div className="form-actions ask-actions">
          <Button variant="default" onClick={onClose}>
            {t('standing.mailNo')}
          </Button>
          <Button loading={mark.busy} disabled={mail === null} onClick={() => void sent()}>
            {t('standing.mailYes')}
          </Button>
        </div>
      </div>
    </Modal>
  )
}
