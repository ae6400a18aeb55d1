/** What came out of it when somebody was called who stayed away: a note, of which the kind is filled in already. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '../../client.ts'
import { DraftLine, useDraft } from '../../forms/draft.tsx'
import { AreaField } from '../../forms/text-field.tsx'
import { problemOf } from '../../office/failure.ts'
import { useOffice } from '../../office/office.ts'
import { useCommand } from '../../office/use-command.ts'
import { Ask } from '../../ui/ask.tsx'
import { FailureMessage } from '../../ui/message.tsx'
import { useToast } from '../../ui/toast.tsx'
import { NoteFields, type NoteAbout } from '../notes/note-fields.tsx'
import { SecondLook } from '../notes/second-look.tsx'

export function CalledDialog({
  person,
  onClose,
}: {
  person: { participantId: number; name: string; phone: string }
  onClose: () => void
}) {
  const { t } = useTranslation(['today', 'common', 'notes', 'people'])
  const { today } = useOffice()
  const toast = useToast()
  const create = useCommand(client.notes.create)
  const [typed, setTyped] = useState<NoteAbout & { body: string }>({
    body: '',
    kind: 'phone',
    happened_on: today,
    present: '',
    in_report: false,
  })
  const set = (part: Partial<typeof typed>) => setTyped((now) => ({ ...now, ...part }))
  const draft = useDraft(`note-called:${person.participantId}`, typed, setTyped)

  async function keep(): Promise<void> {
    const answer = await create.run({
      participant_id: person.participantId,
      ...typed,
      body: typed.body.trim(),
    })
    if (!answer) return
    draft.clear()
    toast({ text: t('people:person.noteSaved'), changeSetId: answer.changeSetId })
    onClose()
  }
  return (
    <Ask
      opened
      title={<bdi>{t('called.title', { name: person.name })}</bdi>}
      answer={t('common:save')}
      onAnswer={() => void keep()}
      onClose={onClose}
      busy={create.busy}
      disabled={typed.body.trim() === ''}
    >
      <DraftLine draft={draft} />
      {person.phone !== '' && <p>{t('called.phone', { phone: person.phone })}</p>}
      <AreaField
        label={t('called.body')}
        hint={t('called.hint')}
        rows={3}
        value={typed.body}
        onChange={(body) => set({ body })}
        problem={problemOf(create.failure, 'body')}
        autoFocus
      />
      <SecondLook text={typed.body} />
      <NoteFields about={typed} onChange={set} failure={create.failure} />
      {create.failure && create.failure.code !== 'INVALID' && <FailureMessage failure={create.failure} />}
    </Ask>
  )
}
