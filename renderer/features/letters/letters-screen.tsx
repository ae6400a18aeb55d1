import { useTranslation } from 'react-i18next'
import { Page } from '../../ui/page.tsx'

export function LettersScreen() {
  const { t } = useTranslation('app')
  return (
    <Page title={t('shell.nav.letters')} screen={t('shell.nav.letters')}>
      {null}
    </Page>
  )
}
