import { describe, expect, it } from 'vitest'
import { addCounts, countVitest, lastLine, noCounts, readLastLine } from '../../build/counts.mjs'

const test = (status: string, fullName = status) => ({ status, fullName })

describe('the counts of npm test', () => {
  it('come from the report, with names for what failed and what was skipped', () => {
    const counts = countVitest({
      testResults: [
        {
          name: 'a.test.ts',
          status: 'failed',
          assertionResults: [test('passed'), test('failed', 'x'), test('pending', 'y'), test('todo', 'z')],
        },
      ],
    })
    expect(counts).toEqual({
      passed: 1,
      failed: 1,
      skipped: 2,
      failedNames: ['a.test.ts > x'],
      skippedNames: ['a.test.ts > y', 'a.test.ts > z'],
    })
  })

  it('count a file that could not be loaded as one that failed', () => {
    const counts = countVitest({
      testResults: [{ name: 'a.test.ts', status: 'failed', assertionResults: [] }],
    })
    expect(counts.failed).toBe(1)
  })

  it('count a file whose clean-up failed though its tests passed', () => {
    const counts = countVitest({
      testResults: [{ name: 'a.test.ts', status: 'failed', assertionResults: [test('passed')] }],
    })
    expect(counts).toMatchObject({ passed: 1, failed: 1 })
  })

  it('make a plain last line that can be read back', () => {
    const counts = addCounts(noCounts(), { passed: 12, failed: 0, skipped: 2, skippedNames: ['a', 'b'] })
    expect(lastLine(counts)).toBe('12 passed, 0 failed, 2 skipped')
    expect(lastLine(addCounts(noCounts(), { passed: 3, failed: 1 }))).toBe('3 passed, 1 failed')
    expect(readLastLine(`some text\n${lastLine(counts)}\n`)).toEqual({ passed: 12, failed: 0, skipped: 2 })
    expect(readLastLine('no such line')).toBeNull()
  })
})
