/** What a screen reader should say although the focus does not move there. One region for the whole program. */
import { useEffect, useState } from 'react'

let say: (text: string) => void = () => undefined

/** Said once, politely; the same text twice is said twice. */
export function announce(text: string): void {
  say(text)
}

export function Announcer() {
  const [text, setText] = useState('')
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    say = (next) => {
      setText('')
      clearTimeout(timer)
      timer = setTimeout(() => setText(next), 50) // an empty moment in between makes a repeat audible
    }
    return () => {
      clearTimeout(timer)
      say = () => undefined
    }
  }, [])
  return (
    <div className="for-readers" role="status" aria-live="polite">
      {text}
    </div>
  )
}
