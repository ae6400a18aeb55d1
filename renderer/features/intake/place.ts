/** Where in the form somebody is: the question that last had the focus, told to the office so that anybody can go on. */
import { useEffect, useMemo, useRef } from 'react'
import { client } from '../../client.ts'

/** A question that is only passed with Tab is no place to stop, in ms. */
const stayMs = 300

/** The key of the question that `element` is in, or null. */
export function questionAt(element: Element | null): string | null {
  return element?.closest<HTMLElement>('[data-question]')?.dataset['question'] ?? null
}

/** The last question with the focus, for when the focus is elsewhere (a button of the page). */
export type Place = { now: () => string; put: (question: string) => void }

export function usePlace(intakeId: number, start: string): Place {
  const place = useRef(start)
  useEffect(() => {
    let told = start
    let timer: ReturnType<typeof setTimeout> | undefined
    const tell = (): void => {
      if (told === place.current) return
      told = place.current
      // Not worth a message: it only says where to begin next time.
      client.intakes.stopAt({ id: intakeId, question: told }).catch(() => undefined)
    }
    const onFocus = (event: FocusEvent): void => {
      const question = event.target instanceof Element ? questionAt(event.target) : null
      if (question === null) return
      place.current = question
      clearTimeout(timer)
      timer = setTimeout(tell, stayMs)
    }
    document.addEventListener('focusin', onFocus)
    return () => {
      document.removeEventListener('focusin', onFocus)
      clearTimeout(timer)
      tell()
    }
  }, [intakeId, start])
  return useMemo(
    () => ({
      now: () => place.current,
      put: (question) => {
        place.current = question
      },
    }),
    [],
  )
}

/** Puts the focus in the question. @returns whether it is on the screen. */
export function focusQuestion(key: string): boolean {
  const box = document.getElementById(`q-${key}`)
  const control =
    box?.querySelector<HTMLElement>(':is(input, textarea, select):checked') ??
    box?.querySelector<HTMLElement>(':is(input, textarea, select)') ??
    box?.querySelector<HTMLElement>('button')
  control?.focus()
  return control !== undefined && control !== null
}
