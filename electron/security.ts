/** What the page may not do. */
import { existsSync, readdirSync } from 'node:fs'
import { app, shell, type Session, type WebContents } from 'electron'
import { isMail } from '#core/letters/mail.ts'
import { isPageUrl, pageOrigin } from './protocol.ts'

/** Call before the app is ready. */
export function hardenProgram(): void {
  app.enableSandbox()
  // No name resolves, so that nothing inside Chromium reaches the network either (updates, dictionaries).
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND')
  app.on('session-created', hardenSession)
  app.on('web-contents-created', (_event, contents) => hardenContents(contents))
}

/** Bytes that the page holds itself: a letter that it shows, a spreadsheet that it saves. */
const isOwnBytes = (address: string): boolean => address.startsWith(`blob:${pageOrigin}/`)

/** True for what the page may load: its own files, and what it holds itself. */
export function mayLoad(address: string): boolean {
  const url = URL.parse(address)
  if (url?.protocol === 'devtools:') return !app.isPackaged
  return isPageUrl(url) || isOwnBytes(address) || url?.protocol === 'data:'
}

export function hardenSession(session: Session): void {
  // Without these Electron says yes to every request.
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  // "Opslaan als" on what the page made itself; Electron asks where.
  session.on('will-download', (event, item) => isOwnBytes(item.getURL()) || event.preventDefault())
  session.webRequest.onBeforeRequest((request, answer) => answer({ cancel: !mayLoad(request.url) }))
  // Otherwise Chromium fetches a dictionary from a server; none answers to this address.
  session.setSpellCheckerDictionaryDownloadURL(`${pageOrigin}/no-dictionaries/`)
  session.setSpellCheckerEnabled(false)
}

export function hardenContents(contents: WebContents): void {
  contents.setWindowOpenHandler(({ url }) => {
    if (isMail(url)) void shell.openExternal(url)
    return { action: 'deny' }
  })
  const deny = (event: Electron.Event): void => event.preventDefault()
  contents.on('will-navigate', deny).on('will-redirect', deny).on('will-attach-webview', deny)
  contents.on('will-frame-navigate', (event) => {
    if (event.isMainFrame || !isOwnBytes(event.url)) event.preventDefault()
  })
}

/**
 * Dutch spelling, where a dictionary is on this PC already: Electron reads `Dictionaries/nl*.bdic` in its
 * profile. Where it is missing spelling stays off, as the only other source is a download.
 */
export function allowSpelling(session: Session, dictionaries: string): boolean {
  if (!existsSync(dictionaries) || !readdirSync(dictionaries).some((f) => /^nl.*\.bdic$/i.test(f)))
    return false
  session.setSpellCheckerEnabled(true)
  session.setSpellCheckerLanguages(['nl'])
  return true
}
