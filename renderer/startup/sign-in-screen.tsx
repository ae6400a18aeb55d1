/** Who is working at this PC now. From here also: a forgotten password, and a copy to put back. */
import { UnstyledButton } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AppState } from '#core/api/app.ts'
import { ForgotPassword } from '../features/access/forgot-password.tsx'
import { restoring } from '../features/restore/store.ts'
import { SignInForm } from './sign-in-form.tsx'

export function SignInScreen({ office, onReady }: { office: AppState; onReady: () => Promise<void> }) {
  const { t } = useTranslation(['setup', 'app', 'keeping'])
  const [forgot, setForgot] = useState(false)
  useEffect(() => {
    document.title = `${forgot ? t('keeping:forgot.title') : t('signIn.screen')} - Trajectboek`
  }, [t, forgot])
  return (
    <main className="sign-in">
      {office.practice && <p className="practice">{t('app:shell.practice')}</p>}
      {forgot ? (
        <ForgotPassword onBack={() => setForgot(false)} onReady={onReady} />
      ) : (
        <>
          <div className="sign-in-sheet sheet">
            <h1>{office.officeName}</h1>
            <SignInForm office={office} onReady={onReady} onForgot={() => setForgot(true)} />
          </div>
          <p className="sign-in-more">
            <UnstyledButton className="link" onClick={() => restoring.ask()}>
              {t('keeping:signIn.restore')}
            </UnstyledButton>
          </p>
        </>
      )}
    </main>
  )
}
