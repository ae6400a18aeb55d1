/** A question of the office's own, with how it will look beside it. */
import { Button, Checkbox } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ownQuestionTypes, type FormChanges, type OwnQuestion } from '#core/api/intake-form.ts'
import { findQuestion, type IntakeDefinition } from '#core/intake/definition.ts'
import { formProblems, optionRoom, tidyChanges } from '#core/intake/form-check.ts'
import { nextNumber, putOwn } from '#core/intake/form-edit.ts'
import { formWords } from '#core/intake/form-words.ts'
import { everything, noChanges } from '#core/intake/form.ts'
import { SelectField } from '../../forms/choice-field.tsx'
import { AreaField, TextField } from '../../forms/text-field.tsx'
import { useOffice } from '../../office/office.ts'
import { Ask } from '../../ui/ask.tsx'
import { useIntakeWords } from '../intake/intake-words.ts'
import { OptionsEditor } from './options-editor.tsx'
import { Preview } from './preview.tsx'

export function OwnQuestionDialog({
  def,
  changes,
  own: given,
  isNew,
  nextOwn,
  onClose,
  onDone,
  onRemove,
}: {
  def: IntakeDefinition
  changes: FormChanges
  own: OwnQuestion
  isNew: boolean
  nextOwn: number
  onClose: () => void
  onDone: (own: OwnQuestion) => void
  onRemove: () => void
}) {
  const { t } = useTranslation('questions')
  const { language } = useOffice()
  const words = useIntakeWords()
  const [own, setOwn] = useState(given)
  const [numbers, setNumbers] = useState({ min: String(given.min), max: String(given.max) })
  const [tried, setTried] = useState(false)
  const set = (fields: Partial<OwnQuestion>) => setOwn((now) => ({ ...now, ...fields }))

  const problemsNow = () => formProblems(def, tidyChanges({ ...noChanges, own: [own] }), [])
  const problems = tried ? problemsNow() : []
  const problem = (field: string) =>
    problems.find((one) => one.field === `own.${own.key}.${field}`)?.problem ?? null
  // Answers stand under the key of a question: one that was kept before stays of its type.
  const kept = Number(own.key.slice(4)) < nextOwn
  const room = optionRoom[own.type]
  const shown = everything(def, putOwn(changes, own), null)
  const question = findQuestion(shown, own.key)

  function number(field: 'min' | 'max', typed: string): void {
    setNumbers((now) => ({ ...now, [field]: typed }))
    const text = typed.trim()
    set({ [field]: /^-?\d{1,5}$/u.test(text) ? Number(text) : field === 'min' ? 0 : -1 })
  }
  function done(): void {
    setTried(true)
    if (problemsNow().length > 0) return
    // In another section it comes at the end.
    const moved = own.section !== given.section
    const last = def.sections.find((one) => one.key === own.section)?.questions.at(-1)?.key ?? ''
    onDone(moved ? { ...own, after: last } : own)
  }
  return (
    <Ask
      opened
      wide
      title={isNew ? t('edit.newTitle') : t('edit.changeTitle')}
      answer={t('edit.done')}
      onAnswer={done}
      onClose={onClose}
    >
      <div className="iform-two">
        <div className="form">
          <AreaField
            label={t('edit.question')}
            hint={t('edit.questionHint')}
            rows={1}
            value={own.question}
            problem={problem('question')}
            onChange={(text) => set({ question: text.slice(0, 300) })}
          />
          <SelectField
            label={t('edit.section')}
            value={own.section}
            onChange={(section) => set({ section })}
            choices={def.sections
              .filter((one) => !one.ownPage)
              .map((one) => ({ value: one.key, label: words.section(one.key) }))}
          />
          {kept ? (
            <p>{t('edit.typeKept', { type: t(`type.${own.type}`) })}</p>
          ) : (
            <SelectField
              label={t('edit.type')}
              value={own.type}
              onChange={(type) => set({ type })}
              choices={ownQuestionTypes.map((type) => ({ value: type, label: t(`type.${type}`) }))}
            />
          )}
          {room && (
            <OptionsEditor
              label={t(`edit.optionsFor.${own.type as 'choice' | 'multiple' | 'scale' | 'rows'}`)}
              addLabel={own.type === 'rows' ? t('edit.addColumn') : t('edit.addOption')}
              options={own.options}
              onChange={(options) => set({ options: options.map(({ key, label }) => ({ key, label })) })}
              problem={problem('options')}
              problemOf={(option) => problem(`options.${option}`)}
              newKey={() =>
                `own_${nextNumber({ ...noChanges, own: [...changes.own, own] }, nextNumber(changes, nextOwn))}`
              }
            />
          )}
          {own.type === 'number' && (
            <div className="form-row">
              <TextField
                label={t('edit.min')}
                inputMode="numeric"
                value={numbers.min}
                onChange={(typed) => number('min', typed)}
              />
              <TextField
                label={t('edit.max')}
                inputMode="numeric"
                value={numbers.max}
                problem={problem('max')}
                onChange={(typed) => number('max', typed)}
              />
              <TextField
                label={t('edit.unit')}
                optional
                value={own.unit}
                onChange={(unit) => set({ unit: unit.slice(0, 40) })}
              />
            </div>
          )}
          {own.type === 'date' && (
            <Checkbox
              label={t('edit.partial')}
              checked={own.partial}
              onChange={(event) => set({ partial: event.currentTarget.checked })}
            />
          )}
          <AreaField
            label={t('edit.hint')}
            optional
            rows={1}
            value={own.hint}
            onChange={(text) => set({ hint: text.slice(0, 500) })}
          />
          <AreaField
            label={t('edit.reason')}
            hint={t('edit.reasonHint')}
            optional
            rows={1}
            value={own.reason}
            onChange={(text) => set({ reason: text.slice(0, 500) })}
          />
          <Checkbox
            label={t('edit.isNeeded')}
            checked={own.needed}
            onChange={(event) => set({ needed: event.currentTarget.checked })}
          />
          <Checkbox
            label={t('edit.isCoachOnly')}
            checked={own.coachOnly}
            onChange={(event) => set({ coachOnly: event.currentTarget.checked })}
          />
          {!isNew && (
            <div>
              <Button variant="outline" color="red" onClick={onRemove}>
                {t('edit.removeQuestion')}
              </Button>
              <p className="dim">{t('edit.removeHint')}</p>
            </div>
          )}
        </div>
        {question && <Preview question={question} words={formWords(shown, language)} />}
      </div>
    </Ask>
  )
}
