/** Files in a dossier: kept whole, shown under a clean name, opened by what they are and never by what they say. */
import { createHash } from 'node:crypto'
import type { Attachment } from '#core/api/attachments.ts'
import { cleanName, freeName, renamed } from '#core/files/name.ts'
import { checkFile } from '#core/files/type.ts'
import { createI18n } from '#core/i18n/index.ts'
import { addAttachment, removeAttachment, renameAttachment } from '#db/attachments/commands.ts'
import { fileBytes, findAttachment, listAttachments, sameFile } from '#db/attachments/queries.ts'
import { readOffice } from '#db/office/queries.ts'
import { expectParticipant } from '#db/participants/queries.ts'
import { found } from '#db/statements.ts'
import type { OfficeContext } from '../context.ts'
import type { Feature } from './feature.ts'
import { invalid } from './invalid.ts'

export const attachments = {
  list: (ctx, { participantId }) => listAttachments(ctx.db, participantId),

  add(ctx, input) {
    const bytes = Buffer.from(input.bytes, 'base64')
    const checked = checkFile(bytes)
    if (!checked.ok) throw invalid('bytes', checked.problem)
    expectParticipant(ctx.db, input.participantId)
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    const same = sameFile(ctx.db, input.participantId, sha256)
    if (same) return { id: same.id, name: same.name, renamed: false, already: true, changeSetId: null }
    const { t } = createI18n(readOffice(ctx.db).language)
    const clean = cleanName(input.name, checked.type, t('files:attachments.fallback'))
    const name = freeName(clean.name, namesOf(ctx, input.participantId))
    const { result: id, changeSetId } = ctx.command('attachments.add', () =>
      addAttachment(ctx.db, {
        participant_id: input.participantId,
        name,
        type: checked.type,
        sha256,
        bytes,
        added_on: ctx.today,
        staff_id: ctx.staff.id,
      }),
    )
    return { id, name, renamed: clean.changed || name !== clean.name, already: false, changeSetId }
  },

  rename(ctx, input) {
    const attachment = found(findAttachment(ctx.db, input.id))
    const clean = renamed(input.name, attachment.type)
    if (clean === null) throw invalid('name', 'required')
    if (clean === attachment.name) return { name: clean, changeSetId: null }
    const taken = namesOf(ctx, attachment.participant_id)
    taken.delete(attachment.name)
    const name = freeName(clean, taken)
    const { changeSetId } = ctx.command('attachments.rename', () => renameAttachment(ctx.db, input.id, name))
    return { name, changeSetId }
  },

  remove(ctx, { id }) {
    const { changeSetId } = ctx.command('attachments.remove', () => removeAttachment(ctx.db, id, ctx.today))
    return { changeSetId }
  },

  read: (ctx, { id }) => contentOf(ctx, id),
  saveOut: (ctx, { id }) => contentOf(ctx, id),

  async open(ctx, { id }) {
    const { type } = found(findAttachment(ctx.db, id))
    const bytes = found(fileBytes(ctx.db, id))
    // Not under its own name: that may tell whose it is, and stands in the window of the other program.
    const { t } = createI18n(readOffice(ctx.db).language)
    const fileName = `${t('files:attachments.openedAs', { id })}.${type === 'jpeg' ? 'jpg' : type}`
    return await ctx.host.openDocument({ fileName, bytes })
  },
} satisfies Feature<'attachments'>

function contentOf(ctx: OfficeContext, id: number): Pick<Attachment, 'name' | 'type'> & { bytes: string } {
  const { name, type } = found(findAttachment(ctx.db, id))
  return { name, type, bytes: found(fileBytes(ctx.db, id)).toString('base64') }
}

const namesOf = (ctx: OfficeContext, participantId: number): Set<string> =>
  new Set(listAttachments(ctx.db, participantId).map(({ name }) => name))
