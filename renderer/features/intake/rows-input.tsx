import { Button, NativeSelect, TextInput, UnstyledButton } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { RowsQuestion } from '#core/intake/definition.ts'
import { asRows, type AnswerProps } from './answer.ts'
import { useIntakeWords } from './intake-words.ts'

/** A list that grows: each line a few fields. There is always one line to begin with. */
export function RowsInput({ question, value, onChange }: AnswerProps<RowsQuestion>) {
  const { t } = useTranslation(['conversation', 'common'])
  const words = useIntakeWords()
  const stored = asRows(value)
  const rows: Record<string, string>[] = stored.length === 0 ? [{}] : stored
  const set = (at: number, key: string, text: string) =>
    onChange(rows.map((row, index) => (index === at ? { ...row, [key]: text } : row)))
  return (
    <div className="question-rows">
      {rows.map((row, at) => (
        <div key={at} className="question-row" role="group" aria-label={t('row', { number: at + 1 })}>
          {question.columns.map((column) =>
            column.type === 'text' ? (
              <TextInput
                key={column.key}
                label={words.column(question.key, column.key)}
                autoComplete="off"
                value={row[column.key] ?? ''}
                onChange={(event) => set(at, column.key, event.currentTarget.value)}
              />
            ) : (
              <NativeSelect
                key={column.key}
                label={words.column(question.key, column.key)}
                value={row[column.key] ?? ''}
                onChange={(event) => set(at, column.key, event.currentTarget.value)}
                data={[
                  { value: '', label: t('common:choose') },
                  ...column.options.map((option) => ({
                    value: option,
                    label: words.columnOption(question.key, column.key, option),
                  })),
                ]}
              />
            ),
          )}
          {rows.length > 1 && (
            <UnstyledButton
              className="link question-remove"
              onClick={() => onChange(rows.filter((_, index) => index !== at))}
            >
              {t('removeRow', { number: at + 1 })}
            </UnstyledButton>
          )}
        </div>
      ))}
      {rows.length < question.maxRows && (
        <Button
          variant="default"
          leftSection={<IconPlus size={18} stroke={2} aria-hidden />}
          onClick={() => onChange([...rows, {}])}
        >
          {t('addRow')}
        </Button>
      )}
    </div>
  )
}
