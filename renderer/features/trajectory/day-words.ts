/** Days of the week in words: a whole day by its name, half a day with its part. */
import { useTranslation } from 'react-i18next'
import { weekdayName } from '#core/calendar/dates.ts'
import type { LessonPart } from '#core/api/fields.ts'
import { useOffice } from '../../office/office.ts'

type Part = { weekday: number; part: LessonPart }

/** "dinsdag, donderdag ochtend"; '' for none. Morning and afternoon together are the day. */
export function useDayParts(): (parts: readonly Part[]) => string {
  const { t } = useTranslation(['trajectory', 'enums'])
  const { language } = useOffice()
  return (parts) =>
    [...Map.groupBy(parts, (one) => one.weekday)]
      .sort(([a], [b]) => a - b)
      .map(([weekday, ones]) => {
        const day = weekdayName(weekday, language)
        const has = (part: LessonPart) => ones.some((one) => one.part === part)
        const whole = has('morning') && has('afternoon')
        const named = (['morning', 'afternoon', 'evening'] as const).filter(
          (part) => has(part) && !(whole && part !== 'evening'),
        )
        return [
          whole ? day : '',
          ...named.map((part) => t('trajectory:agreed.dayPart', { day, part: t(`enums:dayPart.${part}`) })),
        ]
          .filter(Boolean)
          .join(', ')
      })
      .join(', ')
}
