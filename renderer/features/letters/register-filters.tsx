/** What of the register is shown: words, a kind, how it stands, and which days. */
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RegisterFilter } from '#core/api/letter-sending.ts'
import { letterKind } from '#core/api/letters.ts'
import { SelectField } from '../../forms/choice-field.tsx'
import { DateField } from '../../forms/date-field.tsx'
import { useOffice } from '../../office/office.ts'

type More = Omit<RegisterFilter, 'query'>
const states = ['all', 'final', 'sent', 'replaced', 'withdrawn'] as const
const kinds = ['all', ...letterKind.options] as const

export function RegisterFilters({
  query,
  onQuery,
  more,
  onMore,
}: {
  query: string
  onQuery: (query: string) => void
  more: More
  onMore: (more: More) => void
}) {
  const { t } = useTranslation(['letters', 'sending', 'enums'])
  const { today } = useOffice()
  const [text, setText] = useState(query)
  useEffect(() => setText(query), [query])
  return (
    <div role="search" className="letters-filters">
      <label className="letters-search">
        <span className="for-readers">{t('list.search')}</span>
        <input
          data-find
          type="search"
          className="plain-input"
          placeholder={t('list.searchHint')}
          autoComplete="off"
          spellCheck={false}
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value)
            onQuery(event.currentTarget.value)
          }}
        />
      </label>
      <SelectField
        label={t('sending:register.kind')}
        value={more.kind ?? 'all'}
        onChange={(kind) => onMore({ ...more, kind: kind === 'all' ? null : kind })}
        choices={kinds.map((value) => ({
          value,
          label: value === 'all' ? t('sending:register.allKinds') : t(`kind.${value}`),
        }))}
      />
      <SelectField
        label={t('sending:register.state')}
        value={more.state ?? 'all'}
        onChange={(state) => onMore({ ...more, state: state === 'all' ? null : state })}
        choices={states.map((value) => ({
          value,
          label: value === 'all' ? t('sending:register.allStates') : t(`enums:letterState.${value}`),
        }))}
      />
      <DateField
        className="form-short"
        label={t('sending:register.from')}
        today={today}
        value={more.from}
        onChange={(from) => onMore({ ...more, from })}
      />
      <DateField
        className="form-short"
        label={t('sending:register.to')}
        today={today}
        value={more.to}
        onChange={(to) => onMore({ ...more, to })}
      />
    </div>
  )
}
