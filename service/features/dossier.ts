/** The page of one person: the line of time, the sheet on paper, and a passage that goes into a letter. */
import type { LetterDraft } from '#core/api/letters.ts'
import { countGroups, filtered, pageOf } from '#core/dossier/timeline.ts'
import { timelineWords } from '#core/dossier/words.ts'
import { createI18n } from '#core/i18n/index.ts'
import { saveDraft } from '#db/letters/commands.ts'
import { letterById } from '#db/letters/queries.ts'
import { readOffice } from '#db/office/queries.ts'
import { expectParticipant } from '#db/participants/queries.ts'
import { listTimeline } from '#db/participants/timeline.ts'
import { found } from '#db/statements.ts'
import type { TimelineFilter } from '#core/api/timeline.ts'
import type { OfficeContext } from '../context.ts'
import { personSheetFacts } from '../papers/person-sheet-facts.ts'
import { personSheet } from '../papers/person-sheet.ts'
import { refuse, required } from './checks.ts'
import type { Feature } from './feature.ts'
import { invalid } from './invalid.ts'
import { openProgressLetter } from '../letters/progress-letter.ts'

/** As long as a text of a letter may be. */
const longestText = 20_000

export const dossier = {
  timeline(ctx, { participantId, filter, after, limit }) {
    expectParticipant(ctx.db, participantId)
    const all = listTimeline(ctx.db, participantId)
    const words = timelineWords(readOffice(ctx.db).language)
    const fitting = filtered(all, filter, (item) => `${words.title(item)} ${words.text(item)}`)
    return {
      ...pageOf(fitting, after, limit),
      total: fitting.length,
      groups: countGroups(all),
      inReport: all.filter((item) => item.inReport).length,
    }
  },

  async print(ctx, input) {
    const { fileName, bytes } = await draw(ctx, input)
    return await ctx.host.openDocument({ fileName, bytes })
  },

  async sheet(ctx, input) {
    const { fileName, bytes } = await draw(ctx, input)
    return { name: fileName, pdf: Buffer.from(bytes).toString('base64') }
  },

  toLetter(ctx, { trajectoryId, part, passage }) {
    const text = passage.trim()
    refuse(required('passage', text))
    const { result: letterId, changeSetId } = ctx.command('dossier.toLetter', () => {
      const id = openProgressLetter(ctx, trajectoryId)
      const draft = JSON.parse(found(letterById(ctx.db, id)).draft) as LetterDraft
      const before = draft.texts[part].trimEnd()
      const after = before === '' ? text : `${before}\n${text}`
      if (after.length > longestText) throw invalid('passage', 'too_long')
      saveDraft(ctx.db, id, JSON.stringify({ ...draft, texts: { ...draft.texts, [part]: after } }))
      return id
    })
    return { letterId, changeSetId }
  },
} satisfies Feature<'dossier'>

async function draw(
  ctx: OfficeContext,
  { participantId, filter }: { participantId: number; filter: TimelineFilter },
): Promise<{ fileName: string; bytes: Uint8Array }> {
  const facts = personSheetFacts(ctx, participantId, filter)
  const bytes = await personSheet(facts)
  const { t } = createI18n(facts.language)
  // No name of a person in a file name.
  return { fileName: t('dossier:sheet.fileName', { id: participantId, date: ctx.today }), bytes }
}
