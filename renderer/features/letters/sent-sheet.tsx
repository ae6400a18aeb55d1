/** Only a person knows what came out of the printer: that makes a letter sent. */
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LetterView } from '#core/api/letters.ts'
import { formatLong } from '#core/calendar/dates.ts'
import { client } from '../../client.ts'
import { ChoiceField } from '../../forms/choice-field.tsx'
import { DateField } from '../../forms/date-field.tsx'
import { problemOf } from '../../office/failure.ts'
import { useOffice } from '../../office/office.ts'
import { useCommand } from '../../office/use-command.ts'
import { FailureMessage, Message } from '../../ui/message.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { useToast } from '../../ui/toast.tsx'

const ways = ['post', 'handed', 'email'] as const

export function SentSheet({ letter }: { letter: LetterView }) {
  const { t, i18n } = useTranslation(['letters', 'enums'])
  const lang = i18n.language === 'en' ? 'en' : 'nl'
  const { today } = useOffice()
  const toast = useToast()
  const [on, setOn] = useState<string | null>(today)
  const [how, setHow] = useState<(typeof ways)[number]>('post')
  const mark = useCommand(client.letters.markSent)
  if (letter.state === 'sent' && letter.sent_on && letter.sent_how)
    return (
      <Message kind="ok" title={t('sent.state')}>
        {t('sent.stateText', {
          how: t(`enums:sentHow.${letter.sent_how}`),
          date: formatLong(letter.sent_on, lang),
        })}
      </Message>
    )
  async function answer(): Promise<void> {
    const done = await mark.run({ id: letter.id, sent_on: on ?? today, sent_how: how })
    if (done) toast({ text: t('sent.done', { number: letter.number }), changeSetId: done.changeSetId })
  }
  return (
    <Sheet title={t('sent.title')}>
      <form
        className="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void answer()
        }}
      >
        <p>{t('sent.text')}</p>
        <DateField
          className="form-short"
          label={t('sent.on')}
          today={today}
          required
          value={on}
          onChange={setOn}
          problem={problemOf(mark.failure, 'sent_on')}
        />
        <ChoiceField
          label={t('sent.how')}
          value={how}
          onChange={setHow}
          choices={ways.map((one) => ({ value: one, label: t(`enums:sentHow.${one}`) }))}
        />
        {mark.failure && mark.failure.code !== 'INVALID' && <FailureMessage failure={mark.failure} />}
        <div className="form-actions">
          <Button type="submit" variant="default" loading={mark.busy}>
            {t('sent.answer')}
          </Button>
        </div>
      </form>
    </Sheet>
  )
}
