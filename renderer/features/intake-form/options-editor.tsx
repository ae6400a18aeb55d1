/** A list of short texts: the answers of a choice, the points of a scale, the columns of a table. */
import { Button, TextInput } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconPlus, IconX } from '@tabler/icons-react'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { FieldProblem } from '#core/api/errors.ts'
import { FieldMessage } from '../../forms/problem.tsx'
import { ForReaders } from '../../ui/hidden.tsx'

/** `builtIn`: the words of the program, shown while the office gave none. */
export type EditedOption = { key: string; label: string; builtIn?: string }

export function OptionsEditor({
  label,
  addLabel,
  options,
  problemOf,
  problem,
  onChange,
  newKey,
}: {
  label: string
  addLabel: string
  options: readonly EditedOption[]
  problemOf: (key: string) => FieldProblem | null
  problem: FieldProblem | null
  onChange: (options: EditedOption[]) => void
  newKey: () => string
}) {
  const { t } = useTranslation('questions')
  const list = useRef<HTMLUListElement>(null)
  function swap(at: number, by: -1 | 1): void {
    const next = [...options]
    const [moved] = next.splice(at, 1)
    if (moved) next.splice(at + by, 0, moved)
    onChange(next)
  }
  function add(): void {
    onChange([...options, { key: newKey(), label: '' }])
    requestAnimationFrame(() => list.current?.querySelector<HTMLElement>('li:last-child input')?.focus())
  }
  return (
    <fieldset className="iform-options">
      <legend>{label}</legend>
      <ul ref={list}>
        {options.map((option, at) => {
          const name = option.label || option.builtIn || String(at + 1)
          const issue = problemOf(option.key)
          return (
            <li key={option.key}>
              <TextInput
                aria-label={t('edit.optionNumber', { number: at + 1 })}
                autoComplete="off"
                maxLength={200}
                value={option.label}
                {...(option.builtIn ? { placeholder: option.builtIn } : {})}
                {...(issue ? { error: <FieldMessage problem={issue} /> } : {})}
                onChange={(event) => {
                  const typed = event.currentTarget.value
                  onChange(options.map((one) => (one.key === option.key ? { ...one, label: typed } : one)))
                }}
              />
              <div className="iform-steps">
                <Button
                  variant="default"
                  size="compact-md"
                  disabled={at === 0}
                  aria-label={`${t('edit.up')}, ${name}`}
                  onClick={() => swap(at, -1)}
                >
                  <IconArrowUp size={18} stroke={2} aria-hidden />
                </Button>
                <Button
                  variant="default"
                  size="compact-md"
                  disabled={at === options.length - 1}
                  aria-label={`${t('edit.down')}, ${name}`}
                  onClick={() => swap(at, 1)}
                >
                  <IconArrowDown size={18} stroke={2} aria-hidden />
                </Button>
                <Button
                  variant="default"
                  size="compact-md"
                  leftSection={<IconX size={18} stroke={2} aria-hidden />}
                  onClick={() => onChange(options.filter((one) => one.key !== option.key))}
                >
                  {t('edit.remove')}
                  <ForReaders>{`, ${name}`}</ForReaders>
                </Button>
              </div>
            </li>
          )
        })}
      </ul>
      {problem && (
        <div role="alert">
          <FieldMessage problem={problem} />
        </div>
      )}
      <Button
        variant="default"
        size="compact-md"
        leftSection={<IconPlus size={18} stroke={2} aria-hidden />}
        onClick={add}
      >
        {addLabel}
      </Button>
    </fieldset>
  )
}
