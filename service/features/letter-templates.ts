/** How letters are put together: templates, and the blocks of one letter alone. */
import type { TemplateOf } from '#core/api/letter-templates.ts'
import { complete } from '#core/letters/arrange.ts'
import { kindParts } from '#core/letters/kind-parts.ts'
import { sameLayout, type Layout } from '#core/letters/layout.ts'
import { composeSample } from '#core/letters/sample.ts'
import { CommandError } from '#db/errors.ts'
import { removeTemplate, saveLetterLayout, saveTemplate } from '#db/letter-templates/commands.ts'
import { letterLayouts, listTemplates, templateLayout } from '#db/letter-templates/queries.ts'
import type { LetterLayouts } from '#db/letter-templates/queries.ts'
import { signatureOf } from '#db/letterhead/queries.ts'
import { letterById } from '#db/letters/queries.ts'
import { listMunicipalities } from '#db/municipalities/queries.ts'
import { readOffice } from '#db/office/queries.ts'
import { found } from '#db/statements.ts'
import type { OfficeContext } from '../context.ts'
import { letterheadFacts, picturesOf, readLayout } from '../letters/look.ts'
import { drawOnThread } from '../letters/thread/thread.ts'
import type { Feature } from './feature.ts'

export const letterTemplates = {
  list: (ctx) => listTemplates(ctx.db),

  get(ctx, of) {
    const own = templateLayout(ctx.db, of)
    const office =
      of.municipality_id === null ? own : templateLayout(ctx.db, { ...of, municipality_id: null })
    const from =
      own !== undefined && of.municipality_id !== null ? 'municipality' : office ? 'office' : 'default'
    return { layout: complete(kindParts[of.kind], readLayout(own ?? office)), from }
  },

  save(ctx, { layout, ...of }) {
    const { changeSetId } = ctx.command('letterTemplates.save', () => keep(ctx, of, layout))
    return { changeSetId }
  },

  remove(ctx, of) {
    const { changeSetId } = ctx.command('letterTemplates.remove', () => removeTemplate(ctx.db, of))
    return { changeSetId }
  },

  async preview(ctx, { kind, layout }) {
    const signature = signatureOf(ctx.db, ctx.staff.id)?.sha256
    const content = composeSample(
      kind,
      {
        office: readOffice(ctx.db),
        coach: { name: ctx.staff.name, function_title: ctx.staff.function_title },
        layout,
        ...letterheadFacts(ctx),
        ...(signature === undefined ? {} : { signature }),
      },
      ctx.today,
      'nl',
    )
    const { pdf, areas } = await drawOnThread(content, { draft: true, pictures: picturesOf(ctx) })
    return { pdf: Buffer.from(pdf).toString('base64'), areas: [...areas] }
  },

  ofLetter(ctx, { id }) {
    const { kind, own, template, municipality_id } = found(letterLayouts(ctx.db, id))
    const municipality = listMunicipalities(ctx.db).find((one) => one.id === municipality_id)
    return {
      layout: complete(kindParts[kind], readLayout(own ?? template)),
      own: own !== null,
      municipality: municipality ? { id: municipality.id, name: municipality.name } : null,
    }
  },

  saveOfLetter(ctx, { id, layout }) {
    const layouts = ofDraft(ctx, id)
    const own = layout && complete(kindParts[layouts.kind], layout)
    const template = complete(kindParts[layouts.kind], readLayout(layouts.template))
    const { changeSetId } = ctx.command('letterTemplates.saveOfLetter', () =>
      saveLetterLayout(ctx.db, id, own === null || sameLayout(own, template) ? null : JSON.stringify(own)),
    )
    return { changeSetId }
  },

  letterToTemplate(ctx, { id, municipality_id }) {
    const { kind, own, template } = ofDraft(ctx, id)
    const layout = readLayout(own ?? template)
    const { changeSetId } = ctx.command('letterTemplates.letterToTemplate', () => {
      keep(ctx, { kind, municipality_id }, layout)
      if (own !== null) saveLetterLayout(ctx.db, id, null)
    })
    return { changeSetId }
  },
} satisfies Feature<'letterTemplates'>

/** Every block of the kind by name, so that a template says the same when a later version adds one. */
function keep(ctx: OfficeContext, of: TemplateOf, layout: Layout): void {
  if (of.municipality_id !== null && !listMunicipalities(ctx.db).some((one) => one.id === of.municipality_id))
    throw new CommandError('NOT_FOUND')
  saveTemplate(ctx.db, of, JSON.stringify(complete(kindParts[of.kind], layout)))
}

function ofDraft(ctx: OfficeContext, id: number): LetterLayouts {
  if (found(letterById(ctx.db, id)).number !== null) throw new CommandError('LETTER_FINAL')
  return found(letterLayouts(ctx.db, id))
}
