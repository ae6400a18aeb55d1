/** What somebody agreed to, each with its day; recorded and taken back from here. Nothing is ever thrown away. */
import { UnstyledButton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { permissionKind, type Permission, type PermissionKind } from '#core/api/permissions.ts'
import { formatShort } from '#core/calendar/dates.ts'
import { orpc } from '../../office/query.ts'
import { ForReaders } from '../../ui/hidden.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { StateWord } from '../../ui/state-word.tsx'
import { GiveDialog, WithdrawDialog } from './permission-dialogs.tsx'
import './permissions.css'

type Asking = { give: PermissionKind } | { withdraw: Permission } | null

/** For the page of a person: what holds, and on demand all of it. */
export function PermissionsCard({ participantId }: { participantId: number }) {
  const { t } = useTranslation('conclusion')
  const [all, setAll] = useState(false)
  return (
    <Sheet title={t('permissions.title')}>
      <PermissionList participantId={participantId} all={all} />
      <UnstyledButton className="link" aria-expanded={all} onClick={() => setAll(!all)}>
        {all ? t('permissions.fewer') : t('permissions.all')}
      </UnstyledButton>
    </Sheet>
  )
}

export function PermissionList({ participantId, all }: { participantId: number; all: boolean }) {
  const { t } = useTranslation(['conclusion', 'dossier'])
  const [asking, setAsking] = useState<Asking>(null)
  const list = useQuery(orpc.permissions.list.queryOptions({ input: { participantId } })).data
  if (!list) return null
  const of = (kind: PermissionKind) => list.filter((one) => one.kind === kind)
  const shown = permissionKind.options.filter((kind) => all || of(kind).some(holds))
  return (
    <>
      {shown.length === 0 ? (
        <p className="dim">{t('permissions.none')}</p>
      ) : (
        <ul className="permissions">
          {shown.map((kind) => (
            <PermissionLine key={kind} kind={kind} list={of(kind)} all={all} onAsk={setAsking} />
          ))}
        </ul>
      )}
      {asking && 'give' in asking && (
        <GiveDialog participantId={participantId} kind={asking.give} onClose={() => setAsking(null)} />
      )}
      {asking && 'withdraw' in asking && (
        <WithdrawDialog permission={asking.withdraw} onClose={() => setAsking(null)} />
      )}
    </>
  )
}

const holds = (permission: Permission): boolean => permission.withdrawn_on === null

function PermissionLine({
  kind,
  list,
  all,
  onAsk,
}: {
  kind: PermissionKind
  /** Newest first. */
  list: readonly Permission[]
  all: boolean
  onAsk: (asking: Asking) => void
}) {
  const { t } = useTranslation(['conclusion', 'dossier'])
  const now = list.find(holds)
  const [last] = list
  const earlier = all ? list.filter((one) => one !== (now ?? last)) : []
  const word = t(`dossier:permission.${kind}`)
  return (
    <li>
      <div>
        <p className="task-title">{word}</p>
        {now ? (
          <StateWord kind="reached">{t('permissions.since', { date: formatShort(now.given_on) })}</StateWord>
        ) : last?.withdrawn_on ? (
          <StateWord kind="no">
            {t('permissions.withdrawn', { date: formatShort(last.withdrawn_on) })}
          </StateWord>
        ) : (
          <StateWord kind="not_yet">{t('permissions.notAsked')}</StateWord>
        )}
        {now?.remark && (
          <p className="dim" dir="auto">
            {now.remark}
          </p>
        )}
        {earlier.map((one) => (
          <p key={one.id} className="dim">
            {t('permissions.earlier', {
              from: formatShort(one.given_on),
              to: one.withdrawn_on ? formatShort(one.withdrawn_on) : '',
            })}
          </p>
        ))}
      </div>
      <UnstyledButton className="link" onClick={() => onAsk(now ? { withdraw: now } : { give: kind })}>
        {now ? t('permissions.withdraw') : t('permissions.give')}
        <ForReaders>{`, ${word}`}</ForReaders>
      </UnstyledButton>
    </li>
  )
}
