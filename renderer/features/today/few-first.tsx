/** A few lines of a list, and the others when they are asked for, so that nothing hides behind one long kind. */
import { UnstyledButton } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ForReaders } from '../../ui/hidden.tsx'

/** `title` also says to a screen reader what there is more of; '' where the list has its heading already. */
export function FewFirst<T>({
  title,
  lines,
  first,
  children,
  aside,
}: {
  title: string
  lines: readonly T[]
  first: number
  children: (line: T) => ReactNode
  aside?: ReactNode
}) {
  const { t } = useTranslation('today')
  const [all, setAll] = useState(false)
  if (lines.length === 0) return null
  // "Toon alle 3" for one line more is no gain.
  const shown = all || lines.length <= first + 1 ? lines : lines.slice(0, first)
  return (
    <div className="today-kind">
      {title !== '' && (
        <h3>
          {title} {lines.length > 1 && <span className="dim">({lines.length})</span>}
        </h3>
      )}
      <ul>{shown.map(children)}</ul>
      <div className="today-more">
        {shown.length < lines.length && (
          <UnstyledButton className="link" data-list-rest onClick={() => setAll(true)}>
            {t('all', { count: lines.length })}
            {title !== '' && <ForReaders>{` ${title}`}</ForReaders>}
          </UnstyledButton>
        )}
        {aside}
      </div>
    </div>
  )
}
