/** How satisfied an organisation was, in words; a cell of a table, so its label is for readers. */
import { NativeSelect } from '@mantine/core'
import { useTranslation } from 'react-i18next'

const points = [1, 2, 3, 4, 5] as const

export function SatisfactionSelect({
  label,
  value,
  onChange,
}: {
  label: string
  value: number | null
  onChange: (value: number | null) => void
}) {
  const { t } = useTranslation(['network', 'enums'])
  return (
    <NativeSelect
      aria-label={label}
      value={value === null ? '' : String(value)}
      onChange={(event) => {
        const next = event.currentTarget.value
        onChange(next === '' ? null : Number(next))
      }}
      data={[
        { value: '', label: t('contact.satisfactionNone') },
        ...points.map((one) => ({ value: String(one), label: t(`enums:satisfaction.${one}`) })),
      ]}
    />
  )
}
