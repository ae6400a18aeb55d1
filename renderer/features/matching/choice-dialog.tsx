/** Why the coach chooses, waits, or says no. Choosing goes on to the new placement, with both filled in. */
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MatchChoice } from '#core/api/fields.ts'
import type { Match } from '#core/api/matching.ts'
import { client } from '../../client.ts'
import { DraftLine, useDraft } from '../../forms/draft.tsx'
import { AreaField } from '../../forms/text-field.tsx'
import { problemOf } from '../../office/failure.ts'
import { useCommand } from '../../office/use-command.ts'
import { Ask } from '../../ui/ask.tsx'
import { FailureMessage } from '../../ui/message.tsx'
import { useToast } from '../../ui/toast.tsx'

const titles = { chosen: 'chooseTitle', later: 'laterTitle', declined: 'declinedTitle' } as const
const answers = { chosen: 'chooseAnswer', later: 'laterAnswer', declined: 'declinedAnswer' } as const

export function ChoiceDialog({
  match: { participantId, openingId },
  choice,
  what,
  onClose,
}: {
  match: Match
  choice: MatchChoice
  /** The side that was looked for: a place, or a person. */
  what: string
  onClose: () => void
}) {
  const { t } = useTranslation('matching')
  const navigate = useNavigate()
  const toast = useToast()
  const choose = useCommand(client.matching.choose)
  const [reason, setReason] = useState('')
  const draft = useDraft(`match:${participantId}:${openingId}:${choice}`, { reason }, (left) =>
    setReason(left.reason),
  )
  async function answer(): Promise<void> {
    const done = await choose.run({ participantId, openingId, choice, reason })
    if (!done) return
    draft.clear()
    toast({ text: t('match.kept'), changeSetId: done.changeSetId })
    if (choice === 'chosen')
      void navigate({
        to: '/plekken/nieuw',
        search: { participant: String(participantId), opening: String(openingId) },
      })
    else onClose()
  }
  return (
    <Ask
      opened
      title={t(`match.${titles[choice]}`, { what })}
      answer={t(`match.${answers[choice]}`)}
      onAnswer={() => void answer()}
      onClose={onClose}
      busy={choose.busy}
    >
      <DraftLine draft={draft} />
      <AreaField
        label={t('match.reason')}
        hint={t('match.reasonHint')}
        optional
        autoFocus
        value={reason}
        onChange={setReason}
        problem={problemOf(choose.failure, 'reason')}
      />
      {choose.failure && choose.failure.code !== 'INVALID' && <FailureMessage failure={choose.failure} />}
    </Ask>
  )
}
