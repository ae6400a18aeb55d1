/** The parts of the network: each has an address of its own. */
import { Link, useLocation } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import './network.css'

/** Also what the box that finds everything can go to. */
export const networkParts = [
  { to: '/organisaties', key: 'hosts' },
  { to: '/sleutelpersonen', key: 'ambassadors' },
  { to: '/gemeenten', key: 'municipalities', within: '/klantmanagers' },
  { to: '/thema-avonden', key: 'evenings' },
] as const

export function NetworkTabs() {
  const { t } = useTranslation('network')
  const path = useLocation({ select: (location) => location.pathname })
  return (
    <nav className="network-tabs" aria-label={t('parts')}>
      {networkParts.map(({ to, key, ...rest }) => (
        <Link
          key={to}
          to={to}
          className="network-tab"
          activeProps={{ 'aria-current': 'page' }}
          {...('within' in rest && path.startsWith(rest.within) ? { 'aria-current': 'page' as const } : {})}
        >
          {t(`part.${key}`)}
        </Link>
      ))}
    </nav>
  )
}
