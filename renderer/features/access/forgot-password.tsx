/** A colleague, or the code from paper: then a new password, and in. Works before anybody is signed in. */
import { Button, UnstyledButton } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Outputs } from '#core/api/contract.ts'
import { client } from '../../client.ts'
import { ChoiceField } from '../../forms/choice-field.tsx'
import { problemOf } from '../../office/failure.ts'
import { useCommand } from '../../office/use-command.ts'
import { FailureMessage } from '../../ui/message.tsx'
import { CodeField } from './code-field.tsx'
import { NewPasswordFields, useNewPassword } from './new-password.tsx'

type Found = Outputs['access']['peopleWithCode']

export function ForgotPassword({ onBack, onReady }: { onBack: () => void; onReady: () => Promise<void> }) {
  const { t } = useTranslation(['keeping', 'common'])
  const [typedCode, setTypedCode] = useState('')
  const [found, setFound] = useState<Found | null>(null)
  const look = useCommand(client.access.peopleWithCode, { saves: false })
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [found])

  async function check(): Promise<void> {
    const people = await look.run({ typedCode })
    if (people) setFound(people)
    else document.getElementById('paper-code')?.focus()
  }
  const problem = problemOf(look.failure, 'typedCode')
  return (
    <div className="sign-in-sheet sheet">
      <h1 ref={heading} tabIndex={-1}>
        {t('forgot.title')}
      </h1>
      {found ? (
        <Choose found={found} typedCode={typedCode} onReady={onReady} />
      ) : (
        <>
          <p>{t('forgot.lead')}</p>
          <section className="sign-in-step">
            <h2>{t('forgot.colleagueTitle')}</h2>
            <p>{t('forgot.colleague')}</p>
          </section>
          <section className="sign-in-step">
            <h2>{t('forgot.codeTitle')}</h2>
            <form
              noValidate
              className="form"
              onSubmit={(event) => {
                event.preventDefault()
                void check()
              }}
            >
              <CodeField id="paper-code" value={typedCode} onChange={setTypedCode} problem={problem} />
              {look.failure && !problem && <FailureMessage failure={look.failure} />}
              <div className="form-actions">
                <Button type="submit" loading={look.busy} disabled={typedCode.trim() === ''}>
                  {t('forgot.check')}
                </Button>
              </div>
            </form>
          </section>
        </>
      )}
      <p className="sign-in-step">
        <UnstyledButton className="link" onClick={onBack}>
          {t('forgot.back')}
        </UnstyledButton>
      </p>
    </div>
  )
}

function Choose({
  found,
  typedCode,
  onReady,
}: {
  found: Found
  typedCode: string
  onReady: () => Promise<void>
}) {
  const { t } = useTranslation('keeping')
  const [who, setWho] = useState(String(found.people.length === 1 ? found.people[0]?.id : ''))
  const password = useNewPassword()
  const reset = useCommand(
    async (input: { typedCode: string; staffId: number; password: string }) => {
      await client.access.resetWithCode(input)
      return client.app.signIn({ staffId: input.staffId, password: input.password })
    },
    { saves: false },
  )
  async function save(): Promise<void> {
    const chosen = password.ready()
    if (chosen === null || who === '') return
    if (await reset.run({ typedCode, staffId: Number(who), password: chosen })) await onReady()
  }
  return (
    <form
      noValidate
      className="form"
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <p role="status">{t('forgot.found', { office: found.officeName })}</p>
      <ChoiceField
        label={t('forgot.who')}
        value={who}
        onChange={setWho}
        choices={found.people.map(({ id, name }) => ({ value: String(id), label: name }))}
      />
      <NewPasswordFields choice={password} problem={problemOf(reset.failure, 'password')} />
      {reset.failure && reset.failure.code !== 'INVALID' && <FailureMessage failure={reset.failure} />}
      <div className="form-actions">
        <Button type="submit" loading={reset.busy} disabled={who === ''}>
          {t('forgot.save')}
        </Button>
      </div>
    </form>
  )
}
