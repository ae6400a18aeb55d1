/** The half-days of a place: days across, parts of the day down. */
import { Checkbox } from '@mantine/core'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { lessonPart, type WeekPart } from '#core/api/fields.ts'
import { weekdayName, weekdayShort } from '#core/calendar/dates.ts'
import { inWeekOrder, samePart } from '#core/placing/week-parts.ts'
import { useOffice } from '../../office/office.ts'

const weekdays = [1, 2, 3, 4, 5, 6, 7] as const

export function HalfDays({
  value,
  onChange,
}: {
  value: readonly WeekPart[]
  onChange: (value: WeekPart[]) => void
}) {
  const { t } = useTranslation(['placing', 'enums'])
  const { language } = useOffice()
  const id = useId()
  return (
    <div role="group" aria-labelledby={id} className="places-halfdays">
      <p id={id} className="places-label">
        {t('days.label')}
      </p>
      <div className="table-scroll">
        <table className="places-days">
          <thead>
            <tr>
              <td />
              {weekdays.map((weekday) => (
                <th key={weekday} scope="col">
                  {weekdayShort(weekday, language)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lessonPart.options.map((part) => (
              <tr key={part}>
                <th scope="row">{t(`enums:dayPart.${part}`)}</th>
                {weekdays.map((weekday) => {
                  const one = { weekday, part }
                  return (
                    <td key={weekday}>
                      <Checkbox
                        aria-label={`${weekdayName(weekday, language)} ${t(`enums:dayPart.${part}`).toLowerCase()}`}
                        checked={value.some((other) => samePart(one, other))}
                        onChange={(event) =>
                          onChange(
                            event.currentTarget.checked
                              ? inWeekOrder([...value, one])
                              : value.filter((other) => !samePart(one, other)),
                          )
                        }
                      />
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  )
}
