import { useTranslation } from 'react-i18next'
import { Page } from '../../ui/page.tsx'

export function WeekScreen() {
  const { t } = useTranslation('app')
  return (
    <Page title={t('shell.nav.week')} screen={t('shell.nav.week')}>
      {null}
    </Page>
  )
}
