/** What works on every screen: one list of commands, asked for by a key, the menu of the window or the palette. */
import { useNavigate } from '@tanstack/react-router'
import { useCallback, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { MenuCommand } from '#core/api/shell.ts'
import { client } from '../client.ts'
import { saveEverything } from '../forms/autosaver.ts'
import { failureOf } from '../office/failure.ts'
import { lock } from '../office/lock.ts'
import { refreshAll } from '../office/query.ts'
import { clockTime, saved } from '../office/saved.ts'
import { valuesOf } from '../ui/message.tsx'
import { useToast } from '../ui/toast.tsx'
import { commandOfKey, typingIn } from './keys.ts'
import { lockScreen } from './lock.ts'

/** A screen that prints something else than itself (a letter) listens to this and calls preventDefault. */
export const printEvent = 'trajectboek:print'
/** A screen that takes back or does again its own steps (the week) listens to these and calls preventDefault. */
export const undoEvent = 'trajectboek:undo'
export const redoEvent = 'trajectboek:redo'
const isTaken = (name: string) => !window.dispatchEvent(new Event(name, { cancelable: true }))

export function useShellCommands({
  openPalette,
  openHelp,
}: {
  openPalette: () => void
  openHelp: () => void
}) {
  const { t } = useTranslation(['app', 'common', 'errors', 'dossier'])
  const navigate = useNavigate()
  const toast = useToast()

  /** Undo, or the undo of the undo. The list of today's steps is one press away. */
  async function turn(call: () => Promise<unknown>, said: string): Promise<void> {
    try {
      await saveEverything()
      await call()
      await refreshAll()
      toast({
        text: (
          <>
            {said}{' '}
            <a className="link" href="#/wijzigingen">
              {t('dossier:day.link')}
            </a>
          </>
        ),
      })
    } catch (error) {
      const failure = failureOf(error)
      const { code } = failure
      toast({
        text:
          code === 'LINE_LOST' ? t('common:lineLost.title') : t(`errors:${code}.title`, valuesOf(failure)),
      })
    }
  }

  function sayS(): void {
    void saveEverything().then(() => {
      const { savedAt, stuck } = saved.now()
      if (stuck) toast({ text: t('shell.notSaved') })
      else if (savedAt) toast({ text: t('shell.allSavedAlready', { time: clockTime(savedAt) }) })
      else toast({ text: t('shell.allSavedAlreadyNoTime') })
    })
  }

  function find(): void {
    const box = document.querySelector<HTMLElement>('#page [data-find]')
    // A search box that is folded away opens itself.
    if (box instanceof HTMLButtonElement) box.click()
    else if (box) (box.querySelector('input') ?? box).focus()
    else openPalette()
  }

  function print(): void {
    if (!isTaken(printEvent)) window.print()
  }

  const commands: Record<MenuCommand, () => void> = {
    newParticipant: () => void navigate({ to: '/deelnemers/nieuw' }),
    print,
    save: sayS,
    lock: () => void lockScreen(),
    undo: () => {
      if (!isTaken(undoEvent)) void turn(() => client.app.undo({}), t('common:undone'))
    },
    redo: () => {
      if (!isTaken(redoEvent)) void turn(() => client.history.redo(), t('dossier:day.redoneToast'))
    },
    find,
    palette: openPalette,
    goToday: () => void navigate({ to: '/vandaag' }),
    goPeople: () => void navigate({ to: '/deelnemers' }),
    goPlaces: () => void navigate({ to: '/plekken' }),
    goLetters: () => void navigate({ to: '/brieven' }),
    goResults: () => void navigate({ to: '/resultaten' }),
    goSettings: () => void navigate({ to: '/instellingen' }),
    refresh: () => void refreshAll(),
    help: openHelp,
    shortcuts: openHelp,
    about: () => void navigate({ to: '/instellingen' }),
  }
  const latest = useRef(commands)
  latest.current = commands
  const run = useCallback((command: MenuCommand) => {
    // The menu of the window is there on the lock screen too, and on the participant's view.
    if (!lock.now() && !document.body.classList.contains('is-viewing')) latest.current[command]()
  }, [])

  useEffect(() => window.shell?.onMenuCommand(run), [run])
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented) return
      if (event.key === 'F6') {
        event.preventDefault()
        movePane()
        return
      }
      const command = commandOfKey(event)
      if (!command || ((command === 'undo' || command === 'redo') && typingIn(event.target))) return
      event.preventDefault()
      run(command)
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [run])
  return run
}

/** F6: from the rail to the page and back. */
function movePane(): void {
  const inRail = document.activeElement?.closest('#rail')
  const next = inRail ? '#page h1' : '#rail [aria-current], #rail a'
  document.querySelector<HTMLElement>(next)?.focus()
}
