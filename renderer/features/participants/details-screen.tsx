/** All fields of a person. Each saves itself. */
import { Checkbox } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams, useSearch } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { formOfAddress, nameUse } from '#core/api/fields.ts'
import { ChoiceField, SelectField } from '../../forms/choice-field.tsx'
import { DateField, shownDate } from '../../forms/date-field.tsx'
import { EmailField, PhoneField, PostcodeField } from '../../forms/checked-fields.tsx'
import { AreaField } from '../../forms/text-field.tsx'
import type { AutosaveField } from '../../forms/use-autosave.ts'
import { failureOf } from '../../office/failure.ts'
import { useOffice } from '../../office/office.ts'
import { orpc } from '../../office/query.ts'
import { Page, PageFailure, PageWait } from '../../ui/page.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { SecondLook } from '../notes/second-look.tsx'
import { Duplicates } from './new-participant-screen.tsx'
import { NamesPreview } from './names-preview.tsx'
import { ElsewhereProvider } from './elsewhere.tsx'
import { Field, PersonField, fieldId } from './person-field.tsx'
import type { Person } from './person-head.tsx'
import './forms.css'

export function DetailsScreen() {
  const { t } = useTranslation('people')
  const { id } = useParams({ from: '/deelnemers/$id/gegevens' })
  const { veld } = useSearch({ from: '/deelnemers/$id/gegevens' })
  const person = useQuery(orpc.participants.get.queryOptions({ input: { id: Number(id) } }))
  if (person.isPending) return <PageWait />
  if (person.isLoadingError)
    return (
      <PageFailure
        failure={failureOf(person.error)}
        screen={t('details.screen')}
        retry={() => void person.refetch()}
      />
    )
  return (
    <ElsewhereProvider key={id} personId={Number(id)}>
      <Details person={person.data} asked={veld} />
    </ElsewhereProvider>
  )
}

const scripts = [
  'ar',
  'fa',
  'ps',
  'ku',
  'ckb',
  'ur',
  'ti',
  'am',
  'ru',
  'uk',
  'zh',
  'he',
  'el',
  'hy',
  'ka',
  'my',
  'ta',
  'th',
] as const

/** A choice is made in one go: there is no leaving of the field. */
function chosen<T>({ value, problem, onChange }: AutosaveField<T>) {
  return { value, problem, onChange }
}

