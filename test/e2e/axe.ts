/** axe-core in the page as it stands. Its source is evaluated by the browser's debugger, so the CSP stays as it is. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults, RunOptions } from 'axe-core'
import type { Page } from 'playwright-core'

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const options: RunOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  resultTypes: ['violations'],
}

/** One line per finding, for at most three of its elements; empty when axe finds nothing. */
export async function axeFindings(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(source)
  const results = await page.evaluate(async (chosen) => {
    const { axe } = globalThis as unknown as { axe: { run(options: RunOptions): Promise<AxeResults> } }
    // From the top: a line that has scrolled half under the bar is no small target.
    const { scrollX, scrollY } = window
    window.scrollTo(0, 0)
    const found = await axe.run(chosen)
    window.scrollTo(scrollX, scrollY)
    return found
  }, options)
  return results.violations.flatMap((violation) =>
    violation.nodes
      .slice(0, 3)
      .map(
        (node) =>
          `${violation.id} (${violation.impact}, ${violation.nodes.length} times): ${violation.help}. ${node.target.join(' ')} ${node.html.slice(0, 160)} ${(node.failureSummary ?? '').replaceAll(/\s+/g, ' ').slice(0, 220)}`,
      ),
  )
}
