/** Where the data stand, how old the last copy is, and every copy that can be put back. */
import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Outputs } from '#core/api/contract.ts'
import { client } from '../../client.ts'
import { failureOf } from '../../office/failure.ts'
import { useOffice } from '../../office/office.ts'
import { orpc } from '../../office/query.ts'
import { useCommand } from '../../office/use-command.ts'
import { FailureMessage, Message } from '../../ui/message.tsx'
import { Page, PageFailure, PageWait } from '../../ui/page.tsx'
import { Facts, Sheet } from '../../ui/sheet.tsx'
import { useToast } from '../../ui/toast.tsx'
import { restoring } from '../restore/store.ts'
import { UndoRestore } from '../restore/undo-restore.tsx'
import { BackToSettings } from './back-link.tsx'
import { CloudWarning } from './cloud-warning.tsx'
import { useMoments } from './moment.ts'
import { SecondFolder } from './second-folder.tsx'
import { SnapshotTable } from './snapshot-table.tsx'
import { StickDialog } from './stick-dialog.tsx'
import './keeping.css'

/** The file that people see and copy: the program's own name for it. */
const fileName = 'Trajectboek.db'

export function CopiesScreen() {
  const { t } = useTranslation('keeping')
  const { today } = useOffice()
  const { age } = useMoments()
  const toast = useToast()
  const copies = useQuery(orpc.copies.state.queryOptions({ refetchInterval: 30_000 }))
  const undoable = useQuery(orpc.restore.offered.queryOptions()).data?.undoable
  const make = useCommand(() => client.copies.makeNow(), { saves: false })
  const screen = t('copies.title')
  if (copies.isPending) return <PageWait />
  if (copies.isError)
    return (
      <PageFailure failure={failureOf(copies.error)} screen={screen} retry={() => void copies.refetch()} />
    )
  const [newest] = copies.data.snapshots
  return (
    <Page
      title={screen}
      screen={screen}
      lead={newest ? t('copies.leadFine', { when: age(newest.madeAt, today) }) : t('copies.leadNone')}
      actions={
        <>
          <Button variant="default" onClick={() => restoring.ask()}>
            {t('copies.restore')}
          </Button>
          <Button
            {...(copies.data.outsideOverdue ? { variant: 'default' } : {})}
            loading={make.busy}
            onClick={() => void make.run(undefined).then((made) => made && toast({ text: t('copies.made') }))}
          >
            {t('copies.makeNow')}
          </Button>
        </>
      }
    >
      <BackToSettings />
      <div className="keeping-stack">
        {make.failure && <FailureMessage failure={make.failure} />}
        {copies.data.cloud && <CloudWarning cloud={copies.data.cloud} />}
        {undoable && <UndoRestore at={undoable.at} />}
        <div className="keeping-columns">
          <VisibleFile />
          <OutsideCopy state={copies.data} today={today} />
        </div>
        <SnapshotTable snapshots={copies.data.snapshots} today={today} />
        <SecondFolder state={copies.data} />
      </div>
    </Page>
  )
}

function VisibleFile() {
  const { t } = useTranslation(['keeping', 'app'])
  const { today } = useOffice()
  const { age } = useMoments()
  const file = useQuery(orpc.snapshots.status.queryOptions({ refetchInterval: 5_000 })).data
  return (
    <Sheet title={t('copies.file.title')}>
      {file && (
        <>
          <Facts
            facts={[
              [t('copies.file.folder'), file.folder],
              [t('copies.file.file'), fileName],
              [t('copies.file.last'), file.publishedAt ? age(file.publishedAt, today) : t('moment.never')],
            ]}
          />
          {file.problem ? (
            <div className="keeping-gap">
              <Message title={t('copies.file.behind')}>
                {t(`app:shell.publish.${file.problem}`, { path: file.folder })}
              </Message>
            </div>
          ) : (
            <p className="keeping-gap">{file.pending ? t('copies.file.pending') : t('copies.file.fine')}</p>
          )}
        </>
      )}
    </Sheet>
  )
}

function OutsideCopy({ state, today }: { state: Outputs['copies']['state']; today: string }) {
  const { t } = useTranslation('keeping')
  const { age } = useMoments()
  const [asking, setAsking] = useState(false)
  const button = (
    <Button {...(state.outsideOverdue ? {} : { variant: 'default' })} onClick={() => setAsking(true)}>
      {t('copies.stick.action')}
    </Button>
  )
  return (
    <Sheet title={t('copies.outside.title')}>
      {state.lastOutsideAt ? (
        <p>{t('copies.outside.last', { when: age(state.lastOutsideAt, today) })}</p>
      ) : (
        !state.outsideOverdue && <p>{t('copies.outside.never')}</p>
      )}
      {state.outsideOverdue ? (
        <div className="keeping-gap">
          <Message title={t('copies.outside.overdue')} action={button}>
            {state.lastOutsideAt ? t('copies.outside.overdueText') : t('copies.outside.overdueNever')}
          </Message>
        </div>
      ) : (
        <>
          <p className="dim keeping-gap">{t('copies.outside.why')}</p>
          <div className="form-actions">{button}</div>
        </>
      )}
      {asking && <StickDialog onClose={() => setAsking(false)} />}
    </Sheet>
  )
}
