/** In a narrow window, or at 200 %: the rail folds into "Menu". */
import { Button } from '@mantine/core'
import { IconMenu2, IconSearch } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useOffice } from '../office/office.ts'

export function TopBar({
  menuOpen,
  onMenu,
  onSearch,
}: {
  menuOpen: boolean
  onMenu: () => void
  onSearch: () => void
}) {
  const { t } = useTranslation('app')
  const office = useOffice()
  return (
    <header className="top-bar">
      <Button
        variant="default"
        leftSection={<IconMenu2 size={18} stroke={2} aria-hidden />}
        aria-expanded={menuOpen}
        aria-controls="rail"
        onClick={onMenu}
      >
        {t('shell.menu')}
      </Button>
      <p className="top-bar-name">{office.officeName}</p>
      <Button
        variant="default"
        leftSection={<IconSearch size={18} stroke={2} aria-hidden />}
        onClick={onSearch}
      >
        {t('shell.searchShort')}
      </Button>
    </header>
  )
}
