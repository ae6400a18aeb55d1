/** The answer to one question, large enough to look at together. */
import { TextInput, Textarea } from '@mantine/core'
import type { Question } from '#core/intake/definition.ts'
import { asList, asText, numberOrText, type AnswerProps } from '../answer.ts'
import { DateInput } from '../date-input.tsx'
import { Both } from './both.tsx'
import { Cards } from './cards.tsx'
import { ViewDays, ViewGrid, ViewRows } from './view-tables.tsx'
import { useText } from './view-words.ts'

export function ViewInput(props: AnswerProps<Question>) {
  const { question, labelId, value, onChange } = props
  const text = useText()
  switch (question.type) {
    case 'text':
      return (
        <TextInput
          aria-labelledby={labelId}
          className="view-box"
          dir="auto"
          autoComplete="off"
          value={asText(value)}
          onChange={(event) => onChange(event.currentTarget.value || null)}
        />
      )
    case 'longText':
      return (
        <Textarea
          aria-labelledby={labelId}
          className="view-box"
          dir="auto"
          autosize
          minRows={3}
          maxRows={8}
          value={asText(value)}
          onChange={(event) => onChange(event.currentTarget.value || null)}
        />
      )
    case 'number':
      return (
        <div className="view-number">
          <TextInput
            aria-labelledby={labelId}
            className="view-box view-box-short"
            inputMode="numeric"
            autoComplete="off"
            value={asText(value)}
            onChange={(event) => onChange(numberOrText(event.currentTarget.value))}
          />
          <Both words={text.unit(question.unit)} />
        </div>
      )
    case 'date':
      return <DateInput {...props} question={question} large />
    case 'choice':
      return (
        <Cards
          kind="radio"
          labelId={labelId}
          options={question.options.map((key) => ({ key, words: text.option(key) }))}
          chosen={[asText(value)]}
          onChange={([key = null]) => onChange(key)}
        />
      )
    case 'yesNoUnknown':
      return (
        <Cards
          kind="radio"
          labelId={labelId}
          options={(['yes', 'no', 'unknown'] as const).map((key) => ({ key, words: text.yesNo(key) }))}
          chosen={[asText(value)]}
          onChange={([key = null]) => onChange(key)}
        />
      )
    case 'scale':
      return (
        <Cards
          kind="radio"
          labelId={labelId}
          options={Array.from({ length: question.points }, (_, index) => String(index + 1)).map((key) => ({
            key,
            words: text.option(key),
          }))}
          chosen={[asText(value)]}
          onChange={([key]) => onChange(Number(key))}
        />
      )
    case 'multiple':
      return (
        <Cards
          kind="checkbox"
          labelId={labelId}
          options={question.options.map((key) => ({ key, words: text.option(key) }))}
          chosen={asList(value)}
          onChange={onChange}
        />
      )
    case 'dayParts':
      return <ViewDays {...props} question={question} />
    case 'grid':
      return <ViewGrid {...props} question={question} />
    case 'rows':
      return <ViewRows {...props} question={question} />
  }
}
