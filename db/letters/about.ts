import type { LetterKind } from '#core/api/letters.ts'
import type { ReadableDb } from '../database.ts'
import { prepared } from '../prepare.ts'

export interface LetterAbout {
  id: number
  /** Null: a draft. */
  number: string | null
  period_to: string
  draft: string
}

export interface About {
  kind: LetterKind
  participantId: number
  trajectoryId?: number
  placementId?: number
  aftercareId?: number
}

/** The letters of this kind about this, newest first; without those that were withdrawn or replaced. */
export function lettersAbout(db: ReadableDb, about: About): LetterAbout[] {
  return prepared<[Required<About> | object], LetterAbout>(
    db,
    `SELECT id, number, period_to, draft FROM letter
     WHERE participant_id = @participantId AND kind = @kind AND state NOT IN ('withdrawn', 'replaced')
       AND (@trajectoryId IS NULL OR trajectory_id = @trajectoryId)
       AND (@placementId IS NULL OR placement_id = @placementId)
       AND (@aftercareId IS NULL OR aftercare_id = @aftercareId)
     ORDER BY id DESC`,
  ).all({ trajectoryId: null, placementId: null, aftercareId: null, ...about })
}
