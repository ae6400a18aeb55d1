/** Ambassadors: who helps with language and trust, when they can come, and whom they helped. */
import { createAmbassador, createHelp, removeHelp, saveAmbassador } from '#db/ambassadors/commands.ts'
import { findAmbassador, helpsOf, listAmbassadors, spokenLanguages } from '#db/ambassadors/queries.ts'
import type { ReadableDb } from '#db/database.ts'
import { found } from '#db/statements.ts'
import { notInFuture, refuse, required, trimmed } from './checks.ts'
import type { Feature } from './feature.ts'

export const ambassadors = {
  list: (ctx, filter) => listAmbassadors(ctx.db, filter),

  languages: (ctx) => spokenLanguages(ctx.db),

  get: (ctx, { id }) => ({ ...found(findAmbassador(ctx.db, id)), helps: helpsOf(ctx.db, id) }),

  create(ctx, input) {
    refuse(required('name', input.name))
    const fields = tidy(ctx.db, input)
    const { result: id, changeSetId } = ctx.command('ambassadors.create', () =>
      createAmbassador(ctx.db, fields),
    )
    return { id, changeSetId }
  },

  save(ctx, { id, fields }) {
    refuse(required('name', fields.name))
    const tidied = tidy(ctx.db, fields)
    const { changeSetId } = ctx.command('ambassadors.save', () => saveAmbassador(ctx.db, id, tidied))
    return { changeSetId }
  },

  addHelp(ctx, input) {
    refuse(notInFuture('happened_on', input.happened_on, ctx.today))
    const { result: id, changeSetId } = ctx.command('ambassadors.addHelp', () =>
      createHelp(ctx.db, trimmed(input)),
    )
    return { id, changeSetId }
  },

  removeHelp(ctx, { id }) {
    const { changeSetId } = ctx.command('ambassadors.removeHelp', () => removeHelp(ctx.db, id))
    return { changeSetId }
  },
} satisfies Feature<'ambassadors'>

/** Each language once, spelled as the office already spells it: "tigrinya" is "Tigrinya". */
function tidy<T extends { languages?: string[] | undefined }>(db: ReadableDb, typed: T): T {
  const fields = trimmed(typed)
  if (fields.languages === undefined) return fields
  const known = new Map(spokenLanguages(db).map((one) => [one.toLowerCase(), one]))
  const spelled = new Map<string, string>()
  for (const typedOne of fields.languages) {
    const language = typedOne.replaceAll(/\s+/g, ' ').trim()
    const key = language.toLowerCase()
    if (key !== '' && !spelled.has(key)) spelled.set(key, known.get(key) ?? language)
  }
  return { ...fields, languages: [...spelled.values()] }
}
