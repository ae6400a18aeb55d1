/** Somebody at an organisation: adding them, or changing. A name is enough. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { HostPerson } from '#core/api/hosts.ts'
import { client } from '../../client.ts'
import { ChoiceField } from '../../forms/choice-field.tsx'
import { DraftLine, useDraft } from '../../forms/draft.tsx'
import { TextField } from '../../forms/text-field.tsx'
import { problemOf } from '../../office/failure.ts'
import { useCommand } from '../../office/use-command.ts'
import { Ask } from '../../ui/ask.tsx'
import { FailureMessage } from '../../ui/message.tsx'
import { useToast } from '../../ui/toast.tsx'

type Form = Omit<HostPerson, 'id' | 'host_id'>
const empty: Form = { name: '', function_title: '', phone: '', email: '', remark: '', active: true }

export function HostPersonDialog({
  hostId,
  person,
  onClose,
}: {
  hostId: number
  person: HostPerson | null
  onClose: () => void
}) {
  const { t } = useTranslation('network')
  const toast = useToast()
  const [form, setForm] = useState<Form>(() => {
    if (!person) return empty
    const { id: _id, host_id: _host, ...fields } = person
    return fields
  })
  const draft = useDraft(`host-person:${person?.id ?? 'new'}:${hostId}`, form, setForm)
  const save = useCommand(({ active, ...fields }: Form): Promise<{ changeSetId: number | null }> =>
    person
      ? client.hosts.savePerson({ id: person.id, fields: { ...fields, active } })
      : client.hosts.addPerson({ ...fields, host_id: hostId }),
  )
  const text = (key: Exclude<keyof Form, 'active'>) => ({
    value: form[key],
    onChange: (value: string) => setForm((now) => ({ ...now, [key]: value })),
    problem: problemOf(save.failure, key),
  })
  async function answer(): Promise<void> {
    const done = await save.run(form)
    if (!done) return
    draft.clear()
    if (!person) toast({ text: t('host.personAdded', { name: form.name }), changeSetId: done.changeSetId })
    onClose()
  }
  return (
    <Ask
      opened
      title={person ? t('host.editPerson', { name: person.name }) : t('host.newPerson')}
      answer={t('save')}
      onAnswer={() => void answer()}
      onClose={onClose}
      busy={save.busy}
    >
      <DraftLine draft={draft} />
      <div className="form-row">
        <TextField label={t('host.personName')} autoFocus noSpelling {...text('name')} />
        <TextField label={t('host.personFunction')} optional {...text('function_title')} />
      </div>
      <div className="form-row">
        <TextField label={t('host.personPhone')} optional inputMode="tel" noSpelling {...text('phone')} />
        <TextField label={t('host.personEmail')} optional inputMode="email" noSpelling {...text('email')} />
      </div>
      <TextField label={t('host.personRemark')} optional {...text('remark')} />
      {person && (
        <ChoiceField
          label={t('host.personLeft')}
          row
          value={form.active ? 'yes' : 'no'}
          onChange={(value) => setForm((now) => ({ ...now, active: value === 'yes' }))}
          choices={[
            { value: 'yes', label: t('host.personLeftYes') },
            { value: 'no', label: t('host.personLeftNo') },
          ]}
        />
      )}
      {save.failure && save.failure.code !== 'INVALID' && <FailureMessage failure={save.failure} />}
    </Ask>
  )
}
