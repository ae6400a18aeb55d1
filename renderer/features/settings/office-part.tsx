import { useTranslation } from 'react-i18next'
import type { Office } from '#core/api/app.ts'
import { PostcodeField } from '../../forms/postcode-field.tsx'
import { TextField } from '../../forms/text-field.tsx'
import { useAutosave } from '../../forms/use-autosave.ts'
import { Sheet } from '../../ui/sheet.tsx'
import { TodaySheet } from './today-sheet.tsx'
import { WithOffice, saveOffice } from './with-office.tsx'

export function OfficePart() {
  return (
    <WithOffice>
      {(office) => (
        <div className="settings-stack">
          <OfficeFields office={office} />
          <TodaySheet office={office} />
        </div>
      )}
    </WithOffice>
  )
}

function OfficeFields({ office }: { office: Office }) {
  const { t } = useTranslation('settings')
  const name = useAutosave('name', office.name, (value) => saveOffice({ name: value }))
  const tagline = useAutosave('tagline', office.tagline, (value) => saveOffice({ tagline: value }))
  const street = useAutosave('street', office.street, (value) => saveOffice({ street: value }))
  const number = useAutosave('house_number', office.house_number, (value) =>
    saveOffice({ house_number: value }),
  )
  const postcode = useAutosave('postcode', office.postcode, (value) => saveOffice({ postcode: value }))
  const city = useAutosave('city', office.city, (value) => saveOffice({ city: value }))
  const phone = useAutosave('phone', office.phone, (value) => saveOffice({ phone: value }))
  const email = useAutosave('email', office.email, (value) => saveOffice({ email: value }))
  const website = useAutosave('website', office.website, (value) => saveOffice({ website: value }))
  const kvk = useAutosave('kvk', office.kvk, (value) => saveOffice({ kvk: value }))
  const word = useAutosave('case_manager_word', office.case_manager_word, (value) =>
    saveOffice({ case_manager_word: value }),
  )
  return (
    <Sheet title={t('office.title')} className="settings-sheet">
      <p className="dim settings-lead">{t('office.lead')}</p>
      <div className="form">
        <TextField label={t('office.name')} {...name} />
        <TextField label={t('office.tagline')} hint={t('office.taglineHint')} optional {...tagline} />
        <div className="form-row">
          <TextField label={t('office.street')} {...street} />
          <TextField label={t('office.houseNumber')} noSpelling {...number} />
        </div>
        <div className="form-row">
          <PostcodeField label={t('office.postcode')} {...postcode} />
          <TextField label={t('office.city')} {...city} />
        </div>
        <div className="form-row">
          <TextField label={t('office.phone')} optional inputMode="tel" noSpelling {...phone} />
          <TextField label={t('office.email')} optional inputMode="email" noSpelling {...email} />
        </div>
        <div className="form-row">
          <TextField label={t('office.website')} optional noSpelling {...website} />
          <TextField label={t('office.kvk')} optional noSpelling {...kvk} />
        </div>
        <TextField label={t('office.caseManagerWord')} hint={t('office.caseManagerWordHint')} {...word} />
      </div>
    </Sheet>
  )
}
