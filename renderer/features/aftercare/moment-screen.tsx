/** One moment of aftercare: what has to be known to ask, what was tried, and what came out of it. */
import { Button } from '@mantine/core'
import { IconMail } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Outputs } from '#core/api/contract.ts'
import { askedOn } from '#core/aftercare/moments.ts'
import { formatLong, formatShort } from '#core/calendar/dates.ts'
import { failureOf } from '../../office/failure.ts'
import { useOffice } from '../../office/office.ts'
import { orpc } from '../../office/query.ts'
import { FailureMessage, Message } from '../../ui/message.tsx'
import { Page, PageFailure, PageWait } from '../../ui/page.tsx'
import { Facts, Sheet } from '../../ui/sheet.tsx'
import { PersonLink } from '../../ui/person-name.tsx'
import { useMakeLetter } from '../letters/make-letter.ts'
import { Attempts } from './attempts.tsx'
import { ContactMessage } from './contact-message.tsx'
import { PlanSheet } from './plan-sheet.tsx'
import { ResultForm } from './result-form.tsx'
import './aftercare.css'

export type Moment = Outputs['aftercare']['get']

export function MomentScreen() {
  const { t } = useTranslation('aftercare')
  const { language } = useOffice()
  const id = Number(useParams({ from: '/nazorg/$id' }).id)
  const query = useQuery(orpc.aftercare.get.queryOptions({ input: { id } }))
  if (query.isPending) return <PageWait />
  if (query.isLoadingError)
    return (
      <PageFailure failure={failureOf(query.error)} screen={t('screen')} retry={() => void query.refetch()} />
    )
  const moment = query.data
  return (
    <Page
      screen={t('screen')}
      actions={moment.done_on !== null && <LetterButton id={moment.id} />}
      title={t('after', { count: moment.month })}
      lead={
        <>
          <PersonLink id={moment.participant_id} strong>
            {moment.personName}
          </PersonLink>
          {`, ${formatLong(moment.done_on ?? askedOn(moment), language)}`}
        </>
      }
    >
      <p className="aftercare-back no-print">
        <Link className="link" to="/nazorg">
          {t('form.toList')}
        </Link>
      </p>
      <ContactMessage participantId={moment.participant_id} contact={moment.contact} since={moment.since} />
      <div className="aftercare-columns">
        <div className="aftercare-column">
          <Middle key={`${id} ${moment.done_on ?? ''}`} moment={moment} />
        </div>
        <div className="aftercare-column">
          <About moment={moment} />
          <Attempts moment={moment} />
          {moment.done_on === null && <PlanSheet moment={moment} />}
        </div>
      </div>
    </Page>
  )
}

function LetterButton({ id }: { id: number }) {
  const { t } = useTranslation('letters')
  const { make, busy, failure } = useMakeLetter()
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconMail size={18} stroke={2} aria-hidden />}
        loading={busy}
        onClick={() => void make({ kind: 'aftercare', about: id })}
      >
        {t('kinds.make.aftercare')}
      </Button>
      {failure && <FailureMessage failure={failure} />}
    </>
  )
}

/** The form, or why there is none. */
function Middle({ moment }: { moment: Moment }) {
  const { t } = useTranslation('aftercare')
  if (moment.state === 'waiting') return <Message kind="info" title={t('form.waitingText')} />
  if (moment.dropped_on !== null)
    return (
      <Message kind="info" title={t('form.droppedText', { date: formatShort(moment.dropped_on) })}>
        {moment.dropped_why}
      </Message>
    )
  return <ResultForm moment={moment} />
}

function About({ moment }: { moment: Moment }) {
  const { t } = useTranslation(['aftercare', 'enums'])
  const { language } = useOffice()
  const { preferredContact } = moment
  const rows: [string, string][] = [
    [t('about.phone'), moment.phone],
    [t('about.preferred'), preferredContact === '' ? '' : t(`enums:preferredContact.${preferredContact}`)],
    [t('about.email'), moment.email],
    [t('about.languages'), moment.languages],
    [t('about.ended'), moment.endedOn === null ? '' : formatLong(moment.endedOn, language)],
    [t('about.outflow'), moment.outflow === null ? '' : t(`enums:outflow.${moment.outflow}`)],
    [t('about.place'), moment.place],
  ]
  return (
    <Sheet title={t('about.title')}>
      <Facts
        facts={rows
          .filter(([, value]) => value !== '')
          .map(([label, value]) => [label, <bdi key={label}>{value}</bdi>] as const)}
      />
    </Sheet>
  )
}
