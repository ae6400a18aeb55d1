/** The letter about an intake: what goes into it of all that was answered, and what its words begin with. */
import type { Answer, Intake } from '#core/api/intake.ts'
import type { IntakeDraft } from '#core/api/letters.ts'
import { formWords } from '#core/intake/form-words.ts'
import type { IntakeFacts } from '#core/letters/facts.ts'
import { formOfIntake } from '#db/intake-forms/queries.ts'
import { findIntake, referralIdOf } from '#db/intakes/queries.ts'
import { createDraft } from '#db/letters/commands.ts'
import { letterOfIntake, type LetterHead } from '#db/letters/queries.ts'
import { findProject } from '#db/projects/queries.ts'
import { findReferral, listReferrals } from '#db/referrals/queries.ts'
import { found } from '#db/statements.ts'
import type { OfficeContext } from '../context.ts'
import { goalsAnswered } from '../features/intake-goals.ts'
import { invalid } from '../features/invalid.ts'
import { letterFacts } from './parties.ts'

/** Letters go to a municipality: Dutch. */
const language = 'nl'

/** Only the named answers are read: nothing of health, home or money can come along. */
export function intakeLetterFacts(ctx: OfficeContext, letter: LetterHead): IntakeFacts {
  const intake = found(letter.intake_id === null ? null : findIntake(ctx.db, letter.intake_id))
  const { answers } = intake
  const words = formWords(formOfIntake(ctx.db, intake, answers), language)
  const { from, to } = periodOf(intake)
  const advice = textOf(answers, 'advice')
  const sectors = valueOf(answers, 'sectors')
  const project = referralOf(ctx, intake)?.project_id ?? null
  return {
    ...letterFacts(ctx, letter),
    kind: 'intake',
    period_from: from,
    period_to: to,
    finished_on: intake.finished_on,
    talks_on: intake.talks.map((talk) => talk.held_on),
    project: project === null ? null : (findProject(ctx.db, project)?.name ?? null),
    dream_job: textOf(answers, 'dream_job'),
    sectors: (Array.isArray(sectors) ? sectors : [])
      .filter((one): one is string => typeof one === 'string')
      .map((one) => words.option('sectors', one)),
    advice: advice === '' ? null : words.option('advice', advice),
    fits: fitsOf(textOf(answers, 'advice_fits')),
    goals: goalsAnswered(answers),
    texts: (JSON.parse(letter.draft) as IntakeDraft).texts,
  }
}

/**
 * The letter about an intake, or a new draft with its words in it. Inside a command.
 * @throws CommandError NOT_FOUND; INVALID on `case_manager`.
 */
export function openIntakeLetter(ctx: OfficeContext, intakeId: number): number {
  const known = letterOfIntake(ctx.db, intakeId)
  if (known) return known.id
  const intake = found(findIntake(ctx.db, intakeId))
  const referral = referralOf(ctx, intake)
  if (referral === null) throw invalid('case_manager', 'required')
  const { answers } = intake
  const { from, to } = periodOf(intake)
  const draft: IntakeDraft = {
    texts: {
      opening: '',
      question: '',
      question_before: null,
      wish: textOf(answers, 'own_goal'),
      difference: textOf(answers, 'advice_differs'),
      needed: textOf(answers, 'what_is_needed'),
      opinion: textOf(answers, 'participant_agrees'),
      discussed_on: null,
      next_step: '',
      agreements: [],
    },
  }
  return createDraft(ctx.db, {
    kind: 'intake',
    participant_id: intake.participant_id,
    intake_id: intakeId,
    case_manager_id: referral.case_manager_id,
    staff_id: intake.staff_id,
    period_from: from,
    period_to: to,
    dated_on: ctx.today,
    draft: JSON.stringify(draft),
  })
}

/** The request that the intake was about, or the newest when it was begun before there was one. */
function referralOf(ctx: OfficeContext, intake: Intake) {
  const id = referralIdOf(ctx.db, intake.id)
  if (id !== null) return findReferral(ctx.db, id)
  return listReferrals(ctx.db, intake.participant_id)[0] ?? null
}

/** From the first talk to the last. */
function periodOf({ talks, started_on }: Intake): { from: string; to: string } {
  const days = talks.map((talk) => talk.held_on).sort()
  return { from: days[0] ?? started_on, to: days.at(-1) ?? started_on }
}

const valueOf = (answers: readonly Answer[], question: string): Answer['value'] =>
  answers.find((one) => one.question === question)?.value ?? null

function textOf(answers: readonly Answer[], question: string): string {
  const value = valueOf(answers, question)
  return typeof value === 'string' ? value.trim() : ''
}

const fitsOf = (value: string): IntakeFacts['fits'] =>
  value === 'yes' || value === 'partly' || value === 'no' ? value : null
