/** Colleagues: a new password, another role, and somebody who leaves. For a manager. */
import { UnstyledButton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Staff } from '#core/api/app.ts'
import type { Role } from '#core/api/fields.ts'
import { client } from '../../client.ts'
import { AskToSave } from '../../forms/ask-to-save.tsx'
import { problemOf } from '../../office/failure.ts'
import { useOffice } from '../../office/office.ts'
import { orpc } from '../../office/query.ts'
import { useCommand } from '../../office/use-command.ts'
import { Ask } from '../../ui/ask.tsx'
import { ForReaders } from '../../ui/hidden.tsx'
import { FailureMessage } from '../../ui/message.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { useToast } from '../../ui/toast.tsx'
import { NewPasswordFields, useNewPassword } from './new-password.tsx'

export function People() {
  const { t } = useTranslation(['keeping', 'enums', 'settings'])
  const { me } = useOffice()
  const toast = useToast()
  const staff = useQuery(orpc.settings.staff.queryOptions()).data ?? []
  const setRole = useCommand(client.settings.setRole)
  const [password, setPassword] = useState<Staff | null>(null)
  const [leaving, setLeaving] = useState<Staff | null>(null)
  async function makeRole({ id, name }: Staff, role: Role): Promise<void> {
    const done = await setRole.run({ id, role })
    if (!done) return
    const word = t(`enums:role.${role}`).toLowerCase()
    toast({ text: t('access.people.roleChanged', { name, role: word }), changeSetId: done.changeSetId })
  }
  return (
    <Sheet title={t('access.people.title')}>
      <div className="table-scroll">
        <table className="data-table access-people" aria-label={t('access.people.title')}>
          <thead>
            <tr>
              <th scope="col">{t('access.people.name')}</th>
              <th scope="col">{t('access.people.role')}</th>
              <th scope="col">{t('access.people.action')}</th>
            </tr>
          </thead>
          <tbody>
            {staff.map((one) => (
              <tr key={one.id}>
                <th scope="row">
                  <bdi>{one.name}</bdi>
                  {one.id === me.id && <span className="dim">{` (${t('settings:staff.you')})`}</span>}
                </th>
                <td>{one.active ? t(`enums:role.${one.role}`) : t('access.people.inactive')}</td>
                <td>
                  {one.active && one.id !== me.id && (
                    <div className="access-actions">
                      <Action name={one.name} onClick={() => setPassword(one)}>
                        {t('access.people.newPassword')}
                      </Action>
                      <Action
                        name={one.name}
                        onClick={() => void makeRole(one, one.role === 'manager' ? 'coach' : 'manager')}
                      >
                        {one.role === 'manager'
                          ? t('access.people.makeCoach')
                          : t('access.people.makeManager')}
                      </Action>
                      <Action name={one.name} onClick={() => setLeaving(one)}>
                        {t('access.people.leave')}
                      </Action>
                    </div>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {setRole.failure && <FailureMessage failure={setRole.failure} />}
      {password && <PasswordDialog person={password} onClose={() => setPassword(null)} />}
      {leaving && <LeaveDialog person={leaving} onClose={() => setLeaving(null)} />}
    </Sheet>
  )
}

function Action({ name, onClick, children }: { name: string; onClick: () => void; children: string }) {
  const { t } = useTranslation('keeping')
  return (
    <UnstyledButton className="link" onClick={onClick}>
      {children}
      <ForReaders>{` ${t('access.people.forWhom', { name })}`}</ForReaders>
    </UnstyledButton>
  )
}

export function PasswordDialog({
  person,
  onClose,
  onSaved,
}: {
  person: { id: number; name: string }
  onClose: () => void
  onSaved?: () => void
}) {
  const { t } = useTranslation('keeping')
  const toast = useToast()
  const password = useNewPassword()
  const change = useCommand(client.access.changePassword, { saves: false })
  async function answer(): Promise<void> {
    const chosen = password.ready()
    if (chosen === null) return
    if (!(await change.run({ staffId: person.id, oldPassword: null, password: chosen }))) return
    toast({ text: t('access.people.passwordSet', { name: person.name }) })
    onSaved?.()
    onClose()
  }
  return (
    <AskToSave
      opened
      title={t('access.people.passwordTitle', { name: person.name })}
      answer={t('access.people.passwordSave')}
      onAnswer={() => void answer()}
      onClose={onClose}
      save={change}
    >
      <p>{t('access.people.passwordText', { name: person.name })}</p>
      <NewPasswordFields choice={password} autoFocus problem={problemOf(change.failure, 'password')} />
    </AskToSave>
  )
}

function LeaveDialog({ person, onClose }: { person: Staff; onClose: () => void }) {
  const { t } = useTranslation('keeping')
  const toast = useToast()
  const { name } = person
  const remove = useCommand(client.settings.removeStaff)
  async function answer(): Promise<void> {
    if (!(await remove.run({ id: person.id }))) return
    toast({ text: t('access.people.left', { name }) })
    onClose()
  }
  return (
    <Ask
      opened
      title={t('access.people.leaveTitle', { name })}
      answer={t('access.people.leaveAnswer')}
      onAnswer={() => void answer()}
      onClose={onClose}
      busy={remove.busy}
      danger
    >
      <p>{t('access.people.leaveText', { name })}</p>
      <p>{t('access.people.leaveCode', { name })}</p>
      {remove.failure && <FailureMessage failure={remove.failure} />}
    </Ask>
  )
}
