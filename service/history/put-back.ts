import type { AnyContractProcedure } from '@orpc/contract'
import type { ZodType } from 'zod'
import { contract } from '#core/api/contract.ts'
import { satisfactionSchema } from '#core/api/programme.ts'
import { CommandError } from '#db/errors.ts'
import type { HistoryRow } from '#db/history/person-changes.ts'
import type { OfficeContext } from '../context.ts'
import { civic } from '../features/civic.ts'
import { intakes } from '../features/intakes.ts'
import { invalid } from '../features/invalid.ts'
import { notes } from '../features/notes.ts'
import { participants } from '../features/participants.ts'
import { placements } from '../features/placements.ts'
import { referrals } from '../features/referrals.ts'
import { trajectories } from '../features/trajectories.ts'

type Changed = { changeSetId: number | null }
/** `row`: as it stands now. `value`: as it stood. */
type PutBack = (ctx: OfficeContext, row: HistoryRow, field: string, value: unknown) => Changed
interface Saver {
  /** The columns that this saver writes; others of the table cannot come back by themselves. */
  readonly fields: readonly string[]
  readonly save: PutBack
}

/** The screens save a few columns under the name of another; those of the history are the columns. */
const flags = new Set(['in_report', 'understood', 'prefix_capital'])

const textOf = (value: unknown) => (typeof value === 'string' ? value : '')
const asTyped = (field: string, value: unknown, nullable: boolean): unknown =>
  flags.has(field) && (value !== null || !nullable) ? value === 1 : value

/**
 * Through the door that a form goes through: first what the contract asks of it, then the feature's own checks.
 * Only the name of the step is another one.
 */
function through<I>(
  procedure: AnyContractProcedure,
  handler: (ctx: OfficeContext, input: I) => unknown,
): (ctx: OfficeContext, input: unknown) => Changed {
  return (ctx, input) => {
    const schema = procedure['~orpc'].inputSchema as ZodType<I> | undefined
    const checked = schema?.safeParse(input)
    if (!checked?.success) throw new CommandError('CHANGED_SINCE')
    const named: OfficeContext = { ...ctx, command: (_name, fn) => ctx.command('history.putBack', fn) }
    return handler(named, checked.data) as Changed
  }
}

/** For the procedures that take `{ id, fields }`. */
function fieldsSaver<I>(
  fields: readonly string[],
  procedure: AnyContractProcedure,
  handler: (ctx: OfficeContext, input: I) => unknown,
): Saver {
  const save = through(procedure, handler)
  return {
    fields,
    save: (ctx, row, field, value) =>
      save(ctx, { id: row['id'], fields: { [field]: asTyped(field, value, field === 'understood') } }),
  }
}

const saveGoal = through(contract.trajectories.saveGoal, trajectories.saveGoal)
const setDates = through(contract.trajectories.setDates, trajectories.setDates)
const setAgreed = through(contract.trajectories.setAgreed, trajectories.setAgreed)
const endAgain = through(contract.trajectories.end, trajectories.end)
const reopen = through(contract.trajectories.reopen, trajectories.reopen)
const setSatisfaction = through(contract.trajectories.setSatisfaction, trajectories.setSatisfaction)
const setPhase = through(contract.trajectories.setPhase, trajectories.setPhase)
const savePause = through(contract.trajectories.savePause, trajectories.savePause)
const saveCivic = through(contract.civic.save, civic.save)
const saveTalk = through(contract.intakes.saveTalk, intakes.saveTalk)
const saveIntakeNotes = through(contract.intakes.saveNotes, intakes.saveNotes)
const saveAnswer = through(contract.intakes.saveAnswer, intakes.saveAnswer)

/** The columns that a procedure with `{ id, fields }` takes. */
const columnsOf = (schema: { shape: { fields: { shape: object } } } | undefined): string[] =>
  Object.keys(schema?.shape.fields.shape ?? {})

const columns = (text: string): string[] => text.split(' ')

const satisfactionColumns = Object.keys(satisfactionSchema.shape)

