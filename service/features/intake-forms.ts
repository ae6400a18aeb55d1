/** The office's own intake form, and the papers: blank to write on, filled to keep. */
import { currentVersion, definition } from '#core/intake/definition.ts'
import { nextNumber } from '#core/intake/form-edit.ts'
import { formProblems, tidyChanges } from '#core/intake/form-check.ts'
import { formOf, noChanges, resolve } from '#core/intake/form.ts'
import { insertForm } from '#db/intake-forms/commands.ts'
import { allForms, formOfIntake, formVersions, newestForm } from '#db/intake-forms/queries.ts'
import { findIntake } from '#db/intakes/queries.ts'
import { CommandError } from '#db/errors.ts'
import { found } from '#db/statements.ts'
import { blankPaper, filledPaper } from '../papers/intake-papers.ts'
import type { Feature } from './feature.ts'
import { invalid } from './invalid.ts'

export const intakeForms = {
  current(ctx) {
    const newest = newestForm(ctx.db)
    const numbers = allForms(ctx.db).map((form) => nextNumber(form.changes, 1))
    return {
      id: newest?.id ?? null,
      changes: newest?.changes ?? noChanges,
      form: formOf(newest?.base_version ?? currentVersion, newest),
      builtIn: formOf(newest?.base_version ?? currentVersion, null),
      nextOwn: Math.max(1, ...numbers),
      versions: formVersions(ctx.db).map(({ id, base_version, made_on, staff_name, intakes }) => ({
        id,
        code: resolve(definition(base_version), noChanges, id).code,
        made_on,
        staffName: staff_name,
        intakes,
      })),
    }
  },

  save(ctx, input) {
    const newest = newestForm(ctx.db)
    if ((newest?.id ?? null) !== input.basedOn) throw new CommandError('CHANGED_SINCE')
    const def = definition(newest?.base_version ?? currentVersion)
    const changes = tidyChanges(input.changes)
    const problems = formProblems(def, changes, allForms(ctx.db))
    if (problems.length > 0) throw invalid(problems)
    if (JSON.stringify(changes) === JSON.stringify(newest?.changes ?? noChanges))
      return { id: newest?.id ?? null, changeSetId: null }
    const { result: id, changeSetId } = ctx.command('intakeForms.save', () =>
      insertForm(ctx.db, {
        baseVersion: def.version,
        changes,
        madeOn: ctx.today,
        staffId: ctx.staff.id,
      }),
    )
    return { id, changeSetId }
  },

  async printBlank(ctx, { intakeId }) {
    const intake = intakeId === null ? null : found(findIntake(ctx.db, intakeId))
    const newest = newestForm(ctx.db)
    const form = intake
      ? formOfIntake(ctx.db, intake, [])
      : formOf(newest?.base_version ?? currentVersion, newest)
    return await ctx.host.openDocument(await blankPaper(ctx, form))
  },

  async printFilled(ctx, { intakeId }) {
    const intake = found(findIntake(ctx.db, intakeId))
    const form = formOfIntake(ctx.db, intake, intake.answers)
    return await ctx.host.openDocument(await filledPaper(ctx, form, intake))
  },
} satisfies Feature<'intakeForms'>
