import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Municipality } from '#core/api/people.ts'
import { client } from '../../client.ts'
import { AskToSave } from '../../forms/ask-to-save.tsx'
import { useDraft } from '../../forms/draft.tsx'
import { PostcodeField } from '../../forms/postcode-field.tsx'
import { TextField } from '../../forms/text-field.tsx'
import { problemOf } from '../../office/failure.ts'
import { useCommand } from '../../office/use-command.ts'
import { useToast } from '../../ui/toast.tsx'

type Fields = Omit<Municipality, 'id'>
const empty: Fields = { name: '', address_line: '', postcode: '', city: '', phone: '', email: '' }

/** A municipality: adding it, or changing it. */
export function MunicipalityDialog({
  municipality,
  onClose,
}: {
  municipality: Municipality | null
  onClose: () => void
}) {
  const { t } = useTranslation('settings')
  const toast = useToast()
  const [form, setForm] = useState<Fields>(() => {
    if (!municipality) return empty
    const { name, address_line, postcode, city, phone, email } = municipality
    return { name, address_line, postcode, city, phone, email }
  })
  const save = useCommand((fields: Fields): Promise<{ changeSetId: number | null }> =>
    municipality
      ? client.municipalities.save({ id: municipality.id, fields })
      : client.municipalities.create(fields),
  )
  const draft = useDraft(`municipality:${municipality?.id ?? 'new'}`, form, setForm)
  const text = (key: keyof Fields) => ({
    value: form[key],
    onChange: (value: string) => setForm((now) => ({ ...now, [key]: value })),
    problem: problemOf(save.failure, key),
  })
  async function answer(): Promise<void> {
    const done = await save.run(form)
    if (!done) return
    draft.clear()
    if (!municipality)
      toast({ text: t('municipalities.added', { name: form.name }), changeSetId: done.changeSetId })
    onClose()
  }
  return (
    <AskToSave
      opened
      title={
        municipality
          ? t('municipalities.editTitle', { name: municipality.name })
          : t('municipalities.addTitle')
      }
      answer={municipality ? t('municipalities.save') : t('municipalities.add')}
      onAnswer={() => void answer()}
      onClose={onClose}
      save={save}
      draft={draft}
    >
      <TextField
        label={t('municipalities.name')}
        hint={t('municipalities.nameHint')}
        autoFocus
        noSpelling
        {...text('name')}
      />
      <TextField
        label={t('municipalities.addressLine')}
        hint={t('municipalities.addressHint')}
        noSpelling
        {...text('address_line')}
      />
      <div className="form-row">
        <PostcodeField label={t('municipalities.postcode')} {...text('postcode')} />
        <TextField label={t('municipalities.city')} noSpelling {...text('city')} />
      </div>
      <div className="form-row">
        <TextField label={t('municipalities.phone')} optional inputMode="tel" noSpelling {...text('phone')} />
        <TextField
          label={t('municipalities.email')}
          optional
          inputMode="email"
          noSpelling
          {...text('email')}
        />
      </div>
    </AskToSave>
  )
}
