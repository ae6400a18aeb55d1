import { Checkbox } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Office } from '#core/api/app.ts'
import { useAutosave } from '../../forms/use-autosave.ts'
import { Sheet } from '../../ui/sheet.tsx'
import { NumberField, NumberOrNone } from '../../forms/number-field.tsx'
import { WithOffice, saveOffice } from './with-office.tsx'

export function LettersPart() {
  return <WithOffice>{(office) => <LettersFields office={office} />}</WithOffice>
}

function LettersFields({ office }: { office: Office }) {
  const { t } = useTranslation(['settings', 'sending'])
  const interval = useAutosave('letter_interval_weeks', office.letter_interval_weeks, (value) =>
    saveOffice({ letter_interval_weeks: value }),
  )
  const beforeEnd = useAutosave('letter_before_end_weeks', office.letter_before_end_weeks, (value) =>
    saveOffice({ letter_before_end_weeks: value }),
  )
  const first = useAutosave('letter_first_weeks', office.letter_first_weeks, (value) =>
    saveOffice({ letter_first_weeks: value }),
  )
  const review = useAutosave('letter_review', office.letter_review, (value) =>
    saveOffice({ letter_review: value }),
  )
  return (
    <Sheet title={t('letters.title')} className="settings-sheet">
      <div className="form">
        <NumberOrNone
          suffix={t('letters.weeks')}
          label={t('letters.first')}
          hint={t('letters.firstHint')}
          least={1}
          most={52}
          value={first.value}
          onChange={first.onChange}
          onBlur={first.onBlur}
        />
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
        <Checkbox
          label={t('sending:rule.review')}
          description={t('sending:rule.reviewHint')}
          checked={review.value}
          onChange={(event) => review.onChange(event.currentTarget.checked)}
          onBlur={review.onBlur}
        />
      </div>
    </Sheet>
  )
}
