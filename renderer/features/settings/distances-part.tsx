/** The table of postcodes for distances: looked at first, used only when somebody says so. */
import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatShort } from '#core/calendar/dates.ts'
import type { ReadTable, Unusable } from '#core/distance/read-table.ts'
import { client } from '../../client.ts'
import { orpc } from '../../office/query.ts'
import { useCommand } from '../../office/use-command.ts'
import { announce } from '../../ui/announcer.tsx'
import { Ask } from '../../ui/ask.tsx'
import { FailureMessage, Message } from '../../ui/message.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { useToast } from '../../ui/toast.tsx'
import { readTable } from './read-table.ts'

type State =
  | { kind: 'idle' }
  | { kind: 'reading'; percent: number; stop: AbortController }
  | { kind: 'unusable'; why: Unusable | 'unreadable' }
  | { kind: 'read'; name: string; table: ReadTable }

export function DistancesPart() {
  const { t } = useTranslation('matching')
  const toast = useToast()
  const loaded = useQuery(orpc.distances.loaded.queryOptions())
  const load = useCommand(client.distances.load)
  const [state, setState] = useState<State>({ kind: 'idle' })
  const [removing, setRemoving] = useState(false)
  const input = useRef<HTMLInputElement>(null)

  async function read(file: File): Promise<void> {
    load.clear()
    const stop = new AbortController()
    setState({ kind: 'reading', percent: 0, stop })
    const answer = await readTable(file, {
      signal: stop.signal,
      onProgress: (percent) => setState({ kind: 'reading', percent, stop }),
    })
    if ('stopped' in answer) {
      setState({ kind: 'idle' })
      announce(t('distance.stopped'))
      toast({ text: t('distance.stopped') })
    } else if ('why' in answer) setState({ kind: 'unusable', why: answer.why })
    else setState({ kind: 'read', name: file.name, table: answer.table })
  }
  async function use(table: ReadTable): Promise<void> {
    const done = await load.run({ rows: [...table.rows] })
    if (!done) return
    setState({ kind: 'idle' })
    toast({ text: t('distance.used') })
  }
  const table = loaded.data
  return (
    <Sheet title={t('distance.title')} className="settings-sheet">
      <p>{t('distance.lead')}</p>
      <p className="dim settings-text">{t('distance.wanted')}</p>
      {loaded.isSuccess && (
        <p className="settings-text">
          {table
            ? t('distance.loaded', { count: table.rows, date: formatShort(table.loadedAt.slice(0, 10)) })
            : t('distance.none')}
        </p>
      )}
      {state.kind === 'reading' && (
        <div className="form-actions" role="status">
          <span>{t('distance.reading', { percent: state.percent })}</span>
          <Button variant="default" onClick={() => state.stop.abort()}>
            {t('distance.stop')}
          </Button>
        </div>
      )}
      {state.kind === 'unusable' && (
        <Message live title={t('distance.unusable')}>
          {t(`distance.why.${state.why}`)}
        </Message>
      )}
      {state.kind === 'read' && (
        <Found name={state.name} table={state.table}>
          <Button loading={load.busy} onClick={() => void use(state.table)}>
            {table ? t('distance.useReplace') : t('distance.use')}
          </Button>
          <Button variant="default" onClick={() => setState({ kind: 'idle' })}>
            {t('distance.notUse')}
          </Button>
        </Found>
      )}
      {load.failure && <FailureMessage failure={load.failure} />}
      <input
        ref={input}
        type="file"
        accept=".csv,.txt,.tsv,text/csv,text/plain"
        className="settings-file"
        aria-label={t('distance.choose')}
        tabIndex={-1}
        onChange={(event) => {
          const file = event.currentTarget.files?.[0]
          event.currentTarget.value = '' // the same file can be chosen again after it was mended
          if (file) void read(file)
        }}
      />
      {(state.kind === 'idle' || state.kind === 'unusable') && (
        <div className="form-actions">
          <Button variant="default" onClick={() => input.current?.click()}>
            {table ? t('distance.chooseOther') : t('distance.choose')}
          </Button>
          {table && (
            <Button variant="outline" color="red" onClick={() => setRemoving(true)}>
              {t('distance.remove')}
            </Button>
          )}
        </div>
      )}
      {removing && <RemoveDialog onClose={() => setRemoving(false)} />}
    </Sheet>
  )
}

function Found({ name, table, children }: { name: string; table: ReadTable; children: React.ReactNode }) {
  const { t } = useTranslation('matching')
  const { columns, problems, problemCount } = table
  return (
    <section className="settings-found" aria-label={t('distance.found', { name })}>
      <h3>{t('distance.found', { name })}</h3>
      <p>{t('distance.rows', { count: table.rows.length })}</p>
      <p className="dim">
        {t('distance.columns', {
          postcode: columns.postcode + 1,
          latitude: columns.latitude + 1,
          longitude: columns.longitude + 1,
        })}{' '}
        {table.longitudeFirst && t('distance.swapped')}
      </p>
      {problemCount > 0 && (
        <Message title={t('distance.problems', { count: problemCount })}>
          <ul className="settings-lines">
            {problems.map((one) => (
              <li key={one.line}>
                <strong>{t('distance.line', { line: one.line })}</strong>{' '}
                {t(`distance.problem.${one.problem}`)} <span className="dim">{one.text}</span>
              </li>
            ))}
          </ul>
          {problemCount > problems.length && <p>{t('distance.firstHundred')}</p>}
        </Message>
      )}
      <div className="form-actions">{children}</div>
    </section>
  )
}

function RemoveDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('matching')
  const toast = useToast()
  const remove = useCommand(client.distances.remove)
  async function answer(): Promise<void> {
    if (!(await remove.run(undefined))) return
    toast({ text: t('distance.removed') })
    onClose()
  }
  return (
    <Ask
      opened
      danger
      title={t('distance.removeTitle')}
      answer={t('distance.remove')}
      onAnswer={() => void answer()}
      onClose={onClose}
      busy={remove.busy}
    >
      <p>{t('distance.removeText')}</p>
      {remove.failure && <FailureMessage failure={remove.failure} />}
    </Ask>
  )
}
