import { defineConfig } from 'vitest/config'

const files = ['test/**/*.test.ts', 'test/**/*.test.tsx']
const endToEnd = ['test/e2e/**/*.test.ts']

/** Kept apart from electron.vite.config.ts: the tests run in plain Node, on the sources. */
export default defineConfig({
  test: {
    maxWorkers: 2, // a slow office PC and a small build machine have two cores; more only makes timings lie
    projects: [
      {
        test: {
          name: 'rooms',
          include: files,
          exclude: endToEnd,
          environment: 'node',
          globalSetup: ['build/check-node.ts'],
          pool: 'forks', // native modules and process.env stay apart
          testTimeout: 120_000, // a test that hangs, not a machine that is busy
          hookTimeout: 120_000,
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          name: 'end to end',
          include: endToEnd,
          environment: 'node',
          globalSetup: ['build/check-node.ts', 'build/built-program.ts'],
          pool: 'forks',
          fileParallelism: false, // one browser at a time
          testTimeout: 300_000,
          hookTimeout: 300_000,
          expect: { poll: { timeout: 30_000 } }, // a busy machine, not the speed of the program
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
})
