/** While the participant's view is there: nothing else can be seen, reached or opened, and the window says no name. */
import { useEffect, useRef } from 'react'
import { lock } from '../../../office/lock.ts'
import { commandOfKey, typingIn } from '../../../shell/keys.ts'

/** `locked`: the lock screen is over everything, and lives where the form does. */
export function useViewOnly(locked: boolean): void {
  useEffect(() => {
    const title = document.title
    document.title = 'Trajectboek'
    document.body.classList.add('is-viewing')
    return () => {
      document.title = title
      document.body.classList.remove('is-viewing')
    }
  }, [])
  useEffect(() => {
    const root = document.getElementById('root')
    if (!root || locked) return
    root.inert = true
    return () => {
      root.inert = false
    }
  }, [locked])
}

/** F9 and Escape go back, Page Down and Page Up go on and back. The keys of the program wait until then. */
export function useViewKeys(act: { next: () => void; previous: () => void; close: () => void }): void {
  const latest = useRef(act)
  latest.current = act
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (lock.now()) return
      const { key } = event
      const step =
        key === 'F9' || key === 'Escape'
          ? latest.current.close
          : key === 'PageDown'
            ? latest.current.next
            : key === 'PageUp'
              ? latest.current.previous
              : null
      const command = commandOfKey(event)
      const mine = command === 'undo' && typingIn(event.target)
      if (!step && key !== 'F6' && (!command || mine)) return
      event.preventDefault()
      event.stopImmediatePropagation()
      step?.()
    }
    // Before anything else that listens.
    window.addEventListener('keydown', onKey, true)
    return () => window.removeEventListener('keydown', onKey, true)
  }, [])
}
