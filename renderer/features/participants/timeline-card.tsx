/** What happened, newest first, with the box for the next note on top. */
import { UnstyledButton } from '@mantine/core'
import { IconMail, IconTrash } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatNarrow, formatShort } from '#core/calendar/dates.ts'
import type { LanguageSkill } from '#core/api/fields.ts'
import type { TimelineItem } from '#core/api/people.ts'
import { client } from '../../client.ts'
import { useOffice } from '../../office/office.ts'
import { orpc } from '../../office/query.ts'
import { useCommand } from '../../office/use-command.ts'
import { FilterChips } from '../../ui/filter-chips.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { useToast } from '../../ui/toast.tsx'
import { NoteBox } from './note-box.tsx'
import { useItemTitle } from './item-title.ts'

type Filter = 'all' | 'notes' | 'letters' | 'places'
const filters: Record<Filter, (item: TimelineItem) => boolean> = {
  all: () => true,
  notes: (item) => item.kind === 'note',
  letters: (item) => item.kind === 'letter',
  places: (item) => item.kind === 'placement' || item.kind === 'aftercare',
}
const shownAtFirst = 20

export function TimelineCard({ id }: { id: number }) {
  const { t } = useTranslation('people')
  const [filter, setFilter] = useState<Filter>('all')
  const [more, setMore] = useState(false)
  const items = useQuery(orpc.participants.timeline.queryOptions({ input: { participantId: id } })).data
  const fitting = items?.filter(filters[filter]) ?? []
  const shown = more ? fitting : fitting.slice(0, shownAtFirst)
  return (
    <Sheet title={t('person.timeline')}>
      <NoteBox id={id} />
      <FilterChips
        label={t('person.filter.label')}
        value={filter}
        onChange={setFilter}
        chips={(['all', 'notes', 'letters', 'places'] as const).map((value) => ({
          value,
          label: t(`person.filter.${value}`),
        }))}
      />
      {items && shown.length === 0 && <p className="dim timeline-empty">{t('person.noTimeline')}</p>}
      <ul className="timeline">
        {shown.map((item) => (
          <Item key={`${item.kind}-${item.id}`} item={item} />
        ))}
      </ul>
      {fitting.length > shown.length && (
        <UnstyledButton className="link" onClick={() => setMore(true)}>
          {t('person.timelineMore')}
        </UnstyledButton>
      )}
    </Sheet>
  )
}

function Item({ item }: { item: TimelineItem }) {
  const { t } = useTranslation('people')
  const { language, today } = useOffice()
  const toast = useToast()
  const title = useItemTitle(item)
  const remove = useCommand(client.notes.remove)
  async function takeAway(): Promise<void> {
    const answer = await remove.run({ id: item.id })
    if (answer) toast({ text: t('person.noteRemoved'), changeSetId: answer.changeSetId })
  }
  const thisYear = item.on.slice(0, 4) === today.slice(0, 4)
  return (
    <li className="timeline-item">
      <span className="timeline-on">{thisYear ? formatNarrow(item.on, language) : formatShort(item.on)}</span>
      <div>
        <div className="timeline-head">
          <span className="dim">{[title, item.who].filter(Boolean).join(', ')}</span>
          {item.inReport && (
            <span className="timeline-report">
              <IconMail size={18} stroke={1.75} aria-hidden /> {t('person.inLetter')}
            </span>
          )}
          {item.kind === 'note' && (
            <UnstyledButton
              className="timeline-remove"
              aria-label={t('person.removeNote')}
              title={t('person.removeNote')}
              onClick={() => void takeAway()}
            >
              <IconTrash size={18} stroke={1.75} aria-hidden />
            </UnstyledButton>
          )}
        </div>
        <ItemText item={item} />
      </div>
    </li>
  )
}

/** The words of a note as they were typed; of a language measurement, each skill with its level. */
function ItemText({ item }: { item: TimelineItem }) {
  const { t } = useTranslation('enums')
  if (item.text === '') return null
  if (item.kind !== 'language') return <p className="lines">{item.text}</p>
  const levels = item.text.split(' · ')
  const skills = item.code.split(',') as LanguageSkill[]
  return (
    <p className="capital">
      {skills.map((skill, n) => `${t(`languageSkill.${skill}`).toLowerCase()} ${levels[n] ?? ''}`).join(', ')}
    </p>
  )
}