function Details({ person, asked }: { person: Person; asked: string | undefined }) {
  const { t } = useTranslation(['people', 'enums', 'common', 'notes', 'finding'])
  const { today } = useOffice()
  // From a list of what is missing: to the field, not to the top.
  useEffect(() => {
    if (asked)
      document
        .getElementById(`veld-${asked}`)
        ?.closest('.pf-field')
        ?.querySelector<HTMLElement>(':is(input, select, textarea):checked, :is(input, select, textarea)')
        ?.focus()
  }, [asked])
  const { names } = person
  const scriptChoices = [
    { value: '', label: t('scripts.none') },
    ...scripts.map((value) => ({ value: value as string, label: t(`scripts.${value}`) })),
  ]
  return (
    <Page
      screen={t('details.screen')}
      title={<bdi>{t('details.title', { name: names.full })}</bdi>}
      lead={
        <>
          {t('details.lead')}{' '}
          <Link className="link" to="/deelnemers/$id" params={{ id: String(person.id) }}>
            {t('details.back')}
          </Link>
        </>
      }
    >
      <div className="pf-columns">
        <div className="pf-sheets">
          <Sheet title={t('fields.names')}>
            <div className="form">
              <Field
                person={person}
                name="document_name"
                label={t('notes:details.document_name')}
                hint={t('notes:details.document_name_hint')}
                optional
                noSpelling
              />
              <Field person={person} name="given_names" hint={t('fields.given_names_hint')} noSpelling />
              <div className="form-row">
                <Field
                  person={person}
                  name="call_name"
                  hint={t('fields.call_name_hint')}
                  optional
                  noSpelling
                />
                <Field person={person} name="initials" hint={t('fields.initials_hint')} optional noSpelling />
              </div>
              <div className="form-row">
                <Field person={person} name="prefix" hint={t('fields.prefix_hint')} optional noSpelling />
                <Field person={person} name="surname" optional noSpelling />
              </div>
              <PersonField
                person={person}
                name="prefix_capital"
                shown={(value) => t(value ? 'common:yes' : 'common:no')}
              >
                {({ value, onChange }) =>
                  value || /^\p{L}{2,}/u.test(person.prefix) ? (
                    <Checkbox
                      label={t('finding:capital.label')}
                      description={t('finding:capital.hint')}
                      checked={value}
                      onChange={(event) => onChange(event.currentTarget.checked)}
                    />
                  ) : null
                }
              </PersonField>
              <div className="form-row">
                <Field person={person} name="partner_prefix" optional noSpelling />
                <Field person={person} name="partner_surname" optional noSpelling />
              </div>
              <PersonField person={person} name="name_use" shown={(value) => t(`enums:nameUse.${value}`)}>
                {(field) => (
                  <SelectField
                    label={t('fields.name_use')}
                    {...chosen(field)}
                    choices={nameUse.options.map((value) => ({ value, label: t(`enums:nameUse.${value}`) }))}
                  />
                )}
              </PersonField>
              <PersonField
                person={person}
                name="form_of_address"
                shown={(value) => t(`enums:formOfAddress.${value}`)}
              >
                {(field) => (
                  <ChoiceField
                    row
                    id={fieldId('form_of_address')}
                    label={t('fields.form_of_address')}
                    {...chosen(field)}
                    choices={formOfAddress.options.map((value) => ({
                      value,
                      label: t(`enums:formOfAddress.${value}`),
                    }))}
                  />
                )}
              </PersonField>
              <Field
                person={person}
                name="also_known_as"
                hint={t('fields.also_known_as_hint')}
                optional
                noSpelling
              />
            </div>
          </Sheet>
          <Sheet title={t('fields.script')}>
            <div className="form">
              <div className="form-row">
                <Field
                  person={person}
                  name="own_script_name"
                  optional
                  anyScript
                  noSpelling
                  {...(person.own_script_lang ? { lang: person.own_script_lang } : {})}
                />
                <PersonField
                  person={person}
                  name="own_script_lang"
                  shown={(value) => scriptChoices.find((one) => one.value === value)?.label ?? value}
                >
                  {(field) => (
                    <SelectField
                      label={t('fields.own_script_lang')}
                      hint={t('fields.own_script_lang_hint')}
                      {...chosen(field)}
                      choices={scriptChoices}
                    />
                  )}
                </PersonField>
              </div>
              <Field
                person={person}
                name="pronunciation"
                hint={t('fields.pronunciation_hint')}
                optional
                noSpelling
              />
            </div>
          </Sheet>
          <Sheet title={t('fields.contact')}>
            <div className="form">
              <PersonField person={person} name="birth_date" shown={shownDate}>
                {(field) => (
                  <DateField
                    className="form-short"
                    id={fieldId('birth_date')}
                    label={t('fields.birth_date')}
                    hint={t('fields.birth_date_hint')}
                    optional
                    partial
                    today={today}
                    {...field}
                  />
                )}
              </PersonField>
              <div className="form-row">
                <Field person={person} name="street" optional />
                <Field person={person} name="house_number" optional noSpelling />
              </div>
              <div className="form-row">
                <PersonField person={person} name="postcode">
                  {(field) => <PostcodeField label={t('fields.postcode')} optional {...field} />}
                </PersonField>
                <Field person={person} name="city" optional />
              </div>
              <div className="form-row">
                <PersonField person={person} name="phone">
                  {(field) => (
                    <PhoneField id={fieldId('phone')} label={t('fields.phone')} optional {...field} />
                  )}
                </PersonField>
                <PersonField person={person} name="email">
                  {(field) => <EmailField label={t('fields.email')} optional {...field} />}
                </PersonField>
              </div>
              <PersonField
                person={person}
                name="preferred_contact"
                shown={(value) => (value === '' ? '' : t(`enums:preferredContact.${value}`))}
              >
                {(field) => (
                  <SelectField
                    className="form-short"
                    label={t('fields.preferred_contact')}
                    {...chosen(field)}
                    choices={[
                      { value: '' as const, label: t('common:noneChosen') },
                      ...(['phone', 'whatsapp', 'email', 'letter'] as const).map((value) => ({
                        value,
                        label: t(`enums:preferredContact.${value}`),
                      })),
                    ]}
                  />
                )}
              </PersonField>
            </div>
          </Sheet>
          <Sheet title={t('notes:details.emergency')}>
            <div className="form">
              <div className="form-row">
                <Field
                  person={person}
                  name="emergency_name"
                  label={t('notes:details.emergency_name')}
                  optional
                  noSpelling
                />
                <PersonField person={person} name="emergency_phone">
                  {(field) => (
                    <PhoneField
                      id={fieldId('emergency_phone')}
                      label={t('notes:details.emergency_phone')}
                      optional
                      {...field}
                    />
                  )}
                </PersonField>
              </div>
              <Field
                person={person}
                name="emergency_relation"
                label={t('notes:details.emergency_relation')}
                hint={t('notes:details.emergency_relation_hint')}
                optional
              />
            </div>
          </Sheet>
          <Sheet title={t('fields.language')}>
            <div className="form">
              <Field person={person} name="languages" hint={t('fields.languages_hint')} optional />
              <PersonField
                person={person}
                name="interpreter"
                shown={(value) => (value === '' ? '' : t(`enums:interpreter.${value}`))}
              >
                {(field) => (
                  <SelectField
                    label={t('fields.interpreter')}
                    {...chosen(field)}
                    choices={[
                      { value: '' as const, label: t('common:noneChosen') },
                      ...(['none', 'phone', 'present', 'family'] as const).map((value) => ({
                        value,
                        label: t(`enums:interpreter.${value}`),
                      })),
                    ]}
                  />
                )}
              </PersonField>
            </div>
          </Sheet>
          <Sheet title={t('fields.know')}>
            <PersonField person={person} name="good_to_know">
              {(field) => (
                <>
                  <AreaField
                    label={t('fields.good_to_know')}
                    hint={t('fields.good_to_know_hint')}
                    optional
                    rows={3}
                    {...field}
                  />
                  <SecondLook text={field.value} />
                </>
              )}
            </PersonField>
          </Sheet>
        </div>
        <div className="pf-sheets">
          <NamesPreview person={person} />
          <Duplicates
            given_names={person.given_names}
            call_name={person.call_name}
            prefix={person.prefix}
            surname={person.surname}
            birth_date={person.birth_date}
            exceptId={person.id}
          />
        </div>
      </div>
    </Page>
  )
}
