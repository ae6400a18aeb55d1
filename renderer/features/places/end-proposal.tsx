/** How long such a place usually takes; one press takes it over. Nothing where it stands there already. */
import { UnstyledButton } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { formatLong, formatShort } from '#core/calendar/dates.ts'
import { useOffice } from '../../office/office.ts'
import type { Look } from './warnings.tsx'

export function EndProposal({
  look,
  value,
  onTake,
}: {
  look: Look | null
  value: string | null
  onTake: (date: string) => void
}) {
  const { t } = useTranslation('placing')
  const { language } = useOffice()
  const {
    expected_end_on: on,
    months,
    municipality,
  } = look?.proposal ?? { months: null, expected_end_on: null }
  if (!on || months === null || on === value) return null
  return (
    <p className="dim">
      {t('proposed.end', {
        count: months,
        where: municipality ? t('proposed.inMunicipality', { name: municipality }) : '',
        date: formatLong(on, language),
      })}{' '}
      <UnstyledButton className="link" onClick={() => onTake(on)}>
        {t('proposed.take', { date: formatShort(on) })}
      </UnstyledButton>
    </p>
  )
}
