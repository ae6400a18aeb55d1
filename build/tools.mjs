/** The programs that `npm test` needs beside Node, and the Debian packages they come in. No dependencies. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { findBrowser } from './find-browser.mjs'

/** Whether `name` is a program on PATH. */
export function onPath(name, env = process.env, exists = existsSync) {
  const endings = process.platform === 'win32' ? ['.exe', '.cmd'] : ['']
  return (env.PATH ?? env.Path ?? '')
    .split(path.delimiter)
    .some((folder) => folder && endings.some((ending) => exists(path.join(folder, name + ending))))
}

const jar = (name) => existsSync(`/usr/share/java/${name}.jar`)
const PREFLIGHT = ['preflight', 'pdfbox2', 'fontbox2', 'xmpbox', 'commons-logging', 'bcprov', 'commons-io']

/** Each need: what it is for, how to see whether it is there, and the Debian packages that bring it. */
export const NEEDS = [
  {
    name: 'Chromium, Chrome or Edge',
    use: 'the tests in a real browser',
    there: () => findBrowser() !== null,
    packages: ['chromium'],
  },
  { name: 'qpdf', use: 'the check of every letter', there: () => onPath('qpdf'), packages: ['qpdf'] },
  {
    name: 'pdfinfo, pdffonts, pdftotext, pdftoppm',
    use: 'the check of every letter',
    there: () => ['pdfinfo', 'pdffonts', 'pdftotext', 'pdftoppm'].every((name) => onPath(name)),
    packages: ['poppler-utils'],
  },
  {
    name: 'Java with PDFBox Preflight',
    use: 'the check of the PDF/A rules',
    there: () => onPath('java') && PREFLIGHT.every(jar),
    packages: [
      'default-jre-headless',
      'libpdfbox2-java',
      'libcommons-logging-java',
      'libbcprov-java',
      'libcommons-io-java',
      'libactivation-java',
      'libjaxb-api-java',
    ],
  },
]

export const WINE = {
  name: 'Wine',
  use: 'the tests with the Windows programs',
  there: () => onPath('wine'),
  packages: ['wine', 'wine64'],
}

const isDebianRoot = () =>
  process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')

/**
 * Looks for every need, names the package of what is missing, and installs it when we are root on Debian.
 * @returns {string[]} the names of what is still missing
 */
export function provideTools({ withWine = false, say = console.log } = {}) {
  const needs = withWine ? [...NEEDS, WINE] : NEEDS
  const missing = needs.filter((need) => !need.there())
  if (missing.length === 0) return []
  const packages = missing.flatMap((need) => need.packages)
  for (const need of missing)
    say(`${need.name} is missing (${need.use}). On Debian: apt-get install ${need.packages.join(' ')}`)
  if (!isDebianRoot()) return missing.map((need) => need.name)
  say(`Installing ${packages.join(' ')} ...`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const apt = (...args) =>
    spawnSync('apt-get', args, { env, stdio: ['ignore', 'ignore', 'inherit'], timeout: 10 * 60_000 })
  apt('update', '-qq')
  apt('install', '-y', '-qq', '--no-install-recommends', ...packages)
  return needs.filter((need) => !need.there()).map((need) => need.name)
}
