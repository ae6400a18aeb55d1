/** The only file of the main process that hears the page: a closed list, from our own page alone. */
import { ipcMain, type IpcMainEvent } from 'electron'
import type { ShellApi } from '#core/api/shell.ts'
import { pageChannels } from './lifecycle.ts'
import { isPageUrl, pageOrigin } from './protocol.ts'

/** True for the main frame of our page; not for an inner frame, another origin, or a frame that has gone. */
export function isOurPage({ senderFrame: frame }: Pick<IpcMainEvent, 'senderFrame'>): boolean {
  if (!frame || frame.parent !== null) return false
  return frame.origin === pageOrigin && isPageUrl(URL.parse(frame.url))
}

export function hearPage(requests: Pick<ShellApi, (typeof pageChannels)[number]>): void {
  for (const channel of pageChannels) {
    ipcMain.on(channel, (event, ...args: unknown[]) => {
      if (!isOurPage(event)) return
      const [first] = args
      if (channel !== 'setLanguage') {
        if (args.length === 0) requests[channel]()
      } else if (args.length === 1 && (first === 'nl' || first === 'en')) requests.setLanguage(first)
    })
  }
}
