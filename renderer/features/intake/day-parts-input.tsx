import { Checkbox } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { weekdayName, weekdayShort } from '#core/calendar/dates.ts'
import { dayPartKey, intakeDayParts, type DayPartsQuestion } from '#core/intake/definition.ts'
import { useOffice } from '../../office/office.ts'
import { asList, type AnswerProps } from './answer.ts'

const weekdays = [1, 2, 3, 4, 5, 6, 7] as const

/** Days across, parts of the day down. */
export function DayPartsInput({ labelId, value, onChange }: AnswerProps<DayPartsQuestion>) {
  const { t } = useTranslation('enums')
  const { language } = useOffice()
  const chosen = new Set(asList(value))
  const all = weekdays.flatMap((day) => intakeDayParts.map((part) => dayPartKey(day, part)))
  return (
    <table className="question-days" aria-labelledby={labelId}>
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
        {intakeDayParts.map((part) => (
          <tr key={part}>
            <th scope="row">{t(`dayPart.${part}`)}</th>
            {weekdays.map((day) => {
              const key = dayPartKey(day, part)
              return (
                <td key={day}>
                  <Checkbox
                    aria-label={`${weekdayName(day, language)} ${t(`dayPart.${part}`)}`}
                    checked={chosen.has(key)}
                    onChange={(event) =>
                      onChange(
                        all.filter((one) => (one === key ? event.currentTarget.checked : chosen.has(one))),
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
  )
}
