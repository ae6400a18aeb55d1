/**
 * A stand-in for the Electron runtime, which is a download of 120 MB: just enough for electron-builder to make
 * a package around it. Nothing in it runs.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { NtExecutable, NtExecutableResource, Resource } from 'resedit'

const { version } = createRequire(import.meta.url)('electron/package.json') as { version: string }

/** Where Electron keeps its fuses: a mark, the version of the wire, its length, and a 0 or 1 per fuse. */
const fuses = Buffer.concat([
  Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'),
  Buffer.from([1, 9]),
  Buffer.from('1'.repeat(9)),
])

/** A Windows program that does nothing, with the version information that electron-builder adds to. */
function windowsProgram(): Buffer {
  const exe = NtExecutable.createEmpty(false, false)
  const resources = NtExecutableResource.from(exe)
  const info = Resource.VersionInfo.createEmpty()
  info.lang = 1033
  const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number)
  info.setFileVersion(major, minor, patch, 0, 1033)
  info.setStringValues(
    { lang: 1033, codepage: 1200 },
    { ProductName: 'Electron', FileDescription: 'Electron' },
  )
  info.outputToResourceEntries(resources.entries)
  resources.outputResource(exe)
  return Buffer.from(exe.generate())
}

/** Writes the stub into `folder`, and answers that folder. */
export function stubRuntime(folder: string, platform: 'win' | 'linux'): string {
  mkdirSync(join(folder, 'locales'), { recursive: true })
  mkdirSync(join(folder, 'resources'))
  writeFileSync(join(folder, 'version'), version)
  for (const language of ['nl', 'en-US', 'de']) writeFileSync(join(folder, 'locales', `${language}.pak`), '')
  for (const name of ['LICENSE', 'LICENSES.chromium.html']) writeFileSync(join(folder, name), 'stub')
  const [name, program] =
    platform === 'win'
      ? ['electron.exe', windowsProgram()]
      : ['electron', readFileSync(process.execPath).subarray(0, 4096)]
  writeFileSync(join(folder, name), Buffer.concat([program, fuses]), { mode: 0o755 })
  return folder
}
