/** What kind of work: one of the intake's, so that it can be compared with wishes, or in own words. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FieldProblem } from '#core/api/errors.ts'
import { sectorKeys, sectorWord } from '#core/network/sectors.ts'
import { SelectField } from '../../forms/choice-field.tsx'
import { TextField } from '../../forms/text-field.tsx'
import { useOffice } from '../../office/office.ts'

const other = 'other'

export function SectorField({
  value,
  onChange,
  onBlur,
  problem,
}: {
  value: string
  onChange: (value: string) => void
  onBlur: () => void
  problem: FieldProblem | null
}) {
  const { t } = useTranslation('network')
  const { language } = useOffice()
  const isOwn = value !== '' && !sectorKeys.includes(value)
  const [typing, setTyping] = useState(isOwn)
  return (
    <>
      <SelectField
        label={t('host.sector')}
        optional
        value={isOwn || typing ? other : value}
        onChange={(next) => {
          setTyping(next === other)
          onChange(next === other ? '' : next)
        }}
        choices={[
          { value: '', label: t('host.sectorNone') },
          ...sectorKeys.map((key) => ({ value: key, label: sectorWord(key, language) })),
          { value: other, label: t('host.sectorOther') },
        ]}
      />
      {(isOwn || typing) && (
        <TextField
          label={t('host.sectorOwn')}
          value={value}
          onChange={onChange}
          onBlur={onBlur}
          problem={problem}
        />
      )}
    </>
  )
}
