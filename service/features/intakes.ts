/** Intakes: the questions of the office's form and what was answered, kept per question while the talk goes on. */
import type { Answer, TalkFields } from '#core/api/intake.ts'
import { createI18n } from '#core/i18n/index.ts'
import {
  findQuestion,
  intakeProgress,
  isEmptyAnswer,
  missingForFinish,
  validateAnswer,
} from '#core/intake/definition.ts'
import { formWords } from '#core/intake/form-words.ts'
import type { ResolvedForm } from '#core/intake/form.ts'
import { CommandError } from '#db/errors.ts'
import { formForNewIntake, formOfIntake } from '#db/intake-forms/queries.ts'
import {
  addTalk,
  askedNow,
  askLater,
  expectRunning,
  finishIntake,
  followIntake,
  putPlace,
  removeTalk,
  saveAnswer,
  saveIntakeNotes,
  saveTalk,
  startIntake,
} from '#db/intakes/commands.ts'
import { findIntake, findRunningIntake, listAnswers, listIntakes } from '#db/intakes/queries.ts'
import { readOffice } from '#db/office/queries.ts'
import { findParticipant } from '#db/participants/queries.ts'
import { found, type Given } from '#db/statements.ts'
import type { OfficeContext } from '../context.ts'
import { notInFuture, refuse, trimmed } from './checks.ts'
import type { Feature } from './feature.ts'
import { fillCivic } from './intake-civic.ts'
import { proposedGoals } from './intake-goals.ts'

export const intakes = {
  list: (ctx, { participantId }) =>
    listIntakes(ctx.db, participantId).map((intake) => {
      const answers = listAnswers(ctx.db, intake.id)
      return { ...intake, ...intakeProgress(formOfIntake(ctx.db, intake, answers), answers) }
    }),

  get(ctx, { id }) {
    const intake = found(findIntake(ctx.db, id))
    return { ...intake, form: formOfIntake(ctx.db, intake, intake.answers) }
  },

  proposedGoals: (ctx, { participantId }) => proposedGoals(ctx, participantId),

  start(ctx, { participantId }) {
    const running = findRunningIntake(ctx.db, participantId)
    if (running !== null) return { id: running }
    const { result: id } = ctx.command('intakes.start', () => {
      const started = startIntake(ctx.db, {
        participantId,
        ...formForNewIntake(ctx.db),
        staffId: ctx.staff.id,
        startedOn: ctx.today,
      })
      addTalk(ctx.db, started, firstTalk(ctx, participantId))
      return started
    })
    return { id }
  },

  stopAt(ctx, { id, question }) {
    putPlace(ctx.db, id, question)
    return { ok: true as const }
  },

  saveAnswer(ctx, { id, answer }) {
    const intake = found(findIntake(ctx.db, id))
    const form = formOfIntake(ctx.db, intake, intake.answers)
    const stored = settled(form, answer)
    const { question } = stored
    const { changeSetId } = ctx.command('intakes.saveAnswer', () => {
      saveAnswer(ctx.db, id, stored)
      if (stored.noAnswer === 'later')
        askLater(ctx.db, {
          intakeId: id,
          question,
          title: taskTitle(ctx, form, question),
          staffId: ctx.staff.id,
        })
      else {
        const open = stored.value === null && stored.noAnswer === null
        askedNow(ctx.db, { intakeId: id, question, doneOn: open ? null : ctx.today })
      }
    })
    return { changeSetId }
  },

  saveNotes(ctx, { id, notes }) {
    const { changeSetId } = ctx.command('intakes.saveNotes', () => saveIntakeNotes(ctx.db, id, notes))
    return { changeSetId }
  },

  /** The fields of the error are the keys of the questions that still need an answer, or a reason for none. */
  finish(ctx, { id }) {
    const intake = found(findIntake(ctx.db, id))
    const missing = missingForFinish(formOfIntake(ctx.db, intake, intake.answers), intake.answers)
    refuse(...missing.map(({ question }) => ({ field: question, problem: 'required' as const })))
    const { changeSetId } = ctx.command('intakes.finish', () => {
      if (intake.finished_on === null) fillCivic(ctx, intake.participant_id, intake.answers)
      finishIntake(ctx.db, id, ctx.today)
    })
    return { changeSetId }
  },

  reopen(ctx, { id }) {
    const intake = found(findIntake(ctx.db, id))
    const running = findRunningIntake(ctx.db, intake.participant_id)
    if (running !== null) return { id: running, changeSetId: null }
    const { result, changeSetId } = ctx.command('intakes.reopen', () => {
      const to = followIntake(ctx.db, {
        id,
        ...formForNewIntake(ctx.db),
        staffId: ctx.staff.id,
        startedOn: ctx.today,
      })
      addTalk(ctx.db, to, firstTalk(ctx, intake.participant_id))
      return to
    })
    return { id: result, changeSetId }
  },

  addTalk(ctx, { id, talk }) {
    const fields = trimmed(talk)
    checkTalk(ctx, fields)
    const { result, changeSetId } = ctx.command('intakes.addTalk', () => {
      expectRunning(ctx.db, id)
      return addTalk(ctx.db, id, fields)
    })
    return { id: result, changeSetId }
  },

  saveTalk(ctx, { id, fields }) {
    checkTalk(ctx, fields)
    const { changeSetId } = ctx.command('intakes.saveTalk', () => saveTalk(ctx.db, id, fields))
    return { changeSetId }
  },

  removeTalk(ctx, { id }) {
    const { changeSetId } = ctx.command('intakes.removeTalk', () => removeTalk(ctx.db, id))
    return { changeSetId }
  },
} satisfies Feature<'intakes'>

/** The answer as it is stored; an emptied one is no answer. Throws NOT_FOUND for a question that is not asked. */
function settled(form: ResolvedForm, { question, value, noAnswer }: Answer): Answer {
  const asked = findQuestion(form, question)
  if (asked === null) throw new CommandError('NOT_FOUND')
  if (noAnswer !== null || isEmptyAnswer(value)) return { question, value: null, noAnswer }
  const problem = validateAnswer(asked, value)
  refuse(problem === null ? null : { field: question, problem })
  return { question, value, noAnswer }
}

function taskTitle(ctx: OfficeContext, form: ResolvedForm, question: string): string {
  const { language } = readOffice(ctx.db)
  const words = formWords(form, language).question(question)
  return createI18n(language).t('conversation:later.task', { question: words })
}

/** Longer than a day's work is a slip of the finger. */
const mostMinutes = 600

function checkTalk(ctx: OfficeContext, { held_on, minutes }: Given<TalkFields>): void {
  const fits = minutes === undefined || minutes === null || (minutes >= 1 && minutes <= mostMinutes)
  refuse(
    notInFuture('held_on', held_on, ctx.today),
    fits ? null : { field: 'minutes', problem: 'number_range' },
  )
}

const helpers = { none: 'none', phone: 'phone', present: 'professional', family: 'family' } as const

/** The talk of today, with what is known about the person's languages. */
function firstTalk(ctx: OfficeContext, participantId: number): TalkFields {
  const person = found(findParticipant(ctx.db, participantId))
  return {
    held_on: ctx.today,
    staff_id: ctx.staff.id,
    place: '',
    minutes: null,
    language: person.languages,
    interpreter: person.interpreter ? helpers[person.interpreter] : '',
    present: '',
    understood: null,
    remark: '',
  }
}
