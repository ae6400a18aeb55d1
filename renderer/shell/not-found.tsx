import { Button } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Page } from '../ui/page.tsx'

export function NotFound() {
  const { t } = useTranslation('app')
  const navigate = useNavigate()
  return (
    <Page
      title={t('shell.notFound.title')}
      screen={t('shell.notFound.title')}
      lead={t('shell.notFound.text')}
    >
      <Button onClick={() => void navigate({ to: '/vandaag' })}>{t('shell.notFound.action')}</Button>
    </Page>
  )
}
