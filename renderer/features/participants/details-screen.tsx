/** All fields of a person. Each saves itself. */
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { formOfAddress, nameUse } from '#core/api/fields.ts'
import { ChoiceField, SelectField } from '../../forms/choice-field.tsx'
import { DateField } from '../../forms/date-field.tsx'
import { EmailField, PhoneField, PostcodeField } from '../../forms/checked-fields.tsx'
import { AreaField } from '../../forms/text-field.tsx'
import { failureOf } from '../../office/failure.ts'
import { useOffice } from '../../office/office.ts'
import { orpc } from '../../office/query.ts'
import { Page, PageFailure, PageWait } from '../../ui/page.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { Duplicates } from './new-participant-screen.tsx'
import { NamesPreview } from './names-preview.tsx'
import { Field, useField } from './person-field.tsx'
import type { Person } from './person-head.tsx'
import './forms.css'

export function DetailsScreen() {
  const { t } = useTranslation('people')
  const { id } = useParams({ from: '/deelnemers/$id/gegevens' })
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
  return <Details key={id} person={person.data} />
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

function Details({ person }: { person: Person }) {
  const { t } = useTranslation(['people', 'enums', 'common'])
  const { today } = useOffice()
  const birth = useField(person, 'birth_date')
  const use = useField(person, 'name_use')
  const address = useField(person, 'form_of_address')
  const script = useField(person, 'own_script_lang')
  const contact = useField(person, 'preferred_contact')
  const interpreter = useField(person, 'interpreter')
  const know = useField(person, 'good_to_know')
  const postcode = useField(person, 'postcode')
  const phone = useField(person, 'phone')
  const email = useField(person, 'email')
  const { names } = person
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
              <div className="form-row">
                <Field person={person} name="partner_prefix" optional noSpelling />
                <Field person={person} name="partner_surname" optional noSpelling />
              </div>
              <SelectField
                label={t('fields.name_use')}
                value={use.value}
                problem={use.problem}
                onChange={use.onChange}
                choices={nameUse.options.map((value) => ({ value, label: t(`enums:nameUse.${value}`) }))}
              />
              <ChoiceField
                row
                label={t('fields.form_of_address')}
                value={address.value}
                problem={address.problem}
                onChange={address.onChange}
                choices={formOfAddress.options.map((value) => ({
                  value,
                  label: t(`enums:formOfAddress.${value}`),
                }))}
              />
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
                <SelectField
                  label={t('fields.own_script_lang')}
                  hint={t('fields.own_script_lang_hint')}
                  value={script.value}
                  onChange={script.onChange}
                  choices={[
                    { value: '', label: t('scripts.none') },
                    ...scripts.map((value) => ({ value, label: t(`scripts.${value}`) })),
                  ]}
                />
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
              <DateField
                className="form-short"
                label={t('fields.birth_date')}
                hint={t('fields.birth_date_hint')}
                optional
                partial
                today={today}
                {...birth}
              />
              <div className="form-row">
                <Field person={person} name="street" optional />
                <Field person={person} name="house_number" optional noSpelling />
              </div>
              <div className="form-row">
                <PostcodeField label={t('fields.postcode')} optional {...postcode} />
                <Field person={person} name="city" optional />
              </div>
              <div className="form-row">
                <PhoneField label={t('fields.phone')} optional {...phone} />
                <EmailField label={t('fields.email')} optional {...email} />
              </div>
              <SelectField
                className="form-short"
                label={t('fields.preferred_contact')}
                value={contact.value}
                onChange={contact.onChange}
                choices={[
                  { value: '' as const, label: t('common:noneChosen') },
                  ...(['phone', 'whatsapp', 'email', 'letter'] as const).map((value) => ({
                    value,
                    label: t(`enums:preferredContact.${value}`),
                  })),
                ]}
              />
            </div>
          </Sheet>
          <Sheet title={t('fields.language')}>
            <div className="form">
              <Field person={person} name="languages" hint={t('fields.languages_hint')} optional />
              <SelectField
                label={t('fields.interpreter')}
                value={interpreter.value}
                onChange={interpreter.onChange}
                choices={[
                  { value: '' as const, label: t('common:noneChosen') },
                  ...(['none', 'phone', 'present', 'family'] as const).map((value) => ({
                    value,
                    label: t(`enums:interpreter.${value}`),
                  })),
                ]}
              />
            </div>
          </Sheet>
          <Sheet title={t('fields.know')}>
            <AreaField
              label={t('fields.good_to_know')}
              hint={t('fields.good_to_know_hint')}
              optional
              rows={3}
              {...know}
            />
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
