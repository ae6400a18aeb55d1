import { useTranslation } from 'react-i18next'
import { Page } from '../../ui/page.tsx'

export function HostScreen() {
  const { t } = useTranslation('app')
  return (
    <Page title={t('shell.nav.hosts')} screen={t('shell.nav.hosts')}>
      {null}
    </Page>
  )
}
