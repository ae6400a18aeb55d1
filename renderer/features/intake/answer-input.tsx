/** The control that fits the type of a question. Whatever is stored that does not fit is shown as empty. */
import { Checkbox, Radio, TextInput, Textarea } from '@mantine/core'
import type { Question } from '#core/intake/definition.ts'
import { asList, asText, numberOrText, type AnswerProps } from './answer.ts'
import { DateInput } from './date-input.tsx'
import { DayPartsInput } from './day-parts-input.tsx'
import { GridInput } from './grid-input.tsx'
import { useIntakeWords } from './intake-words.ts'
import { RowsInput } from './rows-input.tsx'

export function AnswerInput(props: AnswerProps<Question>) {
  const { question, labelId, value, onChange } = props
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
            value={asText(value)}
            onChange={(event) => onChange(numberOrText(event.currentTarget.value))}
          />
          <span>{words.unit(question.key, question.unit)}</span>
        </div>
      )
    case 'date':
      return <DateInput {...props} question={question} />
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
      return <DayPartsInput {...props} question={question} />
    case 'grid':
      return <GridInput {...props} question={question} />
    case 'rows':
      return <RowsInput {...props} question={question} />
  }
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
