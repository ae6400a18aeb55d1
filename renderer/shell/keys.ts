/** Which key asks for what: the conventions of Windows and Office. No name of a key in two places. */
import type { MenuCommand } from '#core/api/shell.ts'

const plain: Readonly<Record<string, MenuCommand>> = { F1: 'help', F3: 'palette', F5: 'refresh' }
const withControl: Readonly<Record<string, MenuCommand>> = {
  k: 'palette',
  e: 'palette',
  f: 'find',
  n: 'newParticipant',
  p: 'print',
  s: 'save',
  z: 'undo',
  y: 'redo',
}

/** null for keys that are somebody else's. Shift or Alt make it another key. */
export function commandOfKey(
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>,
): MenuCommand | null {
  // The other key for it, as in many programs.
  if (event.ctrlKey && event.shiftKey && !event.altKey && event.key.toLowerCase() === 'z') return 'redo'
  if (event.altKey || event.shiftKey) return null
  if (event.ctrlKey || event.metaKey) return withControl[event.key.toLowerCase()] ?? null
  return plain[event.key] ?? null
}

/** Whether somebody is typing there: then Ctrl+Z and Ctrl+Y are the field's own. */
export function typingIn(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('input, textarea, [contenteditable="true"]') !== null
}
