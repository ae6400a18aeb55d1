import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Office } from '#core/api/app.ts'
import type { FieldProblem } from '#core/api/errors.ts'
import { TextField } from '../../forms/text-field.tsx'
import { useAutosave } from '../../forms/use-autosave.ts'
import { Sheet } from '../../ui/sheet.tsx'
import { WithOffice, saveOffice } from './with-office.tsx'

export function LettersPart() {
  return <WithOffice>{(office) => <LettersFields office={office} />}</WithOffice>
}

function LettersFields({ office }: { office: Office }) {
  const { t } = useTranslation('settings')
  const interval = useAutosave('letter_interval_weeks', office.letter_interval_weeks, (value) =>
    saveOffice({ letter_interval_weeks: value }),
  )
  const beforeEnd = useAutosave('letter_before_end_weeks', office.letter_before_end_weeks, (value) =>
    saveOffice({ letter_before_end_weeks: value }),
  )
  return (
    <Sheet title={t('letters.title')} className="settings-sheet">
      <div className="form">
        <WeeksField
          label={t('letters.interval')}
          hint={t('letters.intervalHint')}
          least={1}
          most={52}
          {...interval}
        />
        <WeeksField
          label={t('letters.beforeEnd')}
          hint={t('letters.beforeEndHint')}
          least={0}
          most={26}
          {...beforeEnd}
        />
      </div>
    </Sheet>
  )
}

/** A whole number of weeks. What does not fit stays in the field, with the message, and is not saved. */
function WeeksField({
  label,
  hint,
  least,
  most,
  value,
  onChange,
  onBlur,
  problem,
}: {
  label: string
  hint: string
  least: number
  most: number
  value: number
  onChange: (value: number) => void
  onBlur: () => void
  problem: FieldProblem | null
}) {
  const { t } = useTranslation('settings')
  const [text, setText] = useState(String(value))
  const [own, setOwn] = useState<FieldProblem | null>(null)
  useEffect(() => setText(String(value)), [value])
  return (
    <TextField
      className="form-short"
      label={label}
      hint={hint}
      inputMode="numeric"
      noSpelling
      suffix={t('letters.weeks')}
      value={text}
      problem={own ?? problem}
      onChange={(next) => {
        setText(next)
        setOwn(null)
      }}
      onBlur={() => {
        const weeks = /^\d{1,2}$/.test(text.trim()) ? Number(text) : -1
        const fits = weeks >= least && weeks <= most
        setOwn(fits ? null : 'number_range')
        if (fits && weeks !== value) onChange(weeks)
        onBlur()
      }}
    />
  )
}
