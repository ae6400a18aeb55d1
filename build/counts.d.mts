export interface Counts {
  passed: number
  failed: number
  skipped: number
  skippedNames: string[]
  failedNames: string[]
}
/** Counts from what `vitest --reporter=json` writes; a file that could not be loaded counts as one failed. */
export function countVitest(report: unknown): Counts
/** Adds the counts of one part to the whole, in place. */
export function addCounts(whole: Counts, part: Partial<Counts> & { passed: number; failed: number }): Counts
export function noCounts(): Counts
/** `N passed, N failed`, with `, N skipped` behind it when something was. */
export function lastLine(counts: Counts): string
/** Reads a last line back from a program's output; null when there is none. */
export function readLastLine(output: string): { passed: number; failed: number; skipped: number } | null
