import { beforeEach, describe, expect, it, vi } from 'vitest'
import { hearPage, isOurPage } from '../../electron/ipc.ts'
import { ipcMain } from './fake-electron.ts'

vi.mock('electron', () => import('./fake-electron.ts'))

const ours = { url: 'app://trajectboek/#/deelnemers', origin: 'app://trajectboek', parent: null }
type Sender = Parameters<typeof isOurPage>[0]
const from = (frame: object | null): Sender => ({ senderFrame: frame }) as Sender

describe('who is heard', () => {
  it('is the main frame of the page', () => {
    expect(isOurPage(from(ours))).toBe(true)
  })

  it.each([
    ['a frame that has gone', null],
    ['an inner frame', { ...ours, parent: ours }],
    ['a page of the web', { ...ours, url: 'https://trajectboek/', origin: 'https://trajectboek' }],
    ['another host', { ...ours, url: 'app://elsewhere/', origin: 'app://elsewhere' }],
    ['a page that says its address only', { ...ours, origin: 'null' }],
    ['bytes', { ...ours, url: 'blob:app://trajectboek/1' }],
    ['an empty page', { ...ours, url: 'about:blank' }],
  ])('is not %s', (_name, frame) => {
    expect(isOurPage(from(frame))).toBe(false)
  })
})

describe('what is heard', () => {
  const heard: string[] = []
  beforeEach(() => {
    heard.length = 0
    ipcMain.removeAllListeners()
    hearPage({
      connect: () => heard.push('connect'),
      formsStored: () => heard.push('formsStored'),
      quit: () => heard.push('quit'),
      setLanguage: (language) => heard.push(language),
    })
  })

  it('is a closed list', () => {
    expect(ipcMain.eventNames().toSorted()).toEqual(['connect', 'formsStored', 'quit', 'setLanguage'])
  })

  it('reaches the program', () => {
    ipcMain.emit('connect', from(ours))
    ipcMain.emit('setLanguage', from(ours), 'en')
    ipcMain.emit('quit', from(ours))
    expect(heard).toEqual(['connect', 'en', 'quit'])
  })

  it('is dropped from any other sender', () => {
    for (const channel of ipcMain.eventNames()) ipcMain.emit(channel, from({ ...ours, parent: ours }), 'nl')
    expect(heard).toEqual([])
  })

  it.each([
    ['connect', [1]],
    ['quit', [{}]],
    ['setLanguage', []],
    ['setLanguage', ['fr']],
    ['setLanguage', [{ toString: () => 'nl' }]],
    ['setLanguage', ['nl', 'nl']],
  ])('is dropped when %s has arguments that it cannot have', (channel, args) => {
    ipcMain.emit(channel, from(ours), ...args)
    expect(heard).toEqual([])
  })
})
