/** The office cannot be opened: the reason, what it means for the data, and the ways on. Nothing here deletes. */
import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AppState } from '#core/api/app.ts'
import { tryLineAgain } from '../client.ts'
import { ForgotPassword } from '../features/access/forgot-password.tsx'
import { useMoments } from '../features/keeping/moment.ts'
import { useMissingWords } from '../features/restore/missing.ts'
import { restoring } from '../features/restore/store.ts'
import type { Failure } from '../office/failure.ts'
import { orpc } from '../office/query.ts'
import { Message, useFailureWords } from '../ui/message.tsx'

/** Where another copy, or the code, does not help: the files are well. */
const notBroken = new Set<Failure['code']>(['FILE_IN_USE', 'NEWER_VERSION', 'SHUTTING_DOWN', 'LINE_LOST'])

/** `office`: the service runs, so a copy can be put back. */
export function FailureScreen({
  failure,
  office = null,
  retry,
}: {
  failure: Failure
  office?: AppState | null
  retry: () => void
}) {
  const { t } = useTranslation(['setup', 'common', 'keeping'])
  const words = useFailureWords(failure)
  const heading = useRef<HTMLHeadingElement>(null)
  const [withCode, setWithCode] = useState(false)
  const ways = office !== null && !notBroken.has(failure.code)
  // Plainly first; where the file stands is under it.
  const title = !ways
    ? words.title
    : failure.code === 'DAMAGED_FILE'
      ? t('keeping:failure.damaged')
      : t('keeping:failure.unreadable')
  useEffect(() => {
    document.title = 'Trajectboek'
    heading.current?.focus()
  }, [])
  if (withCode)
    return (
      <main className="sign-in">
        <ForgotPassword onBack={() => setWithCode(false)} onReady={() => Promise.resolve(retry())} />
      </main>
    )
  return (
    <main className="failure">
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      <p className="page-lead">{ways ? t('keeping:failure.calm') : words.meaning}</p>
      {failure.path && <p className="failure-path">{failure.path}</p>}
      {!ways && <p>{words.action}</p>}
      {ways && <BestCopy />}
      <div className="form-actions">
        {ways && <Button onClick={() => restoring.ask()}>{t('keeping:failure.restore')}</Button>}
        {ways && (
          <Button variant="default" onClick={() => setWithCode(true)}>
            {t('keeping:failure.code')}
          </Button>
        )}
        <Button
          {...(ways ? { variant: 'default' } : {})}
          onClick={() => {
            tryLineAgain()
            retry()
          }}
        >
          {t('common:retry')}
        </Button>
        {window.shell && (
          <Button variant="default" onClick={() => window.shell?.quit()}>
            {t('failure.quit')}
          </Button>
        )}
      </div>
      <p className="dim">
        {t('common:code', { code: failure.ref ? `${failure.code} ${failure.ref}` : failure.code })}
      </p>
    </main>
  )
}

/** The copy with most in it, as far as this PC can look into its copies without the code. */
function BestCopy() {
  const { t } = useTranslation('keeping')
  const { say } = useMoments()
  const missingWords = useMissingWords()
  const best = useQuery(orpc.restore.offered.queryOptions()).data?.best
  if (!best) return null
  const { content } = best
  const since = content.lastChangeAt && say(content.lastChangeAt)
  const people = t('people', { count: content.participants })
  const missing = missingWords(best.missing, { since: null, readable: false })
  return (
    <Message kind="ok" title={t('failure.best')}>
      {since && <p>{t('failure.bestText', { when: since, people })}</p>}
      <p>{missing === null ? t('failure.bestUnknown') : missing === '' ? t('failure.bestWhole') : missing}</p>
    </Message>
  )
}