const savers: Readonly<Record<string, Saver>> = {
  participant: fieldsSaver(
    columnsOf(contract.participants.save['~orpc'].inputSchema),
    contract.participants.save,
    participants.save,
  ),
  referral: fieldsSaver(
    columnsOf(contract.referrals.save['~orpc'].inputSchema),
    contract.referrals.save,
    referrals.save,
  ),
  contact_note: fieldsSaver(
    columnsOf(contract.notes.save['~orpc'].inputSchema),
    contract.notes.save,
    notes.save,
  ),
  placement: fieldsSaver(
    columnsOf(contract.placements.save['~orpc'].inputSchema),
    contract.placements.save,
    placements.save,
  ),
  goal: {
    fields: columns('description state state_on remark'),
    save: (ctx, row, field, value) =>
      saveGoal(ctx, {
        trajectoryId: row['trajectory_id'],
        goal: { ...pick(row, 'id', 'description', 'state', 'state_on', 'remark'), [field]: value },
      }),
  },
  trajectory: {
    fields: columns(
      'starts_on planned_end_on coach_id purpose phase ended_on outflow end_kind end_reason end_discussed_with end_discussed_on',
    ).concat(satisfactionColumns),
    save(ctx, row, field, value) {
      const { id } = row
      if (field === 'starts_on' || field === 'planned_end_on')
        return setDates(ctx, {
          ...pick(row, 'id', 'starts_on', 'planned_end_on'),
          reason: '',
          [field]: value,
        })
      if (field === 'coach_id' || field === 'purpose') return setAgreed(ctx, { id, [field]: value })
      if (satisfactionColumns.includes(field))
        return setSatisfaction(ctx, { ...pick(row, 'id', ...satisfactionColumns), [field]: value })
      if (field === 'phase') return setPhase(ctx, { id, phase: value })
      if (field === 'ended_on' && value === null) return reopen(ctx, pick(row, 'id', 'planned_end_on'))
      const ending = pick(row, 'id', 'ended_on', 'outflow', 'end_kind', 'end_reason', 'end_discussed_with', 'end_discussed_on') // prettier-ignore
      return endAgain(ctx, { ...ending, [field]: value })
    },
  },
  trajectory_pause: {
    fields: columns('starts_on ends_on reason'),
    save: (ctx, row, field, value) =>
      savePause(ctx, { ...pick(row, 'id', 'starts_on', 'ends_on', 'reason'), [field]: value }),
  },
  civic_integration: {
    fields: columns('law route pip_on term_ends_on school remark'),
    save: (ctx, row, field, value) =>
      saveCivic(ctx, { participantId: row['participant_id'], fields: { [field]: value } }),
  },
  intake: {
    fields: ['notes'],
    save: (ctx, row, _field, value) => saveIntakeNotes(ctx, { id: row['id'], notes: textOf(value) }),
  },
  intake_talk: {
    fields: columns('held_on staff_id place minutes language interpreter present understood remark'),
    save: (ctx, row, field, value) => saveTalk(ctx, { id: row['id'], fields: { [field]: value } }),
  },
}

function pick(row: HistoryRow, ...names: string[]): Record<string, unknown> {
  return Object.fromEntries(names.map((name) => [name, row[name]]))
}

/** Whether a column of this table can come back by itself. Answers of an intake always can. */
export function canPutBack(table: string, field: string): boolean {
  return table === 'intake_answer' || savers[table]?.fields.includes(field) === true
}

/**
 * Writes the old value of one field as a form would: the same checks, a step of its own.
 * @throws CommandError INVALID as the form does; CHANGED_SINCE when it does not fit any more.
 */
export function putBackField(
  ctx: OfficeContext,
  what: { table: string; row: HistoryRow; field: string; value: unknown },
): Changed {
  const saver = savers[what.table]
  if (!saver?.fields.includes(what.field)) throw invalid(what.field, 'required')
  return saver.save(ctx, what.row, what.field, what.value)
}

/** The same for an answer: `old` null is a question without an answer. */
export function putBackAnswer(
  ctx: OfficeContext,
  key: { intakeId: number; question: string },
  old: HistoryRow | null,
): Changed {
  const stored = old?.['value']
  const value: unknown = typeof stored === 'string' ? JSON.parse(stored) : null
  const noAnswer = old?.['no_answer'] ?? null
  return saveAnswer(ctx, { id: key.intakeId, answer: { question: key.question, value, noAnswer } })
}
