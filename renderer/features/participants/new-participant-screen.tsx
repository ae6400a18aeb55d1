/** Somebody new. One name is enough; while typing we look whether the person is here already. */
import { Button, Checkbox } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { keptPrefix } from '#core/names/name.ts'
import { client } from '../../client.ts'
import { DraftLine, useDraft } from '../../forms/draft.tsx'
import { DateField, shownDate } from '../../forms/date-field.tsx'
import { ChoiceField } from '../../forms/choice-field.tsx'
import { PhoneField } from '../../forms/checked-fields.tsx'
import { TextField } from '../../forms/text-field.tsx'
import { problemOf } from '../../office/failure.ts'
import { useOffice } from '../../office/office.ts'
import { orpc } from '../../office/query.ts'
import { useCommand } from '../../office/use-command.ts'
import { FailureMessage } from '../../ui/message.tsx'
import { Page } from '../../ui/page.tsx'
import { PersonLink } from '../../ui/person-name.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { useToast } from '../../ui/toast.tsx'
import { onSubmit } from '../../forms/submit.ts'
import './forms.css'

const empty = {
  given_names: '',
  call_name: '',
  prefix: '',
  prefix_capital: false,
  surname: '',
  document_name: '',
  own_script_name: '',
  pronunciation: '',
  also_known_as: '',
  birth_date: null as string | null,
  phone: '',
  form_of_address: 'none' as 'mevrouw' | 'heer' | 'none',
}

export function NewParticipantScreen() {
  const { t } = useTranslation(['people', 'common', 'enums', 'finding'])
  const { today } = useOffice()
  const navigate = useNavigate()
  const toast = useToast()
  const [form, setForm] = useState(empty)
  const create = useCommand(client.participants.create)
  const draft = useDraft('participant:new', form, setForm)
  const set = (part: Partial<typeof empty>): void => {
    create.clear()
    setForm((now) => ({ ...now, ...part }))
  }
  const noName = problemOf(create.failure, 'surname') ?? problemOf(create.failure, 'given_names')

  async function submit(): Promise<void> {
    const answer = await create.run(form)
    if (!answer) {
      document.getElementById('given-names')?.focus()
      return
    }
    draft.clear()
    const name = [
      form.call_name || form.given_names,
      keptPrefix(form.prefix, form.prefix_capital),
      form.surname,
    ]
      .filter(Boolean)
      .join(' ')
    toast({ text: <bdi>{t('new.added', { name })}</bdi>, changeSetId: answer.changeSetId })
    void navigate({ to: '/deelnemers/$id', params: { id: String(answer.id) } })
  }

  return (
    <Page title={t('new.title')} screen={t('new.title')} lead={t('new.lead')} ownFocus>
      <div className="pf-columns">
        <form noValidate className="form sheet" onSubmit={onSubmit(submit)}>
          <DraftLine draft={draft} />
          <div className="form-row">
            <TextField
              id="given-names"
              label={t('fields.given_names')}
              hint={t('fields.given_names_hint')}
              noSpelling
              problem={noName}
              value={form.given_names}
              onChange={(given_names) => set({ given_names })}
              autoFocus
            />
            <TextField
              label={t('fields.call_name')}
              hint={t('fields.call_name_hint')}
              optional
              noSpelling
              value={form.call_name}
              onChange={(call_name) => set({ call_name })}
            />
          </div>
          <div className="form-row">
            <TextField
              label={t('fields.prefix')}
              hint={t('fields.prefix_hint')}
              optional
              noSpelling
              value={form.prefix}
              onChange={(prefix) => set({ prefix })}
            />
            <TextField
              label={t('fields.surname')}
              optional
              noSpelling
              value={form.surname}
              onChange={(surname) => set({ surname })}
            />
          </div>
          {/^\p{L}{2,}/u.test(form.prefix) && (
            <Checkbox
              checked={form.prefix_capital}
              onChange={(event) => set({ prefix_capital: event.currentTarget.checked })}
              label={t('finding:capital.label')}
              description={t('finding:capital.hint')}
            />
          )}
          <ChoiceField
            row
            label={t('fields.form_of_address')}
            value={form.form_of_address}
            onChange={(form_of_address) => set({ form_of_address })}
            choices={(['mevrouw', 'heer', 'none'] as const).map((value) => ({
              value,
              label: t(`enums:formOfAddress.${value}`),
            }))}
          />
          <div className="form-row">
            <DateField
              label={t('fields.birth_date')}
              hint={t('fields.birth_date_hint')}
              optional
              partial
              today={today}
              value={form.birth_date}
              problem={problemOf(create.failure, 'birth_date')}
              onChange={(birth_date) => set({ birth_date })}
            />
            <PhoneField
              label={t('fields.phone')}
              optional

              noSpelling
              value={form.phone}
              problem={problemOf(create.failure, 'phone')}
              onChange={(phone) => set({ phone })}
            />
          </div>
          <div className="form-row">
            <TextField
              label={t('fields.own_script_name')}
              optional
              anyScript
              noSpelling
              value={form.own_script_name}
              onChange={(own_script_name) => set({ own_script_name })}
            />
            <TextField
              label={t('fields.also_known_as')}
              optional
              noSpelling
              value={form.also_known_as}
              onChange={(also_known_as) => set({ also_known_as })}
            />
          </div>
          {create.failure && create.failure.code !== 'INVALID' && <FailureMessage failure={create.failure} />}
          <div className="form-actions">
            <Button type="submit" loading={create.busy}>
              {t('new.create')}
            </Button>
            <Button
              variant="default"
              onClick={() => {
                draft.startEmpty()
                void navigate({ to: '/deelnemers' })
              }}
            >
              {t('common:cancel')}
            </Button>
          </div>
        </form>
        <Duplicates
          given_names={form.given_names}
          call_name={form.call_name}
          prefix={form.prefix}
          surname={form.surname}
          birth_date={form.birth_date}
        />
      </div>
    </Page>
  )
}

/** People who may be the same. Words only: adding goes on whenever the user says so. */
export function Duplicates(typed: {
  given_names: string
  call_name: string
  prefix: string
  surname: string
  birth_date: string | null
  exceptId?: number
}) {
  const { t } = useTranslation(['people', 'enums'])
  const { exceptId = null, ...fields } = typed
  const [input] = useDebouncedValue({ ...fields, exceptId }, 150)
  const named = (input.given_names + input.call_name + input.surname).trim().length > 1
  const likely = useQuery(
    orpc.participants.duplicates.queryOptions({ input, enabled: named, placeholderData: keepPreviousData }),
  ).data
  return (
    <div aria-live="polite">
      {named && likely && likely.length > 0 && (
        <Sheet title={t('new.duplicates')}>
          <p className="dim">{t('new.duplicatesText')}</p>
          <ul className="pf-likely">
            {likely.map((person) => (
              <li key={person.id}>
                <PersonLink id={person.id} strong>
                  {person.fullName}
                </PersonLink>
                <div className="dim">
                  {[
                    t(`enums:duplicateReason.${person.why}`),
                    person.birthDate ? t('new.born', { date: shownDate(person.birthDate) }) : '',
                    person.city,
                    t(`enums:participantStage.${person.stage}`),
                  ]
                    .filter(Boolean)
                    .join(', ')}
                </div>
              </li>
            ))}
          </ul>
        </Sheet>
      )}
    </div>
  )
}
