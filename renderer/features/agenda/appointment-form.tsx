/** The fields of an appointment. */
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AppointmentFields } from '#core/api/agenda.ts'
import { SelectField } from '../../forms/choice-field.tsx'
import { DateField } from '../../forms/date-field.tsx'
import { AreaField, TextField } from '../../forms/text-field.tsx'
import { TimeField } from '../../forms/time-field.tsx'
import { problemOf, type Failure } from '../../office/failure.ts'
import { useOffice } from '../../office/office.ts'
import { orpc } from '../../office/query.ts'
import { CaseManagerPicker } from '../participants/case-manager-picker.tsx'
import { PersonPicker, type Picked } from '../places/person-picker.tsx'
import '../places/places.css'
import { AppointmentWarnings } from './appointment-warnings.tsx'

export type TypedAppointment = Omit<AppointmentFields, 'participant_id'> & { person: Picked | null }

export function AppointmentForm({
  id,
  typed,
  onChange,
  failure,
}: {
  id: number | null
  typed: TypedAppointment
  onChange: (typed: TypedAppointment) => void
  failure: Failure | null
}) {
  const { t } = useTranslation(['agenda', 'places'])
  const { today } = useOffice()
  const hosts = useQuery(orpc.hosts.list.queryOptions({ input: { query: '' } })).data ?? []
  const [others] = useState(typed.host_id !== null || typed.case_manager_id !== null)
  const set = (part: Partial<TypedAppointment>) => onChange({ ...typed, ...part })
  /** The end goes along, so that an appointment keeps its length. */
  const begin = (start_minute: number) => {
    const length = typed.end_minute - typed.start_minute
    set({ start_minute, end_minute: length > 0 ? Math.min(1440, start_minute + length) : typed.end_minute })
  }
  return (
    <>
      <TextField
        label={t('form.what')}
        hint={t('form.whatHint')}
        value={typed.title}
        onChange={(title) => set({ title })}
        problem={problemOf(failure, 'title')}
        autoFocus
      />
      <div className="form-row agenda-when">
        <DateField
          label={t('form.day')}
          hint=""
          today={today}
          required
          value={typed.happens_on}
          onChange={(day) => day && set({ happens_on: day })}
          problem={problemOf(failure, 'happens_on')}
        />
        <TimeField
          label={t('form.from')}
          value={typed.start_minute}
          onChange={begin}
          problem={problemOf(failure, 'start_minute')}
        />
        <TimeField
          label={t('form.until')}
          end
          value={typed.end_minute}
          onChange={(end_minute) => set({ end_minute })}
          problem={problemOf(failure, 'end_minute')}
        />
      </div>
      <AppointmentWarnings id={id} typed={{ ...typed, participant_id: typed.person?.id ?? null }} />
      <fieldset className="agenda-who">
        <legend className={typed.person ? '' : 'for-readers'}>{t('form.person')}</legend>
        <PersonPicker value={typed.person} onChange={(person) => set({ person })} problem={null} />
      </fieldset>
      <div className="form-row">
        <StaffField value={typed.staff_id} onChange={(staff_id) => set({ staff_id })} failure={failure} />
        <TextField
          label={t('form.place')}
          optional
          value={typed.place}
          onChange={(place) => set({ place })}
          problem={problemOf(failure, 'place')}
        />
      </div>
      <details className="agenda-others" open={others}>
        <summary>{t('form.others')}</summary>
        <div className="form">
          <SelectField
            label={t('form.host')}
            value={String(typed.host_id ?? '')}
            onChange={(next) => set({ host_id: next === '' ? null : Number(next) })}
            choices={[
              { value: '', label: t('form.noHost') },
              ...hosts.map((host) => ({ value: String(host.id), label: host.name })),
            ]}
          />
          <CaseManagerPicker
            value={typed.case_manager_id ?? 0}
            onChange={(next) => set({ case_manager_id: next === 0 ? null : next })}
            problem={null}
          />
        </div>
      </details>
      <AreaField
        label={t('form.remark')}
        hint={t('form.remarkHint')}
        optional
        rows={1}
        value={typed.remark}
        onChange={(remark) => set({ remark })}
        problem={problemOf(failure, 'remark')}
      />
    </>
  )
}

/** Who of the office; somebody who left stays where they stood. */
function StaffField({
  value,
  onChange,
  failure,
}: {
  value: number | null
  onChange: (staffId: number | null) => void
  failure: Failure | null
}) {
  const { t } = useTranslation(['agenda', 'notes'])
  const { me } = useOffice()
  const staff = useQuery(orpc.settings.staff.queryOptions()).data ?? [me]
  const people = staff.filter((one) => one.active || one.id === value)
  return (
    <SelectField
      label={t('form.staff')}
      value={String(value ?? '')}
      onChange={(next) => onChange(next === '' ? null : Number(next))}
      problem={problemOf(failure, 'staff_id')}
      choices={[
        { value: '', label: t('form.nobody') },
        ...people.map(({ id, name, active }) => ({
          value: String(id),
          label: id === me.id ? t('notes:task.me', { name }) : active ? name : t('notes:task.left', { name }),
        })),
      ]}
    />
  )
}
