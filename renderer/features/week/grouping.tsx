/** How the people of the week are put together; the sheets on paper follow. */
import { NativeSelect } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { weekGroupings, type WeekGrouping } from '#core/attendance/week-order.ts'
import { client } from '../../client.ts'
import { useCommand } from '../../office/use-command.ts'

export function Grouping({ value }: { value: WeekGrouping }) {
  const { t } = useTranslation('programme')
  const change = useCommand(client.attendance.setGrouping)
  async function choose(text: string): Promise<void> {
    const grouping = weekGroupings.find((one) => one === text)
    if (grouping) await change.run({ grouping })
  }
  return (
    <NativeSelect
      className="week-grouping"
      size="xs"
      aria-label={t('week.grouping')}
      value={value}
      onChange={(event) => void choose(event.currentTarget.value)}
      data={weekGroupings.map((one) => ({ value: one, label: t(`week.groupings.${one}`) }))}
    />
  )
}
