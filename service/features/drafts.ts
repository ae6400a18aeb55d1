/** What is being typed and was not saved yet, of who is signed in. */
import type { Feature } from './feature.ts'

export const drafts = {
  save(ctx, { form, content }) {
    ctx.drafts.save(ctx.staff.id, form, { content, savedAt: ctx.now })
    return { ok: true as const }
  },

  get(ctx, { form }) {
    const draft = ctx.drafts.get(ctx.staff.id, form)
    return { content: draft?.content ?? null, savedAt: draft?.savedAt ?? null } as never
  },

  clear(ctx, { form }) {
    ctx.drafts.clear(ctx.staff.id, form)
    return { ok: true as const }
  },

  open: (ctx) => ctx.drafts.list(ctx.staff.id),
} satisfies Feature<'drafts'>
