import { appendFileSync } from 'node:fs'

export type Check = (name: string, work: () => void | string | Promise<void | string>) => Promise<void>

/**
 * Lines for build/test-windows.mjs, in a file: Wine gives its programs no pipe to write to. What a check returns
 * stands behind its name: a count or a time.
 */
export function reportTo(file: string): Check {
  return async (name, work) => {
    try {
      const figures = await work()
      appendFileSync(file, `ok      ${name}${figures ? `: ${figures}` : ''}\n`)
    } catch (problem) {
      const text = problem instanceof Error ? problem.stack : String(problem)
      appendFileSync(file, `FAILED  ${name}\n${text}\n`)
    }
  }
}

/** The code of what a promise or a call throws; the empty text when it does not. */
export async function codeOf(call: () => unknown): Promise<string> {
  try {
    await call()
    return ''
  } catch (problem) {
    return String((problem as { code?: unknown }).code)
  }
}

/** A count of the suite: small in `npm test`, more when the environment says so. */
export const count = (name: string, usual: number): number => Number(process.env[name] ?? usual)
