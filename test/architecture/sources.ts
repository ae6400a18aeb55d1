import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseSync } from 'vite'

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..')

/** A source text and its place in the project, with forward slashes. */
export interface SourceFile {
  path: string
  text: string
}

export const rooms = ['core', 'db', 'service', 'electron', 'renderer'] as const
export type Room = (typeof rooms)[number]

/** All .ts and .tsx files under the given folders of the project. */
export function readSources(folders: readonly string[]): SourceFile[] {
  return folders.flatMap((folder) => {
    const entries = readdirSync(path.join(root, folder), { withFileTypes: true })
    return entries.flatMap((entry): SourceFile[] => {
      const place = `${folder}/${entry.name}`
      if (entry.isDirectory()) return readSources([place])
      if (!/\.tsx?$/.test(entry.name)) return []
      return [{ path: place, text: readFileSync(path.join(root, place), 'utf8') }]
    })
  })
}

/** The room a path lies in, or null. */
export function roomOf(place: string): Room | null {
  return rooms.find((room) => place.startsWith(`${room}/`)) ?? null
}

/** A node of the syntax tree (ESTree with TypeScript and JSX), as loosely as a scan needs it. */
export interface SyntaxNode {
  type: string
  start: number
  end: number
  [key: string]: unknown
}

const isNode = (value: unknown): value is SyntaxNode =>
  typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string'

export function parse(file: SourceFile): SyntaxNode {
  const parsed = parseSync(file.path, file.text)
  if (parsed.errors.length > 0) throw new Error(`${file.path} cannot be parsed: ${parsed.errors[0]?.message}`)
  return parsed.program as unknown as SyntaxNode
}

/** Calls `visit` for a node and everything under it, with the nodes above it (nearest last). */
export function walk(
  node: SyntaxNode,
  visit: (node: SyntaxNode, above: readonly SyntaxNode[]) => void,
  above: readonly SyntaxNode[] = [],
): void {
  visit(node, above)
  const deeper = [...above, node]
  for (const value of Object.values(node)) {
    if (isNode(value)) walk(value, visit, deeper)
    else if (Array.isArray(value)) for (const item of value) if (isNode(item)) walk(item, visit, deeper)
  }
}

export function lineOf(file: SourceFile, node: SyntaxNode): number {
  return file.text.slice(0, node.start).split('\n').length
}

/** The text of a string literal or of the fixed parts of a template; null for anything else. */
export function textOf(node: SyntaxNode): string | null {
  if (node.type === 'Literal') return typeof node['value'] === 'string' ? node['value'] : null
  if (node.type !== 'TemplateLiteral') return null
  const parts = node['quasis'] as { value: { cooked: string | null; raw: string } }[]
  return parts.map((part) => part.value.cooked ?? part.value.raw).join('…')
}
