/** The frame around every screen: the rail, the keys that work everywhere, what is wrong with the line. */
import { Outlet, useLocation } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Palette } from '../features/search/palette.tsx'
import { useOffice } from '../office/office.ts'
import { Announcer } from '../ui/announcer.tsx'
import { Banners } from './banners.tsx'
import { useShellCommands } from './commands.tsx'
import { HelpPanel } from './help-panel.tsx'
import { Rail } from './rail.tsx'
import { TopBar } from './top-bar.tsx'
import './shell.css'

export function Shell() {
  const { t } = useTranslation('app')
  const office = useOffice()
  const [palette, setPalette] = useState(false)
  const [help, setHelp] = useState(false)
  const [menu, setMenu] = useState(false)
  const path = useLocation({ select: (location) => location.pathname })
  const run = useShellCommands({ openPalette: () => setPalette(true), openHelp: () => setHelp(true) })
  useEffect(() => {
    setMenu(false)
    setPalette(false)
    setHelp(false)
  }, [path])

  return (
    <div className="shell">
      <a
        className="skip"
        href="#page"
        onClick={(event) => {
          event.preventDefault() // the address behind the # belongs to the router
          document.querySelector<HTMLElement>('#page h1')?.focus()
        }}
      >
        {t('shell.skip')}
      </a>
      {office.practice && (
        <aside className="practice" aria-label={t('shell.practiceLabel')}>
          {t('shell.practice')}
        </aside>
      )}
      <TopBar menuOpen={menu} onMenu={() => setMenu(!menu)} onSearch={() => setPalette(true)} />
      <div className="shell-columns">
        <Rail
          open={menu}
          onSearch={() => setPalette(true)}
          onHelp={() => setHelp(true)}
          onLock={() => run('lock')}
          onClose={() => setMenu(false)}
        />
        <main id="page" className="shell-page">
          <Banners />
          <Outlet />
        </main>
      </div>
      <Palette opened={palette} onClose={() => setPalette(false)} onCommand={run} />
      <HelpPanel opened={help} onClose={() => setHelp(false)} />
      <Announcer />
    </div>
  )
}
