/** The fields of a person's details. */
import { useId, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ParticipantFields } from '#core/api/people.ts'
import { client } from '../../client.ts'
import { TextField, type TextFieldProps } from '../../forms/text-field.tsx'
import { useAutosaveBase, type AutosaveField } from '../../forms/use-autosave.ts'
import { orpc, queryClient } from '../../office/query.ts'
import { ElsewhereMessage, useElsewhere } from './elsewhere.tsx'
import type { Person } from './person-head.tsx'

type TextName = {
  [K in keyof ParticipantFields]: ParticipantFields[K] extends string ? K : never
}[keyof ParticipantFields]

/** The `id` of the field on the page, for links to what is missing. */
export const fieldId = (name: keyof ParticipantFields): string => `veld-${name}`

/**
 * A field of the person that saves itself, on top of what this window read: when somebody else changed it meanwhile,
 * the field says so and asks which of the two stays. `shown`: a value in words, for that question.
 */
export function PersonField<K extends keyof ParticipantFields>({
  person,
  name,
  shown = String,
  children,
}: {
  person: Person
  name: K
  shown?: (value: ParticipantFields[K]) => string
  children: (field: AutosaveField<ParticipantFields[K]>) => ReactNode
}) {
  type Value = ParticipantFields[K]
  const elsewhere = useElsewhere()
  const box = useId()
  const { field, take, keep } = useAutosaveBase<Value>(
    name,
    person[name],
    (value, base) =>
      client.participants.save({ id: person.id, fields: { [name]: value }, was: { [name]: base } }),
    (failure, typed) => {
      const other = failure?.elsewhere.find((one) => one.field === name)
      if (other) {
        readElsewhere(person.id, { [name]: other.value })
        elsewhere.put(name, typed)
      } else if (failure === null) elsewhere.forget(name)
    },
  )
  const waits = name in elsewhere.mine
  const mine = elsewhere.mine[name] as Value
  const theirs = person[name]

  /** The buttons go away: the cursor goes to the field. */
  function toField(): void {
    document
      .getElementById(box)
      ?.querySelector<HTMLElement>(':is(input, textarea, select):checked, :is(input, textarea, select)')
      ?.focus()
  }
  return (
    <div id={box} className="pf-field">
      {children(field)}
      {waits && mine !== theirs && (
        <ElsewhereMessage
          mine={shown(mine)}
          theirs={shown(theirs)}
          onKeep={() => {
            toField()
            keep(mine, theirs)
          }}
          onTake={() => {
            toField()
            take(theirs)
            elsewhere.forget(name)
          }}
        />
      )}
    </div>
  )
}

/** A refused save tells what a field is now: the page, also when it is opened again, goes on from that. */
function readElsewhere(id: number, fields: Partial<ParticipantFields>): void {
  const { queryKey } = orpc.participants.get.queryOptions({ input: { id } })
  queryClient.setQueryData(queryKey, (was) => was && { ...was, ...fields })
  void queryClient.invalidateQueries({ queryKey })
}

type PlainText = Exclude<TextName, 'name_use' | 'form_of_address' | 'preferred_contact' | 'interpreter'>

/** A text field of the person; label and hint come with the name of the field unless they are given. */
export function Field({
  person,
  name,
  label,
  ...rest
}: { person: Person; name: PlainText } & Partial<TextFieldProps>) {
  const { t } = useTranslation('people')
  return (
    <PersonField person={person} name={name}>
      {(field) => (
        <TextField
          id={fieldId(name)}
          {...rest}
          label={label ?? t(`fields.${name as 'surname'}`)}
          {...field}
        />
      )}
    </PersonField>
  )
}
