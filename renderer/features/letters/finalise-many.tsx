/** "Vastleggen": every draft with what it misses, and many of them finalised in one go; stopping keeps the rest drafts. */
import { Button, Checkbox, Progress } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReadyRow } from '#core/api/letter-sending.ts'
import { failureOf } from '../../office/failure.ts'
import { orpc } from '../../office/query.ts'
import { FailureMessage, Message } from '../../ui/message.tsx'
import { PageWait } from '../../ui/page.tsx'
import { EmptyState } from '../../ui/sheet.tsx'
import { StateWord } from '../../ui/state-word.tsx'
import { AboutWhom } from './about-whom.tsx'
import { ClockMessage } from './clock-message.tsx'
import { useFinaliseRun } from './use-finalise-run.ts'

export function FinaliseMany({ onPrint }: { onPrint: () => void }) {
  const { t } = useTranslation('sending')
  const rows = useQuery(orpc.letterSending.ready.queryOptions())
  const run = useFinaliseRun()
  const [left, setLeft] = useState<ReadonlySet<number>>(new Set())
  if (rows.isPending) return <PageWait />
  if (!rows.data) return <FailureMessage failure={failureOf(rows.error)} />
  const ready = rows.data.filter((row) => row.ready)
  const chosen = ready.filter((row) => !left.has(row.id)).map((row) => row.id)
  const clock = run.failure?.code === 'LETTER_CLOCK' ? run.failure : null
  const { progress, outcome } = run
  const start = () => void run.start(chosen, clock !== null)
  return (
    <>
      {outcome && (
        <div className="letters-before">
          <Message
            kind={outcome.kind}
            live
            title={outcome.title}
            action={
              outcome.numbers > 0 && (
                <Button variant="default" onClick={onPrint}>
                  {t('ready.toPrint')}
                </Button>
              )
            }
          >
            {outcome.text}
          </Message>
        </div>
      )}
      {clock && (
        <div className="letters-before">
          <ClockMessage failure={clock} />
        </div>
      )}
      {run.failure && !clock && (
        <div className="letters-before">
          <FailureMessage failure={run.failure} />
        </div>
      )}
      {progress ? (
        <div className="letters-progress">
          <span role="status">{t('ready.busy', progress)}</span>
          <Progress.Root className="letters-bar">
            <Progress.Section
              value={(100 * progress.done) / Math.max(1, progress.total)}
              aria-label={t('ready.busy', progress)}
            />
          </Progress.Root>
          <Button variant="default" onClick={run.stop}>
            {t('ready.stop')}
          </Button>
        </div>
      ) : rows.data.length === 0 ? (
        outcome === null && <EmptyState title={t('ready.emptyTitle')}>{t('ready.emptyText')}</EmptyState>
      ) : (
        <>
          <p className="dim letters-before">{t('ready.lead')}</p>
          <ReadyTable
            rows={rows.data}
            left={left}
            onToggle={(id) =>
              setLeft((now) =>
                now.has(id) ? new Set([...now].filter((one) => one !== id)) : new Set([...now, id]),
              )
            }
          />
          <div className="form-actions letters-after">
            {ready.length > 1 && (
              <Button
                variant="default"
                onClick={() => setLeft(chosen.length > 0 ? new Set(ready.map((row) => row.id)) : new Set())}
              >
                {chosen.length > 0 ? t('ready.none') : t('ready.all')}
              </Button>
            )}
            <Button disabled={chosen.length === 0} onClick={start}>
              {clock ? t('clock.right') : t('ready.run', { count: chosen.length })}
            </Button>
          </div>
        </>
      )}
    </>
  )
}

function ReadyTable({
  rows,
  left,
  onToggle,
}: {
  rows: readonly ReadyRow[]
  left: ReadonlySet<number>
  onToggle: (id: number) => void
}) {
  const { t } = useTranslation(['sending', 'letters'])
  return (
    <div className="table-scroll">
      <table className="data-table letters-ready-table" aria-label={t('ready.tab')}>
        <thead>
          <tr>
            <th scope="col">{t('ready.choose')}</th>
            <th scope="col">{t('letters:list.person')}</th>
            <th scope="col">{t('letters:list.kind')}</th>
            <th scope="col">{t('letters:list.municipality')}</th>
            <th scope="col">{t('ready.check')}</th>
            <th scope="col">{t('letters:list.action')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <td>
                <Checkbox
                  aria-label={t('ready.chooseOne', { name: row.personName })}
                  checked={row.ready && !left.has(row.id)}
                  disabled={!row.ready}
                  onChange={() => onToggle(row.id)}
                />
              </td>
              <th scope="row">
                <AboutWhom id={row.participantId}>{row.personName}</AboutWhom>
              </th>
              <td>{t(`letters:kind.${row.kind}`)}</td>
              <td>{row.municipalityName}</td>
              <td>
                <Check row={row} />
              </td>
              <td>
                <Link to="/brieven/$id" params={{ id: String(row.id) }} className="link">
                  {row.ready ? t('ready.look') : t('ready.solve')}
                  <span className="for-readers">{`, ${row.personName}`}</span>
                </Link>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** What stops this letter, in words; else whether something is missing that may be. */
function Check({ row }: { row: ReadyRow }) {
  const { t } = useTranslation(['sending', 'letters'])
  const stops = [
    ...row.gaps.filter((gap) => gap.blocking).map((gap) => t(`letters:gap.${gap.code}`)),
    ...(row.reviewMissing ? [t('ready.review')] : []),
  ]
  if (stops.length > 0) return <StateWord kind="care">{stops.join('. ')}</StateWord>
  if (row.gaps.length > 0)
    return <StateWord kind="busy">{t('ready.missing', { count: row.gaps.length })}</StateWord>
  return <StateWord kind="reached">{t('ready.complete')}</StateWord>
}
