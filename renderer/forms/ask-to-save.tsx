/** A question whose answer is saved: what went wrong stands in the dialog, and what was typed stays there. */
import type { ComponentProps } from 'react'
import type { Command } from '../office/use-command.ts'
import { Ask } from '../ui/ask.tsx'
import { FailureMessage } from '../ui/message.tsx'
import { DraftLine, type Draft } from './draft.tsx'

/** `save` does the work; a field says itself what does not fit in it. `draft`: what was typed before comes back. */
export function AskToSave({
  save: { busy, failure },
  draft,
  children,
  ...ask
}: Omit<ComponentProps<typeof Ask>, 'busy'> & {
  save: Pick<Command<never, unknown>, 'busy' | 'failure'>
  draft?: Draft
}) {
  return (
    <Ask {...ask} busy={busy}>
      {draft && <DraftLine draft={draft} />}
      {children}
      {failure && failure.code !== 'INVALID' && <FailureMessage failure={failure} />}
    </Ask>
  )
}
