/** For how many people there is room, half-day by half-day; beside it how full it is going to be. */
import { TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Occupancy } from '#core/api/attendance.ts'
import type { FieldProblem } from '#core/api/errors.ts'
import { client } from '../../client.ts'
import { FieldMessage } from '../../forms/problem.tsx'
import { orpc } from '../../office/query.ts'
import { useCommand } from '../../office/use-command.ts'
import { FailureMessage } from '../../ui/message.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { useToast } from '../../ui/toast.tsx'

const parts = ['morning', 'afternoon'] as const

export function CapacityPart() {
  const { t } = useTranslation(['settings', 'enums'])
  const halves = useQuery(orpc.settings.capacity.queryOptions()).data ?? []
  const byDay = Map.groupBy(halves, (half) => half.weekday)
  return (
    <Sheet title={t('capacity.title')} className="settings-sheet">
      <p className="dim settings-lead">{t('capacity.lead')}</p>
      <table className="data-table settings-capacity">
        <thead>
          <tr>
            <th scope="col">{t('capacity.weekday')}</th>
            {parts.map((part) => (
              <th key={part} scope="col" className="settings-first">
                {t(`enums:dayPart.${part}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {[...byDay].map(([weekday, ofDay]) => (
            <tr key={weekday}>
              <th scope="row">{t(`enums:weekday.${weekday as 1}`)}</th>
              {parts.map((part) => {
                const half = ofDay.find((one) => one.part === part)
                return (
                  <td key={part}>
                    <Places half={half ?? { weekday, part, people: 0, capacity: null, on: null }} />
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="dim settings-text">{t('capacity.ahead')}</p>
    </Sheet>
  )
}

function Places({ half }: { half: Occupancy }) {
  const { t } = useTranslation(['settings', 'enums'])
  const toast = useToast()
  const shown = half.capacity === null ? '' : String(half.capacity)
  const [text, setText] = useState(shown)
  const [problem, setProblem] = useState<FieldProblem | null>(null)
  useEffect(() => setText(shown), [shown])
  const save = useCommand(client.settings.saveCapacity)
  async function leave(): Promise<void> {
    const typed = text.trim()
    const fits = typed === '' || (/^\d{1,3}$/.test(typed) && Number(typed) <= 500)
    setProblem(fits ? null : 'number_range')
    if (!fits || typed === shown) return
    const people = typed === '' ? null : Number(typed)
    const done = await save.run({ weekday: half.weekday, part: half.part, people })
    if (done) toast({ text: t('capacity.saved'), changeSetId: done.changeSetId })
  }
  const over = half.capacity === null ? 0 : half.people - half.capacity
  return (
    <div className="settings-places-cell">
      <TextInput
        className="settings-number"
        aria-label={t('capacity.people', {
          day: t(`enums:weekday.${half.weekday as 1}`),
          part: t(`enums:dayPart.${half.part}`),
        })}
        inputMode="numeric"
        autoComplete="off"
        spellCheck={false}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value)
          setProblem(null)
        }}
        onBlur={() => void leave()}
        onKeyDown={(event) => {
          if (event.key === 'Enter') void leave()
        }}
        {...(problem ? { error: <FieldMessage problem={problem} /> } : {})}
      />
      <span className={over > 0 ? 'settings-over' : 'dim'}>
        {over > 0
          ? t('capacity.over', { count: over, people: half.people })
          : half.people > 0
            ? t('capacity.busiest', { count: half.people })
            : ''}
      </span>
      {save.failure && save.failure.code !== 'INVALID' && <FailureMessage failure={save.failure} />}
    </div>
  )
}
