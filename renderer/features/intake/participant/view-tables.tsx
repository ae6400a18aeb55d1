/** Parts of days, fixed lines with a choice each, and a list that grows. */
import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { IconPlus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import {
  dayPartKey,
  intakeDayParts,
  type DayPartsQuestion,
  type GridQuestion,
  type RowsQuestion,
} from '#core/intake/definition.ts'
import { asChoices, asList, asRows, type AnswerProps } from '../answer.ts'
import { Both, inWords } from './both.tsx'
import { CellCard } from './cards.tsx'
import { useText, type Pair } from './view-words.ts'

const weekdays = [1, 2, 3, 4, 5, 6, 7] as const

/** A choice of a list is plain text: both words on one line. */
const oneLine = ({ nl, other }: Pair): string => [nl, other].filter((word) => word !== '').join(' · ')

/** Days across and parts down; on a narrow screen a row for each day, so that nothing goes sideways. */
export function ViewDays({ labelId, value, onChange }: AnswerProps<DayPartsQuestion>) {
  const text = useText()
  const narrow = useMediaQuery('(max-width: 820px)', false, { getInitialValueInEffect: false })
  const chosen = new Set(asList(value))
  const all = weekdays.flatMap((day) => intakeDayParts.map((part) => dayPartKey(day, part)))
  const days = weekdays.map((day) => ({ key: day, words: text.day(day) }))
  const parts = intakeDayParts.map((part) => ({ key: part, words: text.part(part) }))
  const cell = (day: (typeof days)[number], part: (typeof parts)[number]) => {
    const key = dayPartKey(day.key, part.key)
    return (
      <td key={key}>
        <CellCard
          kind="checkbox"
          name={key}
          label={inWords(day.words, part.words)}
          checked={chosen.has(key)}
          onChange={(checked) => onChange(all.filter((one) => (one === key ? checked : chosen.has(one))))}
        />
      </td>
    )
  }
  const across = narrow ? parts : days
  return (
    <table className="view-table view-days" aria-labelledby={labelId}>
      <thead>
        <tr>
          <td />
          {across.map(({ key, words }) => (
            <th key={key} scope="col">
              <Both words={words} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {narrow
          ? days.map((day) => (
              <tr key={day.key}>
                <DayHead words={day.words} />
                {parts.map((part) => cell(day, part))}
              </tr>
            ))
          : parts.map((part) => (
              <tr key={part.key}>
                <DayHead words={part.words} />
                {days.map((day) => cell(day, part))}
              </tr>
            ))}
      </tbody>
    </table>
  )
}

function DayHead({ words }: { words: Pair }) {
  return (
    <th scope="row">
      <Both words={words} />
    </th>
  )
}

export function ViewGrid({ question, labelId, value, onChange }: AnswerProps<GridQuestion>) {
  const text = useText()
  const kept = asChoices(value)
  return (
    <table className="view-table view-grid" aria-labelledby={labelId}>
      <thead>
        <tr>
          <td />
          {question.options.map((option) => (
            <th key={option} scope="col">
              <Both words={text.option(option)} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {question.items.map((item) => (
          <tr key={item}>
            <th scope="row">
              <Both words={text.item(item)} />
            </th>
            {question.options.map((option) => (
              <td key={option}>
                <CellCard
                  kind="radio"
                  name={`view-${item}`}
                  label={inWords(text.item(item), text.option(option))}
                  checked={kept[item] === option}
                  onChange={() => onChange({ ...kept, [item]: option })}
                />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

export function ViewRows({ question, value, onChange }: AnswerProps<RowsQuestion>) {
  const { t } = useTranslation('conversation')
  const text = useText()
  const stored = asRows(value)
  const rows: Record<string, string>[] = stored.length === 0 ? [{}] : stored
  const set = (at: number, key: string, words: string) =>
    onChange(rows.map((row, index) => (index === at ? { ...row, [key]: words } : row)))
  return (
    <div className="view-rows">
      {rows.map((row, at) => (
        <div key={at} className="view-row" role="group" aria-label={t('row', { number: at + 1, lng: 'nl' })}>
          {question.columns.map((column) =>
            column.type === 'text' ? (
              <TextInput
                key={column.key}
                className="view-box"
                label={<Both words={text.column(column.key)} />}
                dir="auto"
                autoComplete="off"
                value={row[column.key] ?? ''}
                onChange={(event) => set(at, column.key, event.currentTarget.value)}
              />
            ) : (
              <NativeSelect
                key={column.key}
                className="view-box"
                label={<Both words={text.column(column.key)} />}
                value={row[column.key] ?? ''}
                onChange={(event) => set(at, column.key, event.currentTarget.value)}
                data={[
                  { value: '', label: t('view.choose', { lng: 'nl' }) },
                  ...column.options.map((option) => ({
                    value: option,
                    label: oneLine(text.columnOption(column.key, option)),
                  })),
                ]}
              />
            ),
          )}
        </div>
      ))}
      {rows.length < question.maxRows && (
        <Button
          className="view-add"
          variant="default"
          leftSection={<IconPlus size={24} stroke={2} aria-hidden />}
          onClick={() => onChange([...rows, {}])}
        >
          {t('addRow', { lng: 'nl' })}
        </Button>
      )}
    </div>
  )
}
