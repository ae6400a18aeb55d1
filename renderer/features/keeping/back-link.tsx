import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'

export function BackToSettings() {
  const { t } = useTranslation('keeping')
  return (
    <p className="keeping-back">
      <Link to="/instellingen" className="link">
        {t('places.back')}
      </Link>
    </p>
  )
}
