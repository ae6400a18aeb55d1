/**
 * THIRD-PARTY-NOTICES.txt: the licences of everything that goes to the office with the program.
 *
 *   node build/licences.ts            writes the file
 *   node build/licences.ts --check    says whether it is up to date and every licence may be shipped
 *
 * What is shipped: the closure of `dependencies` (packed as they are), and of every development dependency that
 * a shipped room imports at run time (built into out/). The Electron runtime brings its own notices along.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)))
const noticesFile = path.join(root, 'THIRD-PARTY-NOTICES.txt')
const rooms = ['core', 'db', 'service', 'electron', 'renderer']

interface LockedPackage {
  version?: string
  dependencies?: Record<string, string>
  optionalDependencies?: Record<string, string>
}
export type Lock = Record<string, LockedPackage>

export interface Shipped {
  name: string
  version: string
  licence: string
  texts: string[]
}

/**
 * Whether a licence may go out with a program under the EUPL-1.2, given as an SPDX expression. One choice of an
 * OR is enough; every part of an AND has to be fine. Unknown words are refused: a person has to look.
 */
export function mayShip(licence: string): boolean {
  const fine = new Set([
    'MIT',
    'MIT-0',
    'ISC',
    'BSD-2-Clause',
    'BSD-3-Clause',
    '0BSD',
    'Apache-2.0',
    'Unlicense',
    'CC0-1.0',
    'Zlib',
    'OFL-1.1',
    'Python-2.0',
    'BlueOak-1.0.0',
    'WTFPL',
  ])
  const bare = licence.trim().replace(/^\((.*)\)$/, '$1')
  if (bare.includes(' OR ')) return bare.split(' OR ').some(mayShip)
  if (bare.includes(' AND ')) return bare.split(' AND ').every(mayShip)
  return fine.has(bare)
}

/** Names of the packages that a source text imports at run time; `import type` leaves nothing behind. */
export function importedPackages(source: string): string[] {
  const found = new Set<string>()
  const statements = source.matchAll(
    /(?:^|[\n;])\s*(?:import|export)\s+(?!type\b)(?:[\w*${}\s,]+?\s+from\s+)?['"]([^'"\n]+)['"]|\bimport\(\s*['"]([^'"\n]+)['"]|\brequire\(\s*['"]([^'"\n]+)['"]/g,
  )
  for (const match of statements) {
    const name = match[1] ?? match[2] ?? match[3] ?? ''
    if (!name || /^[.#]|^node:/.test(name)) continue
    const parts = name.split('/')
    found.add(name.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] ?? name))
  }
  return [...found]
}

/** Where npm resolves `name` from the package at `from`: the nearest node_modules upwards. Null when absent. */
function resolve(lock: Lock, from: string, name: string): string | null {
  for (let place = from; ;) {
    const candidate = place === '' ? `node_modules/${name}` : `${place}/node_modules/${name}`
    if (lock[candidate]) return candidate
    if (place === '') return null
    const above = place.lastIndexOf('/node_modules/')
    place = above < 0 ? '' : place.slice(0, above)
  }
}

/** The places in the lock file (`node_modules/a/node_modules/b`) of `names` and all they need. */
export function closure(lock: Lock, names: Iterable<string>): string[] {
  const seen = new Set<string>()
  const visit = (from: string, name: string): void => {
    const place = resolve(lock, from, name)
    if (!place || seen.has(place)) return
    seen.add(place)
    for (const next of Object.keys(lock[place]?.dependencies ?? {})) visit(place, next)
  }
  for (const name of names) visit('', name)
  return [...seen].toSorted()
}

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const file = path.join(folder, entry.name)
    if (entry.isDirectory()) return sources(file)
    return /\.(ts|tsx|css)$/.test(entry.name) ? [readFileSync(file, 'utf8')] : []
  })
}

/** Licence files of a package, and of what it carries inside (fonts, SQLite's ciphers), as texts. */
function licenceTexts(folder: string): string[] {
  if (!existsSync(folder)) return []
  const own = readdirSync(folder).filter((name) =>
    /^(licen[cs]e|copying|notice|ofl|font_license)/i.test(name),
  )
  return own
    .map((name) => path.join(folder, name))
    .filter((file) => /\.(md|txt)$|^[^.]+$/i.test(path.basename(file)) || !path.extname(file))
    .map((file) => readFileSync(file, 'utf8').replaceAll('\r\n', '\n').trim())
}

