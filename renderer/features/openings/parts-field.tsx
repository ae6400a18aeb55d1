/** Half-days of the week to tick: days across, parts of the day down. */
import { Checkbox } from '@mantine/core'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { FieldProblem } from '#core/api/errors.ts'
import type { WeekPart } from '#core/api/fields.ts'
import { weekdayName, weekdayShort } from '#core/calendar/dates.ts'
import { intakeDayParts } from '#core/intake/types.ts'
import { FieldMessage } from '../../forms/problem.tsx'
import { useOffice } from '../../office/office.ts'

const weekdays = [1, 2, 3, 4, 5, 6, 7] as const

export function PartsField({
  id: field,
  label,
  value,
  onChange,
  problem,
}: {
  id?: string
  label: string
  value: readonly WeekPart[]
  onChange: (parts: WeekPart[]) => void
  problem: FieldProblem | null
}) {
  const { t } = useTranslation(['common', 'enums'])
  const { language } = useOffice()
  const id = useId()
  const has = (weekday: number, part: string) =>
    value.some((one) => one.weekday === weekday && one.part === part)
  const toggle = (weekday: number, part: WeekPart['part'], on: boolean) =>
    onChange(
      weekdays.flatMap((day) =>
        intakeDayParts
          .filter((one) => (day === weekday && one === part ? on : has(day, one)))
          .map((one) => ({ weekday: day, part: one })),
      ),
    )
  return (
    <div {...(field ? { id: field } : {})}>
      <p id={id} className="openings-label">
        {label} {t('common:optional')}
      </p>
      <table className="openings-days" aria-labelledby={id}>
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
              <th scope="row">{t(`enums:dayPart.${part}`)}</th>
              {weekdays.map((day) => (
                <td key={day}>
                  <Checkbox
                    aria-label={`${weekdayName(day, language)} ${t(`enums:dayPart.${part}`)}`}
                    checked={has(day, part)}
                    onChange={(event) => toggle(day, part, event.currentTarget.checked)}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {problem && <FieldMessage problem={problem} />}
    </div>
  )
}
