import { useTranslation } from 'react-i18next'
import type { Office } from '#core/api/app.ts'
import { useAutosave } from '../../forms/use-autosave.ts'
import { Sheet } from '../../ui/sheet.tsx'
import { NumberField } from './number-field.tsx'
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
        <NumberField
          suffix={t('letters.weeks')}
          label={t('letters.interval')}
          hint={t('letters.intervalHint')}
          least={1}
          most={52}
          {...interval}
        />
        <NumberField
          suffix={t('letters.weeks')}
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
