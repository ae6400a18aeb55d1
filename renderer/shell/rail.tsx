/** The parts of the program, always in the same order, with how the saving stands at the foot. */
import { UnstyledButton } from '@mantine/core'
import {
  IconAbc,
  IconCalendarEvent,
  IconAffiliate,
  IconCalendarWeek,
  IconChartBar,
  IconHelpCircle,
  IconLayoutKanban,
  IconLock,
  IconMail,
  IconSearch,
  IconSettings,
  IconSun,
  IconUsers,
  IconUsersGroup,
} from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link, useLocation } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { KeptLine } from '../features/keeping/kept-line.tsx'
import { useOffice } from '../office/office.ts'
import { orpc } from '../office/query.ts'
import { ForReaders } from '../ui/hidden.tsx'
import { SavedLine } from './saved-line.tsx'

/** The entry of the network is the current one on all of its parts. */
const networkPlaces = ['/sleutelpersonen', '/gemeenten', '/klantmanagers', '/thema-avonden']

export const places = [
  { to: '/vandaag', key: 'today', Icon: IconSun },
  { to: '/deelnemers', key: 'participants', Icon: IconUsers },
  { to: '/week', key: 'week', Icon: IconCalendarWeek },
  { to: '/agenda', key: 'agenda', Icon: IconCalendarEvent },
  { to: '/plekken', key: 'places', Icon: IconLayoutKanban },
  { to: '/organisaties', key: 'network', Icon: IconAffiliate, within: networkPlaces },
  { to: '/brieven', key: 'letters', Icon: IconMail },
  { to: '/resultaten', key: 'results', Icon: IconChartBar },
  { to: '/woorden', key: 'words', Icon: IconAbc },
  { to: '/samen', key: 'together', Icon: IconUsersGroup },
] as const

type RailProps = {
  open: boolean
  onSearch: () => void
  onHelp: () => void
  onLock: () => void
  onClose: () => void
}

export function Rail({ open, onSearch, onHelp, onLock, onClose }: RailProps) {
  const { t } = useTranslation('app')
  const office = useOffice()
  const path = useLocation({ select: (location) => location.pathname })
  const letters = useQuery(orpc.letters.due.queryOptions()).data ?? []
  const due = letters.filter((letter) => letter.dueOn <= office.today).length
  return (
    <nav
      id="rail"
      className={open ? 'rail rail-open' : 'rail'}
      aria-label={t('shell.navLabel')}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && open) onClose()
      }}
    >
      <p className="rail-name">{office.officeName}</p>
      <UnstyledButton className="rail-search" onClick={onSearch} aria-keyshortcuts="Control+K F3">
        <IconSearch size={20} stroke={1.75} aria-hidden />
        <span>{t('shell.searchAll')}</span>
        <kbd aria-hidden>Ctrl K</kbd>
      </UnstyledButton>
      <ul className="rail-list">
        {places.map(({ to, key, Icon, ...rest }) => (
          <li key={key}>
            <Link
              to={to}
              className="rail-item"
              activeProps={{ 'aria-current': 'page' }}
              {...('within' in rest && rest.within.some((one) => path.startsWith(one))
                ? { 'aria-current': 'page' as const }
                : {})}
            >
              <Icon size={20} stroke={1.75} aria-hidden />
              <span>{t(`shell.nav.${key}`)}</span>
              {key === 'letters' && due > 0 && (
                <span className="rail-count">
                  <span aria-hidden>{due}</span>
                  <ForReaders>{t('shell.lettersDue', { count: due })}</ForReaders>
                </span>
              )}
            </Link>
          </li>
        ))}
      </ul>
      <ul className="rail-foot">
        <li>
          <Link to="/instellingen" className="rail-small" activeProps={{ 'aria-current': 'page' }}>
            <IconSettings size={18} stroke={1.75} aria-hidden />
            <span>{t('shell.settings')}</span>
          </Link>
        </li>
        <li>
          <UnstyledButton className="rail-small" onClick={onHelp} aria-keyshortcuts="F1">
            <IconHelpCircle size={18} stroke={1.75} aria-hidden />
            <span>{t('shell.help')}</span>
            <kbd aria-hidden>F1</kbd>
          </UnstyledButton>
        </li>
        <li>
          <UnstyledButton className="rail-small" onClick={onLock}>
            <IconLock size={18} stroke={1.75} aria-hidden />
            <span>{t('shell.lock')}</span>
          </UnstyledButton>
        </li>
        <li>
          <SavedLine />
          <KeptLine />
        </li>
      </ul>
    </nav>
  )
}
