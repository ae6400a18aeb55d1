/** Work that may wait until what was just done stands on the screen. */

/** Longer than any frame takes; a page that is not drawn has none. */
const longestFrame = 100

/**
 * Resolves in the task after the next frame, so that a key is answered on the screen first. At once when the page is
 * hidden or goes away: what waits for it, such as a save, must not be lost.
 */
export function afterPaint(): Promise<void> {
  if (document.hidden) return Promise.resolve()
  return new Promise((resolve) => {
    const end = new AbortController()
    const done = (): void => {
      end.abort()
      cancelAnimationFrame(frame)
      clearTimeout(timer)
      resolve()
    }
    let timer = setTimeout(done, longestFrame)
    const frame = requestAnimationFrame(() => {
      clearTimeout(timer)
      timer = setTimeout(done)
    })
    document.addEventListener('visibilitychange', done, { signal: end.signal })
    window.addEventListener('pagehide', done, { signal: end.signal })
  })
}
