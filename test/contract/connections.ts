import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { MessageChannel } from 'node:worker_threads'
import { createORPCClient } from '@orpc/client'
import { RPCLink as FetchLink } from '@orpc/client/fetch'
import { RPCLink as PortLink } from '@orpc/client/message-port'
import type { AnyRouter } from '@orpc/server'
import type { Client } from '#core/api/contract.ts'
import { DocumentShelf, startBrowserHost } from '#service/browser-host/server.ts'
import { staticFiles } from '#service/browser-host/static.ts'
import type { OfficeRouter } from '#service/router.ts'
import { directClient } from '#service/transport/direct.ts'
import { servePort } from '#service/transport/message-port.ts'

export interface Connection {
  readonly client: Client
  close(): Promise<void>
}
export type Connect = (router: OfficeRouter) => Promise<Connection>

export const overDirectCall: Connect = (router) =>
  Promise.resolve({ client: directClient(router), close: () => Promise.resolve() })

export const overMessageChannel: Connect = (router) => {
  const { port1, port2 } = new MessageChannel()
  servePort(router as AnyRouter, port1)
  port2.start()
  const client: Client = createORPCClient(new PortLink({ port: port2 as never }))
  return Promise.resolve({
    client,
    close: () =>
      new Promise((resolve) => {
        port1.once('close', () => resolve())
        port2.close()
      }),
  })
}

/** A folder with the least that is a built page. */
export function builtPage(): { root: string; remove(): void } {
  const root = mkdtempSync(join(tmpdir(), 'page-'))
  writeFileSync(join(root, 'index.html'), '<!doctype html><title>Trajectboek</title>')
  writeFileSync(join(root, 'app.js'), 'export {}')
  return { root, remove: () => rmSync(root, { recursive: true, force: true }) }
}

/** As a browser does it: the address once, then the cookie. */
export const overHttp: Connect = async (router) => {
  const page = builtPage()
  const host = await startBrowserHost({
    router: router as AnyRouter,
    files: staticFiles(page.root),
    shelf: new DocumentShelf(),
  })
  const entrance = await fetch(host.address, { redirect: 'manual' })
  const cookie = (entrance.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
  const client: Client = createORPCClient(
    new FetchLink({ url: `${host.origin}/rpc`, headers: { cookie, origin: host.origin } }),
  )
  return {
    client,
    async close() {
      await host.close()
      page.remove()
    },
  }
}
