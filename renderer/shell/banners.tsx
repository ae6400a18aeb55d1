/** What is wrong everywhere at once: the line to the service, or the file in the chosen folder. */
import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { tryLineAgain } from '../client.ts'
import { useConnection } from '../office/connection.ts'
import { orpc, refreshAll } from '../office/query.ts'
import { saved } from '../office/saved.ts'
import { Message } from '../ui/message.tsx'

/** How often to look whether the visible file is up to date, in ms. It is at most 10 s behind a save. */
const lookEvery = 15_000

export function Banners() {
  const { t } = useTranslation(['app', 'common'])
  const { state } = useConnection()
  const file = useQuery(orpc.snapshots.status.queryOptions({ refetchInterval: lookEvery })).data

  async function again(): Promise<void> {
    tryLineAgain()
    await saved.retryAll()
    await refreshAll()
  }
  if (state === 'lost' || state === 'failed') {
    return (
      <div className="banners">
        <Message
          live
          title={t('common:lineLost.title')}
          action={<Button onClick={() => void again()}>{t('common:retry')}</Button>}
        >
          <p>
            {t('common:lineLost.meaning')} {t('common:lineLost.action')}
          </p>
        </Message>
      </div>
    )
  }
  if (!file?.problem) return null
  return (
    <div className="banners">
      <Message title={t('shell.publish.title')}>
        <p>{t(`shell.publish.${file.problem}`, { path: file.folder })}</p>
      </Message>
    </div>
  )
}
