import { useTranslation } from 'react-i18next'
import { Page } from '../../ui/page.tsx'

export function SettingsScreen() {
  const { t } = useTranslation('app')
  return (
    <Page title={t('shell.settings')} screen={t('shell.settings')}>
      {null}
    </Page>
  )
}
