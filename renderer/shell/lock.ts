/** Blanking the screen: by asking for it, after a while without a key or the mouse, and after the PC slept. */
import { notifications } from '@mantine/notifications'
import { useEffect } from 'react'
import { client } from '../client.ts'
import { saveEverything } from '../forms/autosaver.ts'
import { lock } from '../office/lock.ts'
import { orpc, queryClient } from '../office/query.ts'
import { commandOfKey } from './keys.ts'

/** How long saving what was typed may keep the office from closing, in ms. The screen is blank already. */
const longestSave = 3_000
/** How often to look whether it is time, in ms; after the PC slept the first look comes at once. */
const lookEvery = 2_000

let locking: Promise<void> | null = null

/** Blanks at once, saves what was typed, then closes the office. Everything stays mounted. Never rejects. */
export function lockScreen(): Promise<void> {
  lock.blank()
  locking ??= closeOffice().finally(() => (locking = null))
  return locking
}

async function closeOffice(): Promise<void> {
  notifications.clean()
  await Promise.race([
    saveEverything().catch(() => undefined),
    new Promise((resolve) => setTimeout(resolve, longestSave)),
  ])
  lock.close()
  // Where this does not get through, the screen is blank all the same; signing in closes what was open.
  await client.app.signOut().catch(() => undefined)
  await queryClient.refetchQueries({ queryKey: orpc.app.state.queryOptions().queryKey })
}

/** Who looks at the lock screen must not reach what is underneath, by a key of the program or of a dialog. */
function keepFromUnderneath(event: KeyboardEvent): void {
  if (!lock.now()) return
  const command = commandOfKey(event)
  if (event.key !== 'Escape' && event.key !== 'F6' && !command) return
  event.stopImmediatePropagation()
  if (command && command !== 'undo') event.preventDefault()
}
// First of all listeners: dialogs listen to Escape on the window too.
window.addEventListener('keydown', keepFromUnderneath, true)

const signsOfLife = ['keydown', 'pointerdown', 'pointermove', 'wheel', 'touchstart'] as const

/** While `on`: locks after so many minutes without a sign of life. */
export function useIdleLock(minutes: number, on: boolean): void {
  useEffect(() => {
    if (!on) return
    let last = Date.now()
    const late = () => Date.now() - last >= minutes * 60_000
    const look = (): void => {
      if (late()) void lockScreen()
    }
    // The mouse that wakes a sleeping PC comes before the clock does: it opens nothing.
    const seen = (): void => {
      if (late()) void lockScreen()
      else last = Date.now()
    }
    const timer = setInterval(look, lookEvery)
    for (const sign of signsOfLife) window.addEventListener(sign, seen, { capture: true, passive: true })
    return () => {
      clearInterval(timer)
      for (const sign of signsOfLife) window.removeEventListener(sign, seen, { capture: true })
    }
  }, [minutes, on])
}
