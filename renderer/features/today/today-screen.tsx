/** One calm page at the start of the day: who comes, who is different, what waits. */
import { Button } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Trans, useTranslation } from 'react-i18next'
import { formatWeekdayLong, weekday } from '#core/calendar/dates.ts'
import type { Today } from '#core/api/today.ts'
import { failureOf } from '../../office/failure.ts'
import { client } from '../../client.ts'
import { useOffice } from '../../office/office.ts'
import { orpc } from '../../office/query.ts'
import { FailureMessage } from '../../ui/message.tsx'
import { Page, PageFailure, PageWait } from '../../ui/page.tsx'
import { usePaper, usePrintKey } from '../../ui/paper.ts'
import { EmptyState } from '../../ui/sheet.tsx'
import { ComingSheet } from './coming-sheet.tsx'
import { toldAway } from './coming.ts'
import { EndingsSheet } from './endings-sheet.tsx'
import { countFor, waitingOf } from './waiting.ts'
import { WaitingSheet } from './waiting-sheet.tsx'
import { WordOfToday } from '../words/word-of-today.tsx'
import './today.css'

export function TodayScreen() {
  const { t } = useTranslation(['today', 'common'])
  const { language } = useOffice()
  const navigate = useNavigate()
  const paper = usePaper(() => client.today.print())
  const print = () => paper.run(null)
  usePrintKey(print)
  const query = useQuery(orpc.today.get.queryOptions())
  const anybody = useQuery(
    orpc.participants.list.queryOptions({ input: { query: '', stage: null, after: null, limit: 1 } }),
  ).data
  if (query.isPending) return <PageWait />
  if (query.isLoadingError)
    return (
      <PageFailure failure={failureOf(query.error)} screen={t('screen')} retry={() => void query.refetch()} />
    )
  const today = query.data
  return (
    <Page
      screen={t('screen')}
      title={<span className="capital">{formatWeekdayLong(today.today, language)}</span>}
      lead={<Lead today={today} />}
      actions={
        <>
          <Button
            variant="default"
            leftSection={<IconPrinter size={18} stroke={2} aria-hidden />}
            loading={paper.busy}
            onClick={print}
          >
            {t('print')}
          </Button>
          <Button onClick={() => void navigate({ to: '/week' })}>{t('fillIn')}</Button>
        </>
      }
    >
      {paper.failure && <FailureMessage failure={paper.failure} />}
      {anybody?.total === 0 ? (
        <EmptyState
          title={t('start.title')}
          action={
            <Button onClick={() => void navigate({ to: '/deelnemers/nieuw' })}>{t('start.action')}</Button>
          }
        >
          {t('start.text')}
        </EmptyState>
      ) : (
        <div className="today-columns">
          <ComingSheet today={today} />
          <div className="today-right">
            <WaitingSheet today={today} />
            <EndingsSheet today={today} />
          </div>
          <div className="today-word">
            <WordOfToday />
          </div>
        </div>
      )}
    </Page>
  )
}

function Lead({ today }: { today: Today }) {
  const { t } = useTranslation('today')
  const away = today.coming.filter(toldAway).length
  const coming = today.coming.length - away
  const { me } = useOffice()
  const waiting = countFor(waitingOf(today), me.id)
  const quiet = today.coming.length === 0 && weekday(today.today) > 5
  return (
    <>
      {today.closedReason !== null ? (
        t('lead.closed', { reason: today.closedReason })
      ) : quiet ? (
        t('lead.weekend')
      ) : (
        <Trans t={t} i18nKey="lead.coming" count={coming} values={{ count: coming }} />
      )}{' '}
      {away > 0 && <>{t('lead.away', { count: away })} </>}
      <Trans t={t} i18nKey="lead.waiting" count={waiting} values={{ count: waiting }} />
    </>
  )
}
