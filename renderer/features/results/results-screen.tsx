import { useTranslation } from 'react-i18next'
import { Page } from '../../ui/page.tsx'

export function ResultsScreen() {
  const { t } = useTranslation('app')
  return (
    <Page title={t('shell.nav.results')} screen={t('shell.nav.results')}>
      {null}
    </Page>
  )
}
