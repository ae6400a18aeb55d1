/** The office cannot be opened: the reason, what it means for the data, what to do, what to read out by phone. */
import { Button } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { tryLineAgain } from '../client.ts'
import type { Failure } from '../office/failure.ts'
import { useFailureWords } from '../ui/message.tsx'

export function FailureScreen({ failure, retry }: { failure: Failure; retry: () => void }) {
  const { t } = useTranslation(['setup', 'common'])
  const words = useFailureWords(failure)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = 'Trajectboek'
    heading.current?.focus()
  }, [])
  return (
    <main className="failure">
      <h1 ref={heading} tabIndex={-1}>
        {words.title}
      </h1>
      <p className="page-lead">{words.meaning}</p>
      {failure.path && <p className="failure-path">{failure.path}</p>}
      <p>{words.action}</p>
      <div className="form-actions">
        <Button
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
        <span className="dim">
          {t('common:code', { code: failure.ref ? `${failure.code} ${failure.ref}` : failure.code })}
        </span>
      </div>
    </main>
  )
}
