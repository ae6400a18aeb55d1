import type { SourceFile } from '../sources.ts'

export const MOST_LINES = 400
export const MOST_SHELL_LINES = 800

const lines = (file: SourceFile): number => file.text.trimEnd().split('\n').length

/**
 * Files that hold more than one subject, by their length. Migrations are exempt: each is one step that is
 * frozen once released, and cutting it up would hide what it does.
 */
export function tooLong(files: readonly SourceFile[]): string[] {
  return files
    .filter((file) => !file.path.startsWith('db/migrations/') && lines(file) > MOST_LINES)
    .map(
      (file) =>
        `${file.path} has ${lines(file)} lines, at most ${MOST_LINES}: it holds two subjects. Move one to a file of its own.`,
    )
}

/** The shell as a whole: what grows here is often a rule that belongs in service/ or core/. */
export function thickShell(files: readonly SourceFile[]): string[] {
  const total = files
    .filter((file) => file.path.startsWith('electron/'))
    .reduce((sum, file) => sum + lines(file), 0)
  return total < MOST_SHELL_LINES
    ? []
    : [`electron/ has ${total} lines, fewer than ${MOST_SHELL_LINES} are wanted: move work to service/.`]
}
