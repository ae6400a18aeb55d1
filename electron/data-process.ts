/**
 * Entry of the data process, and the only file of electron/ that imports the service. Opens the office where
 * it is told, serves the contract on each port that it is given, and leaves in order.
 */
import { chmod, mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { type OfficeServer, startOffice } from '#service/server.ts'
import type { FromDataProcess, HostMethod, OfficePlace, ToDataProcess } from './lifecycle.ts'

const parent = process.parentPort
const waiting = new Map<number, (value: string | null) => void>()
let calls = 0
let server: OfficeServer | null = null

const tell = (message: FromDataProcess): void => parent.postMessage(message)

function askHost(method: HostMethod, argument: string | null): Promise<string | null> {
  const id = ++calls
  return new Promise((resolve) => {
    waiting.set(id, resolve)
    tell({ type: 'hostCall', id, method, argument })
  })
}

/**
 * Writes for the PDF program; the bytes stay out of the main process. Each in a folder of its own, as Windows
 * refuses to write over a document that is still open; read-only, as changes would be lost with the file.
 * @returns the name within `openedDir`
 */
async function writeDocument(openedDir: string, fileName: string, bytes: Uint8Array): Promise<string> {
  await mkdir(openedDir, { recursive: true, mode: 0o700 })
  const folder = await mkdtemp(join(openedDir, 'd-'))
  await writeFile(join(folder, fileName), bytes, { mode: 0o600 })
  await chmod(join(folder, fileName), 0o400)
  return `${basename(folder)}/${fileName}`
}

async function start({ openedDir, ...place }: OfficePlace): Promise<void> {
  server = startOffice({
    ...place,
    host: {
      canChooseFolder: true,
      seal: (secret) => askHost('seal', secret),
      unseal: (sealed) => askHost('unseal', sealed),
      chooseFolder: () => askHost('chooseFolder', null),
      chooseFile: () => askHost('chooseFile', null),
      openDocument: async ({ fileName, bytes }) => {
        const name = await writeDocument(openedDir, basename(fileName), bytes)
        return { path: await askHost('openDocument', name), url: null }
      },
    },
  })
  const readiness = await server.ready()
  tell(readiness.state === 'ready' ? { type: 'ready' } : { type: 'failed', failure: readiness })
}

parent.on('message', ({ data, ports }) => {
  const message = data as ToDataProcess
  switch (message.type) {
    case 'start':
      return void start(message.place)
    case 'port':
      // Its 'close' listener takes no event, which the service's wider type does not foresee.
      return ports.forEach((port) => server?.serveMessagePort(port as never))
    case 'hostAnswer':
      waiting.get(message.id)?.(message.value)
      return void waiting.delete(message.id)
    case 'publish':
      return void server?.publishSoonest()
    case 'quit':
      // Refuses new calls, lets the running ones finish, publishes and closes the file.
      return void Promise.resolve(server?.close()).finally(() => process.exit(0))
  }
})
