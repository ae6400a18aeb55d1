/** The questions of one part: asked or not, their answers to choose from, and the office's own. */
import { Button, Checkbox } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FormChanges, OwnQuestion } from '#core/api/intake-form.ts'
import type { IntakeDefinition, Question, Section } from '#core/intake/definition.ts'
import {
  isOff,
  moveOwn,
  newOwn,
  nextNumber,
  putOwn,
  removeOwn,
  toggleQuestion,
} from '#core/intake/form-edit.ts'
import { ForReaders } from '../../ui/hidden.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { announce } from '../../ui/announcer.tsx'
import { useIntakeWords } from '../intake/intake-words.ts'
import { OptionsDialog, type WithOptions } from './options-dialog.tsx'
import { OwnQuestionDialog } from './own-question-dialog.tsx'

type Asking = { what: 'own'; own: OwnQuestion; isNew: boolean } | { what: 'options'; question: WithOptions }

export function SectionQuestions({
  def,
  section,
  changes,
  nextOwn,
  onChange,
  onToggle,
}: {
  def: IntakeDefinition
  section: Section
  changes: FormChanges
  nextOwn: number
  onChange: (changes: FormChanges) => void
  onToggle: () => void
}) {
  const { t } = useTranslation('questions')
  const words = useIntakeWords()
  const [asking, setAsking] = useState<Asking | null>(null)
  const off = changes.sectionsOff.includes(section.key)
  const order = section.questions.map((question) => question.key)

  function move(key: string, by: -1 | 1): void {
    onChange(moveOwn(def, changes, key, by))
    announce(t(by === -1 ? 'edit.movedUp' : 'edit.movedDown', { question: words.question(key) }))
  }
  return (
    <Sheet
      className="iform-sheet"
      title={words.section(section.key)}
      aside={<Checkbox label={t('edit.askSection')} checked={!off} onChange={onToggle} />}
    >
      {section.ownPage && <p>{t('edit.ownPageText')}</p>}
      {off && !section.ownPage && <p className="dim">{t('edit.sectionOff')}</p>}
      <ul className="iform-questions">
        {section.questions.map((question) => {
          const own = changes.own.find((one) => one.key === question.key)
          return (
            <li key={question.key}>
              <div className="iform-question">
                <Checkbox
                  label={words.question(question.key)}
                  description={<About question={question} own={own !== undefined} />}
                  checked={!isOff(changes, question.key)}
                  disabled={off}
                  onChange={() => onChange(toggleQuestion(changes, question.key))}
                />
              </div>
              <div className="iform-actions">
                {own ? (
                  <>
                    <Step
                      up
                      words={words.question(own.key)}
                      disabled={order[0] === own.key}
                      onClick={() => move(own.key, -1)}
                    />
                    <Step
                      words={words.question(own.key)}
                      disabled={order.at(-1) === own.key}
                      onClick={() => move(own.key, 1)}
                    />
                    <button
                      type="button"
                      className="link iform-link"
                      onClick={() => setAsking({ what: 'own', own, isNew: false })}
                    >
                      {t('edit.change')}
                      <ForReaders>{` ${words.question(own.key)}`}</ForReaders>
                    </button>
                  </>
                ) : question.type === 'choice' || question.type === 'multiple' ? (
                  <button
                    type="button"
                    className="link iform-link"
                    onClick={() => setAsking({ what: 'options', question })}
                  >
                    {t('edit.answers')}
                    <ForReaders>{`, ${words.question(question.key)}`}</ForReaders>
                  </button>
                ) : null}
              </div>
            </li>
          )
        })}
      </ul>
      {!section.ownPage && (
        <div className="form-actions">
          <Button
            variant="default"
            leftSection={<IconPlus size={18} stroke={2} aria-hidden />}
            onClick={() =>
              setAsking({
                what: 'own',
                own: newOwn(def, section.key, nextNumber(changes, nextOwn)),
                isNew: true,
              })
            }
          >
            {t('edit.add')}
          </Button>
        </div>
      )}
      {asking?.what === 'own' && (
        <OwnQuestionDialog
          def={def}
          changes={changes}
          own={asking.own}
          isNew={asking.isNew}
          nextOwn={nextOwn}
          onClose={() => setAsking(null)}
          onDone={(own) => {
            onChange(putOwn(changes, own))
            setAsking(null)
          }}
          onRemove={() => {
            onChange(removeOwn(changes, asking.own.key))
            setAsking(null)
          }}
        />
      )}
      {asking?.what === 'options' && (
        <OptionsDialog
          def={def}
          changes={changes}
          question={asking.question}
          nextOwn={nextOwn}
          onClose={() => setAsking(null)}
          onDone={(next) => {
            onChange(next)
            setAsking(null)
          }}
        />
      )}
    </Sheet>
  )
}

/** What kind of question it is, in one line. */
function About({ question, own }: { question: Question; own: boolean }) {
  const { t } = useTranslation('questions')
  const facts = [
    t(`type.${question.type}`),
    own ? t('edit.own') : '',
    question.needed ? t('edit.needed') : '',
    question.sensitive ? t('edit.withReason') : '',
    question.coachOnly ? t('edit.coachOnly') : '',
  ]
  return facts.filter(Boolean).join(' · ')
}

function Step({
  up = false,
  words,
  disabled,
  onClick,
}: {
  up?: boolean
  words: string
  disabled: boolean
  onClick: () => void
}) {
  const { t } = useTranslation('questions')
  const Sign = up ? IconArrowUp : IconArrowDown
  return (
    <Button
      variant="default"
      size="compact-md"
      disabled={disabled}
      leftSection={<Sign size={18} stroke={2} aria-hidden />}
      onClick={onClick}
    >
      {up ? t('edit.up') : t('edit.down')}
      <ForReaders>{`, ${words}`}</ForReaders>
    </Button>
  )
}
