/** The menu bar, with a letter for Alt in every name, and the menu of the right mouse button. */
import { type BrowserWindow, Menu, type MenuItemConstructorOptions as Item } from 'electron'
import type { MenuCommand } from '#core/api/shell.ts'
import type nl from '#core/i18n/nl/app.ts'

export type MenuTexts = { readonly [K in keyof (typeof nl)['menu']]: string }
type Row = MenuCommand | `${MenuCommand} ${string}` | '-' | Item

export function officeMenu(
  t: MenuTexts,
  send: (command: MenuCommand) => void,
  zoom: (direction: 1 | -1 | 0) => void,
): Menu {
  const item = (row: Row): Item => {
    if (row === '-') return { type: 'separator' }
    if (typeof row === 'object') return row
    const [command, key] = row.split(' ') as [MenuCommand, string?]
    // The page handles these keys itself, as in the browser; the menu only shows them.
    const shown = key ? { accelerator: key, registerAccelerator: false } : {}
    return { id: command, label: t[command], click: () => send(command), ...shown }
  }
  const menu = (label: string, ...rows: Row[]): Item => ({ label, submenu: rows.map(item) })
  const step = (label: string, accelerator: string, direction: 1 | -1 | 0, visible = true): Item => {
    return { label, accelerator, visible, acceleratorWorksWhenHidden: true, click: () => zoom(direction) }
  }
  const quit: Item = { role: 'quit', label: t.quit, accelerator: 'Ctrl+Q' }
  const fullScreen: Item = { role: 'togglefullscreen', label: t.fullScreen, accelerator: 'F11' }
  // The same key without Shift, and those of the number pad.
  const others = [step(t.zoomIn, 'Ctrl+=', 1, false), step(t.zoomIn, 'Ctrl+numadd', 1, false)]
  const zoomIn = [step(t.zoomIn, 'Ctrl+Plus', 1), ...others]
  const zoomOut = [step(t.zoomOut, 'Ctrl+-', -1), step(t.zoomOut, 'Ctrl+numsub', -1, false)]
  return Menu.buildFromTemplate([
    menu(t.file, 'newParticipant Ctrl+N', '-', 'save Ctrl+S', 'print Ctrl+P', '-', 'lock Ctrl+L', quit),
    menu(t.edit, 'undo Ctrl+Z', 'redo Ctrl+Y', '-', ...editing(t), '-', 'find Ctrl+F'),
    menu(
      t.go,
      'palette Ctrl+K',
      '-',
      'goToday',
      'goPeople',
      'goPlaces',
      'goLetters',
      'goResults',
      'goSettings',
    ),
    menu(t.view, 'refresh F5', '-', ...zoomIn, ...zoomOut, step(t.zoomReset, 'Ctrl+0', 0), '-', fullScreen),
    menu(t.helpMenu, 'help F1', 'shortcuts', '-', 'about'),
  ])
}

const editing = (t: MenuTexts): Item[] =>
  (['cut', 'copy', 'paste', 'selectAll'] as const).map((role) => ({ role, label: t[role] }))

/** Electron itself shows nothing. A word is never added to a dictionary: that would keep names, in plain. */
export function addContextMenu(window: BrowserWindow, texts: () => MenuTexts): void {
  window.webContents.on('context-menu', (_event, { isEditable, selectionText, ...at }) => {
    if (!isEditable && !selectionText) return
    const words = at.misspelledWord ? at.dictionarySuggestions : []
    const suggestions = words.map((word): Item => {
      return { label: word, click: () => window.webContents.replaceMisspelling(word) }
    })
    const line: Item[] = words.length > 0 ? [{ type: 'separator' }] : []
    const items = editing(texts()).filter(({ role }) => isEditable || role === 'copy')
    Menu.buildFromTemplate([...suggestions, ...line, ...items]).popup({ window })
  })
}
