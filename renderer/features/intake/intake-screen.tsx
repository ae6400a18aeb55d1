import { useTranslation } from 'react-i18next'
import { Page } from '../../ui/page.tsx'

export function IntakeScreen() {
  const { t } = useTranslation('app')
  return (
    <Page title={t('shell.nav.participants')} screen={t('shell.nav.participants')}>
      {null}
    </Page>
  )
}
