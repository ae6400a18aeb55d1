/** A row of choices of which one is on, as a filter above a list. Buttons, so that each says it is pressed. */
import { UnstyledButton } from '@mantine/core'

export type Chip<T extends string> = { value: T; label: string; count?: number }

export function FilterChips<T extends string>({
  label,
  chips,
  value,
  onChange,
}: {
  label: string
  chips: readonly Chip<T>[]
  value: T
  onChange: (value: T) => void
}) {
  return (
    <div className="chips" role="group" aria-label={label}>
      {chips.map((chip) => (
        <UnstyledButton
          key={chip.value}
          className="chip"
          aria-pressed={chip.value === value}
          onClick={() => onChange(chip.value)}
        >
          {chip.label}
          {chip.count !== undefined && <span className="chip-count">{chip.count}</span>}
        </UnstyledButton>
      ))}
    </div>
  )
}
