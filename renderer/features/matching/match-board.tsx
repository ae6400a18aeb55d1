/** The pairs in their order, two or three of them side by side, and behind one press those that are not proposed. */
import { Button, UnstyledButton } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { MatchChoice } from '#core/api/fields.ts'
import type { Match } from '#core/api/matching.ts'
import type { WorkWords } from '../openings/work-words.ts'
import { ChoiceDialog } from './choice-dialog.tsx'
import { MatchCard } from './match-card.tsx'

/** How many more come with each press. */
export const pageSize = 6
const mostBeside = 3

export type Found = {
  proposed: readonly Match[]
  proposedTotal: number
  others: readonly Match[]
  othersTotal: number
}

export function MatchBoard({
  found,
  words,
  side,
  keyOf,
  card,
  onMore,
  onOthers,
  othersShown,
}: {
  found: Found
  words: WorkWords
  side: 'Places' | 'People'
  /** The id of the side that was looked for. */
  keyOf: (match: Match) => number
  card: (match: Match) => { name: string; heading: ReactNode; second: ReactNode }
  onMore: () => void
  /** How many of those that are not proposed to show; 0 hides them. */
  onOthers: (count: number) => void
  othersShown: number
}) {
  const { t } = useTranslation('matching')
  const [chosen, setChosen] = useState<{ match: Match; choice: MatchChoice; what: string } | null>(null)
  const [picked, setPicked] = useState<readonly number[]>([])
  const [only, setOnly] = useState(false)
  const { proposed, proposedTotal, others, othersTotal } = found
  const shown = (list: readonly Match[]) => (only ? list.filter((one) => picked.includes(keyOf(one))) : list)

  const cards = (list: readonly Match[], label: string) => (
    <ul className="match-cards" aria-label={label}>
      {list.map((match) => {
        const key = keyOf(match)
        const beside = picked.includes(key)
        return (
          <MatchCard
            key={key}
            match={match}
            words={words}
            {...card(match)}
            beside={beside}
            onBeside={
              beside || picked.length < mostBeside
                ? (on) => setPicked(on ? [...picked, key] : picked.filter((one) => one !== key))
                : null
            }
            onChoose={(choice) => setChosen({ match, choice, what: card(match).name })}
          />
        )
      })}
    </ul>
  )
  return (
    <div className="match-board">
      <div className="match-bar">
        <h2>{t(`match.proposed${side}`, { count: proposedTotal })}</h2>
        {only ? (
          <Button variant="default" onClick={() => setOnly(false)}>
            {t('match.besideBack')}
          </Button>
        ) : (
          picked.length > 1 && (
            <Button variant="default" onClick={() => setOnly(true)}>
              {t('match.besideShow', { count: picked.length })}
            </Button>
          )
        )}
        {picked.length === 1 && !only && (
          <span className="dim" role="status">
            {t('match.besideHint')}
          </span>
        )}
      </div>
      {cards(shown(proposed), t('match.proposed'))}
      {!only && proposed.length < proposedTotal && (
        <Button variant="default" onClick={onMore}>
          {t('match.more')}
        </Button>
      )}
      {othersTotal > 0 && !only && (
        <p>
          <UnstyledButton
            className="link"
            aria-expanded={othersShown > 0}
            onClick={() => onOthers(othersShown > 0 ? 0 : pageSize)}
          >
            {othersShown > 0 ? t('match.hideOthers') : t(`match.others${side}`, { count: othersTotal })}
          </UnstyledButton>
        </p>
      )}
      {shown(others).length > 0 && (
        <section className="match-others" aria-label={t('match.others')}>
          <h2>{t('match.others')}</h2>
          {cards(shown(others), t('match.others'))}
          {!only && others.length < othersTotal && (
            <Button variant="default" onClick={() => onOthers(othersShown + pageSize)}>
              {t('match.more')}
            </Button>
          )}
        </section>
      )}
      {chosen && <ChoiceDialog {...chosen} onClose={() => setChosen(null)} />}
    </div>
  )
}
