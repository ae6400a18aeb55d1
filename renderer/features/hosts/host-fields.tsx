/** The details of one organisation; every field saves itself. */
import { useTranslation } from 'react-i18next'
import { hostKind, type HostKind } from '#core/api/fields.ts'
import { hostGuidance, type Host, type HostGuidance } from '#core/api/hosts.ts'
import { client } from '../../client.ts'
import { SelectField } from '../../forms/choice-field.tsx'
import { PostcodeField } from '../../forms/postcode-field.tsx'
import { AreaField, TextField } from '../../forms/text-field.tsx'
import { useAutosave } from '../../forms/use-autosave.ts'
import { SectorField } from './sector-field.tsx'

export function HostFields({ host }: { host: Host }) {
  const { t } = useTranslation(['places', 'enums', 'network'])
  const { id } = host
  const save = (fields: Partial<Omit<Host, 'id'>>) => client.hosts.save({ id, fields })
  const name = useAutosave('name', host.name, (value) => save({ name: value }))
  const kind = useAutosave<HostKind>('kind', host.kind, (value) => save({ kind: value }))
  const sector = useAutosave('sector', host.sector, (value) => save({ sector: value }))
  const offers = useAutosave('offers', host.offers, (value) => save({ offers: value }))
  const guidance = useAutosave<HostGuidance>('guidance', host.guidance, (value) => save({ guidance: value }))
  const languages = useAutosave('languages', host.languages, (value) => save({ languages: value }))
  const experience = useAutosave('experience', host.experience, (value) => save({ experience: value }))
  const street = useAutosave('street', host.street, (value) => save({ street: value }))
  const number = useAutosave('house_number', host.house_number, (value) => save({ house_number: value }))
  const postcode = useAutosave('postcode', host.postcode, (value) => save({ postcode: value }))
  const city = useAutosave('city', host.city, (value) => save({ city: value }))
  const phone = useAutosave('phone', host.phone, (value) => save({ phone: value }))
  const email = useAutosave('email', host.email, (value) => save({ email: value }))
  const remarks = useAutosave('remarks', host.remarks, (value) => save({ remarks: value }))
  return (
    <div className="form">
      <TextField label={t('hosts.name')} {...name} />
      <div className="form-row">
        <SelectField
          label={t('hosts.kind')}
          choices={hostKind.options.map((one) => ({ value: one, label: t(`enums:hostKind.${one}`) }))}
          value={kind.value}
          onChange={kind.onChange}
        />
        <SectorField {...sector} />
      </div>
      <div className="form-row">
        <TextField label={t('host.phone')} optional inputMode="tel" noSpelling {...phone} />
        <TextField label={t('host.email')} optional inputMode="email" noSpelling {...email} />
      </div>
      <div className="form-row">
        <TextField label={t('host.street')} optional {...street} />
        <TextField label={t('host.houseNumber')} optional noSpelling {...number} />
      </div>
      <div className="form-row">
        <PostcodeField label={t('host.postcode')} optional {...postcode} />
        <TextField label={t('hosts.city')} optional {...city} />
      </div>
      <AreaField
        label={t('network:host.offers')}
        hint={t('network:host.offersHint')}
        optional
        rows={1}
        {...offers}
      />
      <SelectField
        label={t('network:host.guidance')}
        value={guidance.value}
        onChange={guidance.onChange}
        choices={hostGuidance.options.map((one) => ({
          value: one,
          label: one === '' ? t('network:host.guidanceUnknown') : t(`enums:hostGuidance.${one}`),
        }))}
      />
      <TextField
        label={t('network:host.languages')}
        hint={t('network:host.languagesHint')}
        optional
        {...languages}
      />
      <AreaField label={t('network:host.experience')} optional rows={1} {...experience} />
      <AreaField label={t('host.remarks')} optional rows={1} {...remarks} />
    </div>
  )
}
