/**
 * A click is of what was pressed. Leaving a field brings or takes a message, so that a button moves away under the
 * pointer between pressing and letting go; the browser then clicks nothing, and what was typed would not be saved.
 */

const pressable = 'button, a[href], summary, label, input[type="checkbox"], input[type="radio"]'
/** Further than this, in px, is dragging or thinking better of it. */
const stillPx = 4

/** For the whole window; call once. */
export function steadyClicks(): void {
  let pressed: { what: HTMLElement; x: number; y: number } | null = null
  window.addEventListener(
    'mousedown',
    (event) => {
      const plain = event.button === 0 && !event.ctrlKey && !event.shiftKey && !event.altKey && !event.metaKey
      const what = event.target instanceof Element ? event.target.closest<HTMLElement>(pressable) : null
      pressed = plain && what ? { what, x: event.clientX, y: event.clientY } : null
    },
    { capture: true },
  )
  window.addEventListener(
    'click',
    (event) => {
      if (event.target instanceof Node && pressed?.what.contains(event.target)) pressed = null
    },
    { capture: true },
  )
  window.addEventListener(
    'mouseup',
    (event) => {
      const { what, x, y } = pressed ?? {}
      if (!what || Math.hypot(event.clientX - (x ?? 0), event.clientY - (y ?? 0)) > stillPx) return
      // The browser's own click comes first, if there is one.
      setTimeout(() => {
        if (pressed?.what !== what) return
        pressed = null
        if (what.isConnected) what.click()
      })
    },
    { capture: true },
  )
}
