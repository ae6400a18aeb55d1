/** The entry of the data process with the real service, a real file and a real port; only Electron is played. */
import { EventEmitter } from 'node:events'
import { chmodSync, mkdtempSync, readFileSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { MessageChannel, type MessagePort as NodePort } from 'node:worker_threads'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Client } from '#core/api/contract.ts'
import type { HostServices } from '#service/host.ts'
import type * as Server from '#service/server.ts'
import type { FromDataProcess, ToDataProcess } from '../../electron/lifecycle.ts'

/** As Electron's: an event with `data` and `ports`, and nothing before `start`. */
class PortMain extends EventEmitter {
  readonly port: NodePort
  constructor(port: NodePort) {
    super()
    this.port = port
  }
  start(): void {
    this.port.on('message', (data) => this.emit('message', { data, ports: [] }))
    this.port.on('close', () => this.emit('close'))
  }
  postMessage(message: unknown): void {
    this.port.postMessage(message)
  }
}

class ParentPort extends EventEmitter {
  readonly said: FromDataProcess[] = []
  postMessage(message: FromDataProcess): void {
    this.said.push(message)
    this.emit('said', message)
  }
  tell(data: ToDataProcess, ports: unknown[] = []): void {
    this.emit('message', { data, ports })
  }
}

let hostServices: HostServices
vi.mock('#service/server.ts', async (original) => {
  const real = await original<typeof Server>()
  const startOffice: typeof real.startOffice = (options) => {
    hostServices = options.host
    return real.startOffice(options)
  }
  return { ...real, startOffice }
})

const home = mkdtempSync(join(tmpdir(), 'data-process-'))
const place = {
  profileDir: join(home, 'profile'),
  suggestedFolder: join(home, 'Documents', 'Trajectboek'),
  openedDir: join(home, 'profile', 'opened'),
  version: '0.1.0',
  practice: false,
}

describe('the data process', () => {
  const parent = new ParentPort()
  const exit = vi.fn()
  const channel = new MessageChannel()
  let client: Client
  beforeAll(async () => {
    Object.defineProperty(process, 'parentPort', { value: parent, configurable: true })
    vi.spyOn(process, 'exit').mockImplementation(exit as never)
    await import('../../electron/data-process.ts')
    client = createORPCClient(new RPCLink({ port: channel.port1 }))
    channel.port1.start()
  })
  afterAll(() => {
    channel.port1.close()
    vi.restoreAllMocks()
    Reflect.deleteProperty(process, 'parentPort')
  })

  it('says that it is ready when the office can be asked', async () => {
    parent.tell({ type: 'start', place })
    await vi.waitFor(() => expect(parent.said).toEqual([{ type: 'ready' }]))
  })

  it('answers the contract over the port that it is given', async () => {
    parent.tell({ type: 'port' }, [new PortMain(channel.port2)])
    await expect(client.app.state()).resolves.toMatchObject({
      state: 'setup',
      version: '0.1.0',
      suggestedFolder: place.suggestedFolder,
      canChooseFolder: true,
    })
  })

  it('asks the main process for what only the system can do, and keeps the answers apart', async () => {
    parent.said.length = 0
    const answers = [hostServices.seal('a'), hostServices.chooseFolder(), hostServices.unseal('b')]
    const calls = parent.said.map((call) => call as Extract<FromDataProcess, { type: 'hostCall' }>)
    expect(calls.map(({ method, argument }) => [method, argument])).toEqual([
      ['seal', 'a'],
      ['chooseFolder', null],
      ['unseal', 'b'],
    ])
    for (const { id, method } of calls.toReversed())
      parent.tell({ type: 'hostAnswer', id, value: `${method}!` })
    expect(await Promise.all(answers)).toEqual(['seal!', 'chooseFolder!', 'unseal!'])
  })

  it('writes a document for the PDF program itself, read-only, and tells the main process its name', async () => {
    const bytes = new TextEncoder().encode('%PDF-1.7')
    for (const fileName of ['2026-0001.pdf', '2026-0001.pdf', '../../2026-0001.pdf']) {
      parent.said.length = 0
      const shown = hostServices.openDocument({ fileName, bytes })
      const call = await vi.waitFor(() => {
        const [found] = parent.said
        if (found?.type !== 'hostCall' || found.argument === null) throw new Error('not yet')
        return { id: found.id, argument: found.argument }
      })
      // A folder of its own each time: an earlier copy may still be open, and Windows then keeps it.
      expect(call.argument).toMatch(/^d-\w{6}\/2026-0001\.pdf$/)
      expect(JSON.stringify(parent.said)).not.toContain('%PDF')
      const file = join(place.openedDir, call.argument)
      expect(readFileSync(file, 'utf8')).toBe('%PDF-1.7')
      expect(statSync(file).mode & 0o222).toBe(0)
      chmodSync(file, 0o600)
      parent.tell({ type: 'hostAnswer', id: call.id, value: file })
      expect(await shown).toEqual({ path: file, url: null })
    }
  })

  it('refuses calls, closes the office and leaves when it is asked to', async () => {
    parent.tell({ type: 'publish' })
    parent.tell({ type: 'quit' })
    await vi.waitFor(() => expect(exit).toHaveBeenCalledWith(0))
    await expect(client.app.signIn({ staffId: 1, password: 'x' })).rejects.toMatchObject({
      code: 'SHUTTING_DOWN',
    })
  })
})
