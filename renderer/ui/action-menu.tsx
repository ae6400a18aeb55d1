import { Menu } from '@mantine/core'
import type { ReactNode } from 'react'

/** What can be done with a page, under one button. `children`: its `Menu.Item`s. */
export function ActionMenu({
  button,
  className,
  children,
}: {
  button: ReactNode
  className?: string
  children: ReactNode
}) {
  return (
    <Menu
      position="bottom-end"
      transitionProps={{ duration: 0 }}
      // In a low window it stands over its button, and scrolls where that is not enough.
      middlewares={{ flip: true, shift: { crossAxis: true, padding: 8 }, size: { padding: 8 } }}
      shadow="md"
      portalProps={{ target: '#page' }} // inside the landmark, outside what scrolls
      withInitialFocusPlaceholder={false}
    >
      <Menu.Target>{button}</Menu.Target>
      <Menu.Dropdown {...(className === undefined ? {} : { className })}>{children}</Menu.Dropdown>
    </Menu>
  )
}
