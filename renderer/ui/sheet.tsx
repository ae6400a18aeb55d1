/** A white sheet around things that belong together. Never a sheet in a sheet. */
import { useId, type ReactNode } from 'react'

export function Sheet({
  title,
  aside,
  className = '',
  children,
  level = 2,
}: {
  title?: ReactNode
  aside?: ReactNode
  className?: string
  children: ReactNode
  level?: 2 | 3
}) {
  const id = useId()
  const Heading = `h${level}` as const
  return (
    <section className={`sheet ${className}`} {...(title ? { 'aria-labelledby': id } : {})}>
      {title && (
        <div className="sheet-head">
          <Heading id={id}>{title}</Heading>
          {aside && <div className="sheet-aside">{aside}</div>}
        </div>
      )}
      {children}
    </section>
  )
}

/** Nothing here yet: what belongs here, an example, one button. No drawing. */
export function EmptyState({
  title,
  children,
  action,
  level = 2,
}: {
  title: string
  children: ReactNode
  action?: ReactNode
  level?: 2 | 3
}) {
  const Heading = `h${level}` as const
  return (
    <div className="empty">
      <Heading className="empty-title">{title}</Heading>
      <p>{children}</p>
      {action}
    </div>
  )
}

/** Facts in two columns: label, value. Leave out what is empty. */
export function Facts({ facts }: { facts: readonly (readonly [label: string, value: ReactNode])[] }) {
  return (
    <dl className="facts">
      {facts.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

/** Lines that each wait for something: title, second lines, one button at the right. */
export function TaskLine({
  title,
  children,
  action,
}: {
  title: ReactNode
  children?: ReactNode
  action?: ReactNode
}) {
  return (
    <li className="task-line">
      <div>
        <p className="task-title">{title}</p>
        {children && <div className="task-text">{children}</div>}
      </div>
      {action}
    </li>
  )
}
