/**
 * What differs by kind of letter: how it is opened, the facts it rests on, what it may not miss, and its words. A new
 * kind is a line here, a line in `letterKind` and its own files.
 */
import type { LetterGap, LetterKind } from '#core/api/letters.ts'
import type { Language } from '#core/i18n/index.ts'
import { composeAftercareLetter } from '#core/letters/compose-aftercare.ts'
import { composeCertificate } from '#core/letters/compose-certificate.ts'
import { composeEndLetter } from '#core/letters/compose-end.ts'
import { composeExtensionLetter } from '#core/letters/compose-extension.ts'
import { composeHoursLetter } from '#core/letters/compose-hours.ts'
import { composeIntakeLetter } from '#core/letters/compose-intake.ts'
import { composeInvitation } from '#core/letters/compose-invitation.ts'
import { composeNoShowLetter } from '#core/letters/compose-no-show.ts'
import { composePlacementLetter } from '#core/letters/compose-placement.ts'
import { composeResultsLetter } from '#core/letters/compose-results.ts'
import { composeReadyLetter } from '#core/letters/compose-ready.ts'
import { composeProgressLetter } from '#core/letters/compose.ts'
import type { LetterContent } from '#core/letters/content.ts'
import type {
  FrameFacts,
  HoursFacts,
  IntakeFacts,
  ProgressFacts,
  ReadyFacts,
  ResultsFacts,
} from '#core/letters/facts.ts'
import {
  hoursLetterGaps,
  intakeLetterGaps,
  letterGaps,
  readyLetterGaps,
  resultsLetterGaps,
} from '#core/letters/gaps.ts'
import * as kindGaps from '#core/letters/kind-gaps.ts'
import type {
  AftercareFacts,
  CertificateFacts,
  EndFacts,
  ExtensionFacts,
  InvitationFacts,
  NoShowFacts,
  PlacementFacts,
} from '#core/letters/kind-facts.ts'
import type { LetterHead } from '#db/letters/queries.ts'
import type { OfficeContext } from '../context.ts'
import { agreementFits } from '../papers/agreement.ts'
import { aftercareLetterFacts, openAftercareLetter } from './aftercare-letter.ts'
import { certificateFacts, openCertificate } from './certificate-letter.ts'
import { endLetterFacts, openEndLetter } from './end-letter.ts'
import { extensionFacts, openExtensionLetter } from './extension-letter.ts'
import { progressFacts } from './facts-from-office.ts'
import { hoursLetterFacts, openHoursLetter } from './hours-letter.ts'
import { lookFacts, withChipGaps } from './look.ts'
import { intakeLetterFacts, openIntakeLetter } from './intake-letter.ts'
import { invitationFacts, openInvitation } from './invitation-letter.ts'
import { noShowFacts, openNoShowLetter } from './no-show-letter.ts'
import { openPlacementLetter, placementLetterFacts } from './placement-letter.ts'
import { openProgressLetter } from './progress-letter.ts'
import { openResultsLetter, resultsLetterFacts } from './results-letter.ts'
import { openReadyLetter, readyLetterFacts } from './ready-letter.ts'

interface FactsByKind {
  progress: ProgressFacts
  intake: IntakeFacts
  hours: HoursFacts
  ready_for_work: ReadyFacts
  end: EndFacts
  no_show: NoShowFacts
  invitation: InvitationFacts
  placement: PlacementFacts
  extension: ExtensionFacts
  aftercare: AftercareFacts
  certificate: CertificateFacts
  results: ResultsFacts
}

export interface KindOfLetter<F extends FrameFacts> {
  /** The open letter, or a new draft; `about` is the id of what the kind is about. Inside a command. */
  readonly open: (ctx: OfficeContext, about: number, appointmentId?: number) => number
  /** The facts of a draft as the office knows them now. */
  readonly gather: (ctx: OfficeContext, letter: LetterHead) => F
  /** Blocking ones first. */
  readonly gaps: (facts: F) => LetterGap[]
  readonly compose: (facts: F, language: Language) => LetterContent
}

const kinds: { [K in LetterKind]: KindOfLetter<FactsByKind[K]> } = {
  progress: {
    open: openProgressLetter,
    gather: progressFacts,
    gaps: letterGaps,
    compose: composeProgressLetter,
  },
  intake: {
    open: openIntakeLetter,
    gather: intakeLetterFacts,
    gaps: intakeLetterGaps,
    compose: composeIntakeLetter,
  },
  hours: {
    open: openHoursLetter,
    gather: hoursLetterFacts,
    gaps: hoursLetterGaps,
    compose: composeHoursLetter,
  },
  ready_for_work: {
    open: openReadyLetter,
    gather: readyLetterFacts,
    gaps: readyLetterGaps,
    compose: composeReadyLetter,
  },
  end: {
    open: openEndLetter,
    gather: endLetterFacts,
    gaps: kindGaps.endLetterGaps,
    compose: composeEndLetter,
  },
  no_show: {
    open: openNoShowLetter,
    gather: noShowFacts,
    gaps: kindGaps.noShowGaps,
    compose: composeNoShowLetter,
  },
  invitation: {
    open: openInvitation,
    gather: invitationFacts,
    gaps: kindGaps.invitationGaps,
    compose: composeInvitation,
  },
  placement: {
    open: openPlacementLetter,
    gather: placementLetterFacts,
    gaps: (facts) => kindGaps.placementGaps(facts, agreementFits(composePlacementLetter(facts, 'nl'))),
    compose: composePlacementLetter,
  },
  extension: {
    open: openExtensionLetter,
    gather: extensionFacts,
    gaps: kindGaps.extensionGaps,
    compose: composeExtensionLetter,
  },
  aftercare: {
    open: openAftercareLetter,
    gather: aftercareLetterFacts,
    gaps: kindGaps.aftercareGaps,
    compose: composeAftercareLetter,
  },
  certificate: {
    open: openCertificate,
    gather: certificateFacts,
    gaps: kindGaps.certificateGaps,
    compose: composeCertificate,
  },
  results: {
    open: openResultsLetter,
    gather: resultsLetterFacts,
    gaps: resultsLetterGaps,
    compose: composeResultsLetter,
  },
}

/**
 * Facts go back only into the kind that they came from, so which ones they are matters to nobody else. Every kind has
 * the office's layout and letterhead, and misses what its own paragraphs miss.
 */
export function kindOf(kind: LetterKind): KindOfLetter<FrameFacts> {
  const own = kinds[kind] as unknown as KindOfLetter<FrameFacts>
  return {
    ...own,
    gather: (ctx, letter) => ({ ...own.gather(ctx, letter), ...lookFacts(ctx, letter) }),
    gaps: (facts) => withChipGaps(own.gaps(facts), facts),
  }
}
