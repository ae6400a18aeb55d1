/** The placements as a table with real days, for a file. */
import type { TFunction } from 'i18next'
import type { ExportedTable } from '#core/api/exports.ts'
import type { PlacementView } from '#core/api/places.ts'

export function tableOfPlaces(
  placements: readonly PlacementView[],
  t: TFunction<['places', 'placing', 'enums']>,
): ExportedTable {
  return {
    name: t('list.caption'),
    columns: [
      { head: t('list.person'), kind: 'text' },
      { head: t('list.place'), kind: 'text' },
      { head: t('list.kind'), kind: 'text' },
      { head: t('list.stage'), kind: 'text' },
      { head: t('list.next'), kind: 'text' },
      { head: t('list.on'), kind: 'date' },
      { head: t('list.since'), kind: 'date' },
      { head: t('placing:board.ends'), kind: 'date' },
      { head: t('list.ended'), kind: 'date' },
      { head: t('list.why'), kind: 'text' },
      { head: t('list.coach'), kind: 'text' },
    ],
    rows: placements.map((one) => {
      const ended = one.stage === 'ended'
      return [
        one.personName,
        one.hostName,
        t(`enums:placementKind.${one.kind}`),
        ended ? t('board.endedColumn') : t(`enums:placementStage.${one.stage}`),
        ended ? null : one.next_action,
        ended ? null : one.next_action_on,
        one.starts_on,
        ended ? null : one.expected_end_on,
        one.ended_on,
        one.end_reason,
        one.coachName,
      ]
    }),
  }
}
