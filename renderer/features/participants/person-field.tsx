/** The fields of a person's details. */
import { useTranslation } from 'react-i18next'
import type { ParticipantFields } from '#core/api/people.ts'
import { client } from '../../client.ts'
import { TextField, type TextFieldProps } from '../../forms/text-field.tsx'
import { useAutosave } from '../../forms/use-autosave.ts'
import type { Person } from './person-head.tsx'

type TextName = {
  [K in keyof ParticipantFields]: ParticipantFields[K] extends string ? K : never
}[keyof ParticipantFields]

/** A field of the person that saves itself. */
export function useField<K extends keyof ParticipantFields>(person: Person, name: K) {
  return useAutosave<ParticipantFields[K]>(name, person[name], (value) =>
    client.participants.save({ id: person.id, fields: { [name]: value } }),
  )
}

type PlainText = Exclude<TextName, 'name_use' | 'form_of_address' | 'preferred_contact' | 'interpreter'>

/** A text field of the person; label and hint come with the name of the field. */
export function Field({
  person,
  name,
  ...rest
}: { person: Person; name: PlainText } & Partial<TextFieldProps>) {
  const { t } = useTranslation('people')
  const field = useField(person, name)
  return <TextField {...rest} label={t(`fields.${name}`)} {...field} />
}
