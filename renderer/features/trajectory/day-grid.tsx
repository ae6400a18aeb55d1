/** Which mornings and afternoons somebody comes, and at what time. */
import { Checkbox, UnstyledButton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { scheduleProblems } from '#core/attendance/parts.ts'
import { weekMinutes } from '#core/attendance/plan.ts'
import { formatHours } from '#core/attendance/totals.ts'
import { weekdayName, weekdayShort } from '#core/calendar/dates.ts'
import type { FieldError, FieldProblem } from '#core/api/errors.ts'
import type { DayPart } from '#core/api/fields.ts'
import type { SchedulePart } from '#core/api/programme.ts'
import { FieldMessage } from '../../forms/problem.tsx'
import { TimeField } from '../../forms/time-field.tsx'
import { useOffice } from '../../office/office.ts'
import { orpc } from '../../office/query.ts'
import { StateWord } from '../../ui/state-word.tsx'
import { useDayParts } from './day-words.ts'
import { Crowded } from './schedule-beside.tsx'

const weekdays = [1, 2, 3, 4, 5] as const
const dayParts: readonly DayPart[] = ['morning', 'afternoon']
/** Minutes since midnight, until somebody types others: 9.00-12.30 and 13.00-16.00. */
const usual: Record<DayPart, [number, number]> = { morning: [540, 750], afternoon: [780, 960] }

export function inWeekOrder(parts: readonly SchedulePart[]): SchedulePart[] {
  return [...parts].sort(
    (a, b) => a.weekday - b.weekday || dayParts.indexOf(a.part) - dayParts.indexOf(b.part),
  )
}

/**
 * `personId`: whose language lessons are told beside it. `from`: the first of these days, to tell how full it becomes;
 * `trajectoryId`: whose own days are not counted twice. `problems`: of `scheduleProblems`.
 */
export function DayGrid({
  parts,
  onChange,
  personId,
  from,
  trajectoryId = null,
  problems,
}: {
  parts: readonly SchedulePart[]
  onChange: (parts: SchedulePart[]) => void
  personId: number
  from: string | null
  trajectoryId?: number | null
  problems: readonly FieldError[]
}) {
  const { t } = useTranslation(['trajectory', 'enums'])
  const { language } = useOffice()
  const [perDay, setPerDay] = useState(() => hasDifferentTimes(parts))
  const at = (weekday: number, part: DayPart) =>
    parts.find((one) => one.weekday === weekday && one.part === part)

  function toggle(weekday: number, part: DayPart): void {
    if (at(weekday, part)) onChange(parts.filter((one) => one.weekday !== weekday || one.part !== part))
    else {
      const like = parts.find((one) => one.part === part)
      const [start_minute, end_minute] = like ? [like.start_minute, like.end_minute] : usual[part]
      onChange(inWeekOrder([...parts, { weekday, part, start_minute, end_minute }]))
    }
  }
  const setTimes = (which: (one: SchedulePart) => boolean, times: Partial<SchedulePart>) =>
    onChange(parts.map((one) => (which(one) ? { ...one, ...times } : one)))
  const rows = perDay
    ? inWeekOrder(parts).map((one) => ({
        key: `${one.weekday}-${one.part}`,
        label: t('agreed.dayPart', {
          day: weekdayName(one.weekday, language),
          part: t(`enums:dayPart.${one.part}`),
        }),
        first: one,
        which: (other: SchedulePart) => other.weekday === one.weekday && other.part === one.part,
      }))
    : dayParts.flatMap((part) => {
        const first = parts.find((one) => one.part === part)
        return first
          ? [
              {
                key: part,
                label: t(`agreed.partTimes.${part}`),
                first,
                which: (other: SchedulePart) => other.part === part,
              },
            ]
          : []
      })
  const problemIn = (which: (one: SchedulePart) => boolean) => {
    const fields = new Set(parts.filter(which).map((one) => `parts.${one.weekday}.${one.part}`))
    return problems.find((one) => fields.has(one.field))?.problem
  }
  const none = problems.find((one) => one.field === 'parts')?.problem
  return (
    <div className="form">
      <LessonsHint personId={personId} parts={parts} />
      <table className="pf-days">
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
          {dayParts.map((part) => (
            <tr key={part}>
              <th scope="row">{t(`enums:dayPart.${part}`)}</th>
              {weekdays.map((weekday) => (
                <td key={weekday}>
                  <Checkbox
                    checked={at(weekday, part) !== undefined}
                    onChange={() => toggle(weekday, part)}
                    aria-label={t('agreed.dayPart', {
                      day: weekdayName(weekday, language),
                      part: t(`enums:dayPart.${part}`),
                    })}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {rows.map(({ key, label, first, which }) => (
        <div key={key} className="pf-times">
          <p>{label}</p>
          <TimeField
            label={t('agreed.from')}
            context={label}
            value={first.start_minute}
            onChange={(start_minute) => setTimes(which, { start_minute })}
          />
          <TimeField
            label={t('agreed.to')}
            end
            context={label}
            value={first.end_minute}
            onChange={(end_minute) => setTimes(which, { end_minute })}
          />
          <TimesProblem problem={problemIn(which)} />
        </div>
      ))}
      <div role="alert" className="pf-times-problem">
        {none && <FieldMessage problem={none} />}
      </div>
      <Crowded parts={parts} from={from} trajectoryId={trajectoryId} />
      {parts.length > 0 && (
        <p>
          {scheduleProblems(parts).length === 0 &&
            t('agreed.hoursPerWeek', { hours: formatHours(weekMinutes(parts), language) })}
          {!perDay && (
            <>
              {' '}
              <UnstyledButton className="link" onClick={() => setPerDay(true)}>
                {t('agreed.otherTimes')}
              </UnstyledButton>
            </>
          )}
        </p>
      )}
    </div>
  )
}

function TimesProblem({ problem }: { problem: FieldProblem | undefined }) {
  return (
    <div role="alert" className="pf-times-problem">
      {problem && <FieldMessage problem={problem} />}
    </div>
  )
}

function hasDifferentTimes(parts: readonly SchedulePart[]): boolean {
  return dayParts.some((part) => {
    const [first, ...others] = parts.filter((one) => one.part === part)
    return (
      first !== undefined &&
      others.some((one) => one.start_minute !== first.start_minute || one.end_minute !== first.end_minute)
    )
  })
}

/** Nothing is planned over a lesson without knowing it; it may be, when that was agreed. */
function LessonsHint({ personId, parts }: { personId: number; parts: readonly SchedulePart[] }) {
  const { t } = useTranslation('trajectory')
  const lessons =
    useQuery(orpc.civic.get.queryOptions({ input: { participantId: personId } })).data?.lessons ?? []
  const words = useDayParts()
  if (lessons.length === 0) return null
  const both = lessons.filter((one) =>
    parts.some((part) => part.weekday === one.weekday && part.part === one.part),
  )
  return (
    <div role="status">
      <p className="dim">{t('agreed.lessonsHint', { days: words(lessons) })}</p>
      {both.length > 0 && (
        <StateWord kind="care">{t('agreed.overlapsLesson', { days: words(both) })}</StateWord>
      )}
    </div>
  )
}
