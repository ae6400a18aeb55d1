/** Over an office that stays as it was left. Whoever was in goes on; somebody else begins anew. */
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AppState, Staff } from '#core/api/app.ts'
import { client } from '../client.ts'
import { ForgotPassword } from '../features/access/forgot-password.tsx'
import { lock } from '../office/lock.ts'
import { refreshAll } from '../office/query.ts'
import { saved } from '../office/saved.ts'
import { SignInForm } from '../startup/sign-in-form.tsx'

export function LockScreen({
  office,
  me,
  again,
  startAnew,
}: {
  office: AppState
  me: Staff
  again: () => Promise<void>
  /** Somebody else is in. */
  startAnew: () => Promise<void>
}) {
  const { t } = useTranslation(['keeping', 'app'])
  const [forgot, setForgot] = useState(false)
  const before = useRef({ title: '', x: 0, y: 0 })
  useEffect(() => {
    lock.close() // also where the service closed the office by itself
    before.current = { title: document.title, x: window.scrollX, y: window.scrollY }
    document.title = `${t('lock.screen')} - Trajectboek`
    const { title } = before.current
    return () => {
      document.title = title
    }
  }, [t])

  async function ready(): Promise<void> {
    const { me: now } = await client.app.state()
    if (now?.id !== me.id) return startAnew()
    const { x, y } = before.current
    await again()
    lock.release()
    await refreshAll()
    await saved.retryAll()
    window.scrollTo(x, y)
  }
  return (
    <main className="sign-in lock">
      {office.practice && <p className="practice">{t('app:shell.practice')}</p>}
      {forgot ? (
        <ForgotPassword onBack={() => setForgot(false)} onReady={ready} />
      ) : (
        <div className="sign-in-sheet sheet">
          <h1>{t('lock.title')}</h1>
          <p className="lock-text">{t('lock.text')}</p>
          <SignInForm office={office} first={me.id} onReady={ready} onForgot={() => setForgot(true)} />
          {office.people.length > 1 && <p className="dim lock-other">{t('lock.other')}</p>}
        </div>
      )}
    </main>
  )
}
