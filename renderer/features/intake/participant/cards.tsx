/** Choices as cards: a radio button or a tick box as large as the card. */
import { IconCheck } from '@tabler/icons-react'
import { useId } from 'react'
import { Both } from './both.tsx'
import type { Pair } from './view-words.ts'

export function Cards({
  kind,
  labelId,
  options,
  chosen,
  onChange,
}: {
  kind: 'radio' | 'checkbox'
  labelId: string
  options: readonly { key: string; words: Pair }[]
  chosen: readonly string[]
  /** In the order of the options. */
  onChange: (chosen: string[]) => void
}) {
  const name = useId()
  return (
    <div
      className={options.length > 8 ? 'view-cards view-cards-many' : 'view-cards'}
      role={kind === 'radio' ? 'radiogroup' : 'group'}
      aria-labelledby={labelId}
    >
      {options.map(({ key, words }) => (
        <Card
          key={key}
          kind={kind}
          name={name}
          words={words}
          checked={chosen.includes(key)}
          onChange={(checked) =>
            onChange(
              kind === 'radio'
                ? [key]
                : options
                    .map((one) => one.key)
                    .filter((one) => (one === key ? checked : chosen.includes(one))),
            )
          }
        />
      ))}
    </div>
  )
}

function Card({
  kind,
  name,
  words,
  checked,
  onChange,
}: {
  kind: 'radio' | 'checkbox'
  name: string
  words: Pair
  checked: boolean
  onChange: (checked: boolean) => void
}) {
  return (
    <label className="view-card" data-checked={checked || undefined}>
      <input
        type={kind}
        name={name}
        checked={checked}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <span className="view-mark" aria-hidden>
        {checked && <IconCheck size={28} stroke={2.5} />}
      </span>
      <Both words={words} />
    </label>
  )
}

/** A cell of a table: the card without words, which stand at its row and column. */
export function CellCard({
  kind,
  name,
  label,
  checked,
  onChange,
}: {
  kind: 'radio' | 'checkbox'
  name: string
  label: string
  checked: boolean
  onChange: (checked: boolean) => void
}) {
  return (
    <label className="view-card view-cell" data-checked={checked || undefined}>
      <input
        type={kind}
        name={name}
        aria-label={label}
        checked={checked}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      {checked && <IconCheck size={32} stroke={2.5} aria-hidden />}
    </label>
  )
}
