/**
 * `npm test`: sets everything up and runs all the proof there is, in order, each step with its time:
 * types, lint, formatting, licences, the build, every vitest project, the Windows programs under Wine.
 * A step counts as one check beside the tests. The last line is `N passed, N failed`.
 *
 *   npm test                      everything
 *   npm test -- test/db           only vitest, with that filter
 *   npm test -- --with-wine       installs Wine too, when root on Debian (.ci/run does)
 */
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { addCounts, countVitest, lastLine, noCounts, readLastLine } from './counts.mjs'
import { findBrowser } from './find-browser.mjs'
import { ensureBuilt, projectEnv, root, setUp, SetUpError } from './setup.mjs'
import { provideTools } from './tools.mjs'

const REPORT = path.join(root, '.cache', 'vitest.json')

/** The script behind a command of an installed package. */
function tool(name, command = name) {
  const folder = path.join(root, 'node_modules', name)
  const { bin } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'))
  return path.join(folder, typeof bin === 'string' ? bin : bin[command])
}

const seconds = (since) => `${((Date.now() - since) / 1000).toFixed(1)} s`

/** Runs a program with the project's Node. `loud` shows its output as it comes; else only when it fails. */
function run(node, args, { loud = false, env = {} } = {}) {
  return new Promise((resolve) => {
    const child = spawn(node, args, {
      cwd: root,
      env: projectEnv(node, env),
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    for (const [stream, target] of [
      [child.stdout, process.stdout],
      [child.stderr, process.stderr],
    ])
      stream.setEncoding('utf8').on('data', (text) => {
        output += text
        if (loud) target.write(text)
      })
    child.on('error', (problem) => resolve({ code: 1, output: problem.message }))
    child.on('close', (code) => resolve({ code: code ?? 1, output }))
  })
}

/** One step that is one check. */
async function check(counts, name, work) {
  const began = Date.now()
  const { code, output } = await work()
  console.log(`${code === 0 ? 'ok    ' : 'FAILED'}  ${name}  (${seconds(began)})`)
  if (code === 0) counts.passed++
  else {
    counts.failed++
    counts.failedNames.push(name)
    console.log(output.trimEnd())
  }
}

async function vitest(counts, node, filters) {
  const began = Date.now()
  rmSync(REPORT, { force: true })
  const args = [tool('vitest'), 'run', '--reporter=dot', '--reporter=json', `--outputFile.json=${REPORT}`]
  const browser = findBrowser()
  const env = { FORCE_COLOR: '0', ...(browser ? { TRAJECTBOEK_BROWSER: browser } : {}) }
  const { code } = await run(node, [...args, ...filters], { loud: true, env })
  if (!existsSync(REPORT)) {
    addCounts(counts, { passed: 0, failed: 1, failedNames: ['vitest ended without a report'] })
    return
  }
  const part = countVitest(JSON.parse(readFileSync(REPORT, 'utf8')))
  // vitest also ends with a code for what belongs to no test: a promise nobody waited for.
  if (code !== 0 && part.failed === 0) {
    part.failed = 1
    part.failedNames.push('vitest ended with an error outside the tests')
  }
  for (const names of [part.failedNames, part.skippedNames])
    names.forEach((name, at) => (names[at] = name.replaceAll(root + path.sep, '')))
  console.log(`${part.failed ? 'FAILED' : 'ok    '}  tests: ${lastLine(part)}  (${seconds(began)})`)
  addCounts(counts, part)
}

async function windows(counts, node) {
  const began = Date.now()
  const { code, output } = await run(node, [path.join('build', 'test-windows.mjs')], { loud: true })
  const part = readLastLine(output)
  if (!part || (code !== 0 && part.failed === 0)) {
    addCounts(counts, { passed: 0, failed: 1, failedNames: ['the tests with the Windows programs stopped'] })
    return
  }
  const skippedNames = [...output.matchAll(/^skipped: (.+)$/gm)].map((match) => match[1])
  const failedNames = [...output.matchAll(/^FAILED\s+(.+?)(?:\s+\([\d.]+ s\))?$/gm)].map((match) => match[1])
  console.log(`${part.failed ? 'FAILED' : 'ok    '}  windows: ${lastLine(part)}  (${seconds(began)})`)
  addCounts(counts, { ...part, skippedNames, failedNames })
}

function finish(counts) {
  if (counts.failedNames.length > 0) console.log(`\nFailed:\n  ${counts.failedNames.join('\n  ')}`)
  if (counts.skippedNames.length > 0) console.log(`\nSkipped:\n  ${counts.skippedNames.join('\n  ')}`)
  console.log(`\n${lastLine(counts)}`)
  process.exitCode = counts.failed > 0 || counts.passed === 0 ? 1 : 0
}

async function main() {
  const args = process.argv.slice(2)
  const withWine = args.includes('--with-wine')
  const filters = args.filter((arg) => arg !== '--with-wine')
  const counts = noCounts()
  const node = setUp()
  mkdirSync(path.dirname(REPORT), { recursive: true })
  if (filters.length > 0) {
    await vitest(counts, node, filters)
    return finish(counts)
  }

  const missing = provideTools({ withWine })
  for (const name of missing) {
    counts.failed++
    counts.failedNames.push(`${name} is needed for the tests and is not here`)
  }
  await check(counts, 'types', () => run(node, [tool('typescript', 'tsc'), '-b', '--checkers', '2']))
  await check(counts, 'lint', () => run(node, [tool('oxlint'), '--type-aware']))
  await check(counts, 'formatting', () => run(node, [tool('prettier'), '--check', '--log-level=warn', '.']))
  await check(counts, 'licences', () => run(node, [path.join('build', 'licences.ts'), '--check']))
  await check(counts, 'build', async () => {
    try {
      ensureBuilt(node, { force: true })
      return { code: 0, output: '' }
    } catch (problem) {
      if (!(problem instanceof SetUpError)) throw problem
      return { code: 1, output: problem.message }
    }
  })
  await vitest(counts, node, [])
  await windows(counts, node)
  finish(counts)
}

try {
  await main()
} catch (problem) {
  if (!(problem instanceof SetUpError)) throw problem
  console.error(problem.message)
  console.log('0 passed, 1 failed')
  process.exitCode = 1
}
