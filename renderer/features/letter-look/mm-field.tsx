/** A measure in millimetres with one decimal at most; kept in tenths. */
import { useTranslation } from 'react-i18next'
import { TypedValueField } from '../../forms/typed-value-field.tsx'
import type { AutosaveField } from '../../forms/use-autosave.ts'

const shown = (tenths: number): string => String(tenths / 10).replace('.', ',')

export function MmField({
  least,
  most,
  ...field
}: AutosaveField<number> & { label: string; hint?: string; least: number; most: number }) {
  const { t } = useTranslation('letterLook')
  const read = (text: string): number | undefined => {
    const typed = text.replace('−', '-').replace(',', '.')
    const tenths = /^-?\d{1,3}(\.\d)?$/.test(typed) ? Math.round(Number(typed) * 10) : Number.NaN
    return tenths >= least && tenths <= most ? tenths : undefined
  }
  return <TypedValueField {...field} inputMode="text" suffix={t('head.mm')} show={shown} read={read} />
}
