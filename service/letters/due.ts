import { nextLetterDue } from '#core/letters/due.ts'
import { fullName } from '#core/names/name.ts'
import type { DueLetter } from '#core/api/letters.ts'
import { dueRows } from '#db/letters/queries.ts'
import type { DueRow } from '#db/letters/queries.ts'
import { readOffice } from '#db/office/queries.ts'
import type { OfficeContext } from '../context.ts'

/** The progress letters that running trajectories need next, the first one first; also those not due yet. */
export function dueLetters(ctx: OfficeContext): DueLetter[] {
  const office = readOffice(ctx.db)
  return dueRows(ctx.db, ctx.today)
    .flatMap((row) => {
      const due = dueOf(row, office.letter_interval_weeks, office.letter_before_end_weeks)
      return due ? [{ ...fromRow(row), dueOn: due.on, why: due.why }] : []
    })
    .sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0))
}

function dueOf(row: DueRow, intervalWeeks: number, beforeEndWeeks: number) {
  return nextLetterDue({
    startsOn: row.starts_on,
    plannedEndOn: row.planned_end_on,
    endedOn: row.ended_on,
    lastPeriodTo: row.last_period_to,
    intervalWeeks,
    beforeEndWeeks,
  })
}

function fromRow(row: DueRow): Omit<DueLetter, 'dueOn' | 'why'> {
  return {
    trajectoryId: row.trajectory_id,
    participantId: row.participant_id,
    personName: fullName(row),
    municipalityName: row.municipality_name,
    draftId: row.draft_id,
  }
}
