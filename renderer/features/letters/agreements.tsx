/** What was agreed: what, who, when. One empty row stands ready. */
import { Button, UnstyledButton } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { LetterTexts } from '#core/api/letters.ts'

type Row = LetterTexts['agreements'][number]
const columns = ['what', 'who', 'when'] as const
const empty: Row = { what: '', who: '', when: '' }
const most = 12

export function Agreements({
  rows,
  onChange,
  onBlur,
}: {
  rows: readonly Row[]
  onChange: (rows: Row[]) => void
  onBlur: () => void
}) {
  const { t } = useTranslation('letters')
  const shown = rows.length === 0 ? [empty] : rows
  const set = (n: number, part: Partial<Row>) =>
    onChange(shown.map((row, index) => (index === n ? { ...row, ...part } : row)))
  return (
    <fieldset className="letter-agreements">
      <legend>{t('texts.agreements')}</legend>
      {shown.map((row, n) => (
        <div key={n} role="group" aria-label={t('texts.row', { n: n + 1 })} className="letter-agreement">
          {columns.map((column) => (
            <label key={column} className={`letter-cell letter-cell-${column}`}>
              <span>{t(`texts.${column}`)}</span>
              <input
                {...(column === 'what' ? { id: `letter-agreement-${n}` } : {})}
                className="plain-input"
                maxLength={500}
                autoComplete="off"
                value={row[column]}
                onChange={(event) => set(n, { [column]: event.currentTarget.value })}
                onBlur={onBlur}
              />
            </label>
          ))}
          {rows.length > 0 && (
            <UnstyledButton
              className="letter-remove"
              aria-label={t('texts.removeRow', { n: n + 1 })}
              onClick={() => {
                onChange(rows.filter((_, index) => index !== n))
                onBlur()
              }}
            >
              <IconX size={18} stroke={2} aria-hidden />
            </UnstyledButton>
          )}
        </div>
      ))}
      {rows.length > 0 && rows.length < most && (
        <Button
          variant="default"
          leftSection={<IconPlus size={18} stroke={2} aria-hidden />}
          onClick={() => {
            onChange([...rows, empty])
            requestAnimationFrame(() => document.getElementById(`letter-agreement-${rows.length}`)?.focus())
          }}
        >
          {t('texts.addRow')}
        </Button>
      )}
    </fieldset>
  )
}
