/** Who can get in and how: colleagues, one's own password, the paper with the code, locking the screen. */
import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '../../client.ts'
import { AskToSave } from '../../forms/ask-to-save.tsx'
import { PasswordField } from '../../forms/text-field.tsx'
import { SelectField } from '../../forms/choice-field.tsx'
import { problemOf } from '../../office/failure.ts'
import { useOffice } from '../../office/office.ts'
import { orpc } from '../../office/query.ts'
import { useCommand } from '../../office/use-command.ts'
import { FailureMessage } from '../../ui/message.tsx'
import { Page } from '../../ui/page.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { useToast } from '../../ui/toast.tsx'
import { BackToSettings } from '../keeping/back-link.tsx'
import { CodeSheet } from './code-sheet.tsx'
import { NewPasswordFields, useNewPassword } from './new-password.tsx'
import { People } from './people.tsx'
import '../keeping/keeping.css'
import './access.css'

export function AccessScreen() {
  const { t } = useTranslation('keeping')
  const { me } = useOffice()
  const due = useQuery(orpc.access.codeCheck.queryOptions()).data?.due
  // As it was on coming here: what is being answered does not move away.
  const [codeFirst] = useState(due === true)
  return (
    <Page title={t('access.title')} screen={t('access.title')} lead={t('access.lead')}>
      <BackToSettings />
      <div className="access-sheets">
        {codeFirst && <CodeSheet />}
        {me.role === 'manager' && <People />}
        <OwnPassword />
        {!codeFirst && <CodeSheet />}
        <LockMinutes />
        {me.role !== 'manager' && <p className="dim">{t('access.onlyManager')}</p>}
      </div>
    </Page>
  )
}

function OwnPassword() {
  const { t } = useTranslation('keeping')
  const [asking, setAsking] = useState(false)
  return (
    <Sheet title={t('access.own.title')}>
      <p className="dim">{t('access.own.text')}</p>
      <div className="form-actions">
        <Button variant="default" onClick={() => setAsking(true)}>
          {t('access.own.action')}
        </Button>
      </div>
      {asking && <OwnPasswordDialog onClose={() => setAsking(false)} />}
    </Sheet>
  )
}

function OwnPasswordDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('keeping')
  const { me } = useOffice()
  const toast = useToast()
  const [oldPassword, setOldPassword] = useState('')
  const password = useNewPassword()
  const change = useCommand(client.access.changePassword, { saves: false })
  async function answer(): Promise<void> {
    const chosen = password.ready()
    if (chosen === null) return
    if (!(await change.run({ staffId: me.id, oldPassword, password: chosen }))) return
    toast({ text: t('access.own.saved') })
    onClose()
  }
  return (
    <AskToSave
      opened
      title={t('access.own.dialog')}
      answer={t('access.own.save')}
      onAnswer={() => void answer()}
      onClose={onClose}
      save={change}
    >
      <PasswordField
        label={t('password.ownOld')}
        showLabel={t('password.show')}
        autoFocus
        value={oldPassword}
        onChange={setOldPassword}
        problem={problemOf(change.failure, 'oldPassword')}
      />
      <NewPasswordFields choice={password} problem={problemOf(change.failure, 'password')} />
    </AskToSave>
  )
}

const choices = ['1', '2', '3', '5', '10'] as const

function LockMinutes() {
  const { t } = useTranslation('keeping')
  const { me, lockMinutes } = useOffice()
  const toast = useToast()
  const minutes = useQuery(orpc.access.lockSettings.queryOptions()).data?.minutes ?? lockMinutes
  const save = useCommand(client.access.saveLockSettings, { saves: false })
  const words = (count: number) => t('access.lock.minutes', { count })
  async function choose(next: number): Promise<void> {
    if (await save.run({ minutes: next })) toast({ text: t('access.lock.saved', { minutes: words(next) }) })
  }
  const all = [...new Set([...choices, String(minutes)])].toSorted((a, b) => Number(a) - Number(b))
  return (
    <Sheet title={t('access.lock.title')}>
      {me.role === 'manager' ? (
        <div className="form">
          <SelectField
            label={t('access.lock.label')}
            hint={t('access.lock.hint')}
            value={String(minutes)}
            onChange={(next) => void choose(Number(next))}
            choices={all.map((one) => ({ value: one, label: words(Number(one)) }))}
          />
          {save.failure && <FailureMessage failure={save.failure} />}
        </div>
      ) : (
        <p>{t('access.lock.onlyManager', { minutes: words(minutes) })}</p>
      )}
    </Sheet>
  )
}
