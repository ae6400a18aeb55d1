/** What is heavy about the work: for each point of the intake how much of it. */
import { Radio } from '@mantine/core'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { OpeningDemand } from '#core/api/places.ts'
import type { WorkWords } from './work-words.ts'

const amounts = ['none', 'some', 'much'] as const

export function HeavyField({
  id: field,
  words,
  value,
  onChange,
}: {
  id?: string
  words: WorkWords
  value: readonly OpeningDemand[]
  onChange: (heavy: OpeningDemand[]) => void
}) {
  const { t } = useTranslation('matching')
  const id = useId()
  // A point that the form of today does not have stays to be seen.
  const items = [...words.items]
  for (const { item } of value)
    if (!items.some((one) => one.value === item)) items.push({ value: item, label: words.item(item) })
  const amountOf = (item: string) => value.find((one) => one.item === item)?.amount ?? 'none'
  function set(item: string, amount: (typeof amounts)[number]): void {
    const others = value.filter((one) => one.item !== item)
    onChange(amount === 'none' ? others : [...others, { item, amount }])
  }
  return (
    <div {...(field ? { id: field } : {})}>
      <p id={id} className="openings-label">
        {t('opening.heavy')}
      </p>
      <p className="dim">{t('opening.heavyHint')}</p>
      <table className="openings-heavy" aria-labelledby={id}>
        <thead>
          <tr>
            <td />
            {amounts.map((amount) => (
              <th key={amount} scope="col">
                {t(`opening.amount.${amount}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {items.map(({ value: item, label }) => (
            <tr key={item}>
              <th scope="row">{label}</th>
              {amounts.map((amount) => (
                <td key={amount}>
                  <Radio
                    name={`${id}-${item}`}
                    aria-label={`${label}: ${t(`opening.amount.${amount}`)}`}
                    checked={amountOf(item) === amount}
                    onChange={() => set(item, amount)}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
