/** The answers of a built-in question: renamed, left out, put in another order, own ones added. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FormChanges, FormOption } from '#core/api/intake-form.ts'
import type { ChoiceQuestion, IntakeDefinition, MultipleQuestion } from '#core/intake/definition.ts'
import { findQuestion } from '#core/intake/definition.ts'
import { formProblems } from '#core/intake/form-check.ts'
import { nextNumber, optionsOf, putOptions } from '#core/intake/form-edit.ts'
import { formWords } from '#core/intake/form-words.ts'
import { everything, noChanges } from '#core/intake/form.ts'
import { useOffice } from '../../office/office.ts'
import { Ask } from '../../ui/ask.tsx'
import { OptionsEditor, type EditedOption } from './options-editor.tsx'
import { Preview } from './preview.tsx'

export type WithOptions = ChoiceQuestion | MultipleQuestion

export function OptionsDialog({
  def,
  changes,
  question: { key },
  nextOwn,
  onClose,
  onDone,
}: {
  def: IntakeDefinition
  changes: FormChanges
  question: WithOptions
  nextOwn: number
  onClose: () => void
  onDone: (changes: FormChanges) => void
}) {
  const { t } = useTranslation('questions')
  const { language } = useOffice()
  const question = findQuestion(def, key) as WithOptions
  const builtIn = formWords({ ownWords: {} }, language)
  const wordsOf = (option: string) => builtIn.option(key, option)
  const isBuiltIn = (option: string) => question.options.includes(option)
  const [options, setOptions] = useState<EditedOption[]>(() =>
    optionsOf(changes, question).map((option) => edited(option)),
  )
  const [tried, setTried] = useState(false)

  function edited({ key: option, label }: FormOption): EditedOption {
    return isBuiltIn(option)
      ? { key: option, label: label ?? wordsOf(option), builtIn: wordsOf(option) }
      : { key: option, label: label ?? '' }
  }
  const stored = options.map(({ key: option, label }): FormOption => {
    const same = isBuiltIn(option) && (label.trim() === '' || label.trim() === wordsOf(option))
    return { key: option, label: same ? null : label }
  })
  const next = putOptions(changes, question, stored)
  const problems = tried ? formProblems(def, { ...noChanges, options: next.options }, []) : []
  const problem = (field: string) => problems.find((one) => one.field === field)?.problem ?? null
  const gone = question.options.filter((option) => !options.some((one) => one.key === option))
  const shown = everything(def, next, null)
  const now = findQuestion(shown, key) ?? question

  function done(): void {
    setTried(true)
    if (formProblems(def, { ...noChanges, options: next.options }, []).length === 0) onDone(next)
  }
  return (
    <Ask
      opened
      wide
      title={t('edit.answersOf', { question: builtIn.question(key) })}
      answer={t('edit.done')}
      onAnswer={done}
      onClose={onClose}
    >
      <div className="iform-two">
        <div className="form">
          <OptionsEditor
            label={t('edit.options')}
            addLabel={t('edit.addOption')}
            options={options}
            onChange={setOptions}
            problem={problem(`options.${key}`)}
            problemOf={(option) => problem(`options.${key}.${option}`)}
            newKey={() =>
              `own_${nextNumber({ ...noChanges, options: { ...changes.options, [key]: stored } }, nextNumber(changes, nextOwn))}`
            }
          />
          {gone.length > 0 && (
            <div>
              <p>{t('edit.notUsed')}</p>
              <ul className="iform-gone">
                {gone.map((option) => (
                  <li key={option}>
                    <span>{wordsOf(option)}</span>{' '}
                    <button
                      type="button"
                      className="link iform-link"
                      onClick={() => setOptions([...options, edited({ key: option, label: null })])}
                    >
                      {t('edit.putBack', { option: wordsOf(option) })}
                    </button>
                  </li>
                ))}
              </ul>
            </div>
          )}
        </div>
        <Preview question={now} words={formWords(shown, language)} />
      </div>
    </Ask>
  )
}
