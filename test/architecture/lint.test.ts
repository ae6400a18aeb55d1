import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { root } from './sources.ts'

interface Finding {
  code: string
  filename: string
}

const samples: Record<string, string> = {
  'core/a.ts': "import { x } from '#db/open.ts'\nconsole.log(x)\n",
  'core/b.ts': "import { readFileSync } from 'node:fs'\nexport const a = readFileSync('x')\n",
  'db/a.ts': "import { x } from '#service/router.ts'\nexport const a = x\n",
  'service/a.ts': "import Database from 'better-sqlite3'\nexport const a = new Database('x')\n",
  'electron/window.ts': "import { x } from '#service/router.ts'\nexport const a = x\n",
  'electron/data-process.ts': "import { x } from '#service/router.ts'\nexport const a = x\n",
  'renderer/a.ts': "import { x } from '#service/router.ts'\nexport const a = x\n",
  'renderer/b.tsx': 'export const A = () => <img src="x" />\n',
  'service/promise.ts':
    'async function save(): Promise<void> {}\nexport function go(): void {\n  save()\n}\n',
  'service/long.ts': 'export const a = 1\n'.concat('// line\n'.repeat(400)),
}

let folder = ''
let findings: Finding[] = []

beforeAll(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'trajectboek-lint-'))
  cpSync(path.join(root, '.oxlintrc.json'), path.join(folder, '.oxlintrc.json'))
  for (const [name, text] of Object.entries(samples)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true })
    writeFileSync(path.join(folder, name), text)
  }
  const script = path.join(root, 'node_modules', 'oxlint', 'bin', 'oxlint')
  const done = spawnSync(
    process.execPath,
    [script, '--type-aware', '-f', 'json', 'core', 'db', 'service', 'electron', 'renderer'],
    {
      cwd: folder,
      encoding: 'utf8',
      timeout: 25_000,
      env: {
        ...process.env,
        PATH: `${path.join(root, 'node_modules', '.bin')}${path.delimiter}${process.env['PATH'] ?? ''}`,
      },
    },
  )
  findings = (JSON.parse(done.stdout) as { diagnostics: Finding[] }).diagnostics
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const codes = (name: string) =>
  findings.filter((one) => one.filename.replaceAll('\\', '/').endsWith(name)).map((one) => one.code)

describe('the lint rules of the project', () => {
  it.each([
    ['core/a.ts', 'no-restricted-imports'],
    ['core/a.ts', 'no-console'],
    ['core/b.ts', 'no-restricted-imports'],
    ['db/a.ts', 'no-restricted-imports'],
    ['service/a.ts', 'no-restricted-imports'],
    ['electron/window.ts', 'no-restricted-imports'],
    ['renderer/a.ts', 'no-restricted-imports'],
    ['renderer/b.tsx', 'alt-text'],
    ['service/promise.ts', 'no-floating-promises'],
    ['service/long.ts', 'max-lines'],
  ])('in %s catch %s', (name, rule) => {
    expect(codes(name).join(' ')).toContain(rule)
  })

  it('let the data process import the service', () => {
    expect(codes('electron/data-process.ts')).toEqual([])
  })
})
