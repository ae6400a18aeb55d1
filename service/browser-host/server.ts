import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { AnyRouter } from '@orpc/server'
import { contentSecurityPolicy } from '#core/api/csp.ts'
import { createI18n } from '#core/i18n/index.ts'
import type { HostServices } from '../host.ts'
import { httpHandler, rpcPrefix } from '../transport/http.ts'
import type { StaticFiles } from './static.ts'

/** How long a document that was opened waits for its tab, in ms. */
const documentLife = 10 * 60_000

interface OpenedDocument {
  fileName: string
  bytes: Uint8Array
  until: number
}

/** Documents that wait to be fetched once, each at an address that cannot be guessed. */
export class DocumentShelf {
  readonly #documents = new Map<string, OpenedDocument>()

  /** @returns the path to open, on this same server. */
  put({ fileName, bytes }: { fileName: string; bytes: Uint8Array }): string {
    const now = Date.now()
    for (const [id, document] of this.#documents) if (document.until < now) this.#documents.delete(id)
    const id = randomBytes(24).toString('base64url')
    this.#documents.set(id, { fileName, bytes, until: now + documentLife })
    return `/document/${id}/${encodeURIComponent(fileName)}`
  }

  take(path: string): OpenedDocument | null {
    const id = /^\/document\/([\w-]{32})\/[^/]*$/.exec(path)?.[1] ?? ''
    const document = this.#documents.get(id)
    this.#documents.delete(id)
    return document !== undefined && document.until >= Date.now() ? document : null
  }
}

/** The host services where there is no shell: the browser opens documents, and no secret can be sealed. */
export function browserHostServices(shelf: DocumentShelf): HostServices {
  return {
    canChooseFolder: false,
    seal: () => Promise.resolve(null),
    unseal: () => Promise.resolve(null),
    chooseFolder: () => Promise.resolve(null),
    openDocument: (document) => Promise.resolve({ path: null, url: shelf.put(document) }),
  }
}

export interface BrowserHost {
  /** With the key: works once, in one browser. */
  readonly address: string
  readonly origin: string
  close(): Promise<void>
}

/**
 * Serves the built page and the contract on 127.0.0.1, to one browser: the one that opens `address` first. Its
 * key is exchanged for a cookie and is dead from then on. Other pages in that browser are kept out by the checks
 * of Host (DNS rebinding) and Origin (requests across sites), other programs of this PC by the cookie.
 * @param port 0 takes a free one.
 */
export async function startBrowserHost(options: {
  router: AnyRouter
  files: StaticFiles
  shelf: DocumentShelf
  port?: number
}): Promise<BrowserHost> {
  const { files, shelf } = options
  const call = httpHandler(options.router)
  const session = randomBytes(32).toString('base64url')
  let key: string | null = randomBytes(24).toString('base64url')
  const server = createServer((request, response) => {
    answer(request, response).catch(() => {
      if (!response.headersSent) response.writeHead(500)
      response.end()
    })
  })
  await listen(server, options.port ?? 0)
  const { port } = server.address() as AddressInfo
  const host = `127.0.0.1:${port}`
  const origin = `http://${host}`
  const cookie = `trajectboek-${port}` // cookies are shared between the ports of a host

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    protect(response)
    const { headers, method = 'GET' } = request
    if (headers.host !== host) return end(response, 421)
    if (headers.origin !== undefined && headers.origin !== origin) return end(response, 403)
    const url = URL.parse(origin + (request.url ?? '/'))
    if (url === null || url.origin !== origin) return end(response, 400)
    const isPage = url.pathname === '/' && method === 'GET'
    const isKnown = same(cookieOf(headers.cookie, cookie), session)

    if (isPage && url.searchParams.has('key')) {
      if (!isKnown) {
        if (key === null || !same(url.searchParams.get('key') ?? '', key)) return noKey(response)
        key = null
        response.setHeader('Set-Cookie', `${cookie}=${session}; HttpOnly; SameSite=Strict; Path=/`)
      }
      response.setHeader('Location', '/')
      return end(response, 303)
    }
    if (!isKnown) return isPage ? noKey(response) : end(response, 403)

    if (url.pathname.startsWith(`${rpcPrefix}/`)) {
      // A browser names the origin of every POST; what does not is no page of ours.
      if (headers.origin !== origin) return end(response, 403)
      if (!(await call(request, response))) end(response, 404)
      return
    }
    if (method !== 'GET') return end(response, 405)
    const document = shelf.take(url.pathname)
    if (document !== null) return sendDocument(response, document)
    const file = files.find(url.pathname)
    if (file === null) return end(response, 404)
    response.setHeader('Content-Type', file.type)
    response.end(await file.read())
  }

  return {
    address: `${origin}/?key=${key}`,
    origin,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeIdleConnections()
        setTimeout(() => server.closeAllConnections(), 2_000).unref()
      }),
  }
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => resolve())
  })
}

function protect(response: ServerResponse): void {
  response.setHeader('Content-Security-Policy', contentSecurityPolicy)
  response.setHeader('X-Content-Type-Options', 'nosniff')
  response.setHeader('Referrer-Policy', 'no-referrer')
  response.setHeader('Cross-Origin-Opener-Policy', 'same-origin')
  response.setHeader('Cross-Origin-Resource-Policy', 'same-origin')
  response.setHeader('Cache-Control', 'no-store')
}

function end(response: ServerResponse, status: number): void {
  response.writeHead(status)
  response.end()
}

function noKey(response: ServerResponse): void {
  const { t } = createI18n('nl')
  response.writeHead(403, { 'Content-Type': 'text/plain; charset=utf-8' })
  response.end(`${t('errors:browserHost.title')}\n${t('errors:browserHost.todo')}\n`)
}

/** Without the page's policy: it would also forbid the browser's own PDF viewer. */
function sendDocument(response: ServerResponse, { fileName, bytes }: OpenedDocument): void {
  response.removeHeader('Content-Security-Policy')
  const isPdf = fileName.toLowerCase().endsWith('.pdf')
  response.writeHead(200, {
    'Content-Type': isPdf ? 'application/pdf' : 'application/octet-stream',
    'Content-Disposition': `${isPdf ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(fileName)}`,
    'Content-Length': bytes.byteLength,
  })
  response.end(bytes)
}

function cookieOf(header: string | undefined, name: string): string {
  for (const part of (header ?? '').split(';')) {
    const [key = '', value = ''] = part.trim().split('=', 2)
    if (key === name) return value
  }
  return ''
}

/** Compares in a time that tells nothing about where the two differ. */
function same(a: string, b: string): boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(hash(a), hash(b))
}
