/** Whether the participant has a copy of what is written about them. */
import { useTranslation } from 'react-i18next'
import type { LetterTexts } from '#core/api/letters.ts'
import { ChoiceField } from '../../forms/choice-field.tsx'

type Given = NonNullable<LetterTexts['copy_given']>

export function CopyGiven({
  value,
  onChange,
}: {
  value: Given | undefined
  onChange: (part: { copy_given: Given }) => void
}) {
  const { t } = useTranslation('sources')
  return (
    <ChoiceField<Given | ''>
      row
      label={t('copy.label')}
      value={value ?? ''}
      choices={[
        { value: 'yes', label: t('copy.yes') },
        { value: 'no', label: t('copy.no') },
      ]}
      onChange={(copy_given) => copy_given !== '' && onChange({ copy_given })}
    />
  )
}
