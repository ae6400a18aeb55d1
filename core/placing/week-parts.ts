/** Half-days of the week: their order, and their words on paper. */
import type { LessonPart, WeekPart } from '../api/fields.ts'
import { weekdayName, type Language } from '../calendar/dates.ts'
import { createI18n } from '../i18n/index.ts'

const order: readonly LessonPart[] = ['morning', 'afternoon', 'evening']

export const samePart = (a: WeekPart, b: WeekPart): boolean => a.weekday === b.weekday && a.part === b.part

/** Each once, in the order of the week. */
export function inWeekOrder(parts: readonly WeekPart[]): WeekPart[] {
  return parts
    .filter((one, n) => parts.findIndex((other) => samePart(one, other)) === n)
    .map(({ weekday, part }) => ({ weekday, part }))
    .toSorted((a, b) => a.weekday - b.weekday || order.indexOf(a.part) - order.indexOf(b.part))
}

/** "maandag en woensdagochtend"; '' for none. Morning and afternoon together are the day. */
export function partsInWords(parts: readonly WeekPart[], language: Language): string {
  const i18n = createI18n(language)
  const t = i18n.getFixedT(language, 'placing')
  const words = [...Map.groupBy(inWeekOrder(parts), (one) => one.weekday)].flatMap(([weekday, ones]) => {
    const day = weekdayName(weekday, language)
    const has = (part: LessonPart) => ones.some((one) => one.part === part)
    const whole = has('morning') && has('afternoon')
    const rest = ones.filter(({ part }) => !whole || part === 'evening')
    return [
      ...(whole ? [day] : []),
      ...rest.map(({ part }) => t('halfDay', { day, part: i18n.t(`enums:dayPart.${part}`).toLowerCase() })),
    ]
  })
  const last = words.pop() ?? ''
  return words.length === 0 ? last : `${words.join(', ')} ${t('and')} ${last}`
}
