/** Under "Bewaard om", and only when something is wrong: the file in the folder lags, or no copy left this PC. */
import { IconAlertTriangle } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { orpc } from '../../office/query.ts'

/** The visible file may be this late before anybody is told, in ms. */
const mayLag = 60_000

export function KeptLine() {
  const { t } = useTranslation('keeping')
  const file = useQuery(orpc.snapshots.status.queryOptions({ refetchInterval: 15_000 })).data
  const copies = useQuery(orpc.copies.state.queryOptions({ refetchInterval: 60_000 })).data
  const late = useLongerThan(file !== undefined && (file.pending || file.problem !== null), mayLag)
  const word = late ? t('kept.behind') : copies?.outsideOverdue ? t('kept.outside') : ''
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

/** True once it has been so without a break for `ms`. */
function useLongerThan(so: boolean, ms: number): boolean {
  const [long, setLong] = useState(false)
  useEffect(() => {
    setLong(false)
    if (!so) return
    const timer = setTimeout(() => setLong(true), ms)
    return () => clearTimeout(timer)
  }, [so, ms])
  return so && long
}
