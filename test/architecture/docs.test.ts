import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { deadPaths, namedPaths, unnamedFolders } from './rules/docs.ts'
import { root, rooms } from './sources.ts'

const read = (name: string) => readFileSync(path.join(root, name), 'utf8')
const exists = (place: string) => existsSync(path.join(root, place))
const decisions = readdirSync(path.join(root, 'docs/decisions')).map((name) => `docs/decisions/${name}`)

describe('the papers are true to the code', () => {
  it.each(['README.md', 'CONTRIBUTING.md', 'docs/architecture.md', ...decisions])(
    '%s names only what is there',
    (name) => {
      expect(deadPaths(name, read(name), exists)).toEqual([])
    },
  )

  it('docs/architecture.md names every folder of every room', () => {
    const folders = rooms.flatMap((room) =>
      readdirSync(path.join(root, room), { withFileTypes: true })
        .filter((entry) => entry.isDirectory() && readdirSync(path.join(root, room, entry.name)).length > 0)
        .map((entry) => `${room}/${entry.name}`),
    )
    expect(folders.length).toBeGreaterThan(10)
    expect(unnamedFolders('docs/architecture.md', read('docs/architecture.md'), folders)).toEqual([])
  })

  it('every npm script that a page names exists', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> }
    const named = ['README.md', 'CONTRIBUTING.md', 'docs/architecture.md', ...decisions].flatMap((page) =>
      [...read(page).matchAll(/npm run ([\w:-]+)/g)].map((match) => match[1] ?? ''),
    )
    expect(named.length).toBeGreaterThan(0)
    expect(named.filter((name) => !scripts[name])).toEqual([])
  })

  it('the check catches a path that is gone and a folder without a line', () => {
    const page = 'See `core/names/` and `db/gone.ts`, not `out/main/index.js`.'
    expect(namedPaths(page)).toEqual(['core/names/', 'db/gone.ts'])
    expect(deadPaths('a.md', page, (place) => place === 'core/names/')).toHaveLength(1)
    expect(unnamedFolders('a.md', page, ['core/names', 'db/history'])).toHaveLength(1)
  })
})
