/** One pair: what fits, what does not, what nobody knows yet. The coach weighs; nothing here is filled in or counted up. */
import { Button, Checkbox } from '@mantine/core'
import { IconCheck, IconHelpCircle, IconX } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { MatchChoice } from '#core/api/fields.ts'
import type { Match, MatchReason } from '#core/api/matching.ts'
import { formatShort } from '#core/calendar/dates.ts'
import { ForReaders } from '../../ui/hidden.tsx'
import type { WorkWords } from '../openings/work-words.ts'
import { DistanceLine } from './distance-line.tsx'
import { addressOf, useReasonWords } from './reason-words.ts'

const verdicts = ['fits', 'not', 'unknown'] as const
const signs = {
  fits: <IconCheck size={20} stroke={2} aria-hidden />,
  not: <IconX size={20} stroke={2} aria-hidden />,
  unknown: <IconHelpCircle size={20} stroke={1.75} aria-hidden />,
}

export type CardProps = {
  match: Match
  /** What it is called, for who hears only the button. */
  name: string
  heading: ReactNode
  second: ReactNode
  words: WorkWords
  beside: boolean
  /** Null: this one cannot be put beside others now. */
  onBeside: ((on: boolean) => void) | null
  onChoose: (choice: MatchChoice) => void
}

export function MatchCard({ match, name, heading, second, words, beside, onBeside, onChoose }: CardProps) {
  const { t } = useTranslation('matching')
  return (
    <li className="match-card">
      <div className="match-head">
        <h3>{heading}</h3>
        <p>{second}</p>
        <DistanceLine match={match} />
      </div>
      {verdicts.map((verdict) => (
        <ReasonList
          key={verdict}
          verdict={verdict}
          reasons={match.reasons.filter((one) => one.verdict === verdict)}
          match={match}
          words={words}
        />
      ))}
      <div className="match-foot">
        <Before match={match} />
        <div className="match-actions">
          <Button variant="default" px="md" onClick={() => onChoose('chosen')}>
            {t('match.choose')}
            <ForReaders>{` ${name}`}</ForReaders>
          </Button>
          <Button variant="subtle" px="xs" onClick={() => onChoose('later')}>
            {t('match.later')}
            <ForReaders>{` ${name}`}</ForReaders>
          </Button>
          <Button variant="subtle" px="xs" onClick={() => onChoose('declined')}>
            {t('match.declined')}
            <ForReaders>{` ${name}`}</ForReaders>
          </Button>
        </div>
        <Checkbox
          label={
            <>
              {t('match.beside')}
              <ForReaders>{` ${name}`}</ForReaders>
            </>
          }
          checked={beside}
          disabled={onBeside === null}
          onChange={(event) => onBeside?.(event.currentTarget.checked)}
        />
      </div>
    </li>
  )
}

function ReasonList({
  verdict,
  reasons,
  match,
  words,
}: {
  verdict: (typeof verdicts)[number]
  reasons: readonly MatchReason[]
  match: Match
  words: WorkWords
}) {
  const { t } = useTranslation('matching')
  const sentence = useReasonWords(words)
  return (
    <div className={`match-list match-${verdict}`}>
      <h4 className="match-verdict">
        {signs[verdict]}
        <span>{t(`match.${verdict}`)}</span> <span className="match-count">({reasons.length})</span>
      </h4>
      {reasons.length === 0 ? (
        <p className="dim match-none">{t('match.nothing')}</p>
      ) : (
        <ul>
          {reasons.map((one) => (
            <li key={`${one.said} ${one.params.item ?? ''}`} {...(one.hard ? { 'data-hard': '' } : {})}>
              <a className="match-reason" href={`#${addressOf(one, match)}`}>
                {sentence(one)}
              </a>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

/** What was decided about this pair before, newest first. */
function Before({ match }: { match: Match }) {
  const { t } = useTranslation(['matching', 'enums'])
  if (match.choices.length === 0) return null
  return (
    <ul className="match-before">
      {match.choices.map((one) => (
        <li key={one.id}>
          <span className="dim">
            {t('match.before', {
              choice: t(`enums:matchChoice.${one.choice}`).toLowerCase(),
              date: formatShort(one.on),
              who: one.who,
            })}
          </span>
          {one.reason && <span>{one.reason}</span>}
        </li>
      ))}
    </ul>
  )
}
