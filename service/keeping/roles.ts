import { commandToUndo } from '#db/history/commands.ts'
import { CommandError } from '#db/errors.ts'
import type { OfficeContext } from '../context.ts'

/**
 * What only a manager may do: the office's details, who works there, where copies go by themselves, the code, and
 * reading who looked. Everything else is for everybody; so are copies and putting one back, because whoever finds
 * the file damaged must be able to go on. All who can open hold the same key: this is the program's rule, and no
 * lock.
 */
export const managerOnly: ReadonlySet<string> = new Set([
  'settings.saveOffice',
  'settings.addStaff',
  'settings.removeStaff',
  'settings.setRole',
  'settings.addClosure',
  'settings.addClosures',
  'settings.removeClosure',
  'intakeForms.save',
  'assessments.addSkill',
  'assessments.renameSkill',
  'assessments.setSkillActive',
  'assessments.orderSkills',
  'settings.saveCapacity',
  'distances.load',
  'distances.remove',
  'placing.setTerm',
  'placing.removeTerm',
  'copies.setSecondFolder',
  'access.printSheet',
  'access.beginRotate',
  'access.finishRotate',
  'access.saveLockSettings',
  'letterTemplates.save',
  'letterTemplates.remove',
  'letterTemplates.letterToTemplate',
  'letterhead.save',
  'letterhead.setLogo',
  'letterhead.removeLogo',
  'letterhead.saveNumberForm',
  'audit.list',
  'audit.verify',
])

/** @throws CommandError FORBIDDEN when it is a manager's and a coach asks. */
export function assertAllowed(procedure: string, ctx: Pick<OfficeContext, 'staff'>): void {
  if (managerOnly.has(procedure) && ctx.staff.role !== 'manager') throw new CommandError('FORBIDDEN')
}

/** Taking back what only a manager may do is a manager's too. @throws CommandError FORBIDDEN, NOTHING_TO_UNDO. */
export function assertMayUndo(ctx: OfficeContext, changeSetId: number | undefined): void {
  assertAllowed(commandToUndo(ctx.db, changeSetId), ctx)
}
