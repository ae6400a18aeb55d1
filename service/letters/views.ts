/** A letter as the screen has it: what every letter has, and what its kind has besides. */
import type { LetterDraft, LetterKind, LetterView } from '#core/api/letters.ts'
import type { RegisterRow } from '#db/letters/queries.ts'
import { tickedNotes } from '#db/letters/sources.ts'
import { found } from '#db/statements.ts'
import type { OfficeContext } from '../context.ts'
import { ofLetter, statementBounds } from './hours-letter.ts'
import { personOf } from './parties.ts'

type View<K extends LetterKind> = Extract<LetterView, { kind: K }>
/** What every letter has. */
type Common = Omit<View<'results'>, 'kind' | 'draft' | 'projectId' | 'municipalityId'>
type Own<K extends LetterKind> = Omit<View<K>, keyof Common | 'kind' | 'draft'>

/** Its facts and the words of staff, and no more. */
const nothing = () => ({})

const own: { [K in LetterKind]: (ctx: OfficeContext, row: RegisterRow) => Own<K> } = {
  progress: (ctx, row) => ({
    trajectoryId: found(row.trajectory_id),
    notes: notesOf(ctx, row),
  }),
  intake: (_ctx, row) => ({ intakeId: found(row.intake_id) }),
  hours: (ctx, row) => ({
    trajectoryId: found(row.trajectory_id),
    ...statementBounds(ctx, ofLetter(ctx, row)),
  }),
  ready_for_work: nothing,
  end: nothing,
  no_show: nothing,
  invitation: nothing,
  placement: (_ctx, row) => ({ placementId: found(row.placement_id) }),
  extension: nothing,
  aftercare: (_ctx, row) => ({ aftercareId: found(row.aftercare_id) }),
  certificate: nothing,
  results: (_ctx, row) => ({ projectId: row.project_id, municipalityId: found(row.municipality_id) }),
}

export function viewOf(ctx: OfficeContext, row: RegisterRow, common: Common): LetterView {
  const { kind } = row
  return {
    ...common,
    participantId: kind === 'results' ? null : personOf(row),
    ...own[kind](ctx, row),
    kind,
    // Which words go with which kind is what `saveDraft` let in.
    draft: JSON.parse(row.draft) as unknown,
  } as LetterView
}

/** The ticked notes of the period, and whether this letter takes them. */
function notesOf(ctx: OfficeContext, row: RegisterRow): View<'progress'>['notes'] {
  const { leftOutNotes } = JSON.parse(row.draft) as LetterDraft
  const period = { participantId: personOf(row), from: row.period_from, to: row.period_to }
  return tickedNotes(ctx.db, period).map((note) => ({ ...note, used: !leftOutNotes.includes(note.id) }))
}
