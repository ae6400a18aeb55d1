/** The control that fits the type of a question. Whatever is stored that does not fit is shown as empty. */
import { Checkbox, Radio, TextInput, Textarea } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Question } from '#core/intake/definition.ts'
import { DateField } from '../../forms/date-field.tsx'
import { useOffice } from '../../office/office.ts'
import { asList, type AnswerProps, type Value } from './answer.ts'
import { DayPartsInput } from './day-parts-input.tsx'
import { GridInput } from './grid-input.tsx'
import { useIntakeWords } from './intake-words.ts'
import { RowsInput } from './rows-input.tsx'

const asText = (value: Value): string =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : ''
export function AnswerInput({ question, labelId, value, onChange }: AnswerProps<Question>) {
  const { t } = useTranslation('people')
  const { today } = useOffice()
  const words = useIntakeWords()
  const named = { 'aria-labelledby': labelId }
  switch (question.type) {
    case 'text':
      return (
        <TextInput
          {...named}
          autoComplete="off"
          value={asText(value)}
          onChange={(event) => onChange(event.currentTarget.value || null)}
        />
      )
    case 'longText':
      return (
        <Textarea
          {...named}
          autosize
          minRows={2}
          maxRows={14}
          value={asText(value)}
          onChange={(event) => onChange(event.currentTarget.value || null)}
        />
      )
    case 'number':
      return (
        <div className="question-number">
          <TextInput
            {...named}
            inputMode="numeric"
            autoComplete="off"
            title={t('intakePage.numberHint', { min: question.min, max: question.max })}
            value={asText(value)}
            onChange={(event) => onChange(numberOrText(event.currentTarget.value))}
          />
          <span>{words.unit(question.unit)}</span>
        </div>
      )
    case 'date':
      return (
        <DateField
          className="question-date"
          label={words.question(question.key)}
          today={today}
          partial={question.partial}
          value={asText(value) || null}
          onChange={onChange}
        />
      )
    case 'choice':
      return (
        <OneOf
          labelId={labelId}
          options={question.options.map((key) => [key, words.option(question.key, key)])}
          value={asText(value)}
          onChange={onChange}
        />
      )
    case 'yesNoUnknown':
      return (
        <OneOf
          labelId={labelId}
          options={['yes', 'no', 'unknown'].map((key) => [key, words.yesNo(key)])}
          value={asText(value)}
          onChange={onChange}
        />
      )
    case 'scale':
      return (
        <OneOf
          labelId={labelId}
          options={Array.from({ length: question.points }, (_, index) => [
            String(index + 1),
            words.option(question.key, String(index + 1)),
          ])}
          value={asText(value)}
          onChange={(chosen) => onChange(Number(chosen))}
        />
      )
    case 'multiple': {
      const list = asList(value)
      return (
        <div className="question-options">
          {question.options.map((key) => (
            <Checkbox
              key={key}
              label={words.option(question.key, key)}
              checked={list.includes(key)}
              onChange={(event) =>
                onChange(
                  question.options.filter((one) =>
                    one === key ? event.currentTarget.checked : list.includes(one),
                  ),
                )
              }
            />
          ))}
        </div>
      )
    }
    case 'dayParts':
      return <DayPartsInput question={question} labelId={labelId} value={value} onChange={onChange} />
    case 'grid':
      return <GridInput question={question} labelId={labelId} value={value} onChange={onChange} />
    case 'rows':
      return <RowsInput question={question} labelId={labelId} value={value} onChange={onChange} />
  }
}

/** A number where it is one; otherwise as typed, so that the message comes under it and nothing is lost. */
function numberOrText(typed: string): Value {
  const text = typed.trim()
  if (text === '') return null
  return /^\d{1,6}$/.test(text) ? Number(text) : typed
}

function OneOf({
  labelId,
  options,
  value,
  onChange,
}: {
  labelId: string
  options: [key: string, label: string][]
  value: string
  onChange: (value: string) => void
}) {
  return (
    <Radio.Group aria-labelledby={labelId} value={value} onChange={onChange}>
      <div className="question-options">
        {options.map(([key, label]) => (
          <Radio key={key} value={key} label={label} />
        ))}
      </div>
    </Radio.Group>
  )
}