/** Packages whose package.json names no licence, read by hand: the licence their LICENSE file holds. */
const readByHand: Record<string, string> = { 'png-js@2.0.0': 'MIT' }

/** What a package carries inside without a licence file of its own. Source: the head of deps/sqlite3/sqlite3.c. */
const inside: Record<string, string> = {
  'better-sqlite3-multiple-ciphers':
    'Inside: SQLite3 Multiple Ciphers, Copyright (c) 2006 and later Ulrich Telle, under the MIT licence as above; SQLite, in the public domain.',
}

function describe(place: string): Shipped {
  const folder = path.join(root, place)
  const about = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as {
    name: string
    version: string
    license?: string | { type: string }
    licenses?: { type: string }[]
  }
  const licence =
    typeof about.license === 'string'
      ? about.license
      : (about.license?.type ??
        about.licenses?.map((one) => one.type).join(' OR ') ??
        readByHand[`${about.name}@${about.version}`] ??
        'none named')
  const carried = inside[about.name]
  const texts = [...licenceTexts(folder), ...(carried ? [carried] : [])]
  return { name: about.name, version: about.version, licence, texts }
}

/** Everything that is shipped, by name. */
function shipped(): Shipped[] {
  const lock = (JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')) as { packages: Lock })
    .packages
  const own = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>
    devDependencies: Record<string, string>
  }
  const bundled = new Set(
    rooms.flatMap((room) => sources(path.join(root, room))).flatMap((text) => importedPackages(text)),
  )
  bundled.delete('electron') // the runtime itself: LICENSE and LICENSES.chromium.html lie beside the program
  const names = [
    ...Object.keys(own.dependencies),
    ...Object.keys(own.devDependencies).filter((name) => bundled.has(name)),
  ]
  const unique = new Map<string, Shipped>()
  for (const place of closure(lock, names)) {
    if (!existsSync(path.join(root, place))) continue // optional, for another platform
    const found = describe(place)
    unique.set(`${found.name}@${found.version}`, found)
  }
  return [...unique.values()].toSorted((a, b) =>
    a.name < b.name ? -1 : a.name > b.name ? 1 : a.version < b.version ? -1 : 1,
  )
}

/** The text of THIRD-PARTY-NOTICES.txt: the same packages give the same bytes. */
export function notices(packages: readonly Shipped[]): string {
  const line = '-'.repeat(80)
  const parts = packages.map((one) => {
    const texts = one.texts.length > 0 ? one.texts.join('\n\n') : 'The package names this licence only.'
    return `${line}\n${one.name} ${one.version}\nLicence: ${one.licence}\n\n${texts}\n`
  })
  const head = `Trajectboek is licensed under the EUPL-1.2 (see LICENSE). It contains the packages below, each under its own\nlicence. The Electron runtime and Chromium are described in the files beside the program. Made by build/licences.ts.\n`
  return `${head}\n${parts.join('\n')}`
}

function main(): void {
  const packages = shipped()
  const refused = packages.filter((one) => !mayShip(one.licence))
  for (const one of refused)
    console.error(
      `${one.name} ${one.version} has the licence "${one.licence}", which this check does not know as one that may be shipped. Replace the package, or add the licence to mayShip() in build/licences.ts after reading it.`,
    )
  const text = notices(packages)
  if (process.argv.includes('--check')) {
    const there = existsSync(noticesFile) ? readFileSync(noticesFile, 'utf8').replaceAll('\r\n', '\n') : ''
    const stale = there !== text
    if (stale) console.error('THIRD-PARTY-NOTICES.txt is not up to date: run `npm run licences`.')
    process.exitCode = refused.length > 0 || stale ? 1 : 0
    return
  }
  writeFileSync(noticesFile, text)
  console.log(`${packages.length} packages in THIRD-PARTY-NOTICES.txt`)
  process.exitCode = refused.length > 0 ? 1 : 0
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main()
