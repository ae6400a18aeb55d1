/** Who changed what: of one person per field, of a day per step; putting back, and doing again. */
import type { FieldChange } from '#core/api/history.ts'
import type { ResolvedForm } from '#core/intake/form.ts'
import { fold } from '#core/names/fold.ts'
import { fullName } from '#core/names/name.ts'
import type { ReadableDb } from '#db/database.ts'
import { CommandError } from '#db/errors.ts'
import { personChanges, pointedAt } from '#db/history/person-changes.ts'
import type { HistoryRow, RowChange } from '#db/history/person-changes.ts'
import { stepsBetween, undoToTakeBack } from '#db/history/steps.ts'
import { formOfIntake } from '#db/intake-forms/queries.ts'
import { findIntake } from '#db/intakes/queries.ts'
import { readOffice } from '#db/office/queries.ts'
import { expectParticipant, findParticipant } from '#db/participants/queries.ts'
import { found } from '#db/statements.ts'
import type { OfficeContext } from '../context.ts'
import { canPutBack, putBackAnswer, putBackField } from '../history/put-back.ts'
import { historyWords, isSeen } from '../history/words.ts'
import type { HistoryWords, Names } from '../history/words.ts'
import { assertMayUndo, managerOnly } from '../keeping/roles.ts'
import type { Feature } from './feature.ts'

export const history = {
  person(ctx, { participantId, query, before, limit }) {
    expectParticipant(ctx.db, participantId)
    const wanted = fold(query)
      .split(' ')
      .filter((word) => word !== '')
    const all = fieldChanges(ctx, participantId).filter((change) => {
      if (before !== null && change.changeId >= before) return false
      const text = fold([change.who, change.subject, change.label, change.old, change.new].join(' '))
      return wanted.every((word) => text.includes(word))
    })
    // A change of many fields is not cut in two: the next page begins at the next change.
    let end = Math.min(limit, all.length)
    while (end < all.length && all[end]?.changeId === all[end - 1]?.changeId) end += 1
    return { changes: all.slice(0, end), more: end < all.length }
  },

  putBack(ctx, { participantId, changeId, field }) {
    expectParticipant(ctx.db, participantId)
    const all = personChanges(ctx.db, participantId)
    const change = found(all.find((one) => one.id === changeId))
    if (change.table === 'intake_answer') {
      const key = { intakeId: Number(change.key['intake_id']), question: String(change.key['question']) }
      return putBackAnswer(ctx, key, change.old)
    }
    const row = rowsNow(all).get(rowKey(change))
    if (change.old === null || !row) throw new CommandError('CHANGED_SINCE')
    return putBackField(ctx, { table: change.table, row, field, value: change.old[field] })
  },

  day(ctx) {
    const words = wordsFor(ctx.db)
    // The day on the wall of this PC, in the moments of the history.
    const start = new Date(`${ctx.today}T00:00:00`)
    const end = new Date(start)
    end.setDate(end.getDate() + 1)
    const moment = (at: Date) => `${at.toISOString().slice(0, 19)}Z`
    return stepsBetween(ctx.db, { from: moment(start), to: moment(end) }).flatMap((step) => {
      if (step.command.startsWith('setup.')) return []
      const added = new Set(step.changes.filter(({ op }) => op === 'insert').map(({ table }) => table))
      const said = step.changes
        // What was filled in right after it was made is part of making it.
        .filter(({ table, op }) => op !== 'update' || !added.has(table))
        .map(({ table, op, rows }) => words.rows(table, op, rows))
        .filter((text) => text !== '')
      const person = step.participantId === null ? null : findParticipant(ctx.db, step.participantId)
      return {
        changeSetId: step.changeSetId,
        at: step.at,
        who: step.staffName,
        words: said.length > 0 ? said : [words.rows('other', 'update', 1)],
        person: person && { id: person.id, name: fullName(person) },
        undoneBy: step.undoneBy,
        mine: ctx.staff.role === 'manager' || !managerOnly.has(step.command),
      }
    })
  },

  redo(ctx) {
    const target = undoToTakeBack(ctx.db)
    assertMayUndo(ctx, target)
    return ctx.undo(target)
  },
} satisfies Feature<'history'>

function wordsFor(db: ReadableDb): HistoryWords {
  const names: Names = pointedAt(db)
  const { language, case_manager_word } = readOffice(db)
  return historyWords(language, names, case_manager_word)
}

const rowKey = ({ table, key }: RowChange): string => `${table} ${JSON.stringify(key)}`

/** Each row as it stands now; null for one that has gone. `changes` newest first. */
function rowsNow(changes: readonly RowChange[]): Map<string, HistoryRow | null> {
  const rows = new Map<string, HistoryRow | null>()
  for (const change of changes) {
    const key = rowKey(change)
    if (!rows.has(key)) rows.set(key, change.new)
  }
  return rows
}

function fieldChanges(ctx: OfficeContext, participantId: number): FieldChange[] {
  const words = wordsFor(ctx.db)
  const all = personChanges(ctx.db, participantId)
  const now = rowsNow(all)
  const forms = new Map<number, ResolvedForm | null>()
  const formOf = (intakeId: number): ResolvedForm | null => {
    if (!forms.has(intakeId)) {
      const intake = findIntake(ctx.db, intakeId)
      forms.set(intakeId, intake && formOfIntake(ctx.db, intake, intake.answers))
    }
    return forms.get(intakeId) ?? null
  }
  return all.flatMap((change): FieldChange[] => {
    const row = change.new ?? change.old ?? {}
    const current = now.get(rowKey(change)) ?? null
    const head = {
      changeId: change.id,
      changeSetId: change.changeSetId,
      at: change.at,
      who: change.staffName,
      op: change.op,
    }
    if (change.table === 'intake_answer') {
      const form = formOf(Number(row['intake_id']))
      if (form === null) return []
      const question = String(row['question'])
      const same = JSON.stringify(current) === JSON.stringify(change.old)
      return [
        {
          ...head,
          op: 'update' as const,
          subject: words.subject('intake', {}),
          field: question,
          label: words.question(form, question),
          old: words.answer(form, question, change.old),
          new: words.answer(form, question, change.new),
          back: same ? 'no' : 'field',
        },
      ]
    }
    const subject = words.subject(change.table, row)
    if (change.old === null || change.new === null) {
      const gist = words.gist(change.table, row)
      const gone = change.new === null
      return [
        {
          ...head,
          subject,
          field: '',
          label: '',
          old: gone ? gist : '',
          new: gone ? '' : gist,
          back: change.undone || (change.table === 'participant' && !gone) ? 'no' : 'step',
        },
      ]
    }
    const { old, new: next } = change
    return Object.keys(next)
      .filter((column) => isSeen(change.table, column) && !sameValue(old[column], next[column]))
      .map((column): FieldChange => {
        const there = current !== null && sameValue(current[column], old[column])
        const able = canPutBack(change.table, column) && current !== null
        return {
          ...head,
          subject,
          field: column,
          label: words.label(change.table, column),
          old: words.value(change.table, column, old[column]),
          new: words.value(change.table, column, next[column]),
          back: there ? 'no' : able ? 'field' : change.undone ? 'no' : 'step',
        }
      })
  })
}

const sameValue = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? null) === JSON.stringify(b ?? null)
