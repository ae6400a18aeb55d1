/** Files from this PC into a dossier, one after the other. Looked at before they are read: too large is never read. */
import { useCallback, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { shownName } from '#core/files/name.ts'
import { largestFile } from '#core/files/type.ts'
import type { FieldProblem } from '#core/api/errors.ts'
import { client } from '../../client.ts'
import { failureOf, problemOf, type Failure } from '../../office/failure.ts'
import { refreshAll } from '../../office/query.ts'
import { saved } from '../../office/saved.ts'
import { announce } from '../../ui/announcer.tsx'
import { useToast } from '../../ui/toast.tsx'

/** A file that was not kept, and why. */
export type Refused = { name: string; why: { problem: FieldProblem } | { failure: Failure } | 'unreadable' }

export type Adding = { name: string; n: number; total: number }

type Kept = Awaited<ReturnType<typeof client.attachments.add>>

export function useAddFiles(participantId: number) {
  const { t } = useTranslation('files')
  const toast = useToast()
  const [adding, setAdding] = useState<Adding | null>(null)
  const [refused, setRefused] = useState<Refused[]>([])
  const state = useRef({ busy: false, stopped: false, key: {} })

  const add = useCallback(
    async (files: readonly File[]): Promise<void> => {
      const { current } = state
      if (current.busy || files.length === 0) return
      current.busy = true
      current.stopped = false
      setRefused([])
      const kept: Kept[] = []
      const not: Refused[] = []
      for (const [n, file] of files.entries()) {
        if (current.stopped) break
        const name = shownName(file.name)
        setAdding({ name, n: n + 1, total: files.length })
        const outcome = await keep(participantId, file)
        if ('id' in outcome) kept.push(outcome)
        else not.push({ name, why: outcome.why })
      }
      current.busy = false
      setAdding(null)
      setRefused(not)
      if (kept.some(({ changeSetId }) => changeSetId !== null)) saved.done(current.key)
      if (kept.length > 0) await refreshAll()
      if (current.stopped) announce(t('attachments.stopped'))
      const [first] = kept
      if (kept.length > 1) toast({ text: t('attachments.savedMany', { count: kept.length }) })
      else if (first) {
        const words = first.already ? 'already' : first.renamed ? 'savedAs' : 'saved'
        toast({ text: t(`attachments.${words}`, { name: first.name }), changeSetId: first.changeSetId })
      }
    },
    [participantId, t, toast],
  )
  const stop = useCallback(() => {
    state.current.stopped = true
  }, [])
  const clear = useCallback(() => setRefused([]), [])
  return { add, stop, adding, refused, clear }
}

async function keep(participantId: number, file: File): Promise<Kept | Pick<Refused, 'why'>> {
  if (file.size > largestFile) return { why: { problem: 'file_too_large' } }
  let bytes: string
  try {
    bytes = await base64Of(file)
  } catch {
    return { why: 'unreadable' } // a folder, or a file that went away meanwhile
  }
  try {
    return await client.attachments.add({ participantId, name: file.name, bytes })
  } catch (error) {
    const failure = failureOf(error)
    const problem = problemOf(failure, 'bytes')
    return { why: problem ? { problem } : { failure } }
  }
}

/** The browser makes the text itself, off the thread that draws. */
function base64Of(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.addEventListener('load', () => {
      const address = typeof reader.result === 'string' ? reader.result : ''
      resolve(address.slice(address.indexOf(',') + 1)) // behind `data:...;base64,`; of an empty file nothing
    })
    reader.addEventListener('error', () => reject(reader.error ?? new Error('not read')))
    reader.readAsDataURL(file)
  })
}
