/** Under "Bewaard om", and only when something is wrong: the file in the folder lags, or no copy left this PC. */
import { IconAlertTriangle } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { orpc } from '../../office/query.ts'

export function KeptLine() {
  const { t } = useTranslation('keeping')
  const file = useQuery(orpc.snapshots.status.queryOptions({ refetchInterval: 15_000 })).data
  const copies = useQuery(orpc.copies.state.queryOptions({ refetchInterval: 60_000 })).data
  const word = file?.late ? t('kept.behind') : copies?.outsideOverdue ? t('kept.outside') : ''
  if (word === '') return null
  return (
    <p className="saved saved-stuck">
      <IconAlertTriangle size={18} stroke={1.75} aria-hidden />
      <Link to="/instellingen/kopieen" className="link">
        {word}
      </Link>
    </p>
  )
}
