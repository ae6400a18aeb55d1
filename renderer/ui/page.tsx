/** The frame of every screen: one title, how things stand in a sentence, at most one filled button. */
import { Button, Loader } from '@mantine/core'
import { useLocation } from '@tanstack/react-router'
import { useEffect, useRef, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Failure } from '../office/failure.ts'
import { announce } from './announcer.tsx'
import { FailureMessage } from './message.tsx'

export type PageProps = {
  /** The title on the page; may be a name. */
  title: ReactNode
  /** What the window is called: the kind of screen, never a person's name. */
  screen: string
  /** One plain sentence under the title. */
  lead?: ReactNode
  actions?: ReactNode
  /** The page puts the cursor somewhere itself (a search box): the title is announced instead. */
  ownFocus?: boolean
  className?: string
  children: ReactNode
}

/** Whether a page has been shown before this one: at the very start the focus stays where the system put it. */
let shownBefore = false

/** A page that comes late must not take the cursor out of a dialog, a menu or a field. */
function isBusyElsewhere(): boolean {
  const focused = document.activeElement
  return (
    focused !== null && focused.closest('[role="dialog"], [role="menu"], input, textarea, select') !== null
  )
}

export function Page({
  title,
  screen,
  lead,
  actions,
  ownFocus = false,
  className = '',
  children,
}: PageProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  const path = useLocation({ select: (location) => location.pathname })
  useEffect(() => {
    document.title = `${screen} - Trajectboek`
  }, [screen])
  useEffect(() => {
    if (shownBefore && !ownFocus && !isBusyElsewhere()) heading.current?.focus({ preventScroll: true })
    else if (shownBefore) announce(screen)
    window.scrollTo(0, 0)
    shownBefore = true
    // oxlint-disable-next-line react/exhaustive-deps -- only another page moves the focus
  }, [path])
  return (
    <div className={`page ${className}`}>
      <header className="page-head">
        <div className="page-title">
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
          {lead && <p className="page-lead">{lead}</p>}
        </div>
        {actions && <div className="page-actions">{actions}</div>}
      </header>
      {children}
    </div>
  )
}

/** While a page's facts are not there yet. Appears late, so that a quick answer does not flicker. */
export function PageWait() {
  const { t } = useTranslation('common')
  return (
    <div className="page page-wait" role="status">
      <Loader size="sm" type="dots" aria-hidden />
      <span>{t('loading')}</span>
    </div>
  )
}

/** A page that could not be filled: what happened and a way to try again. */
export function PageFailure({
  failure,
  screen,
  retry,
}: {
  failure: Failure
  screen: string
  retry: () => void
}) {
  const { t } = useTranslation('common')
  return (
    <Page title={screen} screen={screen}>
      <FailureMessage
        failure={failure}
        action={
          <Button onClick={retry} variant="default">
            {t('retry')}
          </Button>
        }
      />
    </Page>
  )
}
