/** One line of the timeline: the day, what it was and by whom, and what was written. */
import { ActionIcon, Button, Menu } from '@mantine/core'
import { IconDots, IconMail } from '@tabler/icons-react'
import { memo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TimelineItem } from '#core/api/timeline.ts'
import { formatNarrow, formatShort } from '#core/calendar/dates.ts'
import { timelineWords } from '#core/dossier/words.ts'
import { client } from '../../client.ts'
import { useOffice } from '../../office/office.ts'
import { useCommand } from '../../office/use-command.ts'
import { FailureMessage } from '../../ui/message.tsx'
import { useToast } from '../../ui/toast.tsx'
import { NoteDialog } from '../notes/note-dialog.tsx'
import { noteAttribute, type SelectedNote } from './timeline-selection.ts'

type Props = {
  item: TimelineItem
  /** The words of this note that are selected now. */
  selection: string
  onPassage: ((passage: SelectedNote) => void) | null
}

export const TimelineLine = memo(function TimelineLine({ item, selection, onPassage }: Props) {
  const { t } = useTranslation('dossier')
  const { language, today } = useOffice()
  const words = timelineWords(language)
  const text = words.text(item)
  const isNote = item.kind === 'note'
  const thisYear = item.on.slice(0, 4) === today.slice(0, 4)
  return (
    <li className="timeline-item">
      <span className="timeline-on">{thisYear ? formatNarrow(item.on, language) : formatShort(item.on)}</span>
      <div>
        <div className="timeline-head">
          <span className="dim">
            {words.title(item)}
            {item.who !== '' && (
              <>
                , <bdi>{item.who}</bdi>
              </>
            )}
          </span>
          {item.inReport && (
            <span className="timeline-report">
              <IconMail size={18} stroke={1.75} aria-hidden /> {t('timeline.inReport')}
            </span>
          )}
          {isNote && <NoteMenu item={item} onPassage={onPassage} />}
        </div>
        {text !== '' && (
          <p className="lines timeline-text" dir="auto" {...(isNote ? { [noteAttribute]: item.id } : {})}>
            {text}
          </p>
        )}
        {selection !== '' && onPassage && (
          <Button
            size="compact-md"
            variant="default"
            leftSection={<IconMail size={18} stroke={2} aria-hidden />}
            // The selection has to stay what it is while the button is pressed.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onPassage({ noteId: item.id, text: selection })}
          >
            {t('timeline.toLetter')}
          </Button>
        )}
      </div>
    </li>
  )
})

function NoteMenu({ item, onPassage }: Pick<Props, 'item' | 'onPassage'>) {
  const { t } = useTranslation(['dossier', 'notes'])
  const { language } = useOffice()
  const [changing, setChanging] = useState(false)
  const toast = useToast()
  const remove = useCommand(client.notes.remove)
  const save = useCommand(client.notes.save)
  async function takeAway(): Promise<void> {
    const answer = await remove.run({ id: item.id })
    if (answer) toast({ text: t('timeline.removed'), changeSetId: answer.changeSetId })
  }
  async function tick(): Promise<void> {
    const answer = await save.run({ id: item.id, fields: { in_report: !item.inReport } })
    if (!answer) return
    toast({
      text: item.inReport ? t('timeline.unticked') : t('timeline.ticked'),
      changeSetId: answer.changeSetId,
    })
  }
  const failure = remove.failure ?? save.failure
  return (
    <>
      <Menu position="bottom-end" withinPortal={false} transitionProps={{ duration: 0 }}>
        <Menu.Target>
          <ActionIcon
            variant="subtle"
            size={26}
            className="timeline-menu"
            aria-label={t('timeline.actions', { date: formatNarrow(item.on, language) })}
          >
            <IconDots size={18} stroke={1.75} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {onPassage && (
            <Menu.Item onClick={() => onPassage({ noteId: item.id, text: item.text })}>
              {t('timeline.toLetter')}
            </Menu.Item>
          )}
          <Menu.Item onClick={() => setChanging(true)}>{t('notes:change')}</Menu.Item>
          <Menu.Item onClick={() => void tick()}>
            {item.inReport ? t('timeline.untick') : t('timeline.tick')}
          </Menu.Item>
          <Menu.Item onClick={() => void takeAway()}>{t('timeline.remove')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {changing && <NoteDialog id={item.id} onClose={() => setChanging(false)} />}
      {failure && <FailureMessage failure={failure} />}
    </>
  )
}
