import { app, type BrowserWindow } from 'electron'

/**
 * Closing the window and quitting both wait for `leave`, which runs once; the second time round they go through.
 */
export function leaveInOrder(window: BrowserWindow, leave: () => Promise<void>): void {
  let stage: 'open' | 'leaving' | 'left' = 'open'
  const hold = (event: { preventDefault(): void }): boolean => {
    if (stage !== 'left') event.preventDefault()
    return stage === 'open'
  }
  window.on('close', (event) => {
    if (hold(event)) app.quit()
  })
  app.on('before-quit', (event) => {
    if (!hold(event)) return
    stage = 'leaving'
    void leave().finally(() => {
      stage = 'left'
      app.quit()
    })
  })
}
