import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate as turn, setTimeout as wait } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import nl from '#core/i18n/nl/app.ts'
import type * as Paths from '../../electron/paths.ts'
import type * as Fake from './fake-electron.ts'

vi.mock('electron', () => import('./fake-electron.ts'))
const program = vi.hoisted(() => ({
  dataProcess: '/program/data-process.js',
  preload: '/program/p.cjs',
  renderer: '',
}))
vi.mock('../../electron/paths.ts', async (original) => ({
  ...(await original<typeof Paths>()),
  programFiles: program,
}))

const ours = { senderFrame: { url: 'app://trajectboek/', origin: 'app://trajectboek', parent: null } }
let home: string
let fake: typeof Fake

/** Starts the program anew, as a new process would. */
async function startProgram(prepare: (electron: typeof Fake) => void = () => {}) {
  vi.resetModules()
  fake = await import('./fake-electron.ts')
  vi.doMock('electron', () => fake)
  prepare(fake)
  await import('../../electron/main.ts')
  await vi.waitFor(() => {
    if (fake.app.quits + fake.dialog.errors.length === 0) expect(window().loaded).toHaveLength(1)
  })
}
function window(): Fake.BrowserWindow {
  const [found] = fake.BrowserWindow.all
  if (!found) throw new Error('no window')
  return found
}
function child(): Fake.FakeChild {
  const found = fake.FakeChild.all.at(-1)
  if (!found) throw new Error('no data process')
  return found
}
const profile = (name = 'Trajectboek'): string => join(home, name)

