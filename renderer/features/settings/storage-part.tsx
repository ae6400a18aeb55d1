import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { formatLong } from '#core/calendar/dates.ts'
import { client } from '../../client.ts'
import { useOffice } from '../../office/office.ts'
import { orpc } from '../../office/query.ts'
import { clockTime } from '../../office/saved.ts'
import { useCommand } from '../../office/use-command.ts'
import { announce } from '../../ui/announcer.tsx'
import { FailureMessage, Message } from '../../ui/message.tsx'
import { Facts, Sheet } from '../../ui/sheet.tsx'
import { useToast } from '../../ui/toast.tsx'

/** The file that people see and copy: the program's own name for it. */
const fileName = 'Trajectboek.db'

export function StoragePart() {
  const { t, i18n } = useTranslation(['settings', 'app'])
  const lang = i18n.language === 'en' ? 'en' : 'nl'
  const { version } = useOffice()
  const toast = useToast()
  const state = useQuery(orpc.snapshots.status.queryOptions({ refetchInterval: 5_000 })).data
  const publish = useCommand(client.snapshots.publishNow)
  async function makeNow(): Promise<void> {
    const done = await publish.run(undefined)
    if (!done || done.problem) return
    toast({ text: t('storage.made') })
    announce(t('storage.made'))
  }
  const shown = (moment: string): string => {
    const date = new Date(moment)
    const day = [date.getFullYear(), date.getMonth() + 1, date.getDate()].map((n) =>
      String(n).padStart(2, '0'),
    )
    return t('storage.at', {
      date: formatLong(day.join('-'), lang),
      time: clockTime(date).replace(':', lang === 'nl' ? '.' : ':'),
    })
  }
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
              [t('storage.lastCopy'), state.publishedAt ? shown(state.publishedAt) : t('storage.never')],
            ]}
          />
          <p className="settings-text">{state.pending ? t('storage.pending') : t('storage.upToDate')}</p>
        </>
      )}
      <p className="settings-text">{t('storage.explain')}</p>
      <p className="settings-text">{t('storage.code')}</p>
      {publish.failure && <FailureMessage failure={publish.failure} />}
      <div className="form-actions">
        <Button loading={publish.busy} onClick={() => void makeNow()}>
          {t('storage.makeNow')}
        </Button>
      </div>
      <p className="dim settings-text">{t('storage.version', { version })}</p>
    </Sheet>
  )
}
