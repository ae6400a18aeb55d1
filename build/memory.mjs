/**
 * How Node keeps house where it serves the office (V8's own options; `node --v8-options`). Left to itself it lets a batch
 * of letters grow to twice as much memory before it cleans up.
 *
 * `--max-semi-space-size`: what is new is cleaned up every 2 MB, which is less than a letter. `--no-allocation-site-pretenuring`:
 * V8 would learn from the first letters that what a letter is made of stays, and put it where it cleans up rarely.
 * `--heap-growing-percent`: there it cleans up when there is a fifth more than after the last time.
 */
export const memoryOptions = [
  '--max-semi-space-size=2',
  '--no-allocation-site-pretenuring',
  '--heap-growing-percent=20',
]
