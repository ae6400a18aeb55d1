/** "Uitstellen": a letter that is due comes later, or is not needed. Both can be undone. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DueLetter } from '#core/api/letters.ts'
import { addDays, formatLong } from '#core/calendar/dates.ts'
import { client } from '../../client.ts'
import { ChoiceField } from '../../forms/choice-field.tsx'
import { DateField } from '../../forms/date-field.tsx'
import { TextField } from '../../forms/text-field.tsx'
import { problemOf } from '../../office/failure.ts'
import { useOffice } from '../../office/office.ts'
import { useCommand } from '../../office/use-command.ts'
import { Ask } from '../../ui/ask.tsx'
import { FailureMessage } from '../../ui/message.tsx'
import { useToast } from '../../ui/toast.tsx'

export function PutOffDialog({ letter, onClose }: { letter: DueLetter; onClose: () => void }) {
  const { t } = useTranslation('sending')
  const { today, language } = useOffice()
  const toast = useToast()
  const from = letter.dueOn < today ? today : letter.dueOn
  const [what, setWhat] = useState<'later' | 'never'>('later')
  const [until, setUntil] = useState<string | null>(addDays(from, 14))
  const [why, setWhy] = useState('')
  const putOff = useCommand(client.letterDues.putOff)
  const never = what === 'never'
  async function answer(): Promise<void> {
    const { trajectoryId, momentOn } = letter
    // An empty day is no answer: the same message as a day that is too early.
    const untilOn = never ? null : (until ?? momentOn)
    const done = await putOff.run({ trajectoryId, momentOn, untilOn, why })
    if (!done) return
    toast({ text: never ? t('putOff.doneNever') : t('putOff.done'), changeSetId: done.changeSetId })
    onClose()
  }
  return (
    <Ask
      opened
      title={t('putOff.title')}
      answer={never ? t('putOff.answerNever') : t('putOff.answer')}
      onAnswer={() => void answer()}
      onClose={onClose}
      busy={putOff.busy}
    >
      <p>{t('putOff.text', { name: letter.personName, date: formatLong(letter.dueOn, language) })}</p>
      <ChoiceField
        label={t('putOff.what')}
        value={what}
        onChange={setWhat}
        choices={[
          { value: 'later', label: t('putOff.later') },
          { value: 'never', label: t('putOff.never') },
        ]}
      />
      {!never && (
        <DateField
          className="form-short"
          label={t('putOff.until')}
          today={today}
          required
          value={until}
          onChange={setUntil}
          problem={problemOf(putOff.failure, 'untilOn')}
        />
      )}
      <TextField
        label={t('putOff.why')}
        optional={!never}
        value={why}
        onChange={setWhy}
        problem={problemOf(putOff.failure, 'why')}
      />
      {putOff.failure && putOff.failure.code !== 'INVALID' && <FailureMessage failure={putOff.failure} />}
    </Ask>
  )
}
