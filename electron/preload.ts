/** Runs in the sandbox beside the page: hands over the port, and the few named functions of `ShellApi`. */
import { contextBridge, ipcRenderer } from 'electron'
import { menuCommands, officeMessage, type OfficeMessage, type ShellApi } from '#core/api/shell.ts'
import { menuChannel, officeChannel, type pageChannels } from './lifecycle.ts'

ipcRenderer.on(officeChannel, (event, signal: OfficeMessage['signal']) => {
  // A port cannot pass the context bridge; a message to the own window can carry it.
  const message: OfficeMessage = { type: officeMessage, signal }
  window.postMessage(message, window.location.origin, [...event.ports])
})

const tell = (channel: (typeof pageChannels)[number], ...args: string[]) => ipcRenderer.send(channel, ...args)
const api: ShellApi = {
  connect: () => tell('connect'),
  formsStored: () => tell('formsStored'),
  setLanguage: (language) => tell('setLanguage', language),
  quit: () => tell('quit'),
  onMenuCommand: (listener) => {
    // The event object stays on this side: it would hand the page a way to every channel.
    const hear = (_event: unknown, command: unknown): void => {
      const known = menuCommands.find((name) => name === command)
      if (known) listener(known)
    }
    ipcRenderer.on(menuChannel, hear)
    return () => void ipcRenderer.off(menuChannel, hear)
  },
}
contextBridge.exposeInMainWorld('shell', api)
