/** The paper with the recovery code: whether it is still there, another print, and a new code. */
import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '../../client.ts'
import { AskToSave } from '../../forms/ask-to-save.tsx'
import { PasswordField } from '../../forms/text-field.tsx'
import { problemOf } from '../../office/failure.ts'
import { useOffice } from '../../office/office.ts'
import { orpc } from '../../office/query.ts'
import { useCommand } from '../../office/use-command.ts'
import { Ask } from '../../ui/ask.tsx'
import { FailureMessage, Message } from '../../ui/message.tsx'
import { savePdf } from '../../ui/save-file.ts'
import { Facts, Sheet } from '../../ui/sheet.tsx'
import { useToast } from '../../ui/toast.tsx'
import { useMoments } from '../keeping/moment.ts'
import { CodeField } from './code-field.tsx'

export function CodeSheet() {
  const { t } = useTranslation('keeping')
  const { me, today } = useOffice()
  const { age } = useMoments()
  const navigate = useNavigate()
  const code = useQuery(orpc.access.codeCheck.queryOptions()).data
  const [asking, setAsking] = useState<'check' | 'print' | null>(null)
  const [printed, setPrinted] = useState(false)
  return (
    <Sheet title={t('access.code.title')}>
      {code && (
        <Facts
          facts={[
            [t('access.code.keyId'), code.keyId],
            [t('access.code.last'), code.lastCheckedAt ? age(code.lastCheckedAt, today) : t('moment.never')],
          ]}
        />
      )}
      <div className="keeping-gap">
        {code?.due ? (
          <Message title={t('access.code.due')}>{t('access.code.fine')}</Message>
        ) : (
          <p className="dim">{t('access.code.fine')}</p>
        )}
      </div>
      {printed && (
        <div className="keeping-gap">
          <Message kind="info" live title={t('access.code.printed')} />
        </div>
      )}
      <div className="form-actions">
        <Button {...(code?.due ? {} : { variant: 'default' })} onClick={() => setAsking('check')}>
          {t('access.code.check')}
        </Button>
        {me.role === 'manager' && (
          <>
            <Button variant="default" onClick={() => setAsking('print')}>
              {t('access.code.print')}
            </Button>
            <Button variant="default" onClick={() => void navigate({ to: '/instellingen/nieuwe-code' })}>
              {t('access.code.rotate')}
            </Button>
          </>
        )}
      </div>
      {asking === 'check' && code && <CheckDialog keyId={code.keyId} onClose={() => setAsking(null)} />}
      {asking === 'print' && (
        <PrintDialog onPrinted={() => setPrinted(true)} onClose={() => setAsking(null)} />
      )}
    </Sheet>
  )
}

function CheckDialog({ keyId, onClose }: { keyId: string; onClose: () => void }) {
  const { t } = useTranslation('keeping')
  const toast = useToast()
  const [typedCode, setTypedCode] = useState('')
  const [wrong, setWrong] = useState(false)
  const check = useCommand(client.access.checkCode, { saves: false })
  async function answer(): Promise<void> {
    setWrong(false)
    const found = await check.run({ typedCode })
    if (!found) return
    if (!found.right) return setWrong(true)
    toast({ text: t('access.code.right') })
    onClose()
  }
  return (
    <AskToSave
      opened
      title={t('access.code.checkTitle')}
      answer={t('access.code.checkAnswer')}
      onAnswer={() => void answer()}
      onClose={onClose}
      save={check}
      disabled={typedCode.trim() === ''}
    >
      <p>{t('access.code.checkText')}</p>
      <CodeField
        autoFocus
        value={typedCode}
        onChange={setTypedCode}
        problem={problemOf(check.failure, 'typedCode')}
      />
      {wrong && (
        <Message live title={t('access.code.wrong')}>
          {t('access.code.wrongText', { keyId })}
        </Message>
      )}
    </AskToSave>
  )
}

function PrintDialog({ onPrinted, onClose }: { onPrinted: () => void; onClose: () => void }) {
  const { t } = useTranslation('keeping')
  const [password, setPassword] = useState('')
  const print = useCommand(client.access.printSheet, { saves: false })
  async function answer(): Promise<void> {
    const made = await print.run({ password })
    if (!made) return
    savePdf(made.sheet, t('access.code.pdfName'))
    onPrinted()
    onClose()
  }
  const needsCode = print.failure?.code === 'WRONG_CODE'
  return (
    <Ask
      opened
      title={t('access.code.printTitle')}
      answer={t('access.code.printAnswer')}
      onAnswer={() => void answer()}
      onClose={onClose}
      busy={print.busy}
      disabled={password === ''}
    >
      <p>{t('access.code.printText')}</p>
      <PasswordField
        label={t('access.code.printPassword')}
        showLabel={t('password.show')}
        autoFocus
        value={password}
        onChange={setPassword}
        problem={problemOf(print.failure, 'password')}
      />
      {needsCode && <Message live title={t('access.code.needsCode')} />}
      {print.failure && !needsCode && print.failure.code !== 'INVALID' && (
        <FailureMessage failure={print.failure} />
      )}
    </Ask>
  )
}
