/** A new ambassador: a name is enough; the page has the rest. */
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { WeekPart } from '#core/api/fields.ts'
import { client } from '../../client.ts'
import { DraftLine, useDraft } from '../../forms/draft.tsx'
import { TextField } from '../../forms/text-field.tsx'
import { problemOf } from '../../office/failure.ts'
import { useCommand } from '../../office/use-command.ts'
import { Ask } from '../../ui/ask.tsx'
import { FailureMessage } from '../../ui/message.tsx'
import { LanguagesField } from './languages-field.tsx'
import { WeekParts } from './week-parts.tsx'

type Form = { name: string; phone: string; languages: string[]; parts: WeekPart[] }

export function NewAmbassador({ languages, onClose }: { languages: string[]; onClose: () => void }) {
  const { t } = useTranslation('network')
  const navigate = useNavigate()
  const [form, setForm] = useState<Form>({ name: '', phone: '', languages: [], parts: [] })
  const set = (part: Partial<Form>) => setForm((now) => ({ ...now, ...part }))
  const draft = useDraft('ambassador:new', form, setForm)
  const create = useCommand(client.ambassadors.create)
  async function answer(): Promise<void> {
    const made = await create.run(form)
    if (!made) return
    draft.clear()
    void navigate({ to: '/sleutelpersonen/$id', params: { id: String(made.id) } })
  }
  return (
    <Ask
      opened
      title={t('ambassadors.newTitle')}
      answer={t('ambassadors.new')}
      onAnswer={() => void answer()}
      onClose={onClose}
      busy={create.busy}
    >
      <DraftLine draft={draft} />
      <TextField
        label={t('ambassadors.name')}
        autoFocus
        noSpelling
        anyScript
        value={form.name}
        onChange={(name) => set({ name })}
        problem={problemOf(create.failure, 'name')}
      />
      <TextField
        label={t('ambassadors.phone')}
        optional
        inputMode="tel"
        noSpelling
        value={form.phone}
        onChange={(phone) => set({ phone })}
      />
      <LanguagesField
        value={form.languages}
        known={languages}
        onChange={(next) => set({ languages: next })}
      />
      <div>
        <p className="network-field-label">{t('ambassador.parts')}</p>
        <WeekParts label={t('ambassador.parts')} value={form.parts} onChange={(parts) => set({ parts })} />
      </div>
      {create.failure && create.failure.code !== 'INVALID' && <FailureMessage failure={create.failure} />}
    </Ask>
  )
}
