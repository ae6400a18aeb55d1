import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { root } from '../../build/setup.mjs'

interface Locked {
  version?: string
  optionalDependencies?: Record<string, string>
}

/** Optional dependencies (programs per platform) that have no entry: `npm ci` then refuses the whole file. */
function missing(packages: Record<string, Locked>): string[] {
  return Object.entries(packages).flatMap(([place, one]) =>
    Object.keys(one.optionalDependencies ?? {}).filter(
      (name) => !packages[`${place}/node_modules/${name}`] && !packages[`node_modules/${name}`],
    ),
  )
}

// npm leaves them out in silence when the registry it asked does not carry the other platforms.
it('package-lock.json has the programs of every platform, so that npm ci works on a fresh clone', () => {
  const lock = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, Locked>
  }
  expect(Object.keys(lock.packages).length).toBeGreaterThan(100)
  expect(missing(lock.packages)).toEqual([])
})

it('the check sees one that is missing', () => {
  const a = { optionalDependencies: { 'a-win': '1', 'a-linux': '1' } }
  expect(missing({ 'node_modules/a': a, 'node_modules/a-linux': {} })).toEqual(['a-win'])
})
