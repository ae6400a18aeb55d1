/** How often it was tried, when and how; each can be corrected or taken away. */
import { UnstyledButton } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { attemptHow, type Attempt, type AttemptHow } from '#core/api/aftercare.ts'
import { formatShort } from '#core/calendar/dates.ts'
import { client } from '../../client.ts'
import { AskToSave } from '../../forms/ask-to-save.tsx'
import { ChoiceField } from '../../forms/choice-field.tsx'
import { DateField } from '../../forms/date-field.tsx'
import { TextField } from '../../forms/text-field.tsx'
import { problemOf } from '../../office/failure.ts'
import { useOffice } from '../../office/office.ts'
import { useCommand } from '../../office/use-command.ts'
import { ForReaders } from '../../ui/hidden.tsx'
import { FailureMessage } from '../../ui/message.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { StateWord } from '../../ui/state-word.tsx'
import { useToast } from '../../ui/toast.tsx'
import type { Moment } from './moment-screen.tsx'

export function Attempts({ moment }: { moment: Moment }) {
  const { t } = useTranslation(['aftercare', 'enums'])
  const toast = useToast()
  const [changing, setChanging] = useState<Attempt | null>(null)
  const remove = useCommand(client.aftercare.removeAttempt)
  async function takeAway(id: number): Promise<void> {
    const answer = await remove.run({ id })
    if (answer) toast({ text: t('attempts.removed'), changeSetId: answer.changeSetId })
  }
  return (
    <Sheet title={t('attempts.title')}>
      {moment.attempts.length === 0 && <p className="dim">{t('attempts.none')}</p>}
      <ul className="aftercare-attempts">
        {moment.attempts.map((one) => {
          const line = t('attempts.line', {
            date: formatShort(one.tried_on),
            how: (one.how === null ? t('attempts.unknown') : t(`enums:attemptHow.${one.how}`)).toLowerCase(),
          })
          return (
            <li key={one.id}>
              <p>
                {line}{' '}
                <StateWord kind={one.reached ? 'reached' : 'no'}>
                  {one.reached ? t('attempts.reached') : t('attempts.notReached')}
                </StateWord>
              </p>
              {(one.remark !== '' || one.staffName !== '') && (
                <p className="dim">
                  <bdi>{[one.staffName, one.remark].filter(Boolean).join(': ')}</bdi>
                </p>
              )}
              <p className="aftercare-actions no-print">
                <UnstyledButton className="link" onClick={() => setChanging(one)}>
                  {t('attempts.change')}
                  <ForReaders>{`: ${line}`}</ForReaders>
                </UnstyledButton>
                <UnstyledButton className="link" onClick={() => void takeAway(one.id)}>
                  {t('attempts.remove')}
                  <ForReaders>{`: ${line}`}</ForReaders>
                </UnstyledButton>
              </p>
            </li>
          )
        })}
      </ul>
      {remove.failure && <FailureMessage failure={remove.failure} />}
      {changing && <AttemptDialog attempt={changing} onClose={() => setChanging(null)} />}
    </Sheet>
  )
}

function AttemptDialog({ attempt, onClose }: { attempt: Attempt; onClose: () => void }) {
  const { t } = useTranslation(['aftercare', 'enums', 'common'])
  const { today } = useOffice()
  const toast = useToast()
  const save = useCommand(client.aftercare.saveAttempt)
  const [on, setOn] = useState<string | null>(attempt.tried_on)
  const [how, setHow] = useState<AttemptHow>(attempt.how ?? 'phone')
  const [remark, setRemark] = useState(attempt.remark)
  async function keep(): Promise<void> {
    if (on === null) return
    const answer = await save.run({ id: attempt.id, tried_on: on, how, remark })
    if (!answer) return
    toast({ text: t('attempts.saved'), changeSetId: answer.changeSetId })
    onClose()
  }
  return (
    <AskToSave
      opened
      title={t('attempts.changeTitle')}
      answer={t('common:save')}
      onAnswer={() => void keep()}
      onClose={onClose}
      save={save}
    >
      <DateField
        label={t('attempts.on')}
        today={today}
        required
        value={on}
        onChange={setOn}
        problem={on === null ? 'required' : problemOf(save.failure, 'tried_on')}
      />
      <ChoiceField
        label={t('attempts.how')}
        row
        value={how}
        onChange={setHow}
        choices={attemptHow.options.map((value) => ({ value, label: t(`enums:attemptHow.${value}`) }))}
      />
      <TextField
        label={t('attempts.remark')}
        optional
        value={remark}
        onChange={(words) => setRemark(words.slice(0, 500))}
      />
    </AskToSave>
  )
}
