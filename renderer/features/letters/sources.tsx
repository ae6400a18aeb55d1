/** The parts of a letter in its own order; one that is chosen shows what it rests on. */
import { UnstyledButton } from '@mantine/core'
import { IconChevronRight } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { LetterView } from '#core/api/letters.ts'
import type { SourcedPart } from '#core/api/letter-sources.ts'
import { formatHours } from '#core/attendance/totals.ts'
import { useOffice } from '../../office/office.ts'
import { orpc } from '../../office/query.ts'
import { Sheet } from '../../ui/sheet.tsx'
import { SourceLine } from './source-line.tsx'
import { useSourceWords } from './source-words.ts'
import './sources.css'

/** Nothing is open; a part of this name there is not. */
const closed = '-'

export function Sources({ letter }: { letter: Exclude<LetterView, { kind: 'results' }> }) {
  const { t } = useTranslation('sources')
  const { id, participantId } = letter
  // In the address: who follows a link and comes back finds the same part open.
  const { deel } = useSearch({ from: '/brieven/$id' })
  const navigate = useNavigate()
  const sources = useQuery(orpc.letterSources.get.queryOptions({ input: { id } }))
  if (!sources.data) return null
  const { parts } = sources.data
  const open = deel ?? (parts.find((part) => part.hours !== null) ?? parts[0])?.code
  const show = (code: string) =>
    void navigate({
      to: '/brieven/$id',
      params: { id: String(id) },
      search: { deel: code },
      replace: true,
      resetScroll: false,
    })
  return (
    <Sheet title={t('title')} className="letter-sources">
      {parts.length === 0 ? (
        <p className="dim">{t('none')}</p>
      ) : (
        <>
          <p className="dim">{t('lead')}</p>
          <ul className="letter-parts">
            {parts.map((part) => (
              <Part
                key={part.code}
                part={part}
                participantId={participantId}
                open={part.code === open}
                onToggle={() => show(part.code === open ? closed : part.code)}
              />
            ))}
          </ul>
        </>
      )}
    </Sheet>
  )
}

function Part({
  part,
  participantId,
  open,
  onToggle,
}: {
  part: SourcedPart
  participantId: number
  open: boolean
  onToggle: () => void
}) {
  const { t } = useTranslation('sources')
  const { language } = useOffice()
  const { partName } = useSourceWords()
  const id = useId()
  const { hours } = part
  return (
    <li>
      <UnstyledButton
        className="letter-part"
        aria-expanded={open}
        {...(open ? { 'aria-controls': id } : {})}
        onClick={onToggle}
      >
        <IconChevronRight size={18} stroke={2} aria-hidden />
        <span className="letter-part-name">{partName(part.code)}</span>
        <span className="dim">
          {hours
            ? t('hours', {
                present: formatHours(hours.present_minutes, language),
                planned: formatHours(hours.planned_minutes, language),
              })
            : t('count', { count: part.sources.length })}
        </span>
      </UnstyledButton>
      {open && (
        <ul id={id} className="letter-source-list">
          {part.sources.map((source, at) => (
            <SourceLine key={at} source={source} participantId={participantId} />
          ))}
        </ul>
      )}
    </li>
  )
}
