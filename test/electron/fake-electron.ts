/**
 * A stand-in for the `electron` module: keeps what was asked of it and lets a test play the system's part.
 * Use: `vi.mock('electron', () => import('./fake-electron.ts'))`.
 */
import { EventEmitter } from 'node:events'

export interface FakeEvent {
  prevented: boolean
  preventDefault(): void
}
export function fakeEvent<T extends object>(more: T = {} as T): FakeEvent & T {
  const event = { prevented: false, preventDefault: () => void (event.prevented = true), ...more }
  return event as FakeEvent & T
}

type Ask = (...args: never[]) => unknown

export class FakeSession extends EventEmitter {
  permissionRequest:
    ((contents: unknown, permission: string, answer: (yes: boolean) => void) => void) | null = null
  permissionCheck: (() => boolean) | null = null
  devicePermission: (() => boolean) | null = null
  beforeRequest: ((request: { url: string }, answer: (a: { cancel?: boolean }) => void) => void) | null = null
  dictionaryUrl = ''
  spelling = true
  languages: string[] = []
  readonly schemes = new Map<string, (request: Request) => Promise<Response>>()
  readonly protocol = {
    handle: (scheme: string, serve: (request: Request) => Promise<Response>) =>
      void this.schemes.set(scheme, serve),
  }
  readonly webRequest = { onBeforeRequest: (listener: Ask) => void (this.beforeRequest = listener as never) }
  setPermissionRequestHandler(handler: Ask): void {
    this.permissionRequest = handler as never
  }
  setPermissionCheckHandler(handler: Ask): void {
    this.permissionCheck = handler as never
  }
  setDevicePermissionHandler(handler: Ask): void {
    this.devicePermission = handler as never
  }
  setSpellCheckerDictionaryDownloadURL(url: string): void {
    this.dictionaryUrl = url
  }
  setSpellCheckerEnabled(on: boolean): void {
    this.spelling = on
  }
  setSpellCheckerLanguages(languages: string[]): void {
    this.languages = languages
  }
}

export class FakeContents extends EventEmitter {
  zoom = 1
  openHandler: ((details: { url: string }) => { action: string }) | null = null
  readonly sent: { channel: string; message: unknown; ports: unknown[] }[] = []
  setWindowOpenHandler(handler: (details: { url: string }) => { action: string }): void {
    this.openHandler = handler
  }
  setZoomFactor(zoom: number): void {
    this.zoom = zoom
  }
  getZoomFactor(): number {
    return this.zoom
  }
  send(channel: string, message: unknown): void {
    this.sent.push({ channel, message, ports: [] })
  }
  postMessage(channel: string, message: unknown, ports: unknown[] = []): void {
    this.sent.push({ channel, message, ports })
  }
  replaced: string[] = []
  replaceMisspelling(word: string): void {
    this.replaced.push(word)
  }
}

export class BrowserWindow extends EventEmitter {
  static all: BrowserWindow[] = []
  readonly webContents = new FakeContents()
  readonly loaded: string[] = []
  readonly calls: string[] = []
  destroyed = false
  fullScreen = false
  normalBounds = { x: 10, y: 20, width: 1000, height: 700 }
  readonly options: Record<string, unknown> & { webPreferences: Record<string, unknown> }
  constructor(options: BrowserWindow['options']) {
    super()
    this.options = options
    BrowserWindow.all.push(this)
    app.emit('web-contents-created', fakeEvent(), this.webContents)
  }
  loadURL(url: string): Promise<void> {
    this.loaded.push(url)
    return Promise.resolve()
  }
  /** What a click on the cross does. */
  close(): void {
    const event = fakeEvent()
    this.emit('close', event)
    if (event.prevented) return
    this.destroyed = true
    this.emit('closed')
    app.emit('window-all-closed')
  }
  isDestroyed = () => this.destroyed
  isMinimized = () => this.calls.includes('minimize')
  isFullScreen = () => this.fullScreen
  isMaximized = () => this.calls.includes('maximize')
  getNormalBounds = () => this.normalBounds
  maximize = () => void this.calls.push('maximize')
  show = () => void this.calls.push('show')
  hide = () => void this.calls.push('hide')
  focus = () => void this.calls.push('focus')
  restore = () => void this.calls.push('restore')
}

class FakeApp extends EventEmitter {
  isPackaged = true
  sandboxed = false
  hasLock = true
  exitCode: number | null = null
  quits = 0
  ready = true
  paths = new Map<string, string>([['documents', '/home/coach/Documents']])
  switches = new Map<string, string>()
  readonly commandLine = { appendSwitch: (name: string, value = '') => void this.switches.set(name, value) }
  enableSandbox = () => void (this.sandboxed = true)
  getPath = (name: string) => this.paths.get(name) ?? `/nowhere/${name}`
  setPath = (name: string, path: string) => void this.paths.set(name, path)
  setAppUserModelId = () => {}
  getVersion = () => '0.1.0'
  requestSingleInstanceLock = () => this.hasLock
  whenReady = () => Promise.resolve()
  exit = (code: number) => void (this.exitCode = code)
  /** As Electron: before-quit may hold it back, then every window is asked to close. */
  quit = (): void => {
    const event = fakeEvent()
    this.emit('before-quit', event)
    if (event.prevented) return
    for (const window of BrowserWindow.all) {
      const closing = fakeEvent()
      if (!window.destroyed) window.emit('close', closing)
      if (closing.prevented) return
      window.destroyed = true
    }
    this.quits++
  }
}
export const app = new FakeApp()

