/** The answer to a question of somebody of the network. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ContactView } from '#core/api/network.ts'
import { client } from '../../client.ts'
import { DateField } from '../../forms/date-field.tsx'
import { DraftLine, useDraft } from '../../forms/draft.tsx'
import { AreaField } from '../../forms/text-field.tsx'
import { problemOf } from '../../office/failure.ts'
import { useOffice } from '../../office/office.ts'
import { useCommand } from '../../office/use-command.ts'
import { Ask } from '../../ui/ask.tsx'
import { FailureMessage } from '../../ui/message.tsx'
import { useToast } from '../../ui/toast.tsx'

export function AnswerDialog({ contact, onClose }: { contact: ContactView; onClose: () => void }) {
  const { t } = useTranslation('network')
  const { today } = useOffice()
  const toast = useToast()
  const [form, setForm] = useState({
    answer: contact.answer,
    answered_on: contact.answered_on ?? today,
  })
  const draft = useDraft(`contact-answer:${contact.id}`, form, setForm)
  const save = useCommand(client.contacts.answer)
  async function answer(): Promise<void> {
    const done = await save.run({ id: contact.id, ...form })
    if (!done) return
    draft.clear()
    toast({ text: t('contact.answerSaved'), changeSetId: done.changeSetId })
    onClose()
  }
  return (
    <Ask
      opened
      title={t('contact.answerTitle')}
      answer={t('save')}
      onAnswer={() => void answer()}
      onClose={onClose}
      busy={save.busy}
    >
      <DraftLine draft={draft} />
      <p className="network-text">{contact.question}</p>
      <AreaField
        label={t('contact.answerLabel')}
        optional
        autoFocus
        value={form.answer}
        onChange={(text) => setForm((now) => ({ ...now, answer: text }))}
      />
      <DateField
        label={t('contact.answeredOn')}
        className="form-short"
        today={today}
        required
        value={form.answered_on}
        onChange={(day) => day && setForm((now) => ({ ...now, answered_on: day }))}
        problem={problemOf(save.failure, 'answered_on')}
      />
      {save.failure && save.failure.code !== 'INVALID' && <FailureMessage failure={save.failure} />}
    </Ask>
  )
}
