/** The public holidays that are not closed days yet: the office decides, the usual ones are ticked. */
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatWeekdayLong, weekday } from '#core/calendar/dates.ts'
import { dutchHolidays } from '#core/calendar/holidays.ts'
import { client } from '../../client.ts'
import { ChecksField } from '../../forms/choice-field.tsx'
import { useCommand } from '../../office/use-command.ts'
import { FailureMessage } from '../../ui/message.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { useToast } from '../../ui/toast.tsx'

export function Holidays({
  year,
  closed,
  ready,
}: {
  year: number
  closed: readonly string[]
  ready: boolean
}) {
  const { t, i18n } = useTranslation(['settings', 'enums'])
  const lang = i18n.language === 'en' ? 'en' : 'nl'
  const toast = useToast()
  const offered = dutchHolidays(year).filter((day) => weekday(day.date) <= 5 && !closed.includes(day.date))
  const [touched, setTouched] = useState<readonly string[] | null>(null)
  const ticked = (touched ?? offered.filter((day) => day.closedByDefault).map((day) => day.date)).filter(
    (day) => offered.some((one) => one.date === day),
  )
  const add = useCommand(client.settings.addClosures)
  if (!ready || offered.length === 0) return null
  async function answer(): Promise<void> {
    const days = offered
      .filter((one) => ticked.includes(one.date))
      .map((one) => ({ day: one.date, reason: t(`enums:holiday.${one.code}`) }))
    const done = await add.run({ days })
    if (done)
      toast({ text: t('closures.holidaysAdded', { count: done.days }), changeSetId: done.changeSetId })
  }
  return (
    <Sheet>
      <ChecksField
        label={t('closures.holidays', { year })}
        hint={t('closures.holidaysHint')}
        value={ticked}
        onChange={setTouched}
        choices={offered.map((day) => ({
          value: day.date,
          label: `${t(`enums:holiday.${day.code}`)}, ${formatWeekdayLong(day.date, lang)}`,
        }))}
      />
      {add.failure && <FailureMessage failure={add.failure} />}
      <div className="form-actions">
        <Button
          variant="default"
          loading={add.busy}
          disabled={ticked.length === 0}
          onClick={() => void answer()}
        >
          {t('closures.addHolidays', { count: ticked.length })}
        </Button>
      </div>
    </Sheet>
  )
}
