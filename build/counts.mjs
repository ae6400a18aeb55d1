/** Counts and names from vitest's JSON report, and the last line of `npm test`. No dependencies. */

/**
 * @param {any} report what `vitest --reporter=json` writes
 * @returns {{passed: number, failed: number, skipped: number, skippedNames: string[], failedNames: string[]}}
 *   A file that could not be loaded has no tests in the report and counts as one that failed.
 */
export function countVitest(report) {
  const counts = { passed: 0, failed: 0, skipped: 0, skippedNames: [], failedNames: [] }
  for (const file of report.testResults ?? []) {
    const tests = file.assertionResults ?? []
    for (const test of tests) {
      const name = `${file.name} > ${test.fullName}`
      if (test.status === 'passed') counts.passed++
      else if (test.status === 'failed') {
        counts.failed++
        counts.failedNames.push(name)
      } else {
        counts.skipped++
        counts.skippedNames.push(name)
      }
    }
    if (file.status === 'failed' && !tests.some((test) => test.status === 'failed')) {
      counts.failed++
      counts.failedNames.push(`${file.name} (the file could not be loaded or cleaned up)`)
    }
  }
  return counts
}

/** Adds the counts of one part to the whole, in place. */
export function addCounts(whole, part) {
  whole.passed += part.passed
  whole.failed += part.failed
  whole.skipped += part.skipped ?? 0
  whole.skippedNames.push(...(part.skippedNames ?? []))
  whole.failedNames.push(...(part.failedNames ?? []))
  return whole
}

export const noCounts = () => ({ passed: 0, failed: 0, skipped: 0, skippedNames: [], failedNames: [] })

/** `N passed, N failed`, with `, N skipped` behind it when something was. */
export function lastLine(counts) {
  const skipped = counts.skipped > 0 ? `, ${counts.skipped} skipped` : ''
  return `${counts.passed} passed, ${counts.failed} failed${skipped}`
}

/** Reads a last line back, from the output of a part that ran as a program of its own; null when there is none. */
export function readLastLine(output) {
  const found = [...output.matchAll(/^(\d+) passed, (\d+) failed(?:, (\d+) skipped)?$/gm)].pop()
  return found ? { passed: Number(found[1]), failed: Number(found[2]), skipped: Number(found[3] ?? 0) } : null
}
