/** What an opening and the usual term propose goes into the fields that are still empty. */
import { useEffect, useRef, type Dispatch, type SetStateAction } from 'react'
import type { NewPlacement } from './placement-sheets.tsx'
import type { Look } from './warnings.tsx'

/** Once for each opening, and the last day once for each first day: what somebody emptied stays empty. */
export function useProposal(
  openingId: number | null,
  look: Look | null,
  setForm: Dispatch<SetStateAction<NewPlacement>>,
): void {
  const proposed = useRef({ openingId: null as number | null, lastDay: null as string | null })
  const proposal = look?.fresh ? look.proposal : null
  useEffect(() => {
    if (openingId === null || !proposal) return
    const ofOpening = proposed.current.openingId !== openingId
    const lastDay = proposal.expected_end_on
    const ofStart = lastDay !== null && proposed.current.lastDay !== lastDay
    const before = proposed.current.lastDay
    proposed.current = { openingId, lastDay: lastDay ?? before }
    if (!ofOpening && !ofStart) return
    setForm((form) => ({
      ...form,
      ...(ofOpening && {
        parts: form.parts.length > 0 ? form.parts : proposal.parts,
        minutes_per_week: form.minutes_per_week ?? proposal.minutes_per_week,
        supervisor: form.supervisor || proposal.supervisor,
        supervisor_phone: form.supervisor_phone || (form.supervisor ? '' : proposal.supervisor_phone),
        insurance: form.insurance || proposal.insurance,
      }),
      // An end that was proposed before moves along with the start; one that was typed does not.
      ...(ofStart && {
        expected_end_on:
          form.expected_end_on === null || form.expected_end_on === before ? lastDay : form.expected_end_on,
      }),
    }))
  }, [openingId, proposal, setForm])
}
