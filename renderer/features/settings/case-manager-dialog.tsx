import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formOfAddress } from '#core/api/fields.ts'
import type { CaseManager, Municipality } from '#core/api/people.ts'
import { client } from '../../client.ts'
import { AskToSave } from '../../forms/ask-to-save.tsx'
import { useDraft } from '../../forms/draft.tsx'
import { ChoiceField } from '../../forms/choice-field.tsx'
import { TextField } from '../../forms/text-field.tsx'
import { problemOf } from '../../office/failure.ts'
import { useCommand } from '../../office/use-command.ts'
import { useToast } from '../../ui/toast.tsx'
import './settings.css'

type Fields = Omit<CaseManager, 'id' | 'municipality_id'>
const empty: Fields = {
  initials: '',
  prefix: '',
  surname: '',
  form_of_address: 'none',
  function_title: '',
  phone: '',
  email: '',
}

/** Who gets the letters at a municipality: adding somebody, or changing. A surname is enough. */
export function CaseManagerDialog({
  municipality,
  manager,
  onClose,
}: {
  municipality: Municipality
  manager: CaseManager | null
  onClose: () => void
}) {
  const { t } = useTranslation(['settings', 'enums'])
  const toast = useToast()
  const [form, setForm] = useState<Fields>(() => {
    if (!manager) return empty
    const { initials, prefix, surname, form_of_address, function_title, phone, email } = manager
    return { initials, prefix, surname, form_of_address, function_title, phone, email }
  })
  const save = useCommand((fields: Fields): Promise<{ changeSetId: number | null }> =>
    manager
      ? client.municipalities.saveCaseManager({ id: manager.id, fields })
      : client.municipalities.createCaseManager({ ...fields, municipality_id: municipality.id }),
  )
  const draft = useDraft(`case-manager:${manager?.id ?? 'new'}:${municipality.id}`, form, setForm)
  const text = (key: Exclude<keyof Fields, 'form_of_address'>) => ({
    value: form[key],
    onChange: (value: string) => setForm((now) => ({ ...now, [key]: value })),
    problem: problemOf(save.failure, key),
  })
  async function answer(): Promise<void> {
    const done = await save.run(form)
    if (!done) return
    draft.clear()
    if (!manager)
      toast({ text: t('municipalities.added', { name: form.surname }), changeSetId: done.changeSetId })
    onClose()
  }
  return (
    <AskToSave
      opened
      title={
        manager
          ? t('municipalities.editTitle', {
              name: [manager.initials, manager.prefix, manager.surname].filter(Boolean).join(' '),
            })
          : t('municipalities.addManagerTitle', { name: municipality.name })
      }
      answer={manager ? t('municipalities.save') : t('municipalities.addManager')}
      onAnswer={() => void answer()}
      onClose={onClose}
      save={save}
      draft={draft}
    >
      <ChoiceField
        label={t('municipalities.formOfAddress')}
        row
        value={form.form_of_address}
        onChange={(form_of_address) => setForm((now) => ({ ...now, form_of_address }))}
        choices={formOfAddress.options.map((one) => ({ value: one, label: t(`enums:formOfAddress.${one}`) }))}
      />
      <div className="form-row settings-name-row">
        <TextField label={t('municipalities.initials')} noSpelling {...text('initials')} />
        <TextField label={t('municipalities.prefix')} noSpelling {...text('prefix')} />
        <TextField label={t('municipalities.surname')} noSpelling {...text('surname')} />
      </div>
      <TextField label={t('municipalities.function')} optional {...text('function_title')} />
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
