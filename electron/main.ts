/** Start of the program: puts the parts of the shell together, and holds nothing else. */
import { homedir } from 'node:os'
import { join } from 'node:path'
import { app, dialog, Menu, powerMonitor, session as sessions } from 'electron'
import type { MenuCommand, OfficeSignal } from '#core/api/shell.ts'
import en from '#core/i18n/en/app.ts'
import nl from '#core/i18n/nl/app.ts'
import { DataHost } from './data-host.ts'
import { hostServices, removeOpened } from './host-services.ts'
import { hearPage } from './ipc.ts'
import { menuChannel, officeChannel } from './lifecycle.ts'
import { addContextMenu, officeMenu } from './menu.ts'
import { officeFolders, programFiles } from './paths.ts'
import { declareScheme, fileTable, pageUrl, servePage } from './protocol.ts'
import { leaveInOrder } from './quit.ts'
import { allowSpelling, hardenProgram, hardenSession } from './security.ts'
import { openWindow } from './window.ts'
import { readWindowState, writeWindowState, type WindowState } from './window-state.ts'

/** Time for the page to store what is being typed before the window goes, in ms. */
const typingLimit = 1000

const practice = process.argv.includes('--practice')
const folders = officeFolders(process.env, homedir(), app.getPath('documents'), practice)
// Before the lock: the lock belongs to this folder, so that practice and office can be open side by side.
app.setPath('userData', join(folders.profileDir, 'shell'))
app.setAppUserModelId('nl.trajectboek')
hardenProgram()
declareScheme()

const stateFile = join(folders.profileDir, 'window.json')
let state = readWindowState(stateFile)
function remember(change: Partial<WindowState>): void {
  state = { ...state, ...change }
  writeWindowState(stateFile, state)
}
const texts = () => (state.language === 'en' ? en : nl)

function cannotStart(): void {
  dialog.showErrorBox(texts().native.cannotStart, texts().native.cannotStartText)
  app.exit(1)
}

if (app.requestSingleInstanceLock()) void app.whenReady().then(run).catch(cannotStart)
else app.quit()

async function run(): Promise<void> {
  const table = await fileTable(programFiles.renderer)
  await removeOpened(folders.openedDir)
  // In memory: nothing that the page keeps (cache, storage) may reach the disk unencrypted.
  const session = sessions.fromPartition('trajectboek')
  for (const each of [session, sessions.defaultSession]) hardenSession(each)
  servePage(session, table)
  const spellcheck = allowSpelling(session, join(app.getPath('userData'), 'Dictionaries'))
  const { preload } = programFiles
  const { window, zoom } = openWindow({ session, preload, spellcheck, state: () => state, remember })
  const tell = (signal: OfficeSignal, port?: Electron.MessagePortMain): void => {
    if (!window.isDestroyed()) window.webContents.postMessage(officeChannel, signal, port ? [port] : [])
  }
  const data = new DataHost({
    entry: programFiles.dataProcess,
    place: { ...folders, version: app.getVersion(), practice },
    answer: hostServices(window, folders.openedDir, (method) => texts().native[method]),
    tell,
    stdio: app.isPackaged ? 'ignore' : 'inherit',
  })
  const send = (command: MenuCommand): void => window.webContents.send(menuChannel, command)
  const setMenu = (): void => Menu.setApplicationMenu(officeMenu(texts().menu, send, zoom))
  setMenu()
  addContextMenu(window, () => texts().menu)

  let typingStored: () => void = () => {}
  hearPage({
    connect: () => data.connect(),
    formsStored: () => typingStored(),
    setLanguage: (language) => {
      remember({ language })
      setMenu()
    },
    quit: () => app.quit(),
  })
  leaveInOrder(window, async () => {
    if (data.ready) {
      tell({ state: 'closing' })
      const { promise, resolve } = Promise.withResolvers<void>()
      typingStored = resolve
      setTimeout(resolve, typingLimit)
      await promise
    }
    window.hide()
    await data.quit()
    await removeOpened(folders.openedDir)
  })

  app.on('second-instance', () => {
    if (window.isMinimized()) window.restore()
    window.focus()
  })
  powerMonitor.on('suspend', () => data.publish())
  powerMonitor.on('lock-screen', () => send('lock'))
  // Windows gives a few seconds: publish while it still asks, leave when it is certain. No dialogs.
  window.on('query-session-end', () => data.publish())
  window.on('session-end', () => void data.quit())
  process.on('uncaughtException', () => {
    dialog.showErrorBox(texts().native.stopped, texts().native.stoppedText)
    app.quit()
  })

  data.start()
  await window.loadURL(pageUrl)
}
