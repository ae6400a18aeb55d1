/** What happened, newest first, with the box for the next note on top. */
import { Checkbox, UnstyledButton } from '@mantine/core'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  timelineGroup,
  type TimelineFilter,
  type TimelineGroup,
  type TimelineItem,
} from '#core/api/timeline.ts'
import { everything, placeKey, type TimelinePlace } from '#core/dossier/timeline.ts'
import { SelectField } from '../../forms/choice-field.tsx'
import { TextField } from '../../forms/text-field.tsx'
import { failureOf } from '../../office/failure.ts'
import { orpc } from '../../office/query.ts'
import { FilterChips } from '../../ui/filter-chips.tsx'
import { FailureMessage } from '../../ui/message.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { NoteBox } from './note-box.tsx'
import { PassageDialog } from './timeline-passage.tsx'
import { TimelineLine } from './timeline-line.tsx'
import { useSelectedNote } from './timeline-selection.ts'

const atOnce = 40
/** Asked for most; the other groups are behind the filter. */
const usual: readonly TimelineGroup[] = ['notes', 'letters', 'places']

export function TimelineCard({
  id,
  trajectoryId,
  filter,
  onFilter,
}: {
  id: number
  /** Where a passage goes; undefined: there is no letter to put it in. */
  trajectoryId: number | undefined
  filter: TimelineFilter
  onFilter: (filter: TimelineFilter) => void
}) {
  const { t } = useTranslation(['dossier', 'common'])
  const [open, setOpen] = useState(false)
  const [passage, setPassage] = useState<{ noteId: number; text: string } | null>(null)
  const selected = useSelectedNote()
  const asked = useDeferredValue(filter)
  const list = useInfiniteQuery(
    orpc.dossier.timeline.infiniteOptions({
      input: (after: TimelinePlace | null) => ({ participantId: id, filter: asked, after, limit: atOnce }),
      initialPageParam: null as TimelinePlace | null,
      getNextPageParam: (page) => (page.more ? placeOf(page.items.at(-1)) : null),
      placeholderData: keepPreviousData,
    }),
  )
  const pages = list.data?.pages ?? []
  const items = pages.flatMap((page) => page.items)
  const newest = pages[0]
  const isFiltered = filter.onlyReport || filter.query.trim() !== '' || filter.group !== null
  const chips = [...usual, ...(filter.group && !usual.includes(filter.group) ? [filter.group] : [])]
  return (
    <Sheet
      title={t('timeline.title')}
      aside={
        <UnstyledButton
          className="link"
          aria-expanded={open}
          aria-controls="timeline-panel"
          {...(open ? {} : { 'data-find': true })}
          onClick={() => setOpen(!open)}
        >
          {t('timeline.more')}
        </UnstyledButton>
      }
    >
      <NoteBox id={id} />
      <FilterChips<TimelineGroup | 'all'>
        label={t('timeline.filter')}
        value={filter.group ?? 'all'}
        onChange={(group) => onFilter({ ...filter, group: group === 'all' ? null : group })}
        chips={(['all', ...chips] as const).map((value) => ({ value, label: t(`group.${value}`) }))}
      />
      <div id="timeline-panel" className="timeline-panel" hidden={!open}>
        {open && (
          <>
            <div data-find>
              <TextField
                label={t('timeline.search')}
                value={filter.query}
                onChange={(query) => onFilter({ ...filter, query: query.slice(0, 200) })}
                anyScript
                autoFocus
              />
            </div>
            <SelectField<TimelineGroup | 'all'>
              label={t('timeline.kind')}
              value={filter.group ?? 'all'}
              onChange={(group) => onFilter({ ...filter, group: group === 'all' ? null : group })}
              choices={(['all', ...timelineGroup.options] as const).map((value) => ({
                value,
                label:
                  value === 'all' ? t('group.all') : `${t(`group.${value}`)} (${newest?.groups[value] ?? 0})`,
              }))}
            />
            <Checkbox
              label={`${t('timeline.onlyReport')} (${newest?.inReport ?? 0})`}
              checked={filter.onlyReport}
              onChange={(event) => onFilter({ ...filter, onlyReport: event.currentTarget.checked })}
            />
          </>
        )}
      </div>
      {isFiltered && newest && (
        <p className="timeline-found">
          <span role="status">{t('timeline.found', { count: newest.total })}</span>{' '}
          <UnstyledButton className="link" onClick={() => onFilter(everything)}>
            {t('timeline.showAll')}
          </UnstyledButton>
        </p>
      )}
      {list.isLoadingError && <FailureMessage failure={failureOf(list.error)} />}
      {!isFiltered && newest && items.length === 0 && (
        <p className="dim timeline-empty">{t('timeline.empty')}</p>
      )}
      <ul className="timeline">
        {items.map((item) => (
          <TimelineLine
            key={placeKey(item)}
            item={item}
            selection={item.kind === 'note' && selected?.noteId === item.id ? selected.text : ''}
            onPassage={trajectoryId === undefined ? null : setPassage}
          />
        ))}
      </ul>
      {list.hasNextPage && (
        <UnstyledButton
          className="link timeline-older"
          aria-disabled={list.isFetchingNextPage}
          onClick={() => void list.fetchNextPage()}
        >
          {t('timeline.older')}
        </UnstyledButton>
      )}
      {trajectoryId !== undefined && passage && (
        <PassageDialog
          key={passage.noteId}
          trajectoryId={trajectoryId}
          passage={passage}
          onClose={() => setPassage(null)}
        />
      )}
    </Sheet>
  )
}

function placeOf(item: TimelineItem | undefined): TimelinePlace | null {
  return item ? { kind: item.kind, id: item.id, on: item.on, code: item.code } : null
}
