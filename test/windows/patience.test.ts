import { expect, test } from 'vitest'
import { nodeFiles, renameShortly, type FileOps } from '#db/file-ops.ts'

/** Renaming fails so many times, as on Windows while another program has the file open. */
function held(times: number, code: string): { ops: FileOps; tries: () => number } {
  let tries = 0
  const rename = () => {
    tries += 1
    if (tries <= times) throw Object.assign(new Error(code), { code })
  }
  return { ops: { ...nodeFiles, rename }, tries: () => tries }
}

test.each(['EPERM', 'EBUSY', 'EACCES'])(
  'a small file that is held for a moment (%s) is waited for',
  (code) => {
    const { ops, tries } = held(3, code)
    renameShortly('a', 'b', ops)
    expect(tries()).toBe(4)
  },
)

test('a file that stays held is told after a quarter of a second, a full disk at once', () => {
  const long = held(1_000, 'EPERM')
  const began = performance.now()
  expect(() => renameShortly('a', 'b', long.ops)).toThrow('EPERM')
  const took = performance.now() - began
  expect(long.tries()).toBe(10)
  expect(took).toBeGreaterThan(200)
  const full = held(1_000, 'ENOSPC')
  expect(() => renameShortly('a', 'b', full.ops)).toThrow('ENOSPC')
  expect(full.tries()).toBe(1)
})
