/** Everything that was agreed about one trajectory, the newest day on top; a pause and a phase can be put right here. */
import { UnstyledButton } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatShort } from '#core/calendar/dates.ts'
import type { Pause, TrajectoryView } from '#core/api/programme.ts'
import { client } from '../../client.ts'
import { useOffice } from '../../office/office.ts'
import { useCommand } from '../../office/use-command.ts'
import { ForReaders } from '../../ui/hidden.tsx'
import { FailureMessage } from '../../ui/message.tsx'
import { useToast } from '../../ui/toast.tsx'
import { useDayParts } from './day-words.ts'
import { PauseDialog } from './pause-dialog.tsx'

type Line = { key: string; on: string; what: string; why: string; pause?: Pause; phase?: string }

export function History({ trajectory }: { trajectory: TrajectoryView }) {
  const { t } = useTranslation(['trajectory', 'enums'])
  const toast = useToast()
  const [changing, setChanging] = useState<Pause | null>(null)
  const removePause = useCommand(client.trajectories.removePause)
  const removePhase = useCommand(client.trajectories.removePhase)
  const lines = useLines(trajectory)

  async function takePause(pause: Pause): Promise<void> {
    const answer = await removePause.run({ id: pause.id })
    if (answer) toast({ text: t('pause.removed'), changeSetId: answer.changeSetId })
  }
  async function takePhase(since: string): Promise<void> {
    const answer = await removePhase.run({ id: trajectory.id, since })
    if (answer) toast({ text: t('line.phaseRemoved'), changeSetId: answer.changeSetId })
  }
  const failure = removePause.failure ?? removePhase.failure
  const button = (line: Line, word: string, act: () => void) => (
    <UnstyledButton className="link" onClick={act}>
      {word}
      <ForReaders>{` ${line.what}, ${formatShort(line.on)}`}</ForReaders>
    </UnstyledButton>
  )
  return (
    <>
      <h3 className="trajectory-history">{t('page.history')}</h3>
      <div className="table-scroll">
        <table className="data-table">
          <thead>
            <tr>
              <th scope="col">{t('page.when')}</th>
              <th scope="col">{t('page.what')}</th>
              <th scope="col">{t('page.why')}</th>
              <th scope="col">
                <ForReaders>{t('page.action')}</ForReaders>
              </th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <tr key={line.key}>
                <th scope="row">{formatShort(line.on)}</th>
                <td>{line.what}</td>
                <td className="trajectory-why">{line.why}</td>
                <td className="trajectory-change">
                  {line.pause && button(line, t('line.change'), () => setChanging(line.pause ?? null))}
                  {line.pause &&
                    button(line, t('line.remove'), () => void (line.pause && takePause(line.pause)))}
                  {line.phase &&
                    trajectory.phases.length > 1 &&
                    trajectory.ended_on === null &&
                    button(line, t('line.remove'), () => void (line.phase && takePhase(line.phase)))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {failure && <FailureMessage failure={failure} />}
      {changing && (
        <PauseDialog
          key={changing.id}
          trajectory={trajectory}
          pause={changing}
          opened
          onClose={() => setChanging(null)}
        />
      )}
    </>
  )
}

function useLines(trajectory: TrajectoryView): Line[] {
  const { t } = useTranslation(['trajectory', 'enums'])
  const { today } = useOffice()
  const days = useDayParts()
  const { starts_on, planned_end_on, ended_on } = trajectory
  const lines: Line[] = [
    {
      key: 'start',
      on: starts_on,
      what: t(starts_on > today ? 'line.starts' : 'line.started'),
      why: trajectory.purpose,
    },
    ...trajectory.schedules.map((one, index) => ({
      key: `days-${one.valid_from}`,
      on: one.valid_from,
      what: t(index === 0 ? 'line.firstSchedule' : 'line.schedule', { days: days(one.parts) }),
      why: '',
    })),
    ...trajectory.phases.map((one) => ({
      key: `phase-${one.since}`,
      on: one.since,
      what: t('line.phase', { phase: t(`enums:phase.${one.phase}`) }),
      why: '',
      phase: one.since,
    })),
    ...trajectory.extensions.map((one) => ({
      key: `end-${one.id}`,
      on: one.agreed_on,
      what: t(one.new_end_on > one.old_end_on ? 'line.later' : 'line.sooner', {
        from: formatShort(one.old_end_on),
        to: formatShort(one.new_end_on),
      }),
      why: one.reason,
    })),
    ...trajectory.pauses.map((pause) => ({
      key: `pause-${pause.id}`,
      on: pause.starts_on,
      what:
        pause.ends_on === null ? t('line.pauseOpen') : t('line.pause', { to: formatShort(pause.ends_on) }),
      why: pause.reason,
      pause,
    })),
    ended_on === null
      ? { key: 'planned', on: planned_end_on, what: t('line.plannedEnd'), why: '' }
      : {
          key: 'ended',
          on: ended_on,
          what: t('line.ended'),
          why: trajectory.end_kind ? t(`enums:endKind.${trajectory.end_kind}`) : '',
        },
  ]
  // On one day: what comes later in the list above is newer.
  return lines
    .map((line, index) => ({ line, index }))
    .sort((a, b) => b.line.on.localeCompare(a.line.on) || b.index - a.index)
    .map(({ line }) => line)
}
