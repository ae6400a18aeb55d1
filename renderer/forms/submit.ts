/** Sending a form off: a field that is not understood yet keeps it here, instead of being left out in silence. */
import type { FormEvent } from 'react'

/** For `<form noValidate onSubmit={onSubmit(save)}>`: the first field with a problem of its own gets the focus. */
export function onSubmit(send: () => void | Promise<void>): (event: FormEvent<HTMLFormElement>) => void {
  return (event) => {
    event.preventDefault()
    const unclear = event.currentTarget.querySelector<HTMLElement>(':is(input, textarea, select):invalid')
    if (unclear) unclear.focus()
    else void send()
  }
}
