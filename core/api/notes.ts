/** What is written down about a participant on the way, and what still has to be done. */
import { z } from 'zod'
import { base } from './errors.ts'
import * as f from './fields.ts'

export const noteSchema = z.object({
  id: f.id,
  participant_id: f.id,
  staff_id: f.id,
  happened_on: f.isoDate,
  kind: f.noteKind,
  body: f.longText,
  /** Who else was there, in words. */
  present: f.shortText,
  in_report: z.boolean(),
})
export type Note = z.infer<typeof noteSchema>

export const taskSchema = z.object({
  id: f.id,
  participant_id: f.id.nullable(),
  title: f.shortText,
  due_on: f.isoDate.nullable(),
  done_on: f.isoDate.nullable(),
  /** Whose task it is; null: everybody's. */
  staff_id: f.id.nullable(),
  /** The note that it follows from. */
  note_id: f.id.nullable(),
  /** The question of an intake that waits for "later"; '' for any other task. */
  intake_id: f.id.nullable(),
  question: z.string(),
})
export type Task = z.infer<typeof taskSchema>

/** A task as it is typed; `staff_id` left out: everybody's. */
const newTask = taskSchema
  .pick({ title: true, due_on: true })
  .extend({ staff_id: f.id.nullable().optional() })
export type NewTask = z.infer<typeof newTask>

const participantId = z.object({ participantId: f.id })
const noteFields = noteSchema.omit({ id: true, participant_id: true, staff_id: true })

export const notes = {
  list: base.input(participantId).output(z.array(noteSchema)),
  get: base.input(f.withId).output(noteSchema),
  /** The note and the tasks that follow from it, as one change. */
  create: base
    .input(
      noteFields.extend({
        participant_id: f.id,
        present: f.shortText.optional(),
        tasks: z.array(newTask).max(10).optional(),
      }),
    )
    .output(f.created),
  save: base.input(z.object({ id: f.id, fields: noteFields.partial() })).output(f.changed),
  /** The tasks that followed from it stay. */
  remove: base.input(f.withId).output(f.changed),
  /** What deserves a second look before it is kept: the office's own list, or that of the program. */
  sensitiveWords: base.output(z.object({ words: z.string(), ofProgram: z.boolean() })),
}

export const tasks = {
  /** Without a person: everything that is open. With one: also what was done. */
  list: base
    .input(z.object({ participantId: f.id.nullable() }))
    .output(z.array(taskSchema.extend({ personName: z.string(), staffName: z.string() }))),
  create: base.input(newTask.extend({ participant_id: f.id.nullable() })).output(f.created),
  save: base
    .input(
      z.object({
        id: f.id,
        fields: taskSchema.pick({ title: true, due_on: true, staff_id: true }).partial(),
      }),
    )
    .output(f.changed),
  setDone: base.input(z.object({ id: f.id, done: z.boolean() })).output(f.changed),
  remove: base.input(f.withId).output(f.changed),
}
