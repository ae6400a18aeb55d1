/** Builds the package for Windows and Linux around a stub of the runtime, and looks what is in it. */
import { execFileSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { extractAll, extractFile, listPackage } from '@electron/asar'
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { Arch, build, type Configuration, Platform } from 'electron-builder'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { composeProgressLetter } from '#core/letters/compose.ts'
import { drawLetter } from '#service/letters/render.ts'
import type { Answer, Said } from '#service/letters/thread/messages.ts'
import { fullFacts } from '../letters/example.ts'
import { stubRuntime } from './stub-runtime.ts'

const root = join(import.meta.dirname, '..', '..')
const load = createRequire(import.meta.url)
const config = load('../../build/electron-builder.config.cjs') as Configuration
const work = mkdtempSync(join(tmpdir(), 'package-'))
const letter = composeProgressLetter(fullFacts, 'nl')

beforeAll(() => {
  if (
    existsSync(join(root, 'out', 'renderer', 'index.html')) &&
    existsSync(join(root, 'out', 'main', 'index.js'))
  )
    return
  const script = join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js')
  execFileSync(process.execPath, [script, 'build'], { cwd: root, stdio: 'pipe' })
}, 180_000)
afterAll(() => rmSync(work, { recursive: true, force: true }))

describe.each([
  { platform: 'win', folder: 'win-unpacked', program: 'Trajectboek.exe', native: 'win32-x64.node' },
  { platform: 'linux', folder: 'linux-unpacked', program: 'trajectboek', native: 'linux-x64.node' },
] as const)('the package for $platform', ({ platform, folder, program, native }) => {
  const output = join(work, platform)
  const app = join(output, folder)
  const archive = join(app, 'resources', 'app.asar')
  let files: string[] = []

  beforeAll(async () => {
    const targets = (platform === 'win' ? Platform.WINDOWS : Platform.LINUX).createTarget('dir', Arch.x64)
    await build({
      projectDir: root,
      targets,
      publish: 'never',
      config: {
        ...structuredClone(config), // the builder rewrites what it is given
        electronDist: stubRuntime(join(work, `stub-${platform}`), platform),
        directories: { ...config.directories, output },
      },
    })
    files = listPackage(archive, { isPack: false }).map((name) => name.replaceAll('\\', '/'))
  }, 240_000)

  it('is one program beside one archive', () => {
    expect(existsSync(join(app, program))).toBe(true)
    expect(readdirSync(join(app, 'resources')).filter((name) => name.startsWith('app'))).toEqual([
      'app.asar',
      'app.asar.unpacked',
    ])
    expect(statSync(archive).size).toBeLessThan(40_000_000)
  })

  it('holds the shell, the data process with its thread, the preload and the page', () => {
    for (const file of [
      '/out/main/index.js',
      '/out/main/data-process.js',
      '/out/main/draw-thread.js',
      '/out/preload/preload.cjs',
      '/out/renderer/index.html',
    ])
      expect(files).toContain(file)
    const { main } = JSON.parse(extractFile(archive, 'package.json').toString()) as { main: string }
    expect(files).toContain(`/${main}`)
  })

  it('finds the data process and the page from where the shell stands', () => {
    // The paths are made from the place of the bundle; in a chunk of its own they would be a folder off.
    const shell = extractFile(archive, 'out/main/index.js').toString()
    for (const name of ['data-process.js', 'preload.cjs']) expect(shell).toContain(name)
  })

  it('has the thread beside whatever starts it, and in the archive: there it finds its fonts', () => {
    const bundles = files.filter((name) => /^\/out\/main\/.*\.js$/.test(name))
    expect(bundles.filter((name) => name.split('/').length !== 4)).toEqual([])
    expect(extractFile(archive, 'out/main/data-process.js').toString()).toContain('./draw-thread')
    expect(existsSync(join(`${archive}.unpacked`, 'out'))).toBe(false)
  })

  it('holds every module that the bundles leave outside', () => {
    const packed = new Set(files)
    const statement =
      /(?:^|[;\n}])import(?:[\w$*{},\s]+from)?\s*["']([^"']+)["']|\bimport\(["'`]([^"'`]+)["'`]\)/g
    for (const file of files.filter((name) => /^\/out\/main\/.*\.js$/.test(name))) {
      const text = extractFile(archive, file.slice(1)).toString()
      const asked = [...text.matchAll(statement)].map(([, fixed, later]) => fixed ?? later ?? '')
      if (file.endsWith('data-process.js')) expect(asked).toContain('better-sqlite3')
      for (const name of asked.filter((module) => !/^(\.|node:|electron$)/.test(module))) {
        const folderOfModule = name
          .split('/')
          .slice(0, name.startsWith('@') ? 2 : 1)
          .join('/')
        expect(packed, `${name}, asked for by ${file}`).toContain(
          `/node_modules/${folderOfModule}/package.json`,
        )
      }
    }
  })

  it('holds the native module of its platform alone, as a real file', () => {
    const isNative = (name: string): boolean => name.endsWith('.node')
    expect(files.filter(isNative)).toEqual([`/node_modules/better-sqlite3/prebuilds/${native}`])
    const unpacked = readdirSync(`${archive}.unpacked`, { recursive: true }).map(String)
    expect(unpacked.filter(isNative).map((name) => name.replaceAll('\\', '/'))).toEqual([
      `node_modules/better-sqlite3/prebuilds/${native}`,
    ])
  })

  it('holds the typefaces that the letters use, and no other', () => {
    const source = readFileSync(join(root, 'service', 'letters', 'fonts.ts'), 'utf8')
    const used = [...source.matchAll(/'(@expo-google-fonts\/[^']+\.ttf)'/g)].map(
      ([, name]) => `/node_modules/${name}`,
    )
    expect(used.length).toBeGreaterThan(3)
    const packed = files.filter(
      (name) => name.startsWith('/node_modules/') && /\.(ttf|otf|woff2?)$/.test(name),
    )
    expect(packed.toSorted()).toEqual(used.toSorted())
  })

  it.each([
    ['sources', /\.(ts|mts|cts|tsx)$/],
    ['maps', /\.map$/],
    ['tests', /(^|\/)(test|tests|__tests__)\//],
    ['the Node for development', /\/node-(linux|win)-|\/bin\/node(\.exe)?$/],
    ['the browser host', /browser-host/],
    [
      'tools',
      /\/node_modules\/(electron|vite|vitest|typescript|playwright-core|oxlint|prettier|resedit|react)\//,
    ],
    ['C sources', /\.(c|cc|cpp|h|hpp|gyp)$/],
    ['an office', /\.(db|db-journal)$/],
  ])('holds no %s', (_what, pattern) => {
    expect(files.filter((name) => pattern.test(name))).toEqual([])
  })

  it('holds nothing of the browser host in its bundles', () => {
    for (const file of files.filter((name) => /^\/out\/main\/.*\.js$/.test(name)))
      expect(extractFile(archive, file.slice(1)).toString()).not.toMatch(
        /node:https?\b|createServer|127\.0\.0\.1/,
      )
  })

  it('has its fuses set', async () => {
    const wire = await getCurrentFuseWire(join(app, program))
    const on = FuseState.ENABLE
    const off = FuseState.DISABLE
    expect(wire).toMatchObject({
      [FuseV1Options.RunAsNode]: off,
      [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: off,
      [FuseV1Options.EnableNodeCliInspectArguments]: off,
      [FuseV1Options.GrantFileProtocolExtraPrivileges]: off,
      [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: on,
      [FuseV1Options.OnlyLoadAppFromAsar]: on,
      [FuseV1Options.EnableCookieEncryption]: on,
    })
  })

  it('carries the languages of the program', () => {
    expect(readdirSync(join(app, 'locales')).toSorted()).toEqual(['en-US.pak', 'nl.pak'])
  })
})

describe.runIf(process.platform === 'linux' && process.arch === 'x64')('what is in the package', () => {
  const copy = join(work, 'extracted')
  beforeAll(() => extractAll(join(work, 'linux', 'linux-unpacked', 'resources', 'app.asar'), copy))

  it('draws a letter by itself, with the bytes that the sources give', async () => {
    const thread = new Worker(join(copy, 'out', 'main', 'draw-thread.js'))
    thread.postMessage({ id: 1, content: letter, options: { draft: false }, pictures: new Map() })
    const answer = await Promise.race([
      new Promise<Answer>((hear) => {
        thread.on('message', (said: Said) => said !== 'begun' && hear(said))
      }),
      once(thread, 'exit').then(() => expect.unreachable('the thread ended without an answer')),
    ])
    await thread.terminate()
    const { pdf } = await drawLetter(letter, { draft: false })
    expect('letter' in answer && Buffer.compare(answer.letter.pdf, pdf)).toBe(0)
  })

  it('opens an office by itself, away from the working folder', () => {
    const play = `
      import { EventEmitter } from 'node:events'
      const parent = process.parentPort = new EventEmitter()
      parent.postMessage = (message) => {
        process.stdout.write(JSON.stringify(message))
        parent.emit('message', { data: { type: 'quit' }, ports: [] })
      }
      await import(${JSON.stringify(join(copy, 'out', 'main', 'data-process.js'))})
      const place = { profileDir: 'profile', suggestedFolder: 'office', openedDir: 'opened', version: '0', practice: false }
      parent.emit('message', { data: { type: 'start', place }, ports: [] })`
    const args = ['--input-type=module', '--eval', play]
    const said = execFileSync(process.execPath, args, { cwd: work, encoding: 'utf8', timeout: 60_000 })
    expect(JSON.parse(said)).toEqual({ type: 'ready' })
  })
})

describe('the installer', () => {
  it('needs no administrator, speaks Dutch, and leaves the office when the program goes', () => {
    expect(config.win?.target).toEqual([{ target: 'nsis', arch: ['x64'] }])
    expect(config.nsis).toMatchObject({
      perMachine: false,
      allowElevation: false,
      language: '1043',
      deleteAppDataOnUninstall: false,
    })
    expect(config.publish).toBeNull()
  })

  it('has an icon for every size that Windows shows', () => {
    const ico = readFileSync(join(root, 'build', 'icons', 'icon.ico'))
    const pictures = ico.readUInt16LE(4)
    const sizes = Array.from({ length: pictures }, (_, index) => {
      const at = 6 + 16 * index
      const png = ico.subarray(
        ico.readUInt32LE(at + 12),
        ico.readUInt32LE(at + 12) + ico.readUInt32LE(at + 8),
      )
      expect(png.subarray(1, 4).toString()).toBe('PNG')
      expect(png.readUInt32BE(16)).toBe(ico.readUInt8(at) || 256)
      return png.readUInt32BE(16)
    })
    expect(sizes).toEqual([16, 20, 24, 32, 40, 48, 64, 128, 256])
    expect(readFileSync(join(root, 'build', 'icons', 'icon.png')).readUInt32BE(16)).toBe(512)
  })
})
