/** Names: each in its own direction, so that an Arabic name never turns the words around it. */
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'

export function OwnScript({ name, lang, className }: { name: string; lang: string; className?: string }) {
  if (!name) return null
  return (
    <bdi {...(lang ? { lang } : {})} {...(className ? { className } : {})}>
      {name}
    </bdi>
  )
}

/** A person's name that opens the page of that person. */
export function PersonLink({
  id,
  children,
  strong = false,
}: {
  id: number
  children: ReactNode
  strong?: boolean
}) {
  return (
    <Link
      to="/deelnemers/$id"
      params={{ id: String(id) }}
      className={strong ? 'name-link name-link-strong' : 'name-link'}
    >
      <bdi>{children}</bdi>
    </Link>
  )
}
