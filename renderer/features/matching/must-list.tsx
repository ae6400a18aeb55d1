/** What has to be, as lines with a lock. */
import { IconLock } from '@tabler/icons-react'

export function MustList({ title, lines }: { title: string; lines: readonly string[] }) {
  return (
    <div>
      <h2 className="match-side-title">{title}</h2>
      <ul className="match-must">
        {lines.map((line) => (
          <li key={line}>
            <IconLock size={18} stroke={1.75} aria-hidden />
            <span>{line}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}
