import { useTranslation } from 'react-i18next'
import { Page } from '../../ui/page.tsx'

export function PlacesScreen() {
  const { t } = useTranslation('app')
  return (
    <Page title={t('shell.nav.places')} screen={t('shell.nav.places')}>
      {null}
    </Page>
  )
}
