/** "Woensdagmiddag volgens rooster": present for everybody who is planned then and has no mark yet. */
import { Button } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Week } from '#core/api/attendance.ts'
import { weekday, weekdayName } from '#core/calendar/dates.ts'
import { client } from '../../client.ts'
import { useCommand } from '../../office/use-command.ts'
import { FailureMessage } from '../../ui/message.tsx'
import { useToast } from '../../ui/toast.tsx'
import { useCursor, type Cursor } from './cursor.ts'
import { firstChoice, halfDay } from './half-days.ts'
import type { Steps } from './steps.ts'

type Props = { week: Week; day: string; part: 'morning' | 'afternoon'; steps: Steps }

/** For the half-day that the cursor is in. */
export function FillHere({ week, cursor, steps }: { week: Week; cursor: Cursor; steps: Steps }) {
  const column = useCursor(cursor, ({ place }) => place?.column ?? firstChoice(week).column)
  const half = halfDay(week, column)
  return <FillButton key={`${half.day} ${half.part}`} week={week} {...half} steps={steps} />
}

function FillButton({ week, day, part, steps }: Props) {
  const { t, i18n } = useTranslation(['programme', 'enums'])
  const lang = i18n.language === 'en' ? 'en' : 'nl'
  const toast = useToast()
  const fill = useCommand(client.attendance.fillPlanned)
  const why = week.settled
    ? t('week.fillSettled')
    : week.closed.some((one) => one.day === day)
      ? t('week.fillClosed')
      : day > week.today
        ? t('week.fillNotYet')
        : ''
  const words = t('week.fill', { weekday: weekdayName(weekday(day), lang), part: t(`enums:dayPart.${part}`) })
  const whole = words.charAt(0).toUpperCase() + words.slice(1)
  async function run(): Promise<void> {
    await steps.flush()
    const answer = await fill.run({ day, part })
    if (!answer) return
    const { filled, skipped, changeSetId } = answer
    steps.remember({ what: whole, monday: week.monday }, changeSetId)
    toast({
      text: filled === 0 ? t('week.filledNothing') : t('week.filled', { filled, skipped }),
      changeSetId,
    })
  }
  return (
    <>
      <Button
        loading={fill.busy}
        disabled={why !== ''}
        leftSection={<IconCheck size={18} stroke={2} aria-hidden />}
        aria-label={whole}
        {...(why === '' ? {} : { 'aria-describedby': 'week-fill-why' })}
        onClick={() => void run()}
      >
        <span className="week-wide">{whole}</span>
        <span className="week-narrow">{t('week.fillShort')}</span>
      </Button>
      {why !== '' && (
        <span id="week-fill-why" className="for-readers">
          {why}
        </span>
      )}
      {fill.failure && <FailureMessage failure={fill.failure} />}
    </>
  )
}
