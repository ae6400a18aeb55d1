/** One appointment, new or kept: what for, when, with whom, where. */
import { UnstyledButton } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Appointment, AppointmentFields } from '#core/api/agenda.ts'
import { formatShort, formatWeekdayLong } from '#core/calendar/dates.ts'
import { client } from '../../client.ts'
import { DraftLine, useDraft } from '../../forms/draft.tsx'
import { useOffice } from '../../office/office.ts'
import { useCommand } from '../../office/use-command.ts'
import { Ask } from '../../ui/ask.tsx'
import { FailureMessage } from '../../ui/message.tsx'
import { useToast } from '../../ui/toast.tsx'
import { useMakeLetter } from '../letters/make-letter.ts'
import { AppointmentForm, type TypedAppointment } from './appointment-form.tsx'
import { shownTimes } from './appointment-words.ts'

/** Where a new one begins. */
export type NewAppointment = { day: string; person: { id: number; name: string } | null }

export function AppointmentDialog({
  appointment,
  start,
  onFile,
  onClose,
}: {
  /** null: a new one. */
  appointment: Appointment | null
  start: NewAppointment
  /** Asks what a calendar file may say. */
  onFile: (appointment: Appointment) => void
  onClose: () => void
}) {
  const { t } = useTranslation(['agenda', 'common'])
  const { me, language } = useOffice()
  const toast = useToast()
  const [typed, setTyped] = useState<TypedAppointment>(() =>
    appointment === null ? emptyFor(start, me.id) : typedOf(appointment),
  )
  const draft = useDraft(
    appointment === null ? 'appointment:new' : `appointment:${appointment.id}`,
    typed,
    setTyped,
  )
  const save = useCommand((fields: AppointmentFields): Promise<{ changeSetId: number | null }> =>
    appointment === null ? client.agenda.create(fields) : client.agenda.save({ id: appointment.id, fields }),
  )
  /** What was said about a field is about what stood there. */
  function change(next: TypedAppointment): void {
    save.clear()
    setTyped(next)
  }
  async function answer(): Promise<void> {
    const { person, ...fields } = typed
    const done = await save.run({ ...fields, participant_id: person?.id ?? null })
    if (!done) return
    draft.clear()
    const day = formatWeekdayLong(typed.happens_on, language)
    toast({
      text: appointment === null ? t('form.created', { day, time: shownTimes(typed) }) : t('form.saved'),
      changeSetId: done.changeSetId,
    })
    onClose()
  }
  const cancelledOn = appointment?.cancelled_on ?? null
  return (
    <Ask
      opened
      title={t(
        appointment === null
          ? 'form.newTitle'
          : cancelledOn === null
            ? 'form.editTitle'
            : 'form.cancelledTitle',
      )}
      answer={appointment === null ? t('form.create') : t('common:save')}
      onAnswer={() => void answer()}
      onClose={onClose}
      busy={save.busy}
    >
      <DraftLine draft={draft} />
      {cancelledOn !== null && <p>{t('form.cancelledOn', { day: formatShort(cancelledOn) })}</p>}
      {appointment !== null && (
        <KeptActions appointment={appointment} onFile={() => onFile(appointment)} onClose={onClose} />
      )}
      <AppointmentForm id={appointment?.id ?? null} typed={typed} onChange={change} failure={save.failure} />
      {save.failure && save.failure.code !== 'INVALID' && <FailureMessage failure={save.failure} />}
    </Ask>
  )
}

/** What can be done with one that stands. Each has a way back. */
function KeptActions({
  appointment,
  onFile,
  onClose,
}: {
  appointment: Appointment
  onFile: () => void
  onClose: () => void
}) {
  const { t } = useTranslation(['agenda', 'letters'])
  const toast = useToast()
  const invitation = useMakeLetter()
  const { participant_id } = appointment
  const cancel = useCommand(client.agenda.cancel)
  const restore = useCommand(client.agenda.restore)
  const remove = useCommand(client.agenda.remove)
  async function run(command: typeof cancel, said: string): Promise<void> {
    const done = await command.run({ id: appointment.id })
    if (!done) return
    toast({ text: said, changeSetId: done.changeSetId })
    onClose()
  }
  const failure = cancel.failure ?? restore.failure ?? remove.failure ?? invitation.failure
  return (
    <>
      <div className="agenda-actions">
        {appointment.cancelled_on === null ? (
          <UnstyledButton className="link" onClick={() => void run(cancel, t('form.cancelled'))}>
            {t('form.cancel')}
          </UnstyledButton>
        ) : (
          <UnstyledButton className="link" onClick={() => void run(restore, t('form.restored'))}>
            {t('form.restore')}
          </UnstyledButton>
        )}
        {appointment.cancelled_on === null && participant_id !== null && (
          <UnstyledButton
            className="link"
            onClick={() =>
              void invitation.make({
                kind: 'invitation',
                about: participant_id,
                appointmentId: appointment.id,
              })
            }
          >
            {t('letters:kinds.make.invitation')}
          </UnstyledButton>
        )}
        <UnstyledButton className="link" onClick={onFile}>
          {t('form.file')}
        </UnstyledButton>
        <UnstyledButton className="link" onClick={() => void run(remove, t('form.removed'))}>
          {t('form.remove')}
        </UnstyledButton>
      </div>
      {failure && <FailureMessage failure={failure} />}
    </>
  )
}

function emptyFor({ day, person }: NewAppointment, staffId: number): TypedAppointment {
  return {
    happens_on: day,
    start_minute: 600,
    end_minute: 660,
    title: '',
    place: '',
    remark: '',
    staff_id: staffId,
    person,
    host_id: null,
    case_manager_id: null,
  }
}

function typedOf(appointment: Appointment): TypedAppointment {
  const { happens_on, start_minute, end_minute, title, place, remark, staff_id, host_id, case_manager_id } =
    appointment
  const { participant_id, participantName } = appointment
  const person = participant_id === null ? null : { id: participant_id, name: participantName }
  return {
    happens_on,
    start_minute,
    end_minute,
    title,
    place,
    remark,
    staff_id,
    person,
    host_id,
    case_manager_id,
  }
}
