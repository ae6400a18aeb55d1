import { useTranslation } from 'react-i18next'
import { Page } from '../../ui/page.tsx'

export function TodayScreen() {
  const { t } = useTranslation('app')
  return (
    <Page title={t('shell.nav.today')} screen={t('shell.nav.today')}>
      {null}
    </Page>
  )
}