describe('the program', () => {
  const { argv } = process
  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), 'shell-'))
    program.renderer = join(home, 'renderer')
    mkdirSync(program.renderer)
    writeFileSync(join(program.renderer, 'index.html'), '<p>page')
    process.env['XDG_DATA_HOME'] = home
    process.env['LOCALAPPDATA'] = home
    process.argv = ['electron', '.']
  })
  afterEach(() => {
    process.argv = argv
    process.removeAllListeners('uncaughtException')
  })

  it('opens one window on its own scheme, hardened, in a session that leaves nothing on disk', async () => {
    await startProgram()
    expect(fake.BrowserWindow.all).toHaveLength(1)
    expect(window().loaded).toEqual(['app://trajectboek/'])
    const { session } = window().options.webPreferences
    expect(session).toBe(fake.session.fromPartition('trajectboek'))
    for (const each of [session as Fake.FakeSession, fake.session.defaultSession]) {
      expect(each.permissionCheck?.()).toBe(false)
      expect(each.beforeRequest).not.toBeNull()
    }
    expect(window().webContents.openHandler?.({ url: 'https://example.nl/' })).toEqual({ action: 'deny' })
    expect(fake.app.sandboxed).toBe(true)
    expect(fake.protocol.privileged).toHaveLength(1)
  })

  it('keeps the office in the local data of this PC, and proposes a folder in Documents', async () => {
    await startProgram()
    expect(fake.app.paths.get('userData')).toBe(join(profile(), 'shell'))
    expect(child().got[0]?.message).toMatchObject({
      place: {
        profileDir: profile(),
        suggestedFolder: join('/home/coach/Documents', 'Trajectboek'),
        openedDir: join(profile(), 'opened'),
        version: '0.1.0',
        practice: false,
      },
    })
  })

  it('keeps the practice office apart', async () => {
    process.argv.push('--practice')
    await startProgram()
    expect(child().got[0]?.message).toMatchObject({
      place: { practice: true, profileDir: profile('Trajectboek oefenen') },
    })
    expect(fake.app.paths.get('userData')).toBe(join(profile('Trajectboek oefenen'), 'shell'))
  })

  it('steps aside for the program that is open already', async () => {
    await startProgram((electron) => void (electron.app.hasLock = false))
    await turn()
    expect(fake.app.quits).toBe(1)
    expect(fake.BrowserWindow.all).toEqual([])
    expect(fake.FakeChild.all).toEqual([])
  })

  it('comes to the front when it is started a second time', async () => {
    await startProgram()
    window().calls.push('minimize')
    fake.app.emit('second-instance')
    expect(window().calls).toEqual(['minimize', 'restore', 'focus'])
  })

  it('says in Dutch what to do when a part of it is missing', async () => {
    program.renderer = join(home, 'nothing')
    await startProgram()
    await vi.waitFor(() => expect(fake.app.exitCode).toBe(1))
    expect(fake.dialog.errors).toEqual([[nl.native.cannotStart, nl.native.cannotStartText]])
  })

  it('brings the port to the page that asks', async () => {
    await startProgram()
    child().emit('message', { type: 'ready' })
    fake.ipcMain.emit('connect', ours)
    expect(window().webContents.sent).toEqual([
      {
        channel: 'office',
        message: { state: 'ready', again: false },
        ports: [expect.objectContaining({ side: 'page' })],
      },
    ])
    fake.ipcMain.emit('connect', { senderFrame: { ...ours.senderFrame, origin: 'null' } })
    expect(window().webContents.sent).toHaveLength(1)
  })

  it('sends a choice in the menu to the page, and changes the language of the menu', async () => {
    await startProgram()
    const labels = () => fake.Menu.current?.items.map(({ label }) => label)
    expect(labels()?.[0]).toBe('&Bestand')
    fake.Menu.current?.items[0]?.submenu?.[0]?.click?.()
    expect(window().webContents.sent).toEqual([{ channel: 'menu', message: 'newParticipant', ports: [] }])
    fake.ipcMain.emit('setLanguage', ours, 'en')
    expect(labels()?.[0]).toBe('&File')
    await startProgram()
    expect(labels()?.[0]).toBe('&File')
  })

  it('remembers zoom and place for the next start', async () => {
    await startProgram()
    window().webContents.emit('zoom-changed', fake.fakeEvent(), 'in')
    window().emit('moved')
    expect(JSON.parse(readFileSync(join(profile(), 'window.json'), 'utf8'))).toMatchObject({ zoom: 1.1 })
    await startProgram()
    window().webContents.emit('did-finish-load')
    expect(window().webContents.zoom).toBe(1.1)
    expect(window().options).toMatchObject({ x: 10, y: 20, width: 1000, height: 700 })
  })

  it('publishes before sleep and when Windows wants to stop, and locks with the PC', async () => {
    await startProgram()
    child().emit('message', { type: 'ready' })
    fake.powerMonitor.emit('suspend')
    window().emit('query-session-end', fake.fakeEvent())
    fake.powerMonitor.emit('lock-screen')
    window().emit('session-end', fake.fakeEvent())
    expect(child().types()).toEqual(['start', 'publish', 'publish', 'quit'])
    expect(window().webContents.sent.at(-1)?.message).toBe('lock')
  })

  it('removes what was opened for the PDF program, at the start and at the end', async () => {
    const left = join(profile(), 'opened', 'd-Ab12cd')
    mkdirSync(left, { recursive: true })
    writeFileSync(join(left, 'brief.pdf'), 'left by a crash')
    await startProgram()
    expect(existsSync(left)).toBe(false)
    mkdirSync(left, { recursive: true })
    window().close()
    child().exit(0)
    await vi.waitFor(() => expect(fake.app.quits).toBe(1))
    expect(existsSync(left)).toBe(false)
  })

  it('closes in order: typing, the office, the window', async () => {
    await startProgram()
    child().emit('message', { type: 'ready' })
    window().close()
    expect(window().webContents.sent.at(-1)?.message).toEqual({ state: 'closing' })
    expect(child().types()).toEqual(['start'])
    expect([window().destroyed, window().calls]).toEqual([false, []])

    fake.ipcMain.emit('formsStored', ours)
    await turn()
    expect(window().calls).toEqual(['hide'])
    expect(child().types()).toEqual(['start', 'quit'])
    window().close() // impatience changes nothing
    fake.app.quit()
    await turn()
    expect(child().types()).toEqual(['start', 'quit'])
    expect(fake.app.quits).toBe(0)

    child().exit(0)
    await vi.waitFor(() => expect(fake.app.quits).toBe(1))
    expect(window().destroyed).toBe(true)
    expect(fake.FakeChild.all).toHaveLength(1)
  })

  it('does not wait for ever for a page that does not answer', async () => {
    await startProgram()
    child().emit('message', { type: 'ready' })
    fake.app.quit()
    await wait(500)
    expect(child().types()).toEqual(['start'])
    await vi.waitFor(() => expect(child().types()).toEqual(['start', 'quit']), 2000)
  })

  it('closes at once when the office never opened', async () => {
    await startProgram()
    const failure = { state: 'failed', code: 'DAMAGED_FILE', path: 'live.db', ref: 'ABC-234' }
    child().emit('message', { type: 'failed', failure })
    await turn()
    window().close()
    await vi.waitFor(() => expect(fake.app.quits).toBe(1))
  })

  it('says so when it falls over itself, and closes in order', async () => {
    await startProgram()
    process.emit('uncaughtException', new Error('bug'))
    expect(fake.dialog.errors).toEqual([[nl.native.stopped, nl.native.stoppedText]])
    expect(child().types()).toEqual(['start', 'quit'])
  })
})
