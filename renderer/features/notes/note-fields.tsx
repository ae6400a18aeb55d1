/** What is known of a note beside its text: kind, day, who was there, and whether it may go into the report. */
import { Checkbox } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { noteKind as noteKinds, type NoteKind } from '#core/api/fields.ts'
import { SelectField } from '../../forms/choice-field.tsx'
import { DateField } from '../../forms/date-field.tsx'
import { TextField } from '../../forms/text-field.tsx'
import { problemOf, type Failure } from '../../office/failure.ts'
import { useOffice } from '../../office/office.ts'

export type NoteAbout = { kind: NoteKind; happened_on: string; present: string; in_report: boolean }

export function NoteFields({
  about,
  onChange,
  failure,
}: {
  about: NoteAbout
  onChange: (part: Partial<NoteAbout>) => void
  failure: Failure | null
}) {
  const { t } = useTranslation(['notes', 'people', 'enums'])
  const { today } = useOffice()
  return (
    <>
      <div className="form-row">
        <SelectField
          label={t('people:person.noteKind')}
          value={about.kind}
          onChange={(kind) => onChange({ kind })}
          choices={noteKinds.options.map((value) => ({ value, label: t(`enums:noteKind.${value}`) }))}
        />
        <DateField
          label={t('people:person.noteOn')}
          hint=""
          today={today}
          required
          value={about.happened_on}
          onChange={(happened_on) => onChange({ happened_on: happened_on ?? today })}
          problem={problemOf(failure, 'happened_on')}
        />
      </div>
      <TextField
        label={t('present')}
        hint={t('presentHint')}
        optional
        value={about.present}
        onChange={(present) => onChange({ present })}
        problem={problemOf(failure, 'present')}
      />
      <Checkbox
        label={t('people:person.inReport')}
        description={t('people:person.inReportHint')}
        checked={about.in_report}
        onChange={(event) => onChange({ in_report: event.currentTarget.checked })}
      />
    </>
  )
}
