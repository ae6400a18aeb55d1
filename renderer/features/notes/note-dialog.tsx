/** Changing a note that is there. */
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Note } from '#core/api/notes.ts'
import { client } from '../../client.ts'
import { AskToSave } from '../../forms/ask-to-save.tsx'
import { useDraft } from '../../forms/draft.tsx'
import { AreaField } from '../../forms/text-field.tsx'
import { problemOf } from '../../office/failure.ts'
import { orpc } from '../../office/query.ts'
import { useCommand } from '../../office/use-command.ts'
import { useToast } from '../../ui/toast.tsx'
import { NoteFields } from './note-fields.tsx'
import { SecondLook } from './second-look.tsx'

export function NoteDialog({ id, onClose }: { id: number; onClose: () => void }) {
  const note = useQuery(orpc.notes.get.queryOptions({ input: { id } }))
  return note.data ? <Form note={note.data} onClose={onClose} /> : null
}

function Form({ note, onClose }: { note: Note; onClose: () => void }) {
  const { t } = useTranslation(['notes', 'common'])
  const toast = useToast()
  const save = useCommand(client.notes.save)
  const [typed, setTyped] = useState(() => ({
    body: note.body,
    kind: note.kind,
    happened_on: note.happened_on,
    present: note.present,
    in_report: note.in_report,
  }))
  const set = (part: Partial<typeof typed>) => setTyped((now) => ({ ...now, ...part }))
  const draft = useDraft(`note-change:${note.id}`, typed, setTyped)

  async function keep(): Promise<void> {
    const answer = await save.run({ id: note.id, fields: { ...typed, body: typed.body.trim() } })
    if (!answer) return
    draft.clear()
    toast({ text: t('changed'), changeSetId: answer.changeSetId })
    onClose()
  }
  return (
    <AskToSave
      opened
      title={t('change')}
      answer={t('common:save')}
      onAnswer={() => void keep()}
      onClose={onClose}
      save={save}
      draft={draft}
      disabled={typed.body.trim() === ''}
    >
      <AreaField
        label={t('note')}
        rows={4}
        value={typed.body}
        onChange={(body) => set({ body })}
        problem={problemOf(save.failure, 'body')}
        autoFocus
      />
      <SecondLook text={typed.body} />
      <NoteFields about={typed} onChange={set} failure={save.failure} />
    </AskToSave>
  )
}
