/** "Alles klaarzetten": a draft for everything that is due, one by one; stopping keeps what is ready. */
import { Button, Progress } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '../../client.ts'
import { failureOf, type Failure } from '../../office/failure.ts'
import { refreshAll } from '../../office/query.ts'
import { announce } from '../../ui/announcer.tsx'
import { FailureMessage } from '../../ui/message.tsx'
import { useToast } from '../../ui/toast.tsx'

export function DraftAll({ missing }: { missing: number }) {
  const { t } = useTranslation('letters')
  const toast = useToast()
  const [progress, setProgress] = useState<{ done: number; total: number } | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const stop = useRef<AbortController | null>(null)
  useEffect(() => () => stop.current?.abort(), [])

  async function run(): Promise<void> {
    const control = new AbortController()
    stop.current = control
    setFailure(null)
    let last = { done: 0, total: missing }
    setProgress(last)
    try {
      for await (const step of await client.letters.draftAllDue(undefined, { signal: control.signal })) {
        last = { done: step.done, total: step.total }
        setProgress(last)
      }
    } catch (error) {
      if (!control.signal.aborted) setFailure(failureOf(error))
    }
    setProgress(null)
    await refreshAll()
    const text = control.signal.aborted ? t('list.stopped', last) : t('list.finished', { count: last.done })
    if (last.done > 0 || control.signal.aborted) toast({ text })
    announce(text)
  }

  if (progress) {
    const words = t('list.busy', progress)
    return (
      <div className="letters-progress">
        <span role="status">{words}</span>
        <Progress.Root className="letters-bar">
          <Progress.Section value={(100 * progress.done) / Math.max(1, progress.total)} aria-label={words} />
        </Progress.Root>
        <Button variant="default" onClick={() => stop.current?.abort()}>
          {t('list.stop')}
        </Button>
      </div>
    )
  }
  return (
    <>
      {missing > 0 && <Button onClick={() => void run()}>{t('list.allReady')}</Button>}
      {failure && <FailureMessage failure={failure} />}
    </>
  )
}
