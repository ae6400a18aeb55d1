/** One opening: how it stands, who fits, and everything about it. */
import { Button } from '@mantine/core'
import { IconCheck, IconUsers } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { OpeningView } from '#core/api/places.ts'
import { formatShort } from '#core/calendar/dates.ts'
import { client } from '../../client.ts'
import { failureOf } from '../../office/failure.ts'
import { useOffice } from '../../office/office.ts'
import { orpc } from '../../office/query.ts'
import { useCommand } from '../../office/use-command.ts'
import { FailureMessage } from '../../ui/message.tsx'
import { Page, PageFailure, PageWait } from '../../ui/page.tsx'
import { useToast } from '../../ui/toast.tsx'
import { useAskedField } from './asked-field.ts'
import { AsksSheet, WhenSheet, WorkSheet } from './opening-fields.tsx'
import { StateLine } from './state-line.tsx'
import { useWorkWords } from './work-words.ts'
import './openings.css'

export function OpeningScreen() {
  const { t } = useTranslation('matching')
  const id = Number(useParams({ from: '/aanbod/$id' }).id)
  const opening = useQuery(orpc.openings.get.queryOptions({ input: { id } }))
  if (opening.isPending) return <PageWait />
  if (opening.isLoadingError)
    return (
      <PageFailure
        failure={failureOf(opening.error)}
        screen={t('opening.screen')}
        retry={() => void opening.refetch()}
      />
    )
  return <OneOpening key={id} opening={opening.data} />
}

function OneOpening({ opening }: { opening: OpeningView }) {
  const { t } = useTranslation(['matching', 'enums'])
  const navigate = useNavigate()
  const words = useWorkWords()
  const { veld } = useSearch({ from: '/aanbod/$id' })
  useAskedField(veld, words !== null)
  const { id } = opening
  return (
    <Page
      title={opening.title}
      screen={t('opening.screen')}
      lead={
        <>
          {`${t(`enums:placementKind.${opening.kind}`)} `}
          <Link to="/organisaties/$id" params={{ id: String(opening.host_id) }} className="link">
            {t('opening.at', { host: opening.hostName })}
          </Link>
        </>
      }
      actions={
        <>
          <Link to="/aanbod" className="link">
            {t('opening.all')}
          </Link>
          <Button
            leftSection={<IconUsers size={18} stroke={2} aria-hidden />}
            onClick={() => void navigate({ to: '/aanbod/$id/wie', params: { id: String(id) } })}
          >
            {t('opening.whoFits')}
          </Button>
        </>
      }
    >
      <div className="openings-standing">
        <StateLine opening={opening} />
        <Confirmed opening={opening} />
      </div>
      {words && (
        <div className="openings-columns">
          <div className="openings-column">
            <WorkSheet opening={opening} words={words} />
            <AsksSheet opening={opening} words={words} />
          </div>
          <WhenSheet opening={opening} />
        </div>
      )}
    </Page>
  )
}

/** When the organisation last said that this is still there, and one press to say it again. */
function Confirmed({ opening }: { opening: OpeningView }) {
  const { t } = useTranslation('matching')
  const { today } = useOffice()
  const toast = useToast()
  const save = useCommand(client.openings.save)
  async function confirm(): Promise<void> {
    const done = await save.run({ id: opening.id, fields: { confirmed_on: today } })
    if (done) toast({ text: t('opening.confirmedNow'), changeSetId: done.changeSetId })
  }
  return (
    <>
      <span className="dim">
        {opening.confirmed_on === null
          ? t('opening.notConfirmed')
          : t('opening.confirmed', { date: formatShort(opening.confirmed_on) })}
      </span>
      {opening.confirmed_on !== today && (
        <Button
          variant="default"
          leftSection={<IconCheck size={18} stroke={2} aria-hidden />}
          loading={save.busy}
          onClick={() => void confirm()}
        >
          {t('opening.confirmNow')}
        </Button>
      )}
      {save.failure && <FailureMessage failure={save.failure} />}
    </>
  )
}
