import type {
  AftercareDraft,
  CertificateDraft,
  InvitationDraft,
  NoShowDraft,
  PlacementDraft,
} from '#core/api/letter-drafts.ts'
import type { EndDraft, ExtensionDraft, LetterView, ReadyDraft } from '#core/api/letters.ts'
import type { RegisterRow } from '#db/letters/queries.ts'
import { found } from '#db/statements.ts'

interface DraftByKind {
  ready_for_work: ReadyDraft
  end: EndDraft
  no_show: NoShowDraft
  invitation: InvitationDraft
  placement: PlacementDraft
  extension: ExtensionDraft
  aftercare: AftercareDraft
  certificate: CertificateDraft
}
type SimpleKind = keyof DraftByKind
type Simple = Extract<LetterView, { kind: SimpleKind }>

/** The letters that are their facts and the words of staff, and no more. */
export function viewOfKind(
  kind: SimpleKind,
  row: RegisterRow,
  part: Omit<Extract<LetterView, { kind: 'end' }>, 'kind' | 'draft'>,
): Simple {
  const draft = JSON.parse(row.draft) as DraftByKind[SimpleKind]
  const more =
    kind === 'placement'
      ? { placementId: found(row.placement_id) }
      : kind === 'aftercare'
        ? { aftercareId: found(row.aftercare_id) }
        : {}
  // Which words go with which kind is what `saveDraft` let in.
  return { ...part, ...more, kind, draft } as Simple
}
