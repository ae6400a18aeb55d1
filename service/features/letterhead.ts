/** How the office's letters look: logo, colour, window, signatures, numbers. */
import type { LetterheadFields, LetterPicture } from '#core/api/letterhead.ts'
import type { FieldError } from '#core/api/errors.ts'
import { createI18n } from '#core/i18n/index.ts'
import { contrastOnWhite, leastContrast } from '#core/letters/contrast.ts'
import { numberFormProblem } from '#core/letters/number-form.ts'
import { removeSignature, saveLetterhead, setLogo, setSignature } from '#db/letterhead/commands.ts'
import { listSignatures, pictureBySha, readLetterhead, signatureOf } from '#db/letterhead/queries.ts'
import { saveNumberForm } from '#db/letters/commands.ts'
import { nextNumber, numberForm } from '#db/letters/queries.ts'
import { readOffice } from '#db/office/queries.ts'
import { found, withGiven } from '#db/statements.ts'
import type { OfficeContext } from '../context.ts'
import { checkPicture } from '../letters/pictures/check.ts'
import { drawWindowPage } from '../letters/window-page.ts'
import type { Feature } from './feature.ts'
import { invalid } from './invalid.ts'

/** What comes with the program; the same as the defaults of the table. */
const asMade: LetterheadFields = {
  logo_name: '',
  logo_height: 180,
  accent: '',
  window_side: 'left',
  window_x: 0,
  window_y: 0,
}

export const letterhead = {
  get(ctx) {
    const sha256 = readLetterhead(ctx.db)?.logo_sha256 ?? null
    return { ...fieldsOf(ctx), logo: sha256 === null ? null : pictureOf(ctx, sha256) }
  },

  save(ctx, given) {
    const fields = withGiven(fieldsOf(ctx), given)
    const accent = fields.accent.trim().toUpperCase()
    const problem = colourProblem(accent)
    if (problem) throw invalid([problem])
    const { changeSetId } = ctx.command('letterhead.save', () =>
      saveLetterhead(ctx.db, { ...fields, logo_name: fields.logo_name.trim(), accent }),
    )
    return { changeSetId }
  },

  setLogo(ctx, { picture }) {
    const chosen = checkPicture(picture)
    if ('problem' in chosen) throw invalid('picture', chosen.problem)
    const { changeSetId } = ctx.command('letterhead.setLogo', () => setLogo(ctx.db, chosen.picture))
    return { changeSetId }
  },

  removeLogo(ctx) {
    const { changeSetId } = ctx.command('letterhead.removeLogo', () => setLogo(ctx.db, null))
    return { changeSetId }
  },

  async testPage(ctx) {
    const { window_side: side, window_x, window_y } = fieldsOf(ctx)
    const look = { window: { side, x: window_x / 10, y: window_y / 10 } }
    const bytes = await drawWindowPage(look, readOffice(ctx.db).name, ctx.today)
    return await ctx.host.openDocument({
      fileName: createI18n('nl').t('letterLook:window.fileName'),
      bytes,
    })
  },

  signature(ctx) {
    const mine = signatureOf(ctx.db, ctx.staff.id)
    return {
      mine: mine ? { picture: pictureOf(ctx, mine.sha256), permitted_on: mine.permitted_on } : null,
      all: listSignatures(ctx.db),
    }
  },

  setSignature(ctx, { picture }) {
    const chosen = checkPicture(picture)
    if ('problem' in chosen) throw invalid('picture', chosen.problem)
    const { changeSetId } = ctx.command('letterhead.setSignature', () =>
      setSignature(ctx.db, ctx.staff.id, chosen.picture, ctx.today),
    )
    return { changeSetId }
  },

  withdrawSignature(ctx) {
    const { changeSetId } = ctx.command('letterhead.withdrawSignature', () =>
      removeSignature(ctx.db, ctx.staff.id),
    )
    return { changeSetId }
  },

  numberForm: (ctx) => ({
    form: numberForm(ctx.db),
    example: nextNumber(ctx.db, Number(ctx.today.slice(0, 4))),
  }),

  saveNumberForm(ctx, { form }) {
    const problem = numberFormProblem(form)
    if (problem) throw invalid('form', problem)
    const { changeSetId } = ctx.command('letterhead.saveNumberForm', () =>
      saveNumberForm(ctx.db, form.trim()),
    )
    return { changeSetId }
  },
} satisfies Feature<'letterhead'>

function fieldsOf(ctx: OfficeContext): LetterheadFields {
  const row = readLetterhead(ctx.db)
  if (row === undefined) return asMade
  const { logo_sha256: _logo, ...fields } = row
  return fields
}

function pictureOf(ctx: OfficeContext, sha256: string): LetterPicture {
  const { type, bytes } = found(pictureBySha(ctx.db, sha256))
  return { type, base64: Buffer.from(bytes).toString('base64') }
}

/** `accent` in capitals; '' is no colour. */
function colourProblem(accent: string): FieldError | null {
  if (accent === '') return null
  if (!/^#[0-9A-F]{6}$/u.test(accent)) return { field: 'accent', problem: 'colour_form' }
  return contrastOnWhite(accent) < leastContrast ? { field: 'accent', problem: 'colour_light' } : null
}
