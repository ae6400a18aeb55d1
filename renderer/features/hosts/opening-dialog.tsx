/** What an organisation offers: adding it, or changing it. Stored when the answer is given. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { placementKind } from '#core/api/fields.ts'
import type { Opening, OpeningView } from '#core/api/places.ts'
import type { FieldProblem } from '#core/api/errors.ts'
import { client } from '../../client.ts'
import { AskToSave } from '../../forms/ask-to-save.tsx'
import { useDraft } from '../../forms/draft.tsx'
import { ChoiceField, SelectField } from '../../forms/choice-field.tsx'
import { DateField } from '../../forms/date-field.tsx'
import { AreaField, TextField } from '../../forms/text-field.tsx'
import { problemOf } from '../../office/failure.ts'
import { useOffice } from '../../office/office.ts'
import { useCommand } from '../../office/use-command.ts'
import { useToast } from '../../ui/toast.tsx'

type Fields = Omit<Opening, 'id' | 'host_id'>
const empty: Fields = {
  title: '',
  kind: 'volunteer',
  tasks: '',
  days: '',
  minutes_per_week: null,
  capacity: 1,
  language_level: '',
  demands: '',
  open_from: null,
  open_until: null,
  closed: false,
}

export function OpeningDialog({
  hostId,
  opening,
  onClose,
}: {
  hostId: number
  opening: OpeningView | null
  onClose: () => void
}) {
  const { t } = useTranslation(['places', 'enums'])
  const { today } = useOffice()
  const toast = useToast()
  const [form, setForm] = useState<Fields>(() => (opening ? fieldsOf(opening) : empty))
  const [capacity, setCapacity] = useState(String(form.capacity))
  const [wrong, setWrong] = useState<FieldProblem | null>(null)
  const set = (part: Partial<Fields>) => setForm((now) => ({ ...now, ...part }))
  const save = useCommand((fields: Fields): Promise<{ changeSetId: number | null }> =>
    opening
      ? client.openings.save({ id: opening.id, fields })
      : client.openings.create({ ...fields, host_id: hostId }),
  )
  const draft = useDraft(`opening:${hostId}:${opening?.id ?? 'new'}`, { form, capacity }, (left) => {
    setForm(left.form)
    setCapacity(left.capacity)
  })
  async function answer(): Promise<void> {
    const people = Number(capacity)
    if (!Number.isInteger(people) || people < 1 || people > 200) return setWrong('number_range')
    const done = await save.run({ ...form, capacity: people })
    if (!done) return
    draft.clear()
    if (!opening) toast({ text: t('opening.added', { title: form.title }), changeSetId: done.changeSetId })
    onClose()
  }
  return (
    <AskToSave
      opened
      title={opening ? t('opening.editTitle', { title: opening.title }) : t('opening.newTitle')}
      answer={opening ? t('opening.save') : t('opening.create')}
      onAnswer={() => void answer()}
      onClose={onClose}
      save={save}
      draft={draft}
    >
      <TextField
        label={t('opening.title')}
        value={form.title}
        onChange={(title) => set({ title })}
        problem={problemOf(save.failure, 'title')}
        autoFocus
      />
      <SelectField
        label={t('form.kind')}
        value={form.kind}
        onChange={(kind) => set({ kind })}
        choices={placementKind.options.map((one) => ({ value: one, label: t(`enums:placementKind.${one}`) }))}
      />
      <AreaField
        label={t('opening.tasks')}
        optional
        value={form.tasks}
        onChange={(tasks) => set({ tasks })}
      />
      <div className="form-row">
        <TextField label={t('form.days')} optional value={form.days} onChange={(days) => set({ days })} />
        <TextField
          label={t('opening.capacity')}
          inputMode="numeric"
          value={capacity}
          onChange={(next) => {
            setWrong(null)
            setCapacity(next)
          }}
          problem={wrong}
        />
      </div>
      <TextField
        label={t('opening.language')}
        hint={t('opening.languageHint')}
        optional
        value={form.language_level}
        onChange={(language_level) => set({ language_level })}
      />
      <TextField
        label={t('opening.demands')}
        hint={t('opening.demandsHint')}
        optional
        value={form.demands}
        onChange={(demands) => set({ demands })}
      />
      <div className="form-row">
        <DateField
          label={t('opening.from')}
          optional
          today={today}
          value={form.open_from}
          onChange={(open_from) => set({ open_from })}
        />
        <DateField
          label={t('opening.until')}
          optional
          today={today}
          value={form.open_until}
          onChange={(open_until) => set({ open_until })}
          problem={problemOf(save.failure, 'open_until')}
        />
      </div>
      {opening && (
        <ChoiceField
          label={t('opening.available')}
          row
          value={form.closed ? 'no' : 'yes'}
          onChange={(value) => set({ closed: value === 'no' })}
          choices={[
            { value: 'yes', label: t('opening.availableYes') },
            { value: 'no', label: t('opening.availableNo') },
          ]}
        />
      )}
    </AskToSave>
  )
}

function fieldsOf({
  title,
  kind,
  tasks,
  days,
  minutes_per_week,
  capacity,
  language_level,
  demands,
  open_from,
  open_until,
  closed,
}: OpeningView): Fields {
  return {
    title,
    kind,
    tasks,
    days,
    minutes_per_week,
    capacity,
    language_level,
    demands,
    open_from,
    open_until,
    closed,
  }
}
