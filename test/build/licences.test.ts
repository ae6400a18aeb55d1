import { describe, expect, it } from 'vitest'
import { closure, importedPackages, mayShip, notices } from '../../build/licences.ts'

describe('mayShip', () => {
  it.each(['MIT', 'OFL-1.1', '(MIT OR CC0-1.0)', 'MIT AND OFL-1.1', '(BSD-2-Clause OR GPL-2.0)'])(
    'lets %s through',
    (licence) => expect(mayShip(licence)).toBe(true),
  )
  it.each([
    'GPL-3.0',
    'AGPL-3.0-only',
    'SEE LICENSE IN LICENSE.md',
    'UNLICENSED',
    'none named',
    'MIT AND GPL-2.0',
  ])('refuses %s', (licence) => expect(mayShip(licence)).toBe(false))
})

describe('what is shipped', () => {
  it('is what the sources import at run time', () => {
    const source = [
      "import { a } from 'one'",
      "import type { b } from 'types-only'",
      "import 'two/styles.css'",
      "import {\n  c,\n  d as e,\n} from '@scope/three/deep'",
      "export * from 'four'",
      "const f = await import('five')",
      "import fs from 'node:fs'",
      "import { g } from './own.ts'",
      "import { h } from '#core/api/fields.ts'",
    ].join('\n')
    expect(importedPackages(source).toSorted()).toEqual(['@scope/three', 'five', 'four', 'one', 'two'])
  })

  it('is everything those packages need, in the version npm gives each', () => {
    const lock = {
      'node_modules/a': { dependencies: { b: '^2', c: '*' } },
      'node_modules/b': { version: '1' },
      'node_modules/a/node_modules/b': { version: '2' },
      'node_modules/c': { dependencies: { a: '*' } },
      'node_modules/unused': {},
    }
    expect(closure(lock, ['a'])).toEqual([
      'node_modules/a',
      'node_modules/a/node_modules/b',
      'node_modules/c',
    ])
  })

  it('is named with its licence text', () => {
    const text = notices([{ name: 'a', version: '1.0.0', licence: 'MIT', texts: ['Permission is granted'] }])
    expect(text).toContain('a 1.0.0\nLicence: MIT\n\nPermission is granted')
  })
})
