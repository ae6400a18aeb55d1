/** Above the participants: how many were not spoken to, and of how many something is not known. */
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { orpc } from '../../office/query.ts'
import './lists.css'

export function ListLinks() {
  const { t } = useTranslation(['notes', 'aftercare'])
  const counts = useQuery(orpc.lists.counts.queryOptions()).data
  if (!counts) return null
  return (
    <nav className="list-links" aria-label={t('lists.links')}>
      <Link className="link" to="/deelnemers/lijsten" search={{ lijst: 'contact' }}>
        {t('lists.noContactSince', { count: counts.days })} ({counts.noContact})
      </Link>
      <Link className="link" to="/deelnemers/lijsten" search={{ lijst: 'gegevens' }}>
        {t('lists.missing')} ({counts.missing})
      </Link>
      <Link className="link" to="/nazorg">
        {t('aftercare:title')}
      </Link>
    </nav>
  )
}
