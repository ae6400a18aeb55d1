import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Session } from 'electron'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { openWindow } from '../../electron/window.ts'
import {
  nextZoom,
  readWindowState,
  visibleBounds,
  writeWindowState,
  type WindowState,
} from '../../electron/window-state.ts'
import { app, BrowserWindow, fakeEvent, FakeSession, screen } from './fake-electron.ts'

vi.mock('electron', () => import('./fake-electron.ts'))

const first: WindowState = { bounds: null, maximized: true, zoom: 1, language: 'nl' }
let remembered: WindowState

function open(state: Partial<WindowState> = {}) {
  remembered = { ...first, ...state }
  const opened = openWindow({
    session: new FakeSession() as unknown as Session,
    preload: '/program/preload.cjs',
    spellcheck: false,
    state: () => remembered,
    remember: (change) => void (remembered = { ...remembered, ...change }),
  })
  return { ...opened, fake: opened.window as unknown as BrowserWindow }
}

describe('the window', () => {
  beforeEach(() => {
    BrowserWindow.all.length = 0
    app.isPackaged = true
    screen.displays = [{ workArea: { x: 0, y: 0, width: 1366, height: 728 } }]
  })

  it('gives the page no way to the system', () => {
    const { webPreferences } = open().fake.options
    expect(webPreferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      spellcheck: false,
      devTools: false,
      preload: '/program/preload.cjs',
    })
    for (const weak of [
      'nodeIntegrationInWorker',
      'nodeIntegrationInSubFrames',
      'webviewTag',
      'allowRunningInsecureContent',
      'experimentalFeatures',
      'enableBlinkFeatures',
    ])
      expect(webPreferences).not.toHaveProperty(weak)
  })

  it('has developer tools only where it is developed', () => {
    app.isPackaged = false
    expect(open().fake.options.webPreferences['devTools']).toBe(true)
  })

  it('never shows a name in the task bar', () => {
    const { fake } = open()
    const event = fakeEvent()
    fake.emit('page-title-updated', event, 'Amina Voorbeeld')
    expect(event.prevented).toBe(true)
    expect(fake.options['title']).toBe('Trajectboek')
  })

  it('opens where it was, and fits a smaller display', () => {
    expect(open({ bounds: { x: 40, y: 30, width: 1100, height: 650 } }).fake.options).toMatchObject({
      x: 40,
      y: 30,
      width: 1100,
      height: 650,
    })
    expect(open({ bounds: { x: 0, y: -10, width: 2560, height: 1400 } }).fake.options).toMatchObject({
      y: 0,
      width: 1366,
      height: 728,
    })
  })

  it('comes back to a display that is there when the second one was unplugged', () => {
    const { fake } = open({ bounds: { x: 2200, y: 100, width: 1100, height: 650 } })
    expect(fake.options).not.toHaveProperty('x')
    expect(fake.options).toMatchObject({ width: 1320, height: 720 })
  })

  it('shows itself when there is something to see, as large as it was', () => {
    const { fake } = open({ maximized: true })
    expect(fake.calls).toEqual([])
    fake.emit('ready-to-show')
    expect(fake.calls).toEqual(['maximize', 'show'])
    const small = open({ maximized: false }).fake
    small.emit('ready-to-show')
    expect(small.calls).toEqual(['show'])
  })

  it.each(['resized', 'moved', 'maximize', 'unmaximize', 'close'])('remembers its place after %s', (name) => {
    const { fake } = open({ maximized: true })
    fake.normalBounds = { x: 5, y: 6, width: 950, height: 600 }
    fake.emit(name, fakeEvent())
    expect(remembered).toMatchObject({ bounds: fake.normalBounds, maximized: false })
  })

  it('does not take the whole screen for its place', () => {
    const { fake } = open()
    fake.fullScreen = true
    fake.emit('resized')
    expect(remembered.bounds).toBeNull()
  })

  it('restores the zoom, also after the page is opened again', () => {
    const { fake } = open({ zoom: 1.4 })
    fake.webContents.emit('did-finish-load')
    expect(fake.webContents.zoom).toBe(1.4)
    remembered = { ...remembered, zoom: 0.9 }
    fake.webContents.emit('did-finish-load')
    expect(fake.webContents.zoom).toBe(0.9)
  })

  it('remembers the zoom, by menu and by wheel', () => {
    const { fake, zoom } = open()
    zoom(1)
    expect([fake.webContents.zoom, remembered.zoom]).toEqual([1.1, 1.1])
    fake.webContents.emit('zoom-changed', fakeEvent(), 'in')
    expect(remembered.zoom).toBe(1.2)
    fake.webContents.emit('zoom-changed', fakeEvent(), 'out')
    zoom(0)
    expect([fake.webContents.zoom, remembered.zoom]).toEqual([1, 1])
  })

  describe('when the page fell over', () => {
    beforeEach(() => void vi.useFakeTimers())
    afterEach(() => void vi.useRealTimers())
    it('opens it again', () => {
      const { fake } = open()
      fake.webContents.emit('render-process-gone', fakeEvent(), { reason: 'crashed' })
      expect(fake.loaded).toEqual([])
      vi.advanceTimersByTime(1000)
      expect(fake.loaded).toEqual(['app://trajectboek/'])
    })
  })
})

