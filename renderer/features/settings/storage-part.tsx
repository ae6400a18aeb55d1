import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useOffice } from '../../office/office.ts'
import { orpc } from '../../office/query.ts'
import { Message } from '../../ui/message.tsx'
import { Facts, Sheet } from '../../ui/sheet.tsx'
import { useMoments } from '../keeping/moment.ts'

/** The file that people see and copy: the program's own name for it. */
const fileName = 'Trajectboek.db'

export function StoragePart() {
  const { t } = useTranslation(['settings', 'app', 'keeping'])
  const { say } = useMoments()
  const navigate = useNavigate()
  const { version } = useOffice()
  const state = useQuery(orpc.snapshots.status.queryOptions({ refetchInterval: 5_000 })).data
  return (
    <Sheet title={t('storage.title')} className="settings-sheet">
      {state && (
        <>
          {state.problem && (
            <div className="settings-problem">
              <Message title={t('app:shell.publish.title')}>
                {t(`app:shell.publish.${state.problem}`, { path: state.folder })}
              </Message>
            </div>
          )}
          <Facts
            facts={[
              [t('storage.folder'), state.folder],
              [t('storage.file'), fileName],
              [t('storage.lastCopy'), state.publishedAt ? say(state.publishedAt) : t('storage.never')],
            ]}
          />
          <p className="settings-text">{state.pending ? t('storage.pending') : t('storage.upToDate')}</p>
        </>
      )}
      <p className="settings-text">{t('storage.explain')}</p>
      <p className="settings-text">{t('storage.code')}</p>
      <div className="form-actions">
        <Button onClick={() => void navigate({ to: '/instellingen/kopieen' })}>
          {t('keeping:places.copies')}
        </Button>
      </div>
      <p className="dim settings-text">{t('storage.version', { version })}</p>
    </Sheet>
  )
}
