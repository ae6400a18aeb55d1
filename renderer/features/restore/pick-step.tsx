/** Which copy: what this PC kept, the file that was put in the folder, or a file somewhere else. */
import { Button, UnstyledButton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AppState } from '#core/api/app.ts'
import type { Outputs } from '#core/api/contract.ts'
import type { CopySource } from '#core/api/keeping.ts'
import { client } from '../../client.ts'
import { TextField } from '../../forms/text-field.tsx'
import { failureOf } from '../../office/failure.ts'
import { orpc } from '../../office/query.ts'
import { useCommand } from '../../office/use-command.ts'
import { ForReaders } from '../../ui/hidden.tsx'
import { FailureMessage, Message } from '../../ui/message.tsx'
import { Sheet, TaskLine } from '../../ui/sheet.tsx'
import { useMoments } from '../keeping/moment.ts'
import { useMissingWords } from './missing.ts'
import { UndoRestore } from './undo-restore.tsx'
import { WizardPage } from './wizard-frame.tsx'

type Offered = Outputs['restore']['offered']
/** So many before "more". */
const shownFirst = 5

export function PickStep({
  office,
  signedIn,
  source,
  onPick,
}: {
  office: AppState
  signedIn: boolean
  /** What was looked at before. */
  source: CopySource | null
  onPick: (source: CopySource) => void
}) {
  const { t } = useTranslation('keeping')
  const newPc = office.state === 'setup'
  const offered = useQuery(orpc.restore.offered.queryOptions())
  const [path, setPath] = useState(source?.kind === 'file' ? source.path : '')
  const [movedTo, setMovedTo] = useState('')
  const go = path.trim() === '' ? {} : { onNext: () => onPick({ kind: 'file', path: path.trim() }) }
  return (
    <WizardPage
      title={newPc ? t('restore.pick.titleNewPc') : t('restore.pick.title')}
      lead={newPc ? t('restore.pick.leadNewPc') : t('restore.pick.lead')}
      nextInFoot={false}
      {...go}
    >
      <div className="restore-sheets">
        {offered.isError && <FailureMessage failure={failureOf(offered.error)} />}
        {offered.data?.best && <Best best={offered.data.best} onPick={onPick} />}
        {movedTo !== '' && (
          <Message kind="ok" live title={t('restore.pick.kept')}>
            <p className="restore-path">{movedTo}</p>
            <p>{t('restore.pick.keptText')}</p>
          </Message>
        )}
        {offered.data?.visibleChanged && <Visible signedIn={signedIn} onPick={onPick} onKept={setMovedTo} />}
        {offered.data && !newPc && (
          <Snapshots
            snapshots={offered.data.snapshots}
            signedIn={signedIn}
            today={office.today}
            onPick={onPick}
          />
        )}
        <Sheet title={t('restore.pick.file')}>
          <div className="form">
            <TextField
              id="restore-path"
              label={t('restore.pick.fileLabel')}
              hint={t('restore.pick.fileHint')}
              noSpelling
              value={path}
              onChange={setPath}
            />
            <div className="restore-file">
              <Button type="submit" variant="default" disabled={path.trim() === ''}>
                {t('restore.pick.look')}
              </Button>
              {office.canChooseFile && <ChooseFile onPick={onPick} />}
            </div>
          </div>
        </Sheet>
        {offered.data?.undoable && !newPc && <UndoRestore at={offered.data.undoable.at} />}
      </div>
    </WizardPage>
  )
}

function ChooseFile({ onPick }: { onPick: (source: CopySource) => void }) {
  const { t } = useTranslation('keeping')
  const choose = useCommand(() => client.restore.chooseFile(), { saves: false })
  async function ask(): Promise<void> {
    const chosen = await choose.run(undefined)
    if (chosen?.path) onPick({ kind: 'file', path: chosen.path })
  }
  return (
    <div>
      <Button variant="default" loading={choose.busy} onClick={() => void ask()}>
        {t('restore.pick.choose')}
      </Button>
      {choose.failure && <FailureMessage failure={choose.failure} />}
    </div>
  )
}

