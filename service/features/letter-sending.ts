/** Letters leave the house: which ones are ready, in one print file, and by e-mail. */
import type { PrintRun, ReadyRow } from '#core/api/letter-sending.ts'
import { createI18n } from '#core/i18n/index.ts'
import { CommandError } from '#db/errors.ts'
import { markSent } from '#db/letters/commands.ts'
import {
  createRun,
  finishRun,
  lettersToPrint,
  mailAddressOf,
  openRunLetters,
  recordPrints,
} from '#db/letters/printing.ts'
import type { RunLetter } from '#db/letters/printing.ts'
import { openLetters } from '#db/letters/register.ts'
import { finalPdf, letterById } from '#db/letters/queries.ts'
import type { RegisterRow } from '#db/letters/queries.ts'
import { found } from '#db/statements.ts'
import type { OfficeContext } from '../context.ts'
import { kindOf } from '../letters/kinds.ts'
import { reviewMissing } from '../letters/may-finalise.ts'
import { printFile, recordPrint } from '../letters/print-file.ts'
import { letterRow } from '../letters/row.ts'
import type { Feature } from './feature.ts'
import { invalid } from './invalid.ts'

export const letterSending = {
  async ready(ctx) {
    const rows: ReadyRow[] = []
    for (const row of openLetters(ctx.db)) {
      await breathe()
      rows.push(readyRow(ctx, row))
    }
    return rows.toSorted((a, b) => Number(a.ready) - Number(b.ready))
  },

  toPrint: (ctx) => lettersToPrint(ctx.db).map((row) => letterRow(row)),

  runs: (ctx) =>
    [...Map.groupBy(openRunLetters(ctx.db), (one) => one.run_id).values()].map((ones) => runOf(ones)),

  async startRun(ctx, { ids, twoSided }) {
    const opened = await openPrintFile(ctx, ids, twoSided)
    const { result: runId } = ctx.command('letterSending.startRun', () => {
      const run = { letterIds: ids, at: ctx.now, staffId: ctx.staff.id }
      recordPrints(ctx.db, run)
      return createRun(ctx.db, run)
    })
    return { ...opened, runId }
  },

  async printAgain(ctx, { runId, from, twoSided }) {
    const ids = lettersOfRun(ctx, runId)
      .filter((one) => one.position >= from)
      .map((one) => one.letter_id)
    if (ids.length === 0) throw new CommandError('NOT_FOUND')
    const opened = await openPrintFile(ctx, ids, twoSided)
    recordPrint(ctx, ids)
    return opened
  },

  finishRun(ctx, { runId, sent_on, sent_how }) {
    const ones = lettersOfRun(ctx, runId)
    if (sent_on > ctx.today) throw invalid('sent_on', 'date_in_future')
    const waiting = ones.filter((one) => one.state === 'final')
    if (waiting.some((one) => sent_on < one.dated_on)) throw invalid('sent_on', 'end_before_start')
    const { changeSetId } = ctx.command('letterSending.finishRun', () => {
      finishRun(ctx.db, runId)
      for (const one of waiting) markSent(ctx.db, { id: one.letter_id, sent_on, sent_how })
    })
    return { changeSetId }
  },

  async mail(ctx, { id }) {
    const letter = found(letterById(ctx.db, id))
    const final = found(finalPdf(ctx.db, id))
    const { email } = found(mailAddressOf(ctx.db, id))
    const { t } = createI18n('nl')
    const number = found(letter.number)
    const opened = await ctx.host.openDocument({
      fileName: t(`letters:fileName.${letter.kind}`, { number }),
      bytes: final.pdf,
    })
    const words = new URLSearchParams({
      subject: t('sending:mail.subject', { number }),
      body: t('sending:mail.body'),
    })
    // In a mailto address a space is %20; a plus sign would stay a plus sign.
    const mailto = `mailto:${encodeURIComponent(email)}?${words.toString().replaceAll('+', '%20')}`
    return { ...opened, mailto }
  },
} satisfies Feature<'letterSending'>

/** Between two letters others get their turn. */
const breathe = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

function readyRow(ctx: OfficeContext, row: RegisterRow): ReadyRow {
  const { gather, gaps } = kindOf(row.kind)
  const missing = gaps({ ...gather(ctx, row), dated_on: ctx.today })
  const waits = reviewMissing(ctx, row.id)
  return {
    ...letterRow(row),
    gaps: missing,
    reviewMissing: waits,
    ready: !waits && !missing.some((gap) => gap.blocking),
  }
}

function runOf(ones: readonly RunLetter[]): PrintRun {
  const [first] = ones
  return {
    id: found(first).run_id,
    madeAt: found(first).made_at,
    letters: ones.map((one) => ({
      position: one.position,
      id: one.letter_id,
      number: one.number,
      kind: one.kind,
      state: one.state,
    })),
  }
}

/** @throws CommandError NOT_FOUND when there is no such run, or it was answered. */
function lettersOfRun(ctx: OfficeContext, runId: number): RunLetter[] {
  const ones = openRunLetters(ctx.db).filter((one) => one.run_id === runId)
  if (ones.length === 0) throw new CommandError('NOT_FOUND')
  return ones
}

async function openPrintFile(ctx: OfficeContext, ids: readonly number[], twoSided: boolean) {
  const bytes = await printFile(ctx, ids, twoSided)
  const fileName = createI18n('nl').t('sending:print.fileName', { date: ctx.today })
  return await ctx.host.openDocument({ fileName, bytes })
}
