/** Everything about one talk; every field saves itself. */
import { UnstyledButton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { talkInterpreter, type Talk, type TalkFields } from '#core/api/intake.ts'
import { client } from '../../../client.ts'
import { ChoiceField, SelectField } from '../../../forms/choice-field.tsx'
import { DateField } from '../../../forms/date-field.tsx'
import { AreaField, TextField } from '../../../forms/text-field.tsx'
import { useOffice } from '../../../office/office.ts'
import { orpc } from '../../../office/query.ts'
import { numberOrText } from '../answer.ts'
import { AmbassadorField } from './ambassador-field.tsx'
import { useKept } from '../use-kept.ts'

const points = ['4', '3', '2', '1'] as const

function useTalkField<K extends keyof TalkFields>(talk: Talk, name: K) {
  return useKept<TalkFields[K]>(
    `talk.${talk.id}.${name}`,
    talk[name],
    (value) => client.intakes.saveTalk({ id: talk.id, fields: { [name]: stored(name, value) } }),
    name,
  )
}

/** Minutes that are no number are refused by the office as any other that do not fit; the box keeps what was typed. */
const stored = (name: string, value: unknown): unknown =>
  name === 'minutes' && typeof value === 'string' ? -1 : value

export function TalkForm({
  talk,
  onRemove,
  removeLabel,
}: {
  talk: Talk
  onRemove?: () => void
  removeLabel: string
}) {
  const { t } = useTranslation(['conversation', 'common'])
  const { today } = useOffice()
  const staff = useQuery(orpc.settings.staff.queryOptions()).data ?? []
  const heldOn = useTalkField(talk, 'held_on')
  const who = useTalkField(talk, 'staff_id')
  const place = useTalkField(talk, 'place')
  const minutes = useTalkField(talk, 'minutes')
  const language = useTalkField(talk, 'language')
  const interpreter = useTalkField(talk, 'interpreter')
  const ambassador = useTalkField(talk, 'ambassador_id')
  const present = useTalkField(talk, 'present')
  const understood = useTalkField(talk, 'understood')
  const remark = useTalkField(talk, 'remark')
  return (
    <div className="talk-form">
      <div className="form-row">
        <DateField
          label={t('talk.heldOn')}
          today={today}
          required
          {...heldOn}
          onChange={(day) => day !== null && heldOn.onChange(day)}
        />
        <SelectField
          label={t('talk.who')}
          value={String(who.value)}
          onChange={(id) => who.onChange(Number(id))}
          choices={staff
            .filter((one) => one.active || one.id === who.value)
            .map((one) => ({ value: String(one.id), label: one.name }))}
        />
      </div>
      <div className="form-row">
        <TextField label={t('talk.place')} optional {...place} />
        <TextField
          label={t('talk.minutes')}
          hint={t('talk.minutesHint')}
          optional
          inputMode="numeric"
          {...minutes}
          value={minutes.value === null ? '' : String(minutes.value)}
          // What is no number is kept as it was typed, and refused with a message under the field.
          onChange={(typed) => minutes.onChange(numberOrText(typed) as number | null)}
        />
      </div>
      <div className="form-row">
        <TextField label={t('talk.language')} {...language} />
        <SelectField
          label={t('talk.interpreterLabel')}
          {...interpreter}
          choices={talkInterpreter.options.map((value) => ({
            value,
            label: value === '' ? t('common:choose') : t(`talk.interpreter.${value}`),
          }))}
        />
      </div>
      {interpreter.value === 'ambassador' && <AmbassadorField {...ambassador} />}
      <TextField label={t('talk.present')} hint={t('talk.presentHint')} optional {...present} />
      <ChoiceField
        label={t('talk.understoodLabel')}
        row
        value={understood.value === null ? '' : String(understood.value)}
        onChange={(point) => understood.onChange(Number(point))}
        choices={points.map((value) => ({ value: value as string, label: t(`talk.understood.${value}`) }))}
        problem={understood.problem}
      />
      <AreaField label={t('talk.remark')} optional {...remark} />
      {onRemove && (
        <UnstyledButton className="link" onClick={onRemove}>
          {removeLabel}
        </UnstyledButton>
      )}
    </div>
  )
}
