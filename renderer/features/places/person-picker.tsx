/** Choosing one participant by typing part of a name. */
import { UnstyledButton } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FieldProblem } from '#core/api/errors.ts'
import { TextField } from '../../forms/text-field.tsx'
import { orpc } from '../../office/query.ts'

export type Picked = { id: number; name: string }

const most = 6

export function PersonPicker({
  value,
  onChange,
  problem,
}: {
  value: Picked | null
  onChange: (value: Picked | null) => void
  problem: FieldProblem | null
}) {
  const { t } = useTranslation(['places', 'common'])
  const [query, setQuery] = useState('')
  const typed = query.trim()
  const found = useQuery(
    orpc.participants.list.queryOptions({
      input: { query: typed, stage: null, after: null, limit: most },
      enabled: value === null && typed !== '',
      placeholderData: keepPreviousData,
    }),
  )
  if (value)
    return (
      <p className="places-chosen">
        <strong>
          <bdi>{value.name}</bdi>
        </strong>
        <UnstyledButton className="link" onClick={() => onChange(null)}>
          {t('form.otherPerson')}
        </UnstyledButton>
      </p>
    )
  const rows = typed === '' ? [] : (found.data?.rows ?? [])
  return (
    <div>
      <TextField
        label={t('form.findPerson')}
        hint={t('form.findPersonHint')}
        noSpelling
        value={query}
        onChange={setQuery}
        problem={problem}
        onKeyDown={(event) => {
          const [only] = rows
          if (event.key !== 'Enter') return
          event.preventDefault() // Enter chooses; it does not send the form
          if (only) onChange({ id: only.id, name: only.fullName })
        }}
      />
      <ul className="places-found" aria-label={t('form.foundPeople')}>
        {rows.map((row) => (
          <li key={row.id}>
            <UnstyledButton onClick={() => onChange({ id: row.id, name: row.fullName })}>
              <bdi>{row.fullName}</bdi>
            </UnstyledButton>
          </li>
        ))}
      </ul>
      {typed !== '' && found.isSuccess && rows.length === 0 && (
        <p className="dim" role="status">
          {t('common:nothingFound')}
        </p>
      )}
    </div>
  )
}
