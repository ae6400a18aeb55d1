import { app, BrowserWindow, screen, type Session } from 'electron'
import { pageUrl } from './protocol.ts'
import { nextZoom, visibleBounds, type WindowState } from './window-state.ts'

export interface OfficeWindowOptions {
  readonly session: Session
  readonly preload: string
  readonly spellcheck: boolean
  readonly state: () => WindowState
  /** Called after each change of place, size or zoom. */
  readonly remember: (change: Partial<WindowState>) => void
}

/** Opens the window, still empty; `zoom` steps its zoom, as Ctrl and the wheel do. */
export function openWindow({ session, preload, spellcheck, state, remember }: OfficeWindowOptions) {
  const areas = screen.getAllDisplays().map((display) => display.workArea)
  const window = new BrowserWindow({
    // What is left of the smallest office screen, 1366 x 768, beside the task bar.
    ...(visibleBounds(state().bounds, areas) ?? { width: 1320, height: 720 }),
    minWidth: 900,
    minHeight: 560,
    title: 'Trajectboek',
    backgroundColor: '#FAF7F1',
    show: false,
    webPreferences: {
      preload,
      session,
      spellcheck,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      navigateOnDragDrop: false,
      devTools: !app.isPackaged,
    },
  })
  const contents = window.webContents
  // The title stands in the task bar, where anyone in the room can read it: never a name.
  window.on('page-title-updated', (event) => event.preventDefault())
  window.once('ready-to-show', () => {
    if (state().maximized) window.maximize()
    window.show()
  })
  contents.on('did-finish-load', () => contents.setZoomFactor(state().zoom))
  // The office is in another process: a page that fell over is opened again over the same data.
  contents.on('render-process-gone', () => setTimeout(() => void window.loadURL(pageUrl), 500))

  const note = (): void => {
    if (window.isFullScreen()) return // getNormalBounds knows the place of a minimized window
    remember({ bounds: window.getNormalBounds(), maximized: window.isMaximized() })
  }
  window.on('resized', note).on('moved', note).on('maximize', note).on('unmaximize', note).on('close', note)
  const zoom = (direction: 1 | -1 | 0): void => {
    const factor = nextZoom(contents.getZoomFactor(), direction)
    contents.setZoomFactor(factor)
    remember({ zoom: factor })
  }
  contents.on('zoom-changed', (_event, direction) => zoom(direction === 'in' ? 1 : -1))
  return { window, zoom }
}
