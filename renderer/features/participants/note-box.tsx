/** Writing down what happened. What is typed stays in the box until the service has it. */
import { Button, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '../../client.ts'
import { DraftLine, useDraft } from '../../forms/draft.tsx'
import { onSubmit } from '../../forms/submit.ts'
import { useOffice } from '../../office/office.ts'
import { useCommand } from '../../office/use-command.ts'
import { FailureMessage } from '../../ui/message.tsx'
import { useToast } from '../../ui/toast.tsx'
import { FollowUps, realFollowUps, type FollowUp } from '../notes/follow-ups.tsx'
import { NoteFields, type NoteAbout } from '../notes/note-fields.tsx'
import { SecondLook } from '../notes/second-look.tsx'

export const noteBoxId = 'note-box'

export function NoteBox({ id }: { id: number }) {
  const { t } = useTranslation(['people', 'notes'])
  const { today } = useOffice()
  const toast = useToast()
  const create = useCommand(client.notes.create)
  const empty: { body: string; about: NoteAbout; tasks: FollowUp[] } = {
    body: '',
    about: { kind: 'note', happened_on: today, present: '', in_report: false },
    tasks: [],
  }
  const [note, setNote] = useState(empty)
  const { body, about, tasks } = note
  const draft = useDraft(`note:${id}`, note, setNote)
  const set = (part: Partial<typeof note>): void => setNote((now) => ({ ...now, ...part }))
  // Also with an emptied text, as long as there is something else to lose.
  const open = body !== '' || tasks.length > 0 || about.present !== ''

  async function save(): Promise<void> {
    if (body.trim() === '') return document.getElementById(noteBoxId)?.focus()
    const follow = realFollowUps(tasks)
    const answer = await create.run({ participant_id: id, ...about, body: body.trim(), tasks: follow })
    if (!answer) return
    draft.clear()
    setNote(empty)
    toast({
      text: follow.length > 0 ? t('notes:savedWith', { count: follow.length }) : t('person.noteSaved'),
      changeSetId: answer.changeSetId,
    })
    document.getElementById(noteBoxId)?.focus()
  }
  return (
    <form noValidate className="note-box" onSubmit={onSubmit(save)}>
      <DraftLine draft={draft} />
      <Textarea
        id={noteBoxId}
        aria-label={t('person.noteLabel')}
        placeholder={t('person.noteLabel')}
        autosize
        minRows={2}
        maxRows={12}
        value={body}
        onChange={(event) => set({ body: event.currentTarget.value })}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && event.ctrlKey) void save()
        }}
      />
      {open && (
        <>
          <SecondLook text={body} />
          <NoteFields
            about={about}
            onChange={(part) => set({ about: { ...about, ...part } })}
            failure={create.failure}
          />
          <FollowUps tasks={tasks} onChange={(next) => set({ tasks: next })} />
          {create.failure && create.failure.code !== 'INVALID' && <FailureMessage failure={create.failure} />}
          <Button type="submit" loading={create.busy}>
            {t('person.saveNote')}
          </Button>
        </>
      )}
    </form>
  )
}
