/** Who is active now, or who is not any more: nobody is thrown away. */
import { useTranslation } from 'react-i18next'
import { SelectField } from '../../forms/choice-field.tsx'

export function GoneFilter({ value, onChange }: { value: boolean; onChange: (gone: boolean) => void }) {
  const { t } = useTranslation('network')
  return (
    <SelectField
      label={t('show')}
      value={value ? 'gone' : 'current'}
      onChange={(next) => onChange(next === 'gone')}
      choices={[
        { value: 'current', label: t('showCurrent') },
        { value: 'gone', label: t('showGone') },
      ]}
    />
  )
}
