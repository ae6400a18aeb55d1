/** How many minutes late, inside the cell: digits, then Enter. Leaving it is also done; Esc stops. */
import { useRef, useState } from 'react'

export function LateBox({
  label,
  start,
  onDone,
}: {
  label: string
  start: number
  onDone: (minutes: number | null, onward: boolean) => void
}) {
  const [text, setText] = useState(String(start))
  const finished = useRef(false)
  function finish(keep: boolean, onward: boolean): void {
    if (finished.current) return
    finished.current = true
    const minutes = Number.parseInt(text, 10)
    onDone(keep && minutes >= 1 ? Math.min(minutes, 600) : null, onward)
  }
  return (
    <span className="week-late">
      <input
        aria-label={label}
        className="week-late-input"
        inputMode="numeric"
        autoComplete="off"
        maxLength={3}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- it was just asked for by a key
        autoFocus
        onFocus={(event) => event.currentTarget.select()}
        value={text}
        onChange={(event) => setText(event.currentTarget.value.replaceAll(/\D/g, ''))}
        onBlur={() => finish(true, false)}
        onKeyDown={(event) => {
          event.stopPropagation()
          if (event.key === 'Enter') {
            event.preventDefault()
            finish(true, true)
          } else if (event.key === 'Escape') {
            event.preventDefault()
            finish(false, false)
          }
        }}
      />
    </span>
  )
}
