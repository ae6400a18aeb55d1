import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Session, WebContents } from 'electron'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import {
  allowSpelling,
  hardenContents,
  hardenProgram,
  hardenSession,
  mayLoad,
} from '../../electron/security.ts'
import { app, fakeEvent, FakeContents, FakeSession, shell } from './fake-electron.ts'

vi.mock('electron', () => import('./fake-electron.ts'))

describe('what the page may not do', () => {
  let session: FakeSession
  let contents: FakeContents
  beforeEach(() => {
    app.isPackaged = true
    shell.external = []
    session = new FakeSession()
    contents = new FakeContents()
    hardenSession(session as unknown as Session)
    hardenContents(contents as unknown as WebContents)
  })

  it('runs everything in the sandbox, and resolves no name', () => {
    hardenProgram()
    expect(app.sandboxed).toBe(true)
    expect(app.switches.get('host-resolver-rules')).toBe('MAP * ~NOTFOUND')
  })

  it('hardens each session and each page that appears later', () => {
    hardenProgram()
    const later = new FakeSession()
    const page = new FakeContents()
    app.emit('session-created', later)
    app.emit('web-contents-created', fakeEvent(), page)
    expect(later.permissionCheck?.()).toBe(false)
    expect(page.openHandler?.({ url: 'https://example.nl/' })).toEqual({ action: 'deny' })
  })

  it.each([
    'media',
    'geolocation',
    'notifications',
    'clipboard-read',
    'fileSystem',
    'openExternal',
    'unknown',
  ])('refuses the permission %s, asked for or looked up', (permission) => {
    let answer: boolean | null = null
    session.permissionRequest?.(contents, permission, (yes) => void (answer = yes))
    expect(answer).toBe(false)
    expect(session.permissionCheck?.()).toBe(false)
    expect(session.devicePermission?.()).toBe(false)
  })

  it.each([
    'https://example.nl/',
    'http://127.0.0.1:8080/',
    'ws://127.0.0.1/',
    'ftp://example.nl/a',
    'file:///etc/passwd',
    'app://elsewhere/index.html',
    'blob:https://example.nl/1',
    'app://trajectboek.example.nl/',
    'chrome://settings',
    'devtools://devtools/bundled/inspector.html',
    'no address',
  ])('loads nothing from %s', (url) => {
    let cancel: boolean | undefined
    session.beforeRequest?.({ url }, (answer) => void (cancel = answer.cancel))
    expect(cancel).toBe(true)
  })

  it('loads its own files, and bytes that it holds itself', () => {
    for (const url of [
      'app://trajectboek/',
      'app://trajectboek/assets/a.js',
      'blob:app://trajectboek/1',
      'data:,',
    ])
      expect(mayLoad(url)).toBe(true)
    app.isPackaged = false
    expect(mayLoad('devtools://devtools/x')).toBe(true)
  })

  it.each(['will-navigate', 'will-redirect', 'will-attach-webview'])('stops %s', (name) => {
    const event = fakeEvent({ url: 'app://trajectboek/other.html', isMainFrame: true })
    contents.emit(name, event)
    expect(event.prevented).toBe(true)
  })

  it('lets an inner frame show bytes of the page, and nothing else', () => {
    const go = (url: string, isMainFrame: boolean): boolean => {
      const event = fakeEvent({ url, isMainFrame })
      contents.emit('will-frame-navigate', event)
      return event.prevented
    }
    expect(go('blob:app://trajectboek/2f', false)).toBe(false)
    expect(go('blob:app://trajectboek/2f', true)).toBe(true)
    expect(go('blob:app://trajectboek.example.nl/2f', false)).toBe(true)
    expect(go('https://example.nl/', false)).toBe(true)
    expect(go('app://trajectboek/', false)).toBe(true)
  })

  it('opens no window', () => {
    expect(contents.openHandler?.({ url: 'https://example.nl/' })).toEqual({ action: 'deny' })
    expect(shell.external).toEqual([])
  })

  it('gives an e-mail to the mail program', () => {
    const url = 'mailto:info%40gemeente.example?subject=Brief%202026-0001'
    expect(contents.openHandler?.({ url })).toEqual({ action: 'deny' })
    expect(shell.external).toEqual([url])
  })

  it.each([
    ['blob:app://trajectboek/6f1', false],
    ['blob:https://example.nl/6f1', true],
    ['data:text/html,x', true],
    ['https://example.nl/a.exe', true],
    ['app://trajectboek/assets/a.js', true],
  ])('saves only what the page made itself: %s', (url, stopped) => {
    const event = fakeEvent()
    session.emit('will-download', event, { getURL: () => url })
    expect(event.prevented).toBe(stopped)
  })

  it('never fetches a dictionary', () => {
    expect(session.spelling).toBe(false)
    expect(session.dictionaryUrl.startsWith('app://trajectboek/')).toBe(true)
    const folder = join(mkdtempSync(join(tmpdir(), 'spelling-')), 'Dictionaries')
    expect(allowSpelling(session as unknown as Session, folder)).toBe(false)
    mkdirSync(folder)
    writeFileSync(join(folder, 'en-US-10-1.bdic'), '')
    expect(allowSpelling(session as unknown as Session, folder)).toBe(false)
    expect(session.spelling).toBe(false)
  })

  it('checks Dutch spelling where the dictionary is on this PC already', () => {
    const folder = mkdtempSync(join(tmpdir(), 'spelling-'))
    writeFileSync(join(folder, 'nl-NL-3-0.bdic'), '')
    expect(allowSpelling(session as unknown as Session, folder)).toBe(true)
    expect(session.spelling).toBe(true)
    expect(session.languages).toEqual(['nl'])
  })
})
