import { Radio } from '@mantine/core'
import type { GridQuestion } from '#core/intake/definition.ts'
import { asChoices, type AnswerProps } from './answer.ts'
import { useIntakeWords } from './intake-words.ts'

/** Fixed lines, one choice each. Each line is a group of radio buttons of its own. */
export function GridInput({ question, labelId, value, onChange }: AnswerProps<GridQuestion>) {
  const words = useIntakeWords()
  const kept = asChoices(value)
  return (
    <div className="table-scroll">
      <table className="question-grid" aria-labelledby={labelId}>
        <thead>
          <tr>
            <td />
            {question.options.map((option) => (
              <th key={option} scope="col">
                {words.option(question.key, option)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {question.items.map((item) => (
            <tr key={item}>
              <th scope="row">{words.item(question.key, item)}</th>
              {question.options.map((option) => (
                <td key={option}>
                  <Radio
                    name={`${question.key}-${item}`}
                    value={option}
                    checked={kept[item] === option}
                    aria-label={`${words.item(question.key, item)}: ${words.option(question.key, option)}`}
                    onChange={() => onChange({ ...kept, [item]: option })}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
