/** Projects: who sends people, how many, and how far that is. */
import type { ProjectFields } from '#core/api/projects.ts'
import { fold } from '#core/names/fold.ts'
import { createProject, saveProject } from '#db/projects/commands.ts'
import { findProject, listProjects, peopleOfProjects } from '#db/projects/queries.ts'
import { found, withGiven } from '#db/statements.ts'
import type { OfficeContext } from '../context.ts'
import { endNotBefore, refuse, required, trimmed } from './checks.ts'
import type { Feature } from './feature.ts'

const targets = ['target_screened', 'target_started', 'target_placed'] as const
const mostPeople = 100_000

export const projects = {
  list(ctx) {
    const people = peopleOfProjects(ctx.db, ctx.today)
    const nobody = { referred: [], screened: [], started: [], placed: [] }
    return listProjects(ctx.db).map((row) => ({ ...row, people: people.get(row.id) ?? nobody }))
  },

  create(ctx, input) {
    const fields = trimmed(input)
    check(ctx, fields, 0)
    const { result: id, changeSetId } = ctx.command('projects.create', () => createProject(ctx.db, fields))
    return { id, changeSetId }
  },

  save(ctx, { id, fields }) {
    const given = trimmed(fields)
    check(ctx, withGiven(found(findProject(ctx.db, id)), given), id)
    const { changeSetId } = ctx.command('projects.save', () => saveProject(ctx.db, id, given))
    return { changeSetId }
  },
} satisfies Feature<'projects'>

/** `id`: the project itself, whose name is its own; 0 for a new one. */
function check(ctx: OfficeContext, fields: ProjectFields, id: number): void {
  const same = listProjects(ctx.db).some((one) => one.id !== id && fold(one.name) === fold(fields.name))
  refuse(
    required('name', fields.name),
    same && fields.name !== '' ? { field: 'name', problem: 'name_taken' } : null,
    endNotBefore('ends_on', fields.starts_on, fields.ends_on),
    ...targets.map((field) => {
      const count = fields[field]
      return count !== null && (count < 0 || count > mostPeople)
        ? { field, problem: 'number_range' as const }
        : null
    }),
  )
}
