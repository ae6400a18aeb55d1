/** Finalising many letters: how far it is, stopping after the current one, and what came of it. */
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '../../client.ts'
import { saveEverything } from '../../forms/autosaver.ts'
import { failureOf, type Failure } from '../../office/failure.ts'
import { refreshAll } from '../../office/query.ts'
import { saved } from '../../office/saved.ts'

/** These are about one letter; after anything else the next one would end the same way. */
const ofOneLetter: ReadonlySet<Failure['code']> = new Set([
  'LETTER_INCOMPLETE',
  'LETTER_REVIEW',
  'LETTER_FINAL',
  'CHANGED_SINCE',
  'NOT_FOUND',
])

type Progress = { done: number; total: number }
export type Outcome = { kind: 'ok' | 'care'; title: string; text: string; numbers: number }

export function useFinaliseRun() {
  const { t } = useTranslation('sending')
  const [progress, setProgress] = useState<Progress | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const stopped = useRef(false)
  useEffect(() => stop, [])
  function stop(): void {
    stopped.current = true
  }

  async function start(ids: readonly number[], clockIsRight: boolean): Promise<void> {
    stopped.current = false
    setFailure(null)
    setOutcome(null)
    setProgress({ done: 0, total: ids.length })
    await saveEverything()
    const numbers: string[] = []
    let stayed = 0
    let wrong: Failure | null = null
    // One call a letter: whoever stops knows exactly which ones have a number, and the next was never begun.
    for (const [index, id] of ids.entries()) {
      if (stopped.current || wrong) break
      try {
        numbers.push((await client.letters.finalise({ id, clockIsRight })).number)
      } catch (error) {
        const failed = failureOf(error)
        if (ofOneLetter.has(failed.code)) stayed += 1
        else wrong = failed
      }
      setProgress({ done: index + 1, total: ids.length })
    }
    if (numbers.length > 0) saved.done(stopped)
    await refreshAll()
    setProgress(null)
    setFailure(wrong)
    const far = { done: numbers.length, total: ids.length }
    if (wrong?.code === 'LETTER_CLOCK' && numbers.length === 0) return
    const failed = stayed > 0 ? t('ready.failed', { count: stayed }) : ''
    const spoken = inWords(numbers)
    const all = wrong === null && !(stopped.current && numbers.length + stayed < ids.length)
    const finished = t('ready.finished', { count: numbers.length, numbers: spoken })
    setOutcome({
      kind: all && stayed === 0 ? 'ok' : 'care',
      title: wrong ? t('ready.brokenOff', far) : all ? finished : t('ready.stopped', far),
      text: all ? failed : [numbers.length > 0 && finished, failed].filter(Boolean).join(' '),
      numbers: numbers.length,
    })
  }

  /** "2026-0003", or "2026-0003 tot en met 2026-0009". */
  function inWords(numbers: readonly string[]): string {
    const [first] = numbers
    const last = numbers.at(-1)
    return first === last ? (first ?? '') : t('ready.numbers', { first, last })
  }

  return { start, stop, progress, failure, outcome }
}
