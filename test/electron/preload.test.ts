import { beforeAll, describe, expect, it, vi } from 'vitest'
import { officeMessage, type ShellApi } from '#core/api/shell.ts'
import { contextBridge, fakeEvent, ipcRenderer } from './fake-electron.ts'

vi.mock('electron', () => import('./fake-electron.ts'))

describe('what the page gets', () => {
  const posted: unknown[][] = []
  let shell: ShellApi
  beforeAll(async () => {
    vi.stubGlobal('window', {
      location: { origin: 'app://trajectboek' },
      postMessage: (...message: unknown[]) => posted.push(message),
    })
    await import('../../electron/preload.ts')
    shell = contextBridge.world['shell'] as ShellApi
  })

  it('is a few named functions, and nothing of Electron', () => {
    expect(Object.keys(contextBridge.world)).toEqual(['shell'])
    expect(Object.keys(shell).toSorted()).toEqual([
      'connect',
      'formsStored',
      'onMenuCommand',
      'quit',
      'setLanguage',
    ])
    expect(Object.values(shell).every((value) => typeof value === 'function')).toBe(true)
  })

  it('passes the calls on', () => {
    shell.connect()
    shell.setLanguage('en')
    shell.formsStored()
    shell.quit()
    expect(ipcRenderer.sent).toEqual([['connect'], ['setLanguage', 'en'], ['formsStored'], ['quit']])
  })

  it('hands over the port to its own window alone', () => {
    const port = { a: 'port' }
    ipcRenderer.emit('office', fakeEvent({ ports: [port] }), { state: 'ready', again: false })
    expect(posted).toEqual([
      [{ type: officeMessage, signal: { state: 'ready', again: false } }, 'app://trajectboek', [port]],
    ])
  })

  it('hears commands of the closed list, without the event, until it stops listening', () => {
    const heard: unknown[][] = []
    const stop = shell.onMenuCommand((...args: unknown[]) => void heard.push(args))
    ipcRenderer.emit('menu', fakeEvent(), 'palette')
    ipcRenderer.emit('menu', fakeEvent(), 'eval')
    ipcRenderer.emit('menu', fakeEvent(), { palette: true })
    stop()
    ipcRenderer.emit('menu', fakeEvent(), 'palette')
    expect(heard).toEqual([['palette']])
  })
})
