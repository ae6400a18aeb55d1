import { nextLetterDue, type LetterDue } from '#core/letters/due.ts'
import { fullName } from '#core/names/name.ts'
import type { DueLetter } from '#core/api/letters.ts'
import { dueRow, dueRows } from '#db/letters/queries.ts'
import type { DueRow } from '#db/letters/queries.ts'
import { letterTerms, type LetterTerms } from '#db/letters/terms.ts'
import { found } from '#db/statements.ts'
import type { OfficeContext } from '../context.ts'

/** The progress letters that running trajectories need next, the first one first; also those not due yet. */
export function dueLetters(ctx: OfficeContext): DueLetter[] {
  const terms = letterTerms(ctx.db)
  return dueRows(ctx.db, ctx.today)
    .flatMap((row) => {
      const due = nextOf(row, terms)
      return due ? [{ ...fromRow(row), dueOn: due.on, momentOn: due.moment, why: due.why }] : []
    })
    .sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0))
}

/** The next letter of one trajectory; null when nothing is left to write. */
export function dueLetterOf(ctx: OfficeContext, trajectoryId: number): LetterDue | null {
  return nextOf(found(dueRow(ctx.db, trajectoryId)), letterTerms(ctx.db))
}

function nextOf(row: DueRow, terms: LetterTerms): LetterDue | null {
  return nextLetterDue({
    startsOn: row.starts_on,
    plannedEndOn: row.planned_end_on,
    endedOn: row.ended_on,
    lastPeriodTo: row.last_period_to,
    ...terms(row.municipality_id, row.trajectory_id),
  })
}

function fromRow(row: DueRow): Omit<DueLetter, 'dueOn' | 'momentOn' | 'why'> {
  return {
    trajectoryId: row.trajectory_id,
    participantId: row.participant_id,
    personName: fullName(row),
    municipalityName: row.municipality_name,
    draftId: row.draft_id,
  }
}