describe('zoom', () => {
  it('goes from 70 % to 200 % in steps, and back to normal', () => {
    let zoom = 1
    for (let i = 0; i < 20; i++) zoom = nextZoom(zoom, 1)
    expect(zoom).toBe(2)
    for (let i = 0; i < 20; i++) zoom = nextZoom(zoom, -1)
    expect(zoom).toBe(0.7)
    expect(nextZoom(0.7, 0)).toBe(1)
    expect(nextZoom(1.2000000000000002, 1)).toBe(1.3)
  })
})

describe('visible bounds', () => {
  const screens = [
    { x: 0, y: 0, width: 1366, height: 728 },
    { x: -1920, y: -200, width: 1920, height: 1040 },
  ]
  it.each([
    ['on the second display', { x: -1500, y: -100, width: 1000, height: 700 }, true],
    ['with a strip of title bar left', { x: 1366 - 160, y: 0, width: 1000, height: 700 }, true],
    ['with less of it', { x: 1366 - 159, y: 0, width: 1000, height: 700 }, false],
    ['below the task bar', { x: 0, y: 720, width: 1000, height: 700 }, false],
    ['above the display, title bar gone', { x: 0, y: -60, width: 1000, height: 700 }, false],
  ])('%s', (_name, bounds, kept) => {
    expect(visibleBounds(bounds, screens) !== null).toBe(kept)
  })
})

describe('what the window remembers', () => {
  const folder = mkdtempSync(join(tmpdir(), 'window-'))
  const file = join(folder, 'profile', 'window.json')

  it('comes back the same', () => {
    const state: WindowState = {
      bounds: { x: -5, y: 0, width: 1000, height: 600 },
      maximized: false,
      zoom: 2,
      language: 'en',
    }
    writeWindowState(file, state)
    expect(readWindowState(file)).toEqual(state)
    expect(readdirSync(join(folder, 'profile'))).toEqual(['window.json'])
  })

  it.each(['', '{', 'null', '[]', '"x"', '{"bounds":{"x":1},"zoom":"big","maximized":1,"language":"fr"}'])(
    'is as at a first start when the file holds %s',
    (text) => {
      writeFileSync(file, text)
      expect(readWindowState(file)).toEqual(first)
    },
  )

  it('does not stop the program when it cannot be written', () => {
    const blocked = join(folder, 'profile', 'window.json', 'below-a-file')
    expect(() => writeWindowState(blocked, first)).not.toThrow()
    expect(readWindowState(blocked)).toEqual(first)
    expect(readFileSync(file, 'utf8')).not.toBe('')
  })

  it('holds the zoom within what the menu can undo', () => {
    writeFileSync(file, '{"zoom":50}')
    expect(readWindowState(file).zoom).toBe(2)
    writeFileSync(file, '{"zoom":-3}')
    expect(readWindowState(file).zoom).toBe(0.7)
  })
})
