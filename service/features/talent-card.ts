/** The talent card: from the dossier, then in people's own words; out of the house only with permission. */
import { formatLong } from '#core/calendar/dates.ts'
import type { TalentCard } from '#core/api/talent-card.ts'
import { createI18n } from '#core/i18n/index.ts'
import { CommandError } from '#db/errors.ts'
import { readOffice } from '#db/office/queries.ts'
import { expectParticipant } from '#db/participants/queries.ts'
import { cardPermittedOn, keepCard } from '#db/talent-card/card.ts'
import { withGiven } from '#db/statements.ts'
import type { OfficeContext } from '../context.ts'
import { cardLanguage, cardOf } from '../papers/talent-card-facts.ts'
import { drawTalentCard, type CardSection, type TalentCardSheet } from '../papers/talent-card.ts'
import type { Feature } from './feature.ts'

export const talentCard = {
  get(ctx, { participantId }) {
    return { ...cardOf(ctx, participantId), permittedOn: cardPermittedOn(ctx.db, participantId) }
  },

  save(ctx, { participantId, fields }) {
    const { card } = cardOf(ctx, participantId)
    const { changeSetId } = ctx.command('talentCard.save', () =>
      keepCard(ctx.db, participantId, withGiven(card, fields)),
    )
    return { changeSetId }
  },

  reset(ctx, { participantId }) {
    expectParticipant(ctx.db, participantId)
    const { changeSetId } = ctx.command('talentCard.reset', () => keepCard(ctx.db, participantId, null))
    return { changeSetId }
  },

  async pdf(ctx, { participantId }) {
    const { pdf, fits } = await drawTalentCard(sheetOf(ctx, participantId))
    return { pdf: Buffer.from(pdf).toString('base64'), fits }
  },

  async print(ctx, { participantId }) {
    expectParticipant(ctx.db, participantId)
    if (cardPermittedOn(ctx.db, participantId) === null) throw new CommandError('PERMISSION_NEEDED')
    const { pdf } = await drawTalentCard(sheetOf(ctx, participantId))
    const { t } = createI18n(cardLanguage)
    // No name of a person in a file name.
    const fileName = t('files:card.fileName', { id: participantId, date: ctx.today })
    return await ctx.host.openDocument({ fileName, bytes: pdf })
  },
} satisfies Feature<'talentCard'>

function sheetOf(ctx: OfficeContext, participantId: number): TalentCardSheet {
  const { card } = cardOf(ctx, participantId)
  const office = readOffice(ctx.db)
  const t = createI18n(cardLanguage).getFixedT(cardLanguage, 'files')
  const section = (field: keyof TalentCard, look: CardSection['look']): CardSection[] => {
    const lines = card[field]
      .split(/\r?\n/u)
      .map((line) => line.trim())
      .filter((line) => line !== '')
    return lines.length === 0 ? [] : [{ heading: t(`card.field.${field}`), lines, look }]
  }
  const name = card.name.trim()
  return {
    title: t('card.documentTitle'),
    officeName: office.name,
    iAm: t('card.iAm'),
    name,
    headline: card.headline.trim(),
    main: [
      ...section('can', 'ticks'),
      ...section('experience', 'ticks'),
      ...section('looking_for', 'plain'),
      ...section('words', 'quote'),
    ],
    side: [
      ...section('dutch', 'plain'),
      ...section('languages', 'plain'),
      ...section('availability', 'plain'),
      ...section('licence', 'plain'),
    ],
    meet: {
      heading: t('card.meet', { name }),
      text: t('card.meetText', { office: office.name }),
      how: [office.phone, office.email, office.website].filter((one) => one.trim() !== ''),
    },
    foot: t('card.foot', { office: office.name, date: formatLong(ctx.today, cardLanguage), name }),
    example: cardPermittedOn(ctx.db, participantId) === null ? t('card.example') : null,
    language: cardLanguage,
    datedOn: ctx.today,
  }
}