export class FakeChild extends EventEmitter {
  static all: FakeChild[] = []
  readonly got: { message: { type: string } & Record<string, unknown>; ports: unknown[] }[] = []
  killed = false
  readonly entry: string
  readonly options: unknown
  constructor(entry: string, options: unknown) {
    super()
    this.entry = entry
    this.options = options
    FakeChild.all.push(this)
  }
  #exiting = false
  postMessage(message: never, ports: unknown[] = []): void {
    // What Electron does, less kindly: the main process is gone.
    if (this.#exiting) throw new Error('message sent inside the exit listener')
    this.got.push({ message, ports })
  }
  types(): string[] {
    return this.got.map(({ message }) => message.type)
  }
  exit(code = 0): void {
    this.#exiting = true
    this.emit('exit', code)
    this.#exiting = false
  }
  kill(): boolean {
    this.killed = true
    queueMicrotask(() => this.exit(15))
    return true
  }
}
export const utilityProcess = {
  fork: (entry: string, _args: string[], options: unknown) => new FakeChild(entry, options),
}

let ports = 0
export class MessageChannelMain {
  readonly port1 = { id: ++ports, side: 'data' }
  readonly port2 = { id: this.port1.id, side: 'page' }
}

export interface FakeItem {
  id?: string
  label?: string
  role?: string
  type?: string
  accelerator?: string
  registerAccelerator?: boolean
  visible?: boolean
  enabled?: boolean
  click?: () => void
  submenu?: FakeItem[]
}
export const Menu = {
  current: null as { items: FakeItem[] } | null,
  shown: [] as FakeItem[][],
  buildFromTemplate: (items: FakeItem[]) => ({ items, popup: () => void Menu.shown.push(items) }),
  setApplicationMenu: (menu: { items: FakeItem[] }) => void (Menu.current = menu),
}

const sessions = new Map<string, FakeSession>()
export const session = {
  defaultSession: new FakeSession(),
  fromPartition: (name: string): FakeSession => {
    const known = sessions.get(name) ?? new FakeSession()
    sessions.set(name, known)
    return known
  },
}
export const ipcMain = new EventEmitter()
export const powerMonitor = new EventEmitter()
export const screen = {
  displays: [{ workArea: { x: 0, y: 0, width: 1366, height: 728 } }],
  getAllDisplays: () => screen.displays,
}
export const protocol = {
  privileged: [] as unknown[],
  registerSchemesAsPrivileged: (schemes: unknown[]) => void protocol.privileged.push(...schemes),
}
export const dialog = {
  errors: [] as string[][],
  options: [] as unknown[],
  answer: { canceled: true, filePaths: [] as string[] },
  showErrorBox: (title: string, text: string) => void dialog.errors.push([title, text]),
  showOpenDialog: (_window: unknown, options: unknown) => {
    dialog.options.push(options)
    return Promise.resolve(dialog.answer)
  },
}
export const safeStorage = {
  backend: 'gnome_libsecret',
  available: true,
  getSelectedStorageBackend: () => safeStorage.backend,
  isAsyncEncryptionAvailable: () => Promise.resolve(safeStorage.available),
  encryptStringAsync: (text: string) => Promise.resolve(Buffer.from(`sealed:${text}`)),
  decryptStringAsync: (bytes: Buffer) => {
    const text = bytes.toString()
    if (!text.startsWith('sealed:')) return Promise.reject(new Error('sealed by another account'))
    return Promise.resolve({ result: text.slice(7), shouldReEncrypt: false })
  },
}
export const shell = {
  opened: [] as string[],
  shownInFolder: [] as string[],
  external: [] as string[],
  problem: '',
  openPath: (path: string) => {
    shell.opened.push(path)
    return Promise.resolve(shell.problem)
  },
  openExternal: (url: string) => {
    shell.external.push(url)
    return Promise.resolve()
  },
  showItemInFolder: (path: string) => void shell.shownInFolder.push(path),
}

/** The preload's side. */
export const contextBridge = {
  world: {} as Record<string, unknown>,
  exposeInMainWorld: (name: string, api: unknown) => void (contextBridge.world[name] = api),
}
class FakeIpcRenderer extends EventEmitter {
  readonly sent: unknown[][] = []
  send = (...message: unknown[]) => void this.sent.push(message)
}
export const ipcRenderer = new FakeIpcRenderer()
