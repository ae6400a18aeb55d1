/** Choosing one from a few (radio buttons), one from many (the system's own list), or several. */
import { Checkbox, NativeSelect, Radio } from '@mantine/core'
import { useFieldParts, type FieldProps } from './problem.tsx'

export type Choice<T extends string> = { value: T; label: string; hint?: string }

type Choosing<T extends string> = FieldProps & {
  value: T
  onChange: (value: T) => void
  choices: readonly Choice<T>[]
  id?: string
  className?: string
}

/** Up to about six choices, all in sight. */
export function ChoiceField<T extends string>({
  label,
  hint,
  optional = false,
  problem = null,
  value,
  onChange,
  choices,
  id,
  className,
  row = false,
}: Choosing<T> & { row?: boolean }) {
  const parts = useFieldParts({ label, hint, optional, problem })
  return (
    <Radio.Group
      {...parts}
      {...(id ? { id } : {})}
      {...(className ? { className } : {})}
      value={value}
      onChange={(next) => {
        const chosen = choices.find((choice) => choice.value === next)
        if (chosen) onChange(chosen.value)
      }}
    >
      <div className={row ? 'choice-row' : 'choice-column'}>
        {choices.map((choice) => (
          <Radio
            key={choice.value}
            value={choice.value}
            label={choice.label}
            {...(choice.hint ? { description: choice.hint } : {})}
          />
        ))}
      </div>
    </Radio.Group>
  )
}

/** More choices than fit in sight; works with the keyboard as every list of the system does. */
export function SelectField<T extends string>({
  label,
  hint,
  optional = false,
  problem = null,
  value,
  onChange,
  choices,
  ...rest
}: Choosing<T>) {
  const parts = useFieldParts({ label, hint, optional, problem })
  return (
    <NativeSelect
      {...parts}
      {...rest}
      value={value}
      onChange={(event) => {
        const chosen = choices.find((choice) => choice.value === event.currentTarget.value)
        if (chosen) onChange(chosen.value)
      }}
      data={choices.map(({ value: one, label: words }) => ({ value: one, label: words }))}
    />
  )
}

/** Any number of the choices. */
export function ChecksField<T extends string>({
  label,
  hint,
  optional = false,
  problem = null,
  value,
  onChange,
  choices,
  id,
  className,
  row = false,
}: Omit<Choosing<T>, 'value' | 'onChange'> & {
  value: readonly T[]
  onChange: (value: T[]) => void
  row?: boolean
}) {
  const parts = useFieldParts({ label, hint, optional, problem })
  return (
    <Checkbox.Group
      {...parts}
      {...(id ? { id } : {})}
      {...(className ? { className } : {})}
      value={[...value]}
      onChange={(next) =>
        onChange(choices.filter((choice) => next.includes(choice.value)).map((choice) => choice.value))
      }
    >
      <div className={row ? 'choice-row' : 'choice-column'}>
        {choices.map((choice) => (
          <Checkbox key={choice.value} value={choice.value} label={choice.label} />
        ))}
      </div>
    </Checkbox.Group>
  )
}
