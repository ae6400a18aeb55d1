import type { BrowserWindow as RealWindow } from 'electron'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { menuCommands } from '#core/api/shell.ts'
import en from '#core/i18n/en/app.ts'
import nl from '#core/i18n/nl/app.ts'
import { addContextMenu, officeMenu } from '../../electron/menu.ts'
import { BrowserWindow, fakeEvent, Menu, type FakeItem } from './fake-electron.ts'

vi.mock('electron', () => import('./fake-electron.ts'))

const sent: string[] = []
const zoomed: number[] = []
function items(texts: typeof nl.menu): FakeItem[] {
  const menu = officeMenu(
    texts,
    (command) => void sent.push(command),
    (direction) => void zoomed.push(direction),
  )
  return (menu as unknown as { items: FakeItem[] }).items
}
const inside = (menu: FakeItem): FakeItem[] => menu.submenu ?? []

describe('the menu bar', () => {
  beforeEach(() => {
    sent.length = 0
    zoomed.length = 0
  })

  it('asks the page for each command of the closed list, once', () => {
    for (const item of items(nl.menu).flatMap(inside)) if (item.id) item.click?.()
    expect(sent.toSorted()).toEqual([...menuCommands].toSorted())
  })

  it('only shows the keys that the page handles itself', () => {
    const commands = items(nl.menu)
      .flatMap(inside)
      .filter(({ id, accelerator }) => id && accelerator)
    expect(commands.length).toBeGreaterThan(5)
    expect(commands.filter(({ registerAccelerator }) => registerAccelerator !== false)).toEqual([])
    expect(commands.find(({ id }) => id === 'palette')?.accelerator).toBe('Ctrl+K')
  })

  it.each([
    ['Dutch', nl.menu],
    ['English', en.menu],
  ])('has a name in %s, with a letter of its own for Alt, on every line', (_language, texts) => {
    const menus = items(texts)
    for (const level of [menus, ...menus.map(inside)]) {
      const shown = level.filter(({ type, visible }) => type !== 'separator' && visible !== false)
      const letters = shown.map(({ label }) => /&(\p{L})/u.exec(label ?? '')?.[1]?.toLowerCase())
      expect(letters).not.toContain(undefined)
      expect(new Set(letters).size, `letters ${letters.join(' ')}`).toBe(letters.length)
    }
  })

  it('zooms with the keys that people try', () => {
    const keys = new Map(
      items(nl.menu).flatMap((menu) => inside(menu).map((item) => [item.accelerator, item])),
    )
    for (const key of ['Ctrl+Plus', 'Ctrl+=', 'Ctrl+numadd', 'Ctrl+-', 'Ctrl+numsub', 'Ctrl+0'])
      keys.get(key)?.click?.()
    expect(zoomed).toEqual([1, 1, 1, -1, -1, 0])
  })
})

describe('the menu of the right mouse button', () => {
  const window = new BrowserWindow({ webPreferences: {} })
  addContextMenu(window as unknown as RealWindow, () => nl.menu)
  function rightClick(at: object): FakeItem[] | undefined {
    Menu.shown.length = 0
    window.webContents.emit('context-menu', fakeEvent(), {
      isEditable: false,
      selectionText: '',
      misspelledWord: '',
      dictionarySuggestions: [],
      ...at,
    })
    return Menu.shown[0]
  }

  it('works on text that is typed', () => {
    expect(rightClick({ isEditable: true })?.map(({ role }) => role)).toEqual([
      'cut',
      'copy',
      'paste',
      'selectAll',
    ])
  })

  it('copies text that is chosen', () => {
    expect(rightClick({ selectionText: 'maandag' })?.map(({ role, label }) => [role, label])).toEqual([
      ['copy', nl.menu.copy],
    ])
  })

  it('stays away from the rest', () => {
    expect(rightClick({})).toBeUndefined()
  })

  it('puts a proposed word in the place of the one that is wrong', () => {
    const shown = rightClick({
      isEditable: true,
      misspelledWord: 'fiest',
      dictionarySuggestions: ['fiets', 'feest'],
    })
    expect(shown?.slice(0, 2).map(({ label }) => label)).toEqual(['fiets', 'feest'])
    shown?.[0]?.click?.()
    expect(window.webContents.replaced).toEqual(['fiets'])
  })
})
