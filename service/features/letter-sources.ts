import type { FrameFacts } from '#core/letters/facts.ts'
import { sourcedParts, type AnyFacts, type Found } from '#core/letters/sources.ts'
import { writersOf } from '#core/letters/written.ts'
import { addDays } from '#core/calendar/dates.ts'
import {
  listLadderAssessments,
  listLanguageAssessments,
  listSkillAssessments,
} from '#db/assessments/queries.ts'
import { marksOf } from '#db/attendance/queries.ts'
import { CommandError } from '#db/errors.ts'
import { saveCaseManager } from '#db/letters/looked-through.ts'
import { finalFacts, letterById, type LetterHead } from '#db/letters/queries.ts'
import { choosableFor, draftVersions, placesOf } from '#db/letters/sources-behind.ts'
import { tickedNotes } from '#db/letters/sources.ts'
import { found } from '#db/statements.ts'
import type { OfficeContext } from '../context.ts'
import { intakeDays } from '../letters/facts-from-office.ts'
import { kindOf } from '../letters/kinds.ts'
import { changesSinceSeen, rememberSeen } from '../letters/looked-through.ts'
import { caseManagerName } from '../names.ts'
import type { Feature } from './feature.ts'
import { invalid } from './invalid.ts'

export const letterSources = {
  get(ctx, { id }) {
    const letter = found(letterById(ctx.db, id))
    const stored = finalFacts(ctx.db, id)
    const facts =
      stored === undefined ? kindOf(letter.kind).gather(ctx, letter) : (JSON.parse(stored) as FrameFacts)
    const behind = stored === undefined ? foundBehind(ctx, letter, facts) : nothing
    const written = writersOf(draftVersions(ctx.db, id))
    return { parts: sourcedParts(facts, { ...behind, written }), changes: changesSinceSeen(ctx, letter) }
  },

  seen(ctx, { id }) {
    const { changeSetId } = ctx.command('letterSources.seen', () => rememberSeen(ctx, id))
    return { changeSetId }
  },

  caseManagers: (ctx, { id }) =>
    choosableFor(ctx.db, id).map((one) => ({
      id: one.id,
      name: caseManagerName(one),
      chosen: one.chosen === 1,
      active: one.active === 1,
    })),

  setCaseManager(ctx, { id, caseManagerId }) {
    if (found(letterById(ctx.db, id)).number !== null) throw new CommandError('LETTER_FINAL')
    const known = choosableFor(ctx.db, id).find((one) => one.id === caseManagerId)
    if (known?.active !== 1) throw invalid('case_manager', 'required')
    const { changeSetId } = ctx.command('letterSources.setCaseManager', () =>
      saveCaseManager(ctx.db, id, caseManagerId),
    )
    return { changeSetId }
  },
} satisfies Feature<'letterSources'>

type Behind = Omit<Found, 'written'>
const nothing: Behind = {
  marks: [],
  measured: { language: [], skills: [], ladder: [] },
  notes: [],
  placements: [],
}

/** The rows of the same days as the facts of this letter. */
function foundBehind(ctx: OfficeContext, letter: LetterHead, facts: AnyFacts): Behind {
  const { participant_id: participantId, trajectory_id, period_from: from, period_to: to } = letter
  if (participantId === null) return nothing
  const since = facts.trajectory ? addDays(facts.trajectory.starts_on, -intakeDays) : '0001-01-01'
  const within = <T extends { assessed_on: string }>(rows: readonly T[]): T[] =>
    rows.filter((row) => row.assessed_on >= since && row.assessed_on <= to)
  return {
    marks: trajectory_id === null ? [] : marksOf(ctx.db, trajectory_id, from, to),
    measured: {
      // Each is looked up by its own day: a letter may rest on an older one.
      language: listLanguageAssessments(ctx.db, participantId),
      skills: within(listSkillAssessments(ctx.db, participantId)),
      ladder: within(listLadderAssessments(ctx.db, participantId)),
    },
    notes: tickedNotes(ctx.db, { participantId, from, to }),
    placements: placesOf(ctx.db, participantId),
  }
}
