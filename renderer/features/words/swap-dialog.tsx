/** Two days change their words. */
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatWeekdayLong } from '#core/calendar/dates.ts'
import { client } from '../../client.ts'
import { AskToSave } from '../../forms/ask-to-save.tsx'
import { DateField } from '../../forms/date-field.tsx'
import { problemOf } from '../../office/failure.ts'
import { useOffice } from '../../office/office.ts'
import { orpc } from '../../office/query.ts'
import { useCommand } from '../../office/use-command.ts'
import { useToast } from '../../ui/toast.tsx'

export function SwapDialog({ day, word, onClose }: { day: string; word: string; onClose: () => void }) {
  const { t, i18n } = useTranslation('words')
  const lang = i18n.language === 'en' ? 'en' : 'nl'
  const { today } = useOffice()
  const toast = useToast()
  const [other, setOther] = useState<string | null>(null)
  const [missing, setMissing] = useState(false)
  const there = useQuery({
    ...orpc.words.ofDay.queryOptions({ input: { day: other ?? day } }),
    enabled: other !== null,
  }).data
  const swap = useCommand(client.words.swap)
  async function answer(): Promise<void> {
    setMissing(other === null)
    const done = other !== null && (await swap.run({ day, other }))
    if (!done) return
    toast({
      text: t('swap.done', { word, day: formatWeekdayLong(other, lang) }),
      changeSetId: done.changeSetId,
    })
    onClose()
  }
  return (
    <AskToSave
      opened
      title={t('swap.title', { word })}
      answer={t('swap.answer')}
      onAnswer={() => void answer()}
      onClose={onClose}
      save={swap}
    >
      <DateField
        className="form-short"
        label={t('swap.other')}
        today={today}
        autoFocus
        value={other}
        onChange={(next) => {
          setMissing(false)
          swap.clear()
          setOther(next)
        }}
        problem={missing ? 'required' : (problemOf(swap.failure, 'other') ?? problemOf(swap.failure, 'day'))}
      />
      {other !== null && there && (
        <p role="status">{there.word ? t('swap.onOther', { word: there.word.word }) : t('swap.none')}</p>
      )}
    </AskToSave>
  )
}
