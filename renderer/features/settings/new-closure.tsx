/** Closing a day, or days in a row; what falls out is said before it happens. */
import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { rangeProblem } from '#core/calendar/closed-days.ts'
import { formatWeekdayLong } from '#core/calendar/dates.ts'
import { client } from '../../client.ts'
import { DateField } from '../../forms/date-field.tsx'
import { DraftLine, useDraft } from '../../forms/draft.tsx'
import { onSubmit } from '../../forms/submit.ts'
import { TextField } from '../../forms/text-field.tsx'
import { problemOf } from '../../office/failure.ts'
import { orpc } from '../../office/query.ts'
import { useCommand } from '../../office/use-command.ts'
import { FailureMessage } from '../../ui/message.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { useToast } from '../../ui/toast.tsx'

export function NewClosure({ today, onAdded }: { today: string; onAdded: (day: string) => void }) {
  const { t, i18n } = useTranslation('settings')
  const lang = i18n.language === 'en' ? 'en' : 'nl'
  const toast = useToast()
  const [day, setDay] = useState<string | null>(null)
  const [until, setUntil] = useState<string | null>(null)
  const [reason, setReason] = useState('')
  const [missing, setMissing] = useState(false)
  const add = useCommand(client.settings.addClosure)
  const draft = useDraft('closure:new', { day, until, reason }, (left) => {
    setDay(left.day)
    setUntil(left.until ?? null)
    setReason(left.reason)
  })
  const wrong = day !== null && until !== null ? rangeProblem(day, until) : null
  async function answer(): Promise<void> {
    setMissing(day === null)
    if (day === null || wrong !== null) return
    const done = await add.run({ day, until, reason })
    if (!done) return
    draft.clear()
    const text =
      until === null || until === day
        ? t('closures.added', { date: formatWeekdayLong(day, lang) })
        : t('closures.addedDays', { count: done.days })
    toast({ text, changeSetId: done.changeSetId })
    onAdded(day)
    setDay(null)
    setUntil(null)
    setReason('')
  }
  return (
    <Sheet title={t('closures.addTitle')}>
      <form className="form" noValidate onSubmit={onSubmit(() => void answer())}>
        <DraftLine draft={draft} />
        <p className="dim">{t('closures.weekdays')}</p>
        <div className="form-row">
          <DateField
            label={t('closures.day')}
            hint={t('closures.dayHint')}
            today={today}
            value={day}
            onChange={(next) => {
              setMissing(false)
              setDay(next)
            }}
            problem={missing ? 'required' : problemOf(add.failure, 'day')}
          />
          <DateField
            label={t('closures.until')}
            hint={t('closures.untilHint')}
            optional
            today={today}
            value={until}
            onChange={setUntil}
            problem={wrong ?? problemOf(add.failure, 'until')}
          />
        </div>
        <TextField
          label={t('closures.reason')}
          hint={t('closures.reasonHint')}
          value={reason}
          onChange={setReason}
          problem={problemOf(add.failure, 'reason')}
        />
        {day !== null && wrong === null && <Effect day={day} until={until} />}
        {add.failure && add.failure.code !== 'INVALID' && <FailureMessage failure={add.failure} />}
        <div className="form-actions">
          <Button type="submit" variant="default" loading={add.busy}>
            {t('closures.add')}
          </Button>
        </div>
      </form>
    </Sheet>
  )
}

/** "14 halve dagen van 9 deelnemers vallen uit." */
function Effect({ day, until }: { day: string; until: string | null }) {
  const { t } = useTranslation('settings')
  const effect = useQuery(orpc.settings.closureEffect.queryOptions({ input: { day, until } })).data
  if (effect === undefined) return null
  const { days, parts, people, marks } = effect
  return (
    <div role="status">
      {days === 0 ? (
        <p>{t('closures.effectClosed')}</p>
      ) : parts === 0 ? (
        <p>{t('closures.effectNobody')}</p>
      ) : (
        <p>
          {t('closures.effectParts', {
            count: parts,
            people: t('closures.effectPeople', { count: people }),
          })}
        </p>
      )}
      {marks > 0 && <p>{t('closures.effectMarks', { count: marks })}</p>}
    </div>
  )
}
