import { readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { extname, join, relative, sep } from 'node:path'

const types = new Map([
  ['.html', 'text/html; charset=utf-8'],
  ['.js', 'text/javascript; charset=utf-8'],
  ['.mjs', 'text/javascript; charset=utf-8'],
  ['.css', 'text/css; charset=utf-8'],
  ['.json', 'application/json'],
  ['.svg', 'image/svg+xml'],
  ['.png', 'image/png'],
  ['.ico', 'image/x-icon'],
  ['.woff2', 'font/woff2'],
  ['.ttf', 'font/ttf'],
  ['.wasm', 'application/wasm'],
])

export interface StaticFiles {
  /** The file of exactly this path, or null. A request is looked up, never joined to a path. */
  find(path: string): { type: string; read(): Promise<Buffer> } | null
}

/**
 * The built page, as a table made once.
 * @param root the folder with index.html. @throws when it is not there: the program was not built.
 */
export function staticFiles(root: string): StaticFiles {
  const table = new Map<string, { type: string; read(): Promise<Buffer> }>()
  for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
    const type = types.get(extname(entry.name))
    if (!entry.isFile() || type === undefined) continue
    const file = join(entry.parentPath, entry.name)
    table.set(`/${relative(root, file).split(sep).join('/')}`, { type, read: () => readFile(file) })
  }
  const index = table.get('/index.html')
  if (index === undefined) throw new Error(`No built page in ${root}`)
  table.set('/', index)
  return { find: (path) => table.get(path) ?? null }
}
