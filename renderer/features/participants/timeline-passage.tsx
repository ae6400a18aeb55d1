/** What of a note goes into the letter, and where. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { letterPart, type LetterPart } from '#core/api/timeline.ts'
import { client } from '../../client.ts'
import { AskToSave } from '../../forms/ask-to-save.tsx'
import { SelectField } from '../../forms/choice-field.tsx'
import { useDraft } from '../../forms/draft.tsx'
import { AreaField } from '../../forms/text-field.tsx'
import { problemOf } from '../../office/failure.ts'
import { useCommand } from '../../office/use-command.ts'
import { useToast } from '../../ui/toast.tsx'
import type { SelectedNote } from './timeline-selection.ts'

export function PassageDialog({
  trajectoryId,
  passage,
  onClose,
}: {
  trajectoryId: number
  passage: SelectedNote
  onClose: () => void
}) {
  const { t } = useTranslation(['dossier', 'letters'])
  const toast = useToast()
  const [text, setText] = useState(passage.text)
  const [part, setPart] = useState<LetterPart>('skills')
  const put = useCommand(client.dossier.toLetter)
  const draft = useDraft(`passage:${passage.noteId}`, { text, part }, (left) => {
    setText(left.text)
    setPart(left.part)
  })
  async function save(): Promise<void> {
    const answer = await put.run({ trajectoryId, part, passage: text })
    if (!answer) return
    draft.clear()
    onClose()
    toast({
      text: (
        <>
          {t('letter.done')}{' '}
          <a className="link" href={`#/brieven/${answer.letterId}`}>
            {t('letter.open')}
          </a>
        </>
      ),
      changeSetId: answer.changeSetId,
    })
  }
  return (
    <AskToSave
      opened
      title={t('letter.title')}
      answer={t('letter.put')}
      onAnswer={() => void save()}
      onClose={() => {
        draft.clear()
        onClose()
      }}
      save={put}
      draft={draft}
      disabled={text.trim() === ''}
    >
      <AreaField
        label={t('letter.passage')}
        hint={t('letter.hint')}
        value={text}
        onChange={setText}
        problem={problemOf(put.failure, 'passage')}
      />
      <SelectField<LetterPart>
        label={t('letter.part')}
        value={part}
        onChange={setPart}
        choices={letterPart.options.map((value) => ({ value, label: t(`letters:texts.${value}`) }))}
      />
    </AskToSave>
  )
}
