/** Whom an ambassador helped, with what, and when. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { helpKind, type HelpKind } from '#core/api/ambassadors.ts'
import { client } from '../../client.ts'
import { SelectField } from '../../forms/choice-field.tsx'
import { DateField } from '../../forms/date-field.tsx'
import { DraftLine, useDraft } from '../../forms/draft.tsx'
import { TextField } from '../../forms/text-field.tsx'
import { problemOf } from '../../office/failure.ts'
import { useOffice } from '../../office/office.ts'
import { useCommand } from '../../office/use-command.ts'
import { Ask } from '../../ui/ask.tsx'
import { FailureMessage } from '../../ui/message.tsx'
import { useToast } from '../../ui/toast.tsx'
import { PersonPicker, type Picked } from '../places/person-picker.tsx'
import '../places/places.css'

type Form = { person: Picked | null; what: HelpKind; on: string; remark: string }

export function HelpDialog({ id, name, onClose }: { id: number; name: string; onClose: () => void }) {
  const { t } = useTranslation(['network', 'enums'])
  const { today } = useOffice()
  const toast = useToast()
  const [form, setForm] = useState<Form>({ person: null, what: 'talk', on: today, remark: '' })
  const [nobody, setNobody] = useState(false)
  const set = (part: Partial<Form>) => setForm((now) => ({ ...now, ...part }))
  const draft = useDraft(`ambassador-help:${id}`, form, setForm)
  const save = useCommand(client.ambassadors.addHelp)
  async function answer(): Promise<void> {
    setNobody(form.person === null)
    if (form.person === null) return
    const done = await save.run({
      ambassador_id: id,
      participant_id: form.person.id,
      happened_on: form.on,
      what: form.what,
      remark: form.remark,
    })
    if (!done) return
    draft.clear()
    toast({ text: t('ambassador.helpAdded'), changeSetId: done.changeSetId })
    onClose()
  }
  return (
    <Ask
      opened
      title={t('ambassador.helpTitle', { name })}
      answer={t('save')}
      onAnswer={() => void answer()}
      onClose={onClose}
      busy={save.busy}
    >
      <DraftLine draft={draft} />
      <PersonPicker
        value={form.person}
        onChange={(person) => set({ person })}
        problem={nobody && form.person === null ? 'required' : null}
      />
      <div className="form-row">
        <SelectField
          label={t('ambassador.helpWhat')}
          value={form.what}
          onChange={(what) => set({ what })}
          choices={helpKind.options.map((one) => ({ value: one, label: t(`enums:helpKind.${one}`) }))}
        />
        <DateField
          label={t('ambassador.helpWhen')}
          today={today}
          required
          value={form.on}
          onChange={(on) => on && set({ on })}
          problem={problemOf(save.failure, 'happened_on')}
        />
      </div>
      <TextField
        label={t('ambassador.helpRemark')}
        optional
        value={form.remark}
        onChange={(remark) => set({ remark })}
      />
      {save.failure && save.failure.code !== 'INVALID' && <FailureMessage failure={save.failure} />}
    </Ask>
  )
}
