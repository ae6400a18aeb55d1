/** Choose a name, type the password. On the first screen, and on the lock screen with the name chosen. */
import { Button, Radio, UnstyledButton } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AppState } from '#core/api/app.ts'
import { client } from '../client.ts'
import { PasswordField } from '../forms/text-field.tsx'
import { orpc, queryClient } from '../office/query.ts'
import { useCommand } from '../office/use-command.ts'
import { FailureMessage } from '../ui/message.tsx'

export function SignInForm({
  office,
  first = null,
  onReady,
  onForgot,
}: {
  office: AppState
  /** The id of who is chosen to begin with. */
  first?: number | null
  onReady: () => Promise<void>
  onForgot: () => void
}) {
  const { t } = useTranslation(['setup', 'keeping'])
  const only = office.people.length === 1 ? office.people[0]?.id : undefined
  const start = office.people.some(({ id }) => id === first) ? first : (only ?? null)
  const [who, setWho] = useState(start === null ? '' : String(start))
  const [password, setPassword] = useState('')
  const signIn = useCommand(client.app.signIn, { saves: false })

  async function submit(): Promise<void> {
    const answer = await signIn.run({ staffId: Number(who), password })
    if (answer) return onReady()
    document.getElementById('password')?.focus()
    // A file that is damaged shows only now, when the key is there: then another screen follows.
    await queryClient.invalidateQueries(orpc.app.state.queryOptions())
  }
  return (
    <form
      noValidate
      className="form"
      onSubmit={(event) => {
        event.preventDefault()
        if (who) void submit()
      }}
    >
      <Radio.Group label={t('signIn.who')} value={who} onChange={setWho}>
        <div className="sign-in-people">
          {office.people.map((person) => (
            <Radio.Card
              key={person.id}
              value={String(person.id)}
              className="sign-in-person"
              aria-label={person.name}
              onClick={() => document.getElementById('password')?.focus()}
            >
              <Radio.Indicator />
              <bdi>{person.name}</bdi>
            </Radio.Card>
          ))}
        </div>
      </Radio.Group>
      <PasswordField
        id="password"
        label={t('signIn.password')}
        {...(office.practice ? { hint: t('keeping:signIn.practice') } : {})}
        value={password}
        onChange={setPassword}
        showLabel={t('signIn.show')}
        autoFocus={who !== ''}
      />
      {signIn.failure && <FailureMessage failure={signIn.failure} />}
      <div className="form-actions">
        <Button type="submit" loading={signIn.busy} disabled={!who}>
          {t('signIn.open')}
        </Button>
        <UnstyledButton className="link" onClick={onForgot}>
          {t('keeping:signIn.forgot')}
        </UnstyledButton>
      </div>
    </form>
  )
}
