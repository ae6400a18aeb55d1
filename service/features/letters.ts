import { createHash } from 'node:crypto'
import { createI18n } from '#core/i18n/index.ts'
import type { FrameFacts } from '#core/letters/facts.ts'
import { fold } from '#core/names/fold.ts'
import type { LetterGap } from '#core/api/letters.ts'
import { CommandError } from '#db/errors.ts'
import { finaliseLetter, markSent, removeDraft, saveDraft, savePeriod } from '#db/letters/commands.ts'
import {
  finalFacts,
  finalPdf,
  letterById,
  letterOfIntake,
  letterRegister,
  nextNumber,
  registerRow,
} from '#db/letters/queries.ts'
import type { LetterHead } from '#db/letters/queries.ts'
import { markReplaced } from '#db/letters/states.ts'
import { found } from '#db/statements.ts'
import type { OfficeContext } from '../context.ts'
import { dueLetters } from '../letters/due.ts'
import { checkPeriod, ofLetter, statementBounds } from '../letters/hours-letter.ts'
import { kindOf } from '../letters/kinds.ts'
import { picturesOf } from '../letters/look.ts'
import { rememberFirst } from '../letters/looked-through.ts'
import { openProgressLetter } from '../letters/progress-letter.ts'
import { assertMayFinalise } from '../letters/may-finalise.ts'
import { letterRow } from '../letters/row.ts'
import { recordPrint } from '../letters/print-file.ts'
import { drawOnThread } from '../letters/thread/thread.ts'
import { viewOf } from '../letters/views.ts'
import { secondLook } from '../letters/second-look.ts'
import type { Feature } from './feature.ts'
import { invalid } from './invalid.ts'

/** Letters go to a municipality: Dutch, whatever language the screens have. */
const letterLanguage = 'nl'

