/** The next appointments of one person. */
import { UnstyledButton } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Appointment } from '#core/api/agenda.ts'
import { formatWeekdayLong } from '#core/calendar/dates.ts'
import { useOffice } from '../../office/office.ts'
import { orpc } from '../../office/query.ts'
import { Sheet } from '../../ui/sheet.tsx'
import { AppointmentDialog } from './appointment-dialog.tsx'
import { shownTimes } from './appointment-words.ts'
import { FileDialog } from './file-dialog.tsx'
import './agenda.css'

const shownAtFirst = 3

export function AppointmentsCard({ id, name }: { id: number; name: string }) {
  const { t } = useTranslation('agenda')
  const { today, language } = useOffice()
  const [all, setAll] = useState(false)
  const [open, setOpen] = useState<Appointment | 'new' | null>(null)
  const [file, setFile] = useState<number | null>(null)
  const list =
    useQuery(orpc.agenda.ofPerson.queryOptions({ input: { participantId: id, from: today, to: null } }))
      .data ?? []
  const shown = all ? list : list.slice(0, shownAtFirst)
  return (
    <Sheet title={t('card.title')}>
      {list.length === 0 && <p className="dim">{t('card.none')}</p>}
      <ul className="agenda-card">
        {shown.map((one) => (
          <li key={one.id}>
            <UnstyledButton className="link" onClick={() => setOpen(one)}>
              {one.title}
            </UnstyledButton>
            <p className="dim">
              <span className="capital">{formatWeekdayLong(one.happens_on, language)}</span>
              {`, ${t('times', { time: shownTimes(one) })}`}
              {one.place !== '' && `, ${one.place}`}
            </p>
          </li>
        ))}
      </ul>
      <div className="agenda-actions">
        {list.length > shown.length && (
          <UnstyledButton className="link" onClick={() => setAll(true)}>
            {t('card.all', { count: list.length - shown.length })}
          </UnstyledButton>
        )}
        <UnstyledButton className="link agenda-add" onClick={() => setOpen('new')}>
          <IconPlus size={18} stroke={2} aria-hidden /> {t('card.add')}
        </UnstyledButton>
      </div>
      {open !== null && (
        <AppointmentDialog
          appointment={open === 'new' ? null : open}
          start={{ day: today, person: { id, name } }}
          onFile={(one) => {
            setOpen(null)
            setFile(one.id)
          }}
          onClose={() => setOpen(null)}
        />
      )}
      {file !== null && <FileDialog of={{ id: file }} onClose={() => setFile(null)} />}
    </Sheet>
  )
}
