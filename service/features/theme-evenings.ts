/** Theme evenings: evenings for organisations, who came, what they asked. */
import type { ThemeEvening } from '#core/api/network.ts'
import { createEvening, listEvenings, removeEvening, saveEvening } from '#db/network/evenings.ts'
import { refuse, required, trimmed } from './checks.ts'
import type { Feature } from './feature.ts'

export const themeEvenings = {
  list: (ctx) => listEvenings(ctx.db),

  create(ctx, input) {
    const evening = checked(input)
    const { result: id, changeSetId } = ctx.command('themeEvenings.create', () =>
      createEvening(ctx.db, evening),
    )
    return { id, changeSetId }
  },

  save(ctx, { id, fields }) {
    const evening = checked(fields)
    const { changeSetId } = ctx.command('themeEvenings.save', () => saveEvening(ctx.db, id, evening))
    return { changeSetId }
  },

  remove(ctx, { id }) {
    const { changeSetId } = ctx.command('themeEvenings.remove', () => removeEvening(ctx.db, id))
    return { changeSetId }
  },
} satisfies Feature<'themeEvenings'>

function checked(typed: Omit<ThemeEvening, 'id'>): Omit<ThemeEvening, 'id'> {
  refuse(required('theme', typed.theme))
  return trimmed(typed)
}
