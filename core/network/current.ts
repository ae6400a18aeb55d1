import type { ParticipantStage } from '../api/people.ts'

/** The stages of somebody who still comes or is to come: who needs a case manager. */
export const currentStages: readonly ParticipantStage[] = ['new', 'intake', 'screened', 'active']

export const isCurrent = ({ stage }: { stage: ParticipantStage }): boolean => currentStages.includes(stage)
