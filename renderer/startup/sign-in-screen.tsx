/** Who is working at this PC now: choose a name, type the password. */
import { Button, Radio } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AppState } from '#core/api/app.ts'
import { client } from '../client.ts'
import { PasswordField } from '../forms/text-field.tsx'
import { useCommand } from '../office/use-command.ts'
import { FailureMessage } from '../ui/message.tsx'

export function SignInScreen({ office, onReady }: { office: AppState; onReady: () => Promise<void> }) {
  const { t } = useTranslation(['setup', 'app'])
  const [who, setWho] = useState(office.people.length === 1 ? String(office.people[0]?.id) : '')
  const [password, setPassword] = useState('')
  const signIn = useCommand(client.app.signIn, { saves: false })
  useEffect(() => {
    document.title = `${t('signIn.screen')} - Trajectboek`
  }, [t])

  async function submit(): Promise<void> {
    const answer = await signIn.run({ staffId: Number(who), password })
    if (answer) await onReady()
    else document.getElementById('password')?.focus()
  }

  return (
    <main className="sign-in">
      {office.practice && <p className="practice">{t('app:shell.practice')}</p>}
      <div className="sign-in-sheet sheet">
        <h1>{office.officeName}</h1>
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
          </div>
        </form>
      </div>
    </main>
  )
}
