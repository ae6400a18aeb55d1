import { findBrowser } from './find-browser.mjs'

/**
 * Before any test: the right Node, since the native SQLite module ends an older one without a message, and the
 * browser's place for the tests that open one.
 */
export default function checkNode(): void {
  const major = Number(process.versions.node.split('.')[0])
  if (major !== 24)
    throw new Error(
      `The tests need Node 24 and this is ${process.version}: use \`npm test\` or \`npx vitest run <folder>\` after \`npm ci\`.`,
    )
  const browser = findBrowser()
  if (browser) process.env['TRAJECTBOEK_BROWSER'] = browser
}
