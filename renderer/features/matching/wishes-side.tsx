/** Beside the list: which wishes count, and by which rule the list is ordered. */
import { Checkbox } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { matchWish, type MatchWish } from '#core/api/matching.ts'

export function WishesSide({
  off,
  onChange,
}: {
  off: readonly MatchWish[]
  onChange: (off: MatchWish[]) => void
}) {
  const { t } = useTranslation('matching')
  return (
    <>
      <Checkbox.Group
        label={t('match.wants')}
        description={t('match.wantsHint')}
        value={matchWish.options.filter((one) => !off.includes(one))}
        onChange={(on) => onChange(matchWish.options.filter((one) => !on.includes(one)))}
      >
        <div className="choice-column">
          {matchWish.options.map((one) => (
            <Checkbox key={one} value={one} label={t(`match.wish.${one}`)} />
          ))}
        </div>
      </Checkbox.Group>
      <div>
        <h2 className="match-side-title">{t('match.order')}</h2>
        <p className="dim">{t('match.orderRule')}</p>
      </div>
    </>
  )
}
