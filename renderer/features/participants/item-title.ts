/** The words of one line of the timeline. */
import { useTranslation } from 'react-i18next'
import { letterState, noteKind, placementStage } from '#core/api/fields.ts'
import type { TimelineItem } from '#core/api/people.ts'

export function useItemTitle(item: TimelineItem): string {
  const { t } = useTranslation(['people', 'enums'])
  if (item.kind === 'note') {
    const kind = noteKind.options.find((one) => one === item.code) ?? 'note'
    return t(`enums:noteKind.${kind}`)
  }
  if (item.kind === 'letter') {
    const state = letterState.options.find((one) => one === item.code)
    return t('person.items.letter', { state: state ? t(`enums:letterState.${state}`).toLowerCase() : '' })
  }
  if (item.kind === 'placement') {
    const stage = placementStage.options.find((one) => one === item.code)
    return t('person.items.placement', {
      stage: stage ? t(`enums:placementStage.${stage}`).toLowerCase() : '',
    })
  }
  return t(`person.items.${item.kind}`)
}
