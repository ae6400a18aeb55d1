/** What the talk comes to: advice beside the wish, goals, first scores, permissions and the letter. */
import { useTranslation } from 'react-i18next'
import type { Section } from '#core/intake/definition.ts'
import type { Person } from '../../participants/person-head.tsx'
import { PermissionList } from '../../permissions/permissions-card.tsx'
import { QuestionField } from '../question-field.tsx'
import type { OpenIntake } from '../section-sheet.tsx'
import { FirstScores } from './first-scores.tsx'
import { IntakeLetter } from './intake-letter.tsx'
import { WishCard } from './wish-card.tsx'
import './conclusion.css'

/** In one box, with the wish beside it. */
const ofAdvice = new Set(['advice', 'advice_fits', 'advice_differs'])

type Props = { intake: OpenIntake; person: Person }

/** The last part while the talk goes on. */
export function Conclusion({
  intake,
  person,
  section,
  onGo,
}: Props & { section: Section; onGo: (key: string, question?: string) => void }) {
  const { t } = useTranslation('conclusion')
  const { answers } = intake
  const fits = answers.find((one) => one.question === 'advice_fits')?.value
  const differs = fits === 'no' || fits === 'partly'
  const questions = section.questions.filter(({ key }) => !ofAdvice.has(key))
  const advice = section.questions.filter(({ key }) => ofAdvice.has(key))
  const at = section.questions.findIndex(({ key }) => ofAdvice.has(key))
  const before = questions.filter((one) => section.questions.indexOf(one) < at)
  const after = questions.filter((one) => !before.includes(one))
  const field = (question: Section['questions'][number]) => (
    <QuestionField key={question.key} intakeId={intake.id} question={question} answers={answers} />
  )
  return (
    <>
      {before.map(field)}
      {advice.length > 0 && (
        <div className="conclusion-pair">
          <WishCard intake={intake} person={person} onGo={onGo} />
          <section className="conclusion-advice" aria-labelledby="conclusion-advice">
            <h3 id="conclusion-advice">{t('advice.title')}</h3>
            {advice.map((question) => (
              <div key={question.key}>
                {field(question)}
                {question.key === 'advice_differs' && differs && (
                  <p className="dim conclusion-needed">{t('differs')}</p>
                )}
              </div>
            ))}
          </section>
        </div>
      )}
      {after.map(field)}
      <ConclusionPage intake={intake} person={person} />
    </>
  )
}

/** What stands with the conclusion and is no answer: it can change after the intake was finished. */
export function ConclusionPage({ intake, person }: Props) {
  const { t } = useTranslation('conclusion')
  return (
    <>
      <FirstScores participantId={person.id} on={intake.talks.at(-1)?.held_on ?? intake.started_on} />
      <section className="conclusion-part" aria-labelledby="conclusion-permissions">
        <h3 id="conclusion-permissions">{t('permissions.title')}</h3>
        <p className="dim">{t('permissions.hint')}</p>
        <PermissionList participantId={person.id} all />
      </section>
      <IntakeLetter intake={intake} />
    </>
  )
}
