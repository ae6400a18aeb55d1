/** Something new that an organisation offers: only what it is. The rest is filled in on its own page. */
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { placementKind, type PlacementKind } from '#core/api/fields.ts'
import { client } from '../../client.ts'
import { AskToSave } from '../../forms/ask-to-save.tsx'
import { useDraft } from '../../forms/draft.tsx'
import { SelectField } from '../../forms/choice-field.tsx'
import { TextField } from '../../forms/text-field.tsx'
import { problemOf } from '../../office/failure.ts'
import { useCommand } from '../../office/use-command.ts'
import { useToast } from '../../ui/toast.tsx'

export function OpeningDialog({ hostId, onClose }: { hostId: number; onClose: () => void }) {
  const { t } = useTranslation(['places', 'enums'])
  const navigate = useNavigate()
  const toast = useToast()
  const [title, setTitle] = useState('')
  const [kind, setKind] = useState<PlacementKind>('volunteer')
  const create = useCommand(client.openings.create)
  const draft = useDraft(`opening:${hostId}:new`, { title, kind }, (left) => {
    setTitle(left.title)
    setKind(left.kind)
  })
  async function answer(): Promise<void> {
    const made = await create.run({ host_id: hostId, title, kind })
    if (!made) return
    draft.clear()
    toast({ text: t('opening.added', { title: title.trim() }), changeSetId: made.changeSetId })
    void navigate({ to: '/aanbod/$id', params: { id: String(made.id) } })
  }
  return (
    <AskToSave
      opened
      title={t('opening.newTitle')}
      answer={t('opening.create')}
      onAnswer={() => void answer()}
      onClose={onClose}
      save={create}
      draft={draft}
    >
      <TextField
        label={t('opening.title')}
        value={title}
        onChange={setTitle}
        problem={problemOf(create.failure, 'title')}
        autoFocus
      />
      <SelectField
        label={t('form.kind')}
        value={kind}
        onChange={setKind}
        choices={placementKind.options.map((one) => ({ value: one, label: t(`enums:placementKind.${one}`) }))}
      />
    </AskToSave>
  )
}
