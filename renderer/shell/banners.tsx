/** What is wrong everywhere at once: the line to the service, the file in the chosen folder, an old paper. */
import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, useLocation } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { tryLineAgain } from '../client.ts'
import { restoring } from '../features/restore/store.ts'
import { useConnection } from '../office/connection.ts'
import { orpc, refreshAll } from '../office/query.ts'
import { saved } from '../office/saved.ts'
import { Message } from '../ui/message.tsx'

/** How often to look whether the visible file is up to date, in ms. It is at most 10 s behind a save. */
const lookEvery = 15_000

export function Banners() {
  const { t } = useTranslation(['app', 'common', 'keeping'])
  const { state } = useConnection()
  const file = useQuery(orpc.snapshots.status.queryOptions({ refetchInterval: lookEvery })).data
  const code = useQuery(orpc.access.codeCheck.queryOptions({ staleTime: 3_600_000 })).data
  const path = useLocation({ select: (location) => location.pathname })

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
  const changed = file?.problem === 'VISIBLE_CHANGED'
  const codeDue = code?.due === true && !path.startsWith('/instellingen/toegang')
  if (!file?.problem && !codeDue) return null
  return (
    <div className="banners">
      {file?.problem && (
        <Message
          title={changed ? t('keeping:banner.changedTitle') : t('shell.publish.title')}
          action={
            changed && (
              <Button variant="default" onClick={() => restoring.ask()}>
                {t('keeping:banner.changedLook')}
              </Button>
            )
          }
        >
          <p>
            {changed
              ? t('keeping:banner.changedText', { path: file.folder })
              : t(`shell.publish.${file.problem}`, { path: file.folder })}
          </p>
        </Message>
      )}
      {codeDue && (
        <Message
          title={t('keeping:banner.codeTitle')}
          action={
            <Link to="/instellingen/toegang" className="link">
              {t('keeping:banner.codeCheck')}
            </Link>
          }
        >
          <p>{t('keeping:banner.codeText')}</p>
        </Message>
      )}
    </div>
  )
}
