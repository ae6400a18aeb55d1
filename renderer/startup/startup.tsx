/** From an empty window to the right first screen: set up, sign in, put a copy back, or the office itself. */
import { Notifications } from '@mantine/notifications'
import { useQuery } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AppState } from '#core/api/app.ts'
import { setCaseManagerWord } from '#core/i18n/case-manager.ts'
import { errorCodes } from '#core/api/errors.ts'
import { RestoreDone } from '../features/restore/restore-done.tsx'
import { RestoreWizard } from '../features/restore/restore-wizard.tsx'
import { restoring, useRestoring } from '../features/restore/store.ts'
import { SetupScreen } from '../features/setup/setup-screen.tsx'
import { dropEverything } from '../forms/autosaver.ts'
import { useConnection } from '../office/connection.ts'
import { failureOf, type Failure } from '../office/failure.ts'
import { lock, useLocked } from '../office/lock.ts'
import { OfficeContext, type OpenOffice } from '../office/office.ts'
import { forgetAll, orpc } from '../office/query.ts'
import { saved } from '../office/saved.ts'
import { router } from '../router.tsx'
import { useIdleLock } from '../shell/lock.ts'
import { LockScreen } from '../shell/lock-screen.tsx'
import { FailureScreen } from './failure-screen.tsx'
import { SignInScreen } from './sign-in-screen.tsx'
import './startup.css'

export function Startup() {
  const { i18n } = useTranslation()
  const line = useConnection()
  const state = useQuery(orpc.app.state.queryOptions())
  const office = state.data
  const language = office?.language ?? 'nl'
  const word = office?.caseManagerWord ?? ''
  useEffect(() => setCaseManagerWord(i18n, word), [i18n, word])
  useEffect(() => {
    if (i18n.language !== language) void i18n.changeLanguage(language)
    document.documentElement.lang = language
    window.shell?.setLanguage(language)
  }, [i18n, language])
  const again = async (): Promise<void> => {
    await state.refetch()
  }

  if (!office) {
    if (line.state === 'failed') {
      const failure = {
        code: line.code,
        path: line.path,
        ref: line.ref,
        fields: [],
        elsewhere: [],
        version: '',
        monday: '',
        clock: '',
        last: '',
      }
      return <FailureScreen failure={failure} retry={() => void again()} />
    }
    if (state.error) return <FailureScreen failure={failureOf(state.error)} retry={() => void again()} />
    return <Skeleton />
  }
  return <FirstScreen office={office} again={again} />
}

function FirstScreen({ office, again }: { office: AppState; again: () => Promise<void> }) {
  const { asked, source, finished } = useRestoring()
  const locked = useLocked()
  /** Who was in last, with everything on the screen: it stays mounted while the screen is blanked. */
  const inside = useRef<OpenOffice | null>(null)
  if (office.state === 'open' && office.me && !locked) inside.current = { ...office, me: office.me }
  else if (office.state === 'setup' || office.failure || finished) inside.current = null
  const here = inside.current
  const [, draw] = useState(0)
  /** What is underneath was somebody else's, and was kept as drafts before the office closed. */
  async function startAnew(): Promise<void> {
    dropEverything()
    saved.reset()
    inside.current = null
    draw((count) => count + 1)
    window.location.hash = '#/vandaag'
    await forgetAll()
    lock.abandon()
  }
  useIdleLock(office.lockMinutes, here !== null && !locked)

  const wizard = <RestoreWizard office={office} signedIn={here !== null} source={source} />
  if (finished)
    return (
      <RestoreDone
        finished={finished}
        onSignIn={() => {
          window.location.hash = '#/vandaag'
          // Before anybody is in: a query that is taken away under a screen would never answer it.
          void forgetAll().then(restoring.close)
        }}
      />
    )
  if (!here) {
    if (asked) return wizard
    if (office.failure) return <BrokenOffice office={office} again={again} />
    if (office.state === 'open') return <Skeleton />
    if (office.state === 'setup') return <SetupScreen office={office} onReady={again} />
    const ready = async (): Promise<void> => {
      lock.release()
      await again()
    }
    return <SignInScreen office={office} onReady={ready} />
  }
  const closed = locked || office.state !== 'open'
  return (
    <>
      <div className="office" hidden={closed} inert={closed}>
        <OfficeContext value={here}>
          {asked ? wizard : <RouterProvider router={router} />}
          <Notifications position="bottom-right" limit={1} autoClose={12_000} transitionDuration={0} />
        </OfficeContext>
      </div>
      {closed && <LockScreen office={office} me={here.me} again={again} startAnew={startAnew} />}
    </>
  )
}

function BrokenOffice({ office, again }: { office: AppState; again: () => Promise<void> }) {
  const { code = '', path = '' } = office.failure ?? {}
  const failure: Failure = {
    code: errorCodes.find((known) => known === code) ?? 'UNREADABLE_FILE',
    path,
    fields: [],
    elsewhere: [],
    monday: '',
    clock: '',
    last: '',
    ref: '',
    version: '',
  }
  return <FailureScreen failure={failure} office={office} retry={() => void again()} />
}

/** The same picture as in index.html, so that nothing jumps. */
function Skeleton() {
  return (
    <div className="start" aria-busy="true">
      <div className="start-rail">
        <p className="start-name">Trajectboek</p>
      </div>
      <div className="start-page">
        <p className="start-line" />
        <p className="start-sheet" />
      </div>
    </div>
  )
}
