/**
 * `npm start`: sets everything up and opens the program. In the desktop window where the Electron runtime is
 * there or can be fetched, else through the browser host on 127.0.0.1.
 *
 *   npm start                    the office
 *   npm start -- --practice      a practice office full of invented data
 *   npm start -- --browser       always the browser host; --no-open leaves the browser closed
 */
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { parseStart, profileFolder } from './profile.mjs'
import { ensureBuilt, projectEnv, root, setUp, SetUpError } from './setup.mjs'

const FETCH_LIMIT_MS = 4 * 60_000
const PROBE_LIMIT_MS = 4_000

/** Path of the Electron program, or null when the runtime was never fetched. */
function electronRuntime() {
  const folder = path.join(root, 'node_modules', 'electron')
  const named = path.join(folder, 'path.txt')
  const program = existsSync(named)
    ? readFileSync(named, 'utf8').trim()
    : process.platform === 'win32'
      ? 'electron.exe'
      : 'electron'
  const file = path.join(folder, 'dist', program)
  return existsSync(file) ? file : null
}

/** One quick look whether the runtime's server answers, so that a PC without internet does not wait. */
async function canFetch() {
  const mirrored = ['ELECTRON_MIRROR', 'npm_config_electron_mirror', 'HTTPS_PROXY', 'https_proxy']
  if (mirrored.some((name) => process.env[name])) return true
  try {
    await fetch('https://github.com/electron/electron', {
      method: 'HEAD',
      signal: AbortSignal.timeout(PROBE_LIMIT_MS),
    })
    return true
  } catch {
    return false
  }
}

async function fetchRuntime(node) {
  if (!(await canFetch())) return null
  console.log('Fetching the Electron runtime (once, about 120 MB) ...')
  const script = path.join(root, 'node_modules', 'electron', 'install.js')
  spawnSync(node, [script], {
    cwd: root,
    env: projectEnv(node),
    timeout: FETCH_LIMIT_MS,
    stdio: ['ignore', 'ignore', 'ignore'],
  })
  return electronRuntime()
}

/** Why no window can be opened here, or null. */
function noWindow() {
  if (process.platform !== 'linux') return null
  if (!process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) return 'There is no display here'
  if (process.getuid?.() === 0) return 'Electron does not run as root'
  return null
}

/** Opens `address` in the default browser; false where there is no display or no opener. */
function openBrowser(address) {
  const openers = { win32: ['explorer.exe', [address]], darwin: ['open', [address]] }
  if (process.platform === 'linux' && noWindow() === 'There is no display here') return
  const [command, args] = openers[process.platform] ?? ['xdg-open', [address]]
  const child = spawn(command, args, { stdio: 'ignore', detached: true })
  child.on('error', () => {}) // no opener: the address is on the screen
  child.unref()
}

/** Runs the program to its end; Ctrl+C asks it to stop and waits, so that it can publish and close its file. */
function run(command, args, env, onLine) {
  return new Promise((resolve) => {
    const windows = process.platform === 'win32'
    const child = spawn(command, args, {
      cwd: root,
      env,
      stdio: ['ignore', onLine ? 'pipe' : 'inherit', 'inherit'],
      detached: !windows, // its own process group: only we pass Ctrl+C on, once
    })
    let asked = false
    const stop = () => {
      if (asked) return child.kill('SIGKILL')
      asked = true
      // On Windows the console has told the child already, and kill() there would be a hard end.
      if (!windows) child.kill('SIGTERM')
    }
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop)
    if (onLine) {
      let rest = ''
      child.stdout.setEncoding('utf8').on('data', (text) => {
        process.stdout.write(text)
        const lines = (rest + text).split(/\r?\n/)
        rest = lines.pop() ?? ''
        for (const line of lines) onLine(line)
      })
    }
    child.on('error', (problem) => {
      console.error(problem.message)
      resolve(1)
    })
    child.on('exit', (code) => resolve(code ?? (asked ? 0 : 1)))
  })
}

async function main() {
  const options = parseStart(process.argv.slice(2))
  const node = setUp()
  if (ensureBuilt(node)) console.log('Built the program.')

  const practice = options.practice ? ['--practice'] : []
  if (!options.browser) {
    const reason = noWindow()
    const electron = reason ? null : (electronRuntime() ?? (await fetchRuntime(node)))
    if (electron) {
      const env = projectEnv(node)
      delete env.ELECTRON_RUN_AS_NODE // set by some editors; Electron would open no window
      return run(electron, [root, ...practice, ...options.rest], env)
    }
    console.log(
      `${reason ?? 'The Electron runtime is not here and could not be fetched'}: the same program opens in the browser.`,
    )
  }

  const profile = profileFolder(options.practice)
  mkdirSync(profile, { recursive: true })
  const script = path.join(root, 'service', 'browser-host', 'main.ts')
  let opened = !options.open
  const program = [script, '--profile', profile, ...practice, ...options.rest]
  // What is compiled is kept: it starts sooner, and each thread does without the compiler for TypeScript.
  const env = projectEnv(node, { NODE_COMPILE_CACHE: path.join(root, '.cache', 'compiled') })
  return run(node, program, env, (line) => {
    const address = /http:\/\/127\.0\.0\.1:\d+\/\S*/.exec(line)?.[0]
    if (!address || opened) return
    opened = true
    openBrowser(address)
  })
}

try {
  process.exitCode = await main()
} catch (problem) {
  if (!(problem instanceof SetUpError)) throw problem
  console.error(problem.message)
  process.exitCode = 1
}
