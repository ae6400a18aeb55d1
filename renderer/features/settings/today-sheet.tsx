/** What the office wants to see on the page of today. */
import { Checkbox } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Office } from '#core/api/app.ts'
import { useCommand } from '../../office/use-command.ts'
import { FailureMessage } from '../../ui/message.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { saveOffice } from './with-office.tsx'

export function TodaySheet({ office }: { office: Office }) {
  const { t } = useTranslation('settings')
  const save = useCommand(saveOffice)
  return (
    <Sheet title={t('today.title')} className="settings-sheet">
      <Checkbox
        label={t('today.birthdays')}
        description={t('today.birthdaysHint')}
        checked={office.birthdays}
        onChange={(event) => void save.run({ birthdays: event.currentTarget.checked })}
      />
      {save.failure && <FailureMessage failure={save.failure} />}
    </Sheet>
  )
}
