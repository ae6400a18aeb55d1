/** Quietly, above the rest: what the office knows otherwise than when this draft was last looked through. */
import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { LetterChange } from '#core/api/letter-sources.ts'
import { formatHours } from '#core/attendance/totals.ts'
import { formatDayMonth, formatLong } from '#core/calendar/dates.ts'
import type { Language } from '#core/i18n/index.ts'
import { client } from '../../client.ts'
import { useOffice } from '../../office/office.ts'
import { orpc } from '../../office/query.ts'
import { useCommand } from '../../office/use-command.ts'
import { FailureMessage } from '../../ui/message.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { useToast } from '../../ui/toast.tsx'

export function ChangesSheet({ letterId }: { letterId: number }) {
  const { t } = useTranslation(['sources', 'enums'])
  const { language } = useOffice()
  const toast = useToast()
  const sources = useQuery(orpc.letterSources.get.queryOptions({ input: { id: letterId } }))
  const seen = useCommand(client.letterSources.seen)
  const changes = sources.data?.changes ?? []
  if (changes.length === 0) return null

  async function look(): Promise<void> {
    const done = await seen.run({ id: letterId })
    if (done) toast({ text: t('changes.done'), changeSetId: done.changeSetId })
  }
  return (
    <Sheet title={t('changes.title')} className="letter-changes">
      <ul>
        {changes.map((change, at) => (
          <li key={at}>{wordsOf(change, t, language)}</li>
        ))}
      </ul>
      {seen.failure && <FailureMessage failure={seen.failure} />}
      <Button variant="default" loading={seen.busy} onClick={() => void look()}>
        {t('changes.seen')}
      </Button>
    </Sheet>
  )
}

function wordsOf(change: LetterChange, t: TFunction<['sources', 'enums']>, language: Language): string {
  const or = (value: string | number | null) => value ?? t('nothing')
  switch (change.code) {
    case 'present':
    case 'planned':
    case 'no_show':
      return t(`changed.${change.code}`, {
        from: formatHours(change.from, language),
        to: formatHours(change.to, language),
      })
    case 'note_new':
    case 'note_gone':
    case 'note_edited':
      return t(`changed.${change.code}`, { day: formatDayMonth(change.day, language) })
    case 'goal_state': {
      const { what, from, to } = change
      const [was, is] = [t(`enums:goalState.${from}`), t(`enums:goalState.${to}`)]
      return t('changed.goal_state', { what, from: was.toLowerCase(), to: is.toLowerCase() })
    }
    case 'place_stage': {
      const { host, from, to } = change
      const [was, is] = [t(`enums:placementStage.${from}`), t(`enums:placementStage.${to}`)]
      return t('changed.place_stage', { host, from: was.toLowerCase(), to: is.toLowerCase() })
    }
    case 'phase':
      return t('changed.phase', {
        from: t(`enums:phase.${change.from}`).toLowerCase(),
        to: t(`enums:phase.${change.to}`).toLowerCase(),
      })
    case 'level':
      return t('changed.level', {
        name: t(`enums:languageSkill.${change.skill}`),
        from: or(change.from),
        to: or(change.to),
      })
    case 'score':
      return t('changed.score', { name: change.name, from: or(change.from), to: or(change.to) })
    case 'ladder':
      return t('changed.ladder', { from: or(change.from), to: or(change.to) })
    case 'end':
      return t('changed.end', {
        from: formatLong(change.from, language),
        to: formatLong(change.to, language),
      })
    case 'advice':
      return t('changed.advice', { from: change.from || t('nothing'), to: change.to || t('nothing') })
    case 'unfilled':
      return t('changed.unfilled', { from: change.from, to: change.to })
    case 'goal_new':
    case 'goal_gone':
    case 'goal_edited':
      return t(`changed.${change.code}`, { what: change.what })
    case 'place_new':
    case 'place_gone':
    case 'place_edited':
      return t(`changed.${change.code}`, { host: change.host })
    case 'case_manager':
    case 'municipality':
    case 'participant':
    case 'office':
    case 'other':
      return t(`changed.${change.code}`)
  }
}