export const letters = {
  due: (ctx) => dueLetters(ctx),

  register: (ctx, { query, state }) =>
    letterRegister(ctx.db, { fold: fold(query), state }).map((row) => letterRow(row)),

  open(ctx, input) {
    const { result: id } = ctx.command('letters.open', () =>
      rememberFirst(ctx, kindOf(input.kind).open(ctx, input.about, input.appointmentId)),
    )
    return { id }
  },

  ofIntake(ctx, { intakeId }) {
    const row = letterOfIntake(ctx.db, intakeId)
    return row ? letterRow(row) : null
  },

  get(ctx, { id }) {
    const row = found(registerRow(ctx.db, id))
    const facts = factsOf(ctx, row)
    return viewOf(ctx, row, {
      ...letterRow(row),
      gaps: row.number === null ? allGaps(ctx, row, facts) : [],
      facts,
      pdf_sha256: row.pdf_sha256,
    })
  },

  saveDraft(ctx, { id, kind, draft }) {
    if (existing(ctx, id).kind !== kind) throw new CommandError('NOT_FOUND')
    const { changeSetId } = ctx.command('letters.saveDraft', () =>
      saveDraft(ctx.db, id, JSON.stringify(draft)),
    )
    return { changeSetId }
  },

  savePeriod(ctx, { id, from, to }) {
    const letter = existing(ctx, id)
    if (letter.kind !== 'hours') throw new CommandError('NOT_FOUND')
    checkPeriod(statementBounds(ctx, ofLetter(ctx, letter)), { from, to }, ctx.today)
    const { changeSetId } = ctx.command('letters.savePeriod', () => savePeriod(ctx.db, id, from, to))
    return { changeSetId }
  },

  removeDraft(ctx, { id }) {
    const { changeSetId } = ctx.command('letters.removeDraft', () => removeDraft(ctx.db, id))
    return { changeSetId }
  },

  async pdf(ctx, { id }) {
    const letter = existing(ctx, id)
    const final = finalPdf(ctx.db, id)
    if (final) return { pdf: final.pdf.toString('base64') }
    const { gather, compose } = kindOf(letter.kind)
    const facts = { ...gather(ctx, letter), dated_on: ctx.today }
    const { pdf } = await drawOnThread(compose(facts, letterLanguage), {
      draft: true,
      pictures: picturesOf(ctx),
    })
    return { pdf: Buffer.from(pdf).toString('base64') }
  },

  /**
   * The page needs its number, and drawing it takes a moment in which other commands may run. So: draw with
   * the next number, then store only if number and facts are still what was drawn.
   */
  async finalise(ctx, { id, clockIsRight = false }) {
    const letter = existing(ctx, id)
    if (letter.number !== null) throw new CommandError('LETTER_FINAL')
    assertMayFinalise(ctx, id, clockIsRight)
    const { gather, gaps, compose } = kindOf(letter.kind)
    const number = nextNumber(ctx.db, Number(ctx.today.slice(0, 4)))
    const factsNow = () => ({ ...gather(ctx, existing(ctx, id)), number, dated_on: ctx.today })
    const facts = factsNow()
    const blocking = gaps(facts).filter((gap) => gap.blocking)
    if (blocking.length > 0)
      throw new CommandError('LETTER_INCOMPLETE', { gaps: blocking.map((gap) => gap.code) })
    const { pdf, pages } = await drawOnThread(compose(facts, letterLanguage), {
      draft: false,
      pictures: picturesOf(ctx),
    })
    const json = JSON.stringify(facts)
    const { changeSetId } = ctx.command('letters.finalise', () => {
      if (JSON.stringify(factsNow()) !== json) throw new CommandError('CHANGED_SINCE')
      assertMayFinalise(ctx, id, clockIsRight)
      if (letter.replaces_id !== null) markReplaced(ctx.db, letter.replaces_id)
      finaliseLetter(ctx.db, {
        id,
        number,
        dated_on: ctx.today,
        facts: json,
        pdf,
        pages,
        pdf_sha256: createHash('sha256').update(pdf).digest('hex'),
        finalised_at: ctx.now,
      })
    })
    return { number, changeSetId }
  },

  async openForPrint(ctx, { id }) {
    const letter = existing(ctx, id)
    const final = finalPdf(ctx.db, id)
    if (!final || letter.number === null) throw new CommandError('NOT_FOUND')
    // No name of a person in a file name: the number finds it in the register.
    const fileName = createI18n(letterLanguage).t(`letters:fileName.${letter.kind}`, {
      number: letter.number,
    })
    const opened = await ctx.host.openDocument({ fileName, bytes: final.pdf })
    recordPrint(ctx, [id])
    return opened
  },

  markSent(ctx, input) {
    const letter = existing(ctx, input.id)
    if (input.sent_on > ctx.today) throw invalid('sent_on', 'date_in_future')
    if (input.sent_on < letter.dated_on) throw invalid('sent_on', 'end_before_start')
    const { changeSetId } = ctx.command('letters.markSent', () => markSent(ctx.db, input))
    return { changeSetId }
  },

  async *draftAllDue(ctx, _input, signal) {
    const due = dueLetters(ctx).filter((letter) => letter.dueOn <= ctx.today && letter.draftId === null)
    yield { done: 0, total: due.length, letterId: null }
    for (const [index, letter] of due.entries()) {
      // Between two letters: what is ready stays, the rest was never begun.
      await new Promise((resolve) => setImmediate(resolve))
      if (signal?.aborted) return
      const { result } = ctx.command('letters.open', () =>
        rememberFirst(ctx, openProgressLetter(ctx, letter.trajectoryId)),
      )
      yield { done: index + 1, total: due.length, letterId: result }
    }
  },
} satisfies Feature<'letters'>

/** Those of the kind itself, and what asks a second look in every kind. */
function allGaps(ctx: OfficeContext, letter: LetterHead, facts: FrameFacts): LetterGap[] {
  const { gaps, compose } = kindOf(letter.kind)
  return [...gaps(facts), ...secondLook(ctx, letter, facts, compose(facts, letterLanguage))]
}

function existing(ctx: OfficeContext, id: number): LetterHead {
  return found(letterById(ctx.db, id))
}

function factsOf(ctx: OfficeContext, letter: LetterHead): FrameFacts {
  const stored = finalFacts(ctx.db, letter.id)
  return stored === undefined ? kindOf(letter.kind).gather(ctx, letter) : (JSON.parse(stored) as FrameFacts)
}
