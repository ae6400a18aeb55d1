import { nextLetterDue, type LetterDue } from '#core/letters/due.ts'
import { fullName } from '#core/names/name.ts'
import type { DueLetter } from '#core/api/letters.ts'
import { dueRow, dueRows } from '#db/letters/queries.ts'
import type { DueRow } from '#db/letters/queries.ts'
import { letterTerms, withdrawnDays, type LetterTerms, type WithdrawnDays } from '#db/letters/terms.ts'
import { found } from '#db/statements.ts'
import type { OfficeContext } from '../context.ts'

/** The progress letters that running trajectories need next, the first one first; also those not due yet. */
export function dueLetters(ctx: OfficeContext): DueLetter[] {
  const terms = letterTerms(ctx.db)
  const withdrawn = withdrawnDays(ctx.db)
  return dueRows(ctx.db, ctx.today)
    .flatMap((row) => {
      const due = nextOf(row, terms, withdrawn.get(row.trajectory_id))
      return due ? [{ ...fromRow(row), dueOn: due.on, momentOn: due.moment, why: due.why }] : []
    })
    .sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0))
}

/** The next letter of one trajectory; null when nothing is left to write. */
export function dueLetterOf(ctx: OfficeContext, trajectoryId: number): LetterDue | null {
  return nextOf(
    found(dueRow(ctx.db, trajectoryId)),
    letterTerms(ctx.db),
    withdrawnDays(ctx.db).get(trajectoryId),
  )
}

/** The days that the next letter is about, where those are days of a letter that was withdrawn; null otherwise. */
export function withdrawnNext(ctx: OfficeContext, trajectoryId: number): WithdrawnDays | null {
  const withdrawn = withdrawnDays(ctx.db).get(trajectoryId)
  if (withdrawn === undefined) return null
  const due = nextOf(found(dueRow(ctx.db, trajectoryId)), letterTerms(ctx.db), withdrawn)
  return due?.why === 'withdrawn' ? (withdrawn.find(({ to }) => to === due.moment) ?? null) : null
}

function nextOf(row: DueRow, terms: LetterTerms, withdrawn: readonly WithdrawnDays[] = []): LetterDue | null {
  return nextLetterDue({
    startsOn: row.starts_on,
    plannedEndOn: row.planned_end_on,
    endedOn: row.ended_on,
    lastPeriodTo: row.last_period_to,
    withdrawn: withdrawn.map(({ to }) => to),
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
