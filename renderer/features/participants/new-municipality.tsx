/** Adding a municipality or a case manager in the middle of a referral. */
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formOfAddress, type FormOfAddress } from '#core/api/fields.ts'
import { client } from '../../client.ts'
import { DraftLine, useDraft } from '../../forms/draft.tsx'
import { ChoiceField } from '../../forms/choice-field.tsx'
import { EmailField, PhoneField, PostcodeField } from '../../forms/checked-fields.tsx'
import { TextField } from '../../forms/text-field.tsx'
import { problemOf } from '../../office/failure.ts'
import { useCommand } from '../../office/use-command.ts'
import { onSubmit } from '../../forms/submit.ts'
import { FailureMessage } from '../../ui/message.tsx'

export function NewMunicipality({ onAdded }: { onAdded: (id: number) => void }) {
  const { t } = useTranslation('people')
  const create = useCommand(client.municipalities.create)
  const [form, setForm] = useState({
    name: '',
    address_line: '',
    postcode: '',
    city: '',
    phone: '',
    email: '',
  })
  const set = (part: Partial<typeof form>) => setForm((now) => ({ ...now, ...part }))
  const draft = useDraft('municipality:new', form, setForm)
  async function submit(): Promise<void> {
    const answer = await create.run(form)
    if (!answer) return
    draft.clear()
    onAdded(answer.id)
  }
  return (
    <form noValidate className="form pf-inside" onSubmit={onSubmit(submit)}>
      <DraftLine draft={draft} />
      <TextField
        label={t('referral.municipalityName')}
        value={form.name}
        problem={problemOf(create.failure, 'name')}
        onChange={(name) => set({ name })}
      />
      <TextField
        label={t('referral.addressLine')}
        optional
        value={form.address_line}
        onChange={(address_line) => set({ address_line })}
      />
      <div className="form-row">
        <PostcodeField
          label={t('referral.postcode')}
          optional
          value={form.postcode}
          problem={problemOf(create.failure, 'postcode')}
          onChange={(postcode) => set({ postcode })}
        />
        <TextField label={t('referral.city')} optional value={form.city} onChange={(city) => set({ city })} />
      </div>
      {create.failure && create.failure.code !== 'INVALID' && <FailureMessage failure={create.failure} />}
      <div>
        <Button type="submit" variant="default" loading={create.busy} disabled={form.name.trim() === ''}>
          {t('referral.addMunicipality')}
        </Button>
      </div>
    </form>
  )
}

export function NewCaseManager({
  municipalityId,
  onAdded,
}: {
  municipalityId: number
  onAdded: (id: number) => void
}) {
  const { t } = useTranslation(['people', 'enums'])
  const create = useCommand(client.municipalities.createCaseManager)
  const [form, setForm] = useState({
    initials: '',
    prefix: '',
    surname: '',
    form_of_address: 'none' as FormOfAddress,
    function_title: '',
    phone: '',
    email: '',
  })
  const set = (part: Partial<typeof form>) => setForm((now) => ({ ...now, ...part }))
  const draft = useDraft(`case-manager:new:${municipalityId}`, form, setForm)
  async function submit(): Promise<void> {
    const answer = await create.run({ ...form, municipality_id: municipalityId })
    if (!answer) return
    draft.clear()
    onAdded(answer.id)
  }
  return (
    <form noValidate className="form pf-inside" onSubmit={onSubmit(submit)}>
      <DraftLine draft={draft} />
      <ChoiceField
        row
        label={t('referral.formOfAddress')}
        value={form.form_of_address}
        onChange={(form_of_address) => set({ form_of_address })}
        choices={formOfAddress.options.map((value) => ({ value, label: t(`enums:formOfAddress.${value}`) }))}
      />
      <div className="form-row">
        <TextField
          label={t('referral.initials')}
          optional
          noSpelling
          value={form.initials}
          onChange={(initials) => set({ initials })}
        />
        <TextField
          label={t('referral.prefix')}
          optional
          noSpelling
          value={form.prefix}
          onChange={(prefix) => set({ prefix })}
        />
        <TextField
          label={t('referral.surname')}
          noSpelling
          value={form.surname}
          problem={problemOf(create.failure, 'surname')}
          onChange={(surname) => set({ surname })}
        />
      </div>
      <div className="form-row">
        <PhoneField
          label={t('referral.phone')}
          optional

          value={form.phone}
          problem={problemOf(create.failure, 'phone')}
          onChange={(phone) => set({ phone })}
        />
        <EmailField
          label={t('referral.email')}
          optional

          noSpelling
          value={form.email}
          problem={problemOf(create.failure, 'email')}
          onChange={(email) => set({ email })}
        />
      </div>
      {create.failure && create.failure.code !== 'INVALID' && <FailureMessage failure={create.failure} />}
      <div>
        <Button type="submit" variant="default" loading={create.busy} disabled={form.surname.trim() === ''}>
          {t('referral.addCaseManager')}
        </Button>
      </div>
    </form>
  )
}
