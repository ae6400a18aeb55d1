/** The page's own scheme, `app://trajectboek/`: serves the built page from a table made at the start. */
import { readdir, readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { protocol, type Session } from 'electron'
import { contentSecurityPolicy } from '#core/api/csp.ts'
import { pageTypes } from '#core/files/page-types.ts'

const scheme = 'app:'
const host = 'trajectboek'
/** As Chromium writes it; Node's `URL` gives 'null' for a scheme that it does not know. */
export const pageOrigin = `${scheme}//${host}`
export const pageUrl = `${pageOrigin}/`
/** True for an address of the page itself; not for one that only begins like it. */
export const isPageUrl = (url: URL | null): boolean => url?.protocol === scheme && url.host === host

/** Call before the app is ready: makes the scheme a real origin, so that 'self' and module scripts work. */
export function declareScheme(): void {
  const privileges = { standard: true, secure: true, supportFetchAPI: true }
  protocol.registerSchemesAsPrivileged([{ scheme: scheme.slice(0, -1), privileges }])
}

export type FileTable = ReadonlyMap<string, { readonly file: string; readonly type: string }>

/** Every file of a known kind under `root`, by the path that a request must have, letter for letter. */
export async function fileTable(root: string): Promise<FileTable> {
  const table = new Map<string, { file: string; type: string }>()
  for (const entry of await readdir(root, { recursive: true, withFileTypes: true })) {
    const file = join(entry.parentPath, entry.name)
    const type = pageTypes.get(extname(file))
    if (entry.isFile() && type) table.set(file.slice(root.length).replaceAll('\\', '/'), { file, type })
  }
  const index = table.get('/index.html')
  if (!index) throw new Error('the page is not in the program')
  return table.set('/', index)
}

/** A request is only ever looked up, never joined to a path: nothing outside the table can be reached. */
export function servePage(session: Session, table: FileTable): void {
  session.protocol.handle(scheme.slice(0, -1), async (request) => {
    const url = URL.parse(request.url)
    const found = isPageUrl(url) && request.method === 'GET' ? table.get(url?.pathname ?? '') : undefined
    const headers = {
      'Content-Type': found?.type ?? 'text/plain',
      'Content-Security-Policy': contentSecurityPolicy,
      'X-Content-Type-Options': 'nosniff',
    }
    if (!found) return new Response(null, { status: 404, headers })
    return new Response(new Uint8Array(await readFile(found.file)), { headers })
  })
}
