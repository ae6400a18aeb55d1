/**
 * The screen to look at together: one question and nothing else. No name, no notes, no menu, no question that is for
 * the coach; what is typed goes where the form keeps it. The rest of the program is hidden and cannot be reached.
 */
import { Button, NativeSelect } from '@mantine/core'
import { IconChevronLeft, IconChevronRight, IconEyeOff } from '@tabler/icons-react'
import { useEffect, useId, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { useTranslation } from 'react-i18next'
import {
  participantLanguageNames,
  participantLanguages,
  type ParticipantLanguage,
} from '#core/i18n/participant/index.ts'
import { spokenLanguage } from '#core/i18n/participant/view.ts'
import type { Answer } from '#core/api/intake.ts'
import type { Question } from '#core/intake/definition.ts'
import { FieldMessage } from '../../../forms/problem.tsx'
import { useLocked } from '../../../office/lock.ts'
import { useOffice } from '../../../office/office.ts'
import type { Person } from '../../participants/person-head.tsx'
import { shownProblem } from '../answer.ts'
import type { OpenIntake } from '../section-sheet.tsx'
import { useAnswer } from '../use-kept.ts'
import { Both } from './both.tsx'
import { useViewKeys, useViewOnly } from './use-view.ts'
import { ViewInput } from './view-input.tsx'
import { TextProvider, useViewText } from './view-words.ts'
import './participant.css'

/** What was chosen in the view, by intake, until the program closes. */
const chosenLanguages = new Map<number, ParticipantLanguage | null>()

export function ParticipantView({
  intake,
  person,
  start,
  onMove,
  onClose,
}: {
  intake: OpenIntake
  person: Person
  /** The question that was asked last. */
  start: string
  onMove: (question: string) => void
  /** Takes the question that is on the screen now. */
  onClose: (question: string) => void
}) {
  const questions = intake.form.sections.flatMap((section) => section.questions)
  const shown = questions.filter((question) => !question.coachOnly)
  const [key, setKey] = useState(() => nearest(questions, start))
  const at = Math.max(
    shown.findIndex((one) => one.key === key),
    0,
  )
  const question = shown[at]
  const talked = intake.talks.at(-1)?.language ?? ''
  const [language, setLanguage] = useState(() => {
    const chosen = chosenLanguages.get(intake.id)
    return chosen === undefined ? (spokenLanguage(talked) ?? spokenLanguage(person.languages)) : chosen
  })
  const [moved, setMoved] = useState(false)
  const go = (by: 1 | -1): void => {
    const to = shown[at + by]
    if (!to) return
    setMoved(true)
    setKey(to.key)
    onMove(to.key)
  }
  const close = (): void => onClose(moved || !question ? (question?.key ?? start) : start)
  useViewOnly(useLocked())
  useViewKeys({ next: () => go(1), previous: () => go(-1), close })

  return createPortal(
    <main className="view">
      {question ? (
        <OneQuestion
          key={question.key}
          intake={intake}
          question={question}
          language={language}
          place={{ at: at + 1, of: shown.length }}
          onLanguage={(next) => {
            chosenLanguages.set(intake.id, next)
            setLanguage(next)
          }}
          onGo={go}
          onClose={close}
        />
      ) : (
        <Nothing onClose={close} />
      )}
    </main>,
    document.body,
  )
}

/** The question itself, or the next one that the participant may see; else the one before. */
function nearest(questions: readonly Question[], start: string): string {
  const at = questions.findIndex((one) => one.key === start)
  const from = Math.max(at, 0)
  const found =
    questions.slice(from).find((one) => !one.coachOnly) ??
    questions.slice(0, from).findLast((one) => !one.coachOnly)
  return found?.key ?? ''
}

function OneQuestion({
  intake,
  question,
  language,
  place,
  onLanguage,
  onGo,
  onClose,
}: {
  intake: OpenIntake
  question: Question
  language: ParticipantLanguage | null
  place: { at: number; of: number }
  onLanguage: (language: ParticipantLanguage | null) => void
  onGo: (by: 1 | -1) => void
  onClose: () => void
}) {
  const { t } = useTranslation('conversation', { lng: 'nl' })
  const id = useId()
  const { key } = question
  const text = useViewText(intake.form, key, language)
  const field = useAnswer(intake.id, key, intake.answers)
  const body = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const one =
      body.current?.querySelector<HTMLElement>('input:checked') ??
      body.current?.querySelector<HTMLElement>('input, textarea, select, button')
    one?.focus({ preventScroll: true })
    return () => field.onBlur()
    // oxlint-disable-next-line react/exhaustive-deps -- once: each question has its own
  }, [])
  const given = (value: Answer['value']): Answer => ({ question: key, value, noAnswer: null })
  const { value } = field
  const { today } = useOffice()
  const problem = shownProblem(question, value.value, field.problem, today)
  const say = (noAnswer: 'unknown' | 'declined'): void => {
    field.onChange({ question: key, value: null, noAnswer: value.noAnswer === noAnswer ? null : noAnswer })
    field.onBlur()
  }
  const hint = text.hint.nl !== '' || text.hint.other !== ''
  return (
    <TextProvider value={text}>
      <div className="view-page">
        <header className="view-head">
          <h1 id={`${id}-question`}>
            <Both words={text.question} />
          </h1>
          {hint && (
            <p className="view-hint">
              <Both words={text.hint} />
            </p>
          )}
        </header>
        <div
          className="view-body"
          ref={body}
          onBlur={field.onBlur}
          {...(problem ? { 'aria-describedby': `${id}-problem` } : {})}
        >
          <ViewInput
            question={question}
            labelId={`${id}-question`}
            value={value.value}
            onChange={(next) => field.onChange(given(next))}
            onHold={(next) => field.hold(given(next))}
            large
          />
          {problem && (
            <p id={`${id}-problem`} role="alert" className="view-problem">
              <FieldMessage problem={problem} />
            </p>
          )}
        </div>
        <div className="view-foot">
          <div className="view-buttons">
            {place.at > 1 && (
              <Button
                className="view-button"
                variant="default"
                leftSection={<IconChevronLeft size={24} stroke={2} aria-hidden />}
                onClick={() => onGo(-1)}
              >
                <Both words={text.previous} />
              </Button>
            )}
            {(['unknown', 'declined'] as const).map((reason) => (
              <Button
                key={reason}
                className="view-button"
                variant="default"
                aria-pressed={value.noAnswer === reason}
                onClick={() => say(reason)}
              >
                <Both words={text.reason(reason)} />
              </Button>
            ))}
            {place.at < place.of && (
              <Button
                className="view-button view-next"
                rightSection={<IconChevronRight size={24} stroke={2} aria-hidden />}
                onClick={() => onGo(1)}
              >
                <Both words={text.next} />
              </Button>
            )}
          </div>
          <div className="view-line">
            <span className="view-only">
              <IconEyeOff size={20} stroke={1.75} aria-hidden />
              {t('view.only')}
            </span>
            <Button variant="subtle" className="view-back" onClick={onClose}>
              {t('view.back')}
            </Button>
            <label className="view-language">
              <span>{t('view.language')}</span>
              <NativeSelect
                value={language ?? ''}
                onChange={(event) =>
                  onLanguage(participantLanguages.find((one) => one === event.currentTarget.value) ?? null)
                }
                data={[
                  { value: '', label: t('view.dutchOnly') },
                  ...participantLanguages.map((one) => ({
                    value: one,
                    label: participantLanguageNames[one],
                  })),
                ]}
              />
            </label>
            {!text.checked && <span className="view-draft">{t('view.draft')}</span>}
            {language !== null && text.language === null && <span>{t('view.notTranslated')}</span>}
          </div>
        </div>
      </div>
    </TextProvider>
  )
}

function Nothing({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('conversation', { lng: 'nl' })
  return (
    <div className="view-page">
      <h1>{t('view.nothing')}</h1>
      <Button className="view-button" autoFocus onClick={onClose}>
        {t('view.back')}
      </Button>
    </div>
  )
}
