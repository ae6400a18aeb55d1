import path from 'node:path'
import {
  lineOf,
  parse,
  roomOf,
  textOf,
  walk,
  type Room,
  type SourceFile,
  type SyntaxNode,
} from '../sources.ts'

/** Which rooms each room may import. electron/ gets service/ in one file only; see below. */
const mayImport: Record<Room, readonly Room[]> = {
  core: ['core'],
  db: ['core', 'db'],
  service: ['core', 'db', 'service'],
  electron: ['core', 'electron'],
  renderer: ['core', 'renderer'],
}

/** The one door from the shell to the office's work. */
const dataProcess = 'electron/data-process.ts'

const instead: Record<Room, string> = {
  core: 'core/ holds rules only: take what is needed as an argument.',
  db: 'db/ may use core/ only: move the rule to core/, or the work to service/.',
  service: 'What the program around it must do goes through the interface in service/host.ts.',
  electron: `Only ${dataProcess} may import service/; the shell holds no SQL and no rules.`,
  renderer: "The screens ask the service through the contract's client (core/api).",
}

/** Packages that belong to some rooms only: pattern, the rooms, and what to do instead. */
const packages: readonly [RegExp, readonly Room[], string][] = [
  [/^node:/, ['db', 'service', 'electron'], 'Only db/, service/ and electron/ run in Node.'],
  [/^better-sqlite3$/, ['db'], 'Only db/ talks to SQLite: add a query or a command there.'],
  [/^electron(\/|$)/, ['electron'], 'Only electron/ knows Electron: use an interface of service/host.ts.'],
  [
    /^(react|react-dom|react-i18next)(\/|$)|^@mantine\/|^@tabler\/|^@tanstack\//,
    ['renderer'],
    'Only renderer/ draws screens.',
  ],
  [
    /^(pdfkit|fontkit|write-excel-file|read-excel-file)(\/|$)/,
    ['service'],
    'Documents are made in service/.',
  ],
  [
    /^(vitest|vite|playwright-core|fast-check|axe-core)(\/|$)/,
    [],
    'Tools for building and proving are not part of the program.',
  ],
]

interface Import {
  specifier: string
  line: number
}

/** Every module a file names: import, export from, import(), import type, and require(). */
export function importsOf(file: SourceFile): Import[] {
  const found: Import[] = []
  walk(parse(file), (node) => {
    const source = [
      'ImportDeclaration',
      'ExportNamedDeclaration',
      'ExportAllDeclaration',
      'ImportExpression',
      'TSImportType',
    ].includes(node.type)
      ? (node['source'] as SyntaxNode | null | undefined)
      : node.type === 'CallExpression' && (node['callee'] as SyntaxNode)['name'] === 'require'
        ? (node['arguments'] as SyntaxNode[])[0]
        : null
    const specifier = source ? textOf(source) : null
    if (specifier !== null) found.push({ specifier, line: lineOf(file, node) })
  })
  return found
}

/** Imports that go the wrong way through the house, each with what to do. */
export function wrongImports(files: readonly SourceFile[]): string[] {
  return files.flatMap((file) => {
    const room = roomOf(file.path)
    if (!room) return []
    return importsOf(file).flatMap(({ specifier, line }) => {
      const at = `${file.path}:${line} imports ${specifier}.`
      const inside = specifier.startsWith('#')
        ? specifier.slice(1)
        : specifier.startsWith('.')
          ? path.posix.join(path.posix.dirname(file.path), specifier)
          : null
      if (inside === null) {
        const rule = packages.find(([pattern, allowed]) => pattern.test(specifier) && !allowed.includes(room))
        return rule ? [`${at} ${rule[2]}`] : []
      }
      const target = roomOf(inside)
      if (!target) {
        // package.json is data that every room may read; nothing else outside the rooms is shipped.
        return inside === 'package.json'
          ? []
          : [`${at} Only core, db, service, electron and renderer are shipped.`]
      }
      const allowed = mayImport[room].includes(target) || (file.path === dataProcess && target === 'service')
      if (!allowed) return [`${at} ${instead[room]}`]
      if (specifier.startsWith('.') && target !== room)
        return [`${at} Between rooms write #${inside}; relative paths stay inside a room.`]
      return []
    })
  })
}
