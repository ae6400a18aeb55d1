import { describe, expect, it } from 'vitest'
import { importsOf, wrongImports } from './rules/imports.ts'
import { readSources, rooms } from './sources.ts'

describe('imports go one way: core <- db <- service <- electron, core <- renderer', () => {
  it('holds for every file', () => {
    const files = readSources(rooms)
    expect(files.length).toBeGreaterThan(30)
    expect(wrongImports(files)).toEqual([])
  })

  it.each([
    ['core/names/a.ts', "import { x } from '#db/open.ts'"],
    ['core/names/a.ts', "import fs from 'node:fs'"],
    ['core/names/a.ts', "import type { Database } from 'better-sqlite3'"],
    ['db/people/a.ts', "import { x } from '#service/router.ts'"],
    ['service/features/a.ts', "import Database from 'better-sqlite3'"],
    ['service/features/a.ts', "import { app } from 'electron'"],
    ['electron/window.ts', "import { router } from '#service/router.ts'"],
    ['electron/data-process.ts', "import { openLive } from '#db/open.ts'"],
    ['renderer/features/a.tsx', "export { x } from '../../service/router.ts'"],
    ['renderer/features/a.tsx', "const x = await import('#db/open.ts')"],
    ['renderer/features/a.tsx', "type X = import('#service/host.ts').HostServices"],
    ['service/features/a.ts', "import { x } from '../../test/builders/person.ts'"],
    ['db/people/a.ts', "import { fold } from '../../core/names/fold.ts'"],
  ])('catches %s with %s', (path, text) => {
    expect(wrongImports([{ path, text }])).toHaveLength(1)
  })

  it.each([
    ['electron/data-process.ts', "import { router } from '#service/router.ts'"],
    ['db/people/a.ts', "import { fold } from '#core/names/fold.ts'"],
    ['renderer/features/a.tsx', "import { contract } from '#core/api/contract.ts'"],
    ['service/browser-host/main.ts', "import http from 'node:http'"],
  ])('lets %s with %s through', (path, text) => {
    expect(wrongImports([{ path, text }])).toEqual([])
  })

  it('says what to do instead', () => {
    const [problem] = wrongImports([{ path: 'renderer/a.ts', text: "import '#db/open.ts'" }])
    expect(problem).toMatch(/^renderer\/a\.ts:1 imports #db\/open\.ts\. .*client/)
  })

  it('is not misled by the word import in a text', () => {
    expect(importsOf({ path: 'core/a.ts', text: 'const a = "import x from \'#db/open.ts\'"' })).toEqual([])
  })
})
