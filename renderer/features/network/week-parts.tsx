/** When somebody can usually come: days across, parts of the day down; and the same in words. */
import { Checkbox } from '@mantine/core'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { lessonPart, type WeekPart } from '#core/api/fields.ts'
import { weekdayName, weekdayShort, type Language } from '#core/calendar/dates.ts'
import { useOffice } from '../../office/office.ts'
import './network.css'

const weekdays = [1, 2, 3, 4, 5, 6, 7] as const

export function WeekParts({
  label,
  value,
  onChange,
}: {
  label: string
  value: readonly WeekPart[]
  onChange: (value: WeekPart[]) => void
}) {
  const { t } = useTranslation('enums')
  const { language } = useOffice()
  const isOn = (weekday: number, part: string) =>
    value.some((one) => one.weekday === weekday && one.part === part)
  return (
    <div className="table-scroll" role="group" aria-label={label}>
      <table className="network-parts">
        <thead>
          <tr>
            <td />
            {weekdays.map((day) => (
              <th key={day} scope="col">
                {weekdayShort(day, language)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lessonPart.options.map((part) => (
            <tr key={part}>
              <th scope="row">{t(`lessonPart.${part}`)}</th>
              {weekdays.map((weekday) => (
                <td key={weekday}>
                  <Checkbox
                    aria-label={`${weekdayName(weekday, language)} ${t(`lessonPart.${part}`)}`}
                    checked={isOn(weekday, part)}
                    onChange={(event) =>
                      onChange(
                        event.currentTarget.checked
                          ? [...value, { weekday, part }]
                          : value.filter((one) => one.weekday !== weekday || one.part !== part),
                      )
                    }
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** "di ochtend, do ochtend en middag" */
export function weekPartsText(
  parts: readonly WeekPart[],
  t: TFunction<readonly ['network', 'enums']>,
  language: Language,
): string {
  return weekdays
    .flatMap((day) => {
      const words = lessonPart.options
        .filter((part) => parts.some((one) => one.weekday === day && one.part === part))
        .map((part) => t(`enums:lessonPart.${part}`))
      return words.length === 0 ? [] : [`${weekdayShort(day, language)} ${words.join(' + ')}`]
    })
    .join(', ')
}
