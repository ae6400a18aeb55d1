import type { Note } from '#core/api/notes.ts'

export interface NoteRow extends Omit<Note, 'in_report'> {
  in_report: 0 | 1
}

export const noteFields = ['happened_on', 'kind', 'body', 'present', 'in_report'] as const

export function noteOf(row: NoteRow): Note {
  return { ...row, in_report: row.in_report === 1 }
}
