/** The notes that were ticked for the report: with a tick they are in the letter, without they are left out. */
import { Checkbox } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ProgressLetterView, ShortenedNote } from '#core/api/letters.ts'
import { formatDayMonth } from '#core/calendar/dates.ts'
import { Sheet } from '../../ui/sheet.tsx'
import { ShortenNote } from './shorten-note.tsx'

export function Notes({
  notes,
  until,
  leftOut,
  onChange,
  shortened,
  onShorten,
  onBlur,
}: {
  notes: ProgressLetterView['notes']
  /** The last day that the letter covers. */
  until: string
  leftOut: readonly number[]
  onChange: (leftOut: number[]) => void
  shortened: readonly ShortenedNote[]
  onShorten: (shortened: ShortenedNote[]) => void
  onBlur: () => void
}) {
  const { t, i18n } = useTranslation('letters')
  const lang = i18n.language === 'en' ? 'en' : 'nl'
  return (
    <Sheet title={t('notes.title')}>
      <p className="dim">{t('notes.until', { date: formatDayMonth(until, lang) })}</p>
      {notes.length === 0 ? (
        <p className="dim">{t('notes.none')}</p>
      ) : (
        <>
          <p className="dim">{t('notes.hint')}</p>
          <ul className="letter-notes">
            {notes.map((note) => (
              <li key={note.id}>
                <Checkbox
                  checked={!leftOut.includes(note.id)}
                  onChange={(event) =>
                    onChange(
                      event.currentTarget.checked
                        ? leftOut.filter((id) => id !== note.id)
                        : [...leftOut, note.id],
                    )
                  }
                  label={
                    <>
                      <span className="dim letter-note-who">
                        {[formatDayMonth(note.happened_on, lang), note.who].filter(Boolean).join(', ')}
                      </span>
                      <span className="letter-note-body">{note.body}</span>
                    </>
                  }
                />
                {!leftOut.includes(note.id) && (
                  <ShortenNote note={note} shortened={shortened} onChange={onShorten} onBlur={onBlur} />
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </Sheet>
  )
}
