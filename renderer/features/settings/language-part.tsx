import { useTranslation } from 'react-i18next'
import type { Office } from '#core/api/app.ts'
import { ChoiceField } from '../../forms/choice-field.tsx'
import { useCommand } from '../../office/use-command.ts'
import { FailureMessage } from '../../ui/message.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { WithOffice, saveOffice } from './with-office.tsx'

export function LanguagePart() {
  return <WithOffice>{(office) => <LanguageChoice office={office} />}</WithOffice>
}

/** Takes effect at once: the answer brings the office's language to every screen. */
function LanguageChoice({ office }: { office: Office }) {
  const { t } = useTranslation('settings')
  const save = useCommand(saveOffice)
  return (
    <Sheet title={t('language.title')} className="settings-sheet">
      <ChoiceField
        label={t('language.label')}
        hint={t('language.hint')}
        value={office.language}
        onChange={(language) => void save.run({ language })}
        choices={(['nl', 'en'] as const).map((one) => ({ value: one, label: t(`language.${one}`) }))}
      />
      {save.failure && <FailureMessage failure={save.failure} />}
    </Sheet>
  )
}
