/** One contact: writing it down, or changing it. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { contactKind, type ContactKind, type ContactPartner, type ContactView } from '#core/api/network.ts'
import { client } from '../../client.ts'
import { ChoiceField, SelectField } from '../../forms/choice-field.tsx'
import { DateField } from '../../forms/date-field.tsx'
import { DraftLine, useDraft } from '../../forms/draft.tsx'
import { AreaField } from '../../forms/text-field.tsx'
import { problemOf } from '../../office/failure.ts'
import { useOffice } from '../../office/office.ts'
import { useCommand } from '../../office/use-command.ts'
import { Ask } from '../../ui/ask.tsx'
import { FailureMessage } from '../../ui/message.tsx'
import { useToast } from '../../ui/toast.tsx'
import { PersonPicker, type Picked } from '../places/person-picker.tsx'
import '../places/places.css'

const points = ['', '1', '2', '3', '4', '5'] as const
type Point = (typeof points)[number]

type Form = {
  happened_on: string
  kind: ContactKind
  body: string
  question: string
  satisfaction: number | null
  person: Picked | null
}

export function ContactDialog({
  partner,
  name,
  contact,
  onClose,
}: {
  partner: ContactPartner
  name: string
  contact: ContactView | null
  onClose: () => void
}) {
  const { t } = useTranslation(['network', 'enums'])
  const { today } = useOffice()
  const toast = useToast()
  const withHost = 'hostId' in partner
  const [form, setForm] = useState<Form>(() => ({
    happened_on: contact?.happened_on ?? today,
    kind: contact?.kind ?? 'phone',
    body: contact?.body ?? '',
    question: contact?.question ?? '',
    satisfaction: contact?.satisfaction ?? null,
    person: aboutWhom(contact),
  }))
  const set = (part: Partial<Form>) => setForm((now) => ({ ...now, ...part }))
  const whose = withHost ? `host:${partner.hostId}` : `case-manager:${partner.caseManagerId}`
  const draft = useDraft(`contact:${contact?.id ?? 'new'}:${whose}`, form, setForm)
  const save = useCommand(({ person, ...rest }: Form): Promise<{ changeSetId: number | null }> => {
    const fields = { ...rest, participant_id: person?.id ?? null }
    return contact
      ? client.contacts.save({ id: contact.id, fields })
      : client.contacts.create({
          ...fields,
          host_id: withHost ? partner.hostId : null,
          case_manager_id: withHost ? null : partner.caseManagerId,
        })
  })
  async function answer(): Promise<void> {
    const done = await save.run(form)
    if (!done) return
    draft.clear()
    toast({ text: t(contact ? 'contact.saved' : 'contact.added'), changeSetId: done.changeSetId })
    onClose()
  }
  return (
    <Ask
      opened
      title={t(contact ? 'contact.editWith' : 'contact.newWith', { name })}
      answer={t('save')}
      onAnswer={() => void answer()}
      onClose={onClose}
      busy={save.busy}
    >
      <DraftLine draft={draft} />
      <AreaField
        label={t('contact.body')}
        autoFocus
        value={form.body}
        onChange={(body) => set({ body })}
        problem={problemOf(save.failure, 'body')}
      />
      <div className="form-row">
        <DateField
          label={t('contact.when')}
          today={today}
          required
          value={form.happened_on}
          onChange={(day) => day && set({ happened_on: day })}
          problem={problemOf(save.failure, 'happened_on')}
        />
        <SelectField
          label={t('contact.kind')}
          value={form.kind}
          onChange={(kind) => set({ kind })}
          choices={contactKind.options
            .filter((one) => withHost || one !== 'coaching')
            .map((one) => ({ value: one, label: t(`enums:contactKind.${one}`) }))}
        />
      </div>
      <AreaField
        label={t('contact.question')}
        hint={t('contact.questionHint')}
        optional
        rows={1}
        value={form.question}
        onChange={(question) => set({ question })}
      />
      {withHost && (
        <ChoiceField<Point>
          label={t('contact.satisfaction')}
          optional
          row
          value={points.find((one) => one === String(form.satisfaction ?? '')) ?? ''}
          onChange={(value) => set({ satisfaction: value === '' ? null : Number(value) })}
          choices={points.map((value) => ({
            value,
            label: value === '' ? t('contact.satisfactionNone') : t(`enums:satisfaction.${value}`),
          }))}
        />
      )}
      <div role="group" aria-label={t('contact.about')}>
        <p className="network-field-label">{t('contact.about')}</p>
        <PersonPicker value={form.person} onChange={(person) => set({ person })} problem={null} />
      </div>
      {save.failure && save.failure.code !== 'INVALID' && <FailureMessage failure={save.failure} />}
    </Ask>
  )
}

function aboutWhom(contact: ContactView | null): Picked | null {
  const id = contact?.participant_id ?? null
  return contact === null || id === null ? null : { id, name: contact.personName }
}