function Best({
  best,
  onPick,
}: {
  best: NonNullable<Offered['best']>
  onPick: (source: CopySource) => void
}) {
  const { t } = useTranslation('keeping')
  const { say } = useMoments()
  const people = t('people', { count: best.content.participants })
  const since = best.content.lastChangeAt && say(best.content.lastChangeAt)
  const missing = useMissingWords()(best.missing, { since: null, readable: false })
  return (
    <Message
      kind="ok"
      title={t('restore.pick.best')}
      action={<Button onClick={() => onPick(best.source)}>{t('copies.list.look')}</Button>}
    >
      <p>{t('restore.pick.bestText', { people, when: since ?? t('moment.never') })}</p>
      <p>{missing === null ? t('failure.bestUnknown') : missing === '' ? t('failure.bestWhole') : missing}</p>
    </Message>
  )
}

/** Somebody put another file in the folder: look at it, or leave the program as it is. */
function Visible({
  signedIn,
  onPick,
  onKept,
}: {
  signedIn: boolean
  onPick: (source: CopySource) => void
  /** What the other file is called now. */
  onKept: (movedTo: string) => void
}) {
  const { t } = useTranslation('keeping')
  const keep = useCommand(async () => onKept((await client.restore.keepOurs()).movedTo), { saves: false })
  return (
    <Sheet title={t('restore.pick.visible')}>
      <ul>
        <TaskLine
          title={t('restore.pick.visibleText')}
          action={
            <Button variant="default" onClick={() => onPick({ kind: 'visible' })}>
              {t('banner.changedLook')}
            </Button>
          }
        />
        {signedIn && (
          <TaskLine
            title={t('restore.pick.keepOursTitle')}
            action={
              <Button variant="default" loading={keep.busy} onClick={() => void keep.run(undefined)}>
                {t('restore.pick.keepOurs')}
              </Button>
            }
          >
            {t('restore.pick.keepOursText')}
          </TaskLine>
        )}
      </ul>
      {keep.failure && <FailureMessage failure={keep.failure} />}
    </Sheet>
  )
}

function Snapshots({
  snapshots,
  signedIn,
  today,
  onPick,
}: {
  snapshots: Offered['snapshots']
  signedIn: boolean
  today: string
  onPick: (source: CopySource) => void
}) {
  const { t } = useTranslation('keeping')
  const { age, say, size } = useMoments()
  const [all, setAll] = useState(false)
  const known = useQuery(orpc.copies.state.queryOptions({ enabled: signedIn })).data?.snapshots ?? []
  /** What is in it, where that is known before it is opened. */
  const inside = (id: string, bytes: number): string => {
    const one = known.find((copy) => copy.id === id)
    const count = one?.participants ?? null
    return [
      one?.why ? t(`copies.list.whyWords.${one.why}`) : '',
      count === null ? '' : t('people', { count }),
      one?.lastChangeAt ? `${t('copies.list.change').toLowerCase()} ${age(one.lastChangeAt, today)}` : '',
      size(bytes),
    ]
      .filter(Boolean)
      .join(', ')
  }
  if (snapshots.length === 0) return <p>{t('restore.pick.noSnapshots')}</p>
  const rest = snapshots.length - shownFirst
  return (
    <Sheet title={t('restore.pick.snapshots')}>
      <ul>
        {snapshots.slice(0, all ? undefined : shownFirst).map(({ id, madeAt, bytes }) => (
          <TaskLine
            key={id}
            title={<span className="capital">{age(madeAt, today)}</span>}
            action={
              <Button variant="default" onClick={() => onPick({ kind: 'snapshot', id })}>
                {t('copies.list.look')}
                <ForReaders>{` ${t('copies.list.lookReaders', { when: say(madeAt) })}`}</ForReaders>
              </Button>
            }
          >
            {inside(id, bytes)}
          </TaskLine>
        ))}
      </ul>
      {rest > 0 && !all && (
        <UnstyledButton className="link" onClick={() => setAll(true)}>
          {t('restore.pick.more', { count: rest })}
        </UnstyledButton>
      )}
    </Sheet>
  )
}
