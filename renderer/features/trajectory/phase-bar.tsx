/** Intake, workshop, orientation, placement, aftercare: past, here, to come. */
import { useTranslation } from 'react-i18next'
import { phase as phases } from '#core/api/fields.ts'
import type { TrajectoryView } from '#core/api/programme.ts'
import { ForReaders } from '../../ui/hidden.tsx'
import './phase-bar.css'

export function PhaseBar({ trajectory }: { trajectory: TrajectoryView }) {
  const { t } = useTranslation(['people', 'enums'])
  const here = phases.options.indexOf(trajectory.phase)
  return (
    <ol className="phases" aria-label={t('person.phaseBar')}>
      {phases.options.map((phase, index) => {
        const word = t(`enums:phase.${phase}`)
        const when = index < here ? 'past' : index === here ? 'here' : 'next'
        return (
          <li
            key={phase}
            className={`phase phase-${when}`}
            {...(when === 'here' ? { 'aria-current': 'step' as const } : {})}
          >
            {when === 'here' && trajectory.week
              ? t('person.phaseNow', { phase: word, week: trajectory.week, weeks: trajectory.weeks })
              : word}
            {when !== 'here' && (
              <ForReaders> ({when === 'past' ? t('person.phasePast') : t('person.phaseNext')})</ForReaders>
            )}
          </li>
        )
      })}
    </ol>
  )
}
