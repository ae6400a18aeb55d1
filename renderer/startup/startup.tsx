/** From an empty window to the right first screen: set up, sign in, or the office itself. */
import { Notifications } from '@mantine/notifications'
import { useQuery } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { AppState } from '#core/api/app.ts'
import { SetupScreen } from '../features/setup/setup-screen.tsx'
import { useConnection } from '../office/connection.ts'
import { failureOf } from '../office/failure.ts'
import { OfficeContext, type OpenOffice } from '../office/office.ts'
import { orpc } from '../office/query.ts'
import { router } from '../router.tsx'
import { FailureScreen } from './failure-screen.tsx'
import { SignInScreen } from './sign-in-screen.tsx'
import './startup.css'

export function Startup() {
  const { i18n } = useTranslation()
  const line = useConnection()
  const state = useQuery(orpc.app.state.queryOptions())
  const office = state.data
  const language = office?.language ?? 'nl'
  useEffect(() => {
    if (i18n.language !== language) void i18n.changeLanguage(language)
    document.documentElement.lang = language
    window.shell?.setLanguage(language)
  }, [i18n, language])

  if (!office) {
    if (line.state === 'failed') {
      const failure = { code: line.code, path: line.path, ref: line.ref, fields: [], version: '' }
      return <FailureScreen failure={failure} retry={() => void state.refetch()} />
    }
    if (state.error)
      return <FailureScreen failure={failureOf(state.error)} retry={() => void state.refetch()} />
    return <Skeleton />
  }
  const again = () => state.refetch().then(() => undefined)
  if (office.state === 'setup') return <SetupScreen office={office} onReady={again} />
  return <Inside office={office} again={again} />
}

/**
 * The office, and the sign-in screen over it while it is locked. The office stays mounted underneath, hidden
 * and out of reach, so that what was being typed is still there for the one who typed it. Somebody else
 * begins afresh.
 */
function Inside({ office, again }: { office: AppState; again: () => Promise<void> }) {
  const last = useRef<OpenOffice | null>(null)
  const { me } = office
  const open = office.state === 'open' && me !== null
  const other = open && last.current !== null && last.current.me.id !== me.id
  useEffect(() => {
    if (other) window.location.reload()
  }, [other])
  if (open && !other) last.current = { ...office, me }
  const inside = last.current
  const closed = !open || other
  return (
    <>
      {inside && (
        <div hidden={closed} inert={closed}>
          <OfficeContext value={inside}>
            <RouterProvider router={router} />
            <Notifications position="bottom-right" limit={1} autoClose={12_000} transitionDuration={0} />
          </OfficeContext>
        </div>
      )}
      {closed && !other && <SignInScreen office={office} onReady={again} />}
    </>
  )
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
