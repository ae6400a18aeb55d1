/** Short lines with one case manager: my clients, the letters, what is asked, and the last contact. */
import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Outputs } from '#core/api/contract.ts'
import { formatShort } from '#core/calendar/dates.ts'
import { isCurrent } from '#core/network/current.ts'
import { client } from '../../client.ts'
import { failureOf } from '../../office/failure.ts'
import { useOffice } from '../../office/office.ts'
import { orpc } from '../../office/query.ts'
import { useCommand } from '../../office/use-command.ts'
import { FailureMessage, Message } from '../../ui/message.tsx'
import { Page, PageFailure, PageWait } from '../../ui/page.tsx'
import { PersonLink } from '../../ui/person-name.tsx'
import { Facts, Sheet } from '../../ui/sheet.tsx'
import { StateWord } from '../../ui/state-word.tsx'
import { useToast } from '../../ui/toast.tsx'
import { CaseManagerDialog } from '../settings/case-manager-dialog.tsx'
import { ClientTable } from './client-table.tsx'
import { ContactLog } from './contact-log.tsx'
import { LeaveDialog } from './leave-dialog.tsx'
import { MoveClients } from './move-clients.tsx'
import { NetworkTabs } from './network-tabs.tsx'

type View = Outputs['caseManagers']['get']

export function CaseManagerScreen() {
  const { t } = useTranslation('common')
  const id = Number(useParams({ from: '/klantmanagers/$id' }).id)
  const one = useQuery(orpc.caseManagers.get.queryOptions({ input: { id } }))
  const screen = t('caseManager.One')
  if (one.isPending) return <PageWait />
  if (one.isLoadingError)
    return <PageFailure failure={failureOf(one.error)} screen={screen} retry={() => void one.refetch()} />
  return <CaseManagerPage key={id} one={one.data} />
}

function CaseManagerPage({ one }: { one: View }) {
  const { t } = useTranslation(['network', 'enums', 'common'])
  const toast = useToast()
  const [asking, setAsking] = useState<'details' | 'leave' | null>(null)
  const comeBack = useCommand(client.caseManagers.comeBack)
  const { id, name, municipality, active } = one
  const current = one.clients.filter(isCurrent)
  async function back(): Promise<void> {
    const done = await comeBack.run({ id })
    if (done) toast({ text: t('manager.back', { name }), changeSetId: done.changeSetId })
  }
  const form = one.form_of_address === 'none' ? '' : `${t(`enums:addressLine.${one.form_of_address}`)} `
  return (
    <Page
      title={
        <>
          {form}
          <bdi>{name}</bdi>
        </>
      }
      screen={t('common:caseManager.One')}
      lead={
        <Link to="/gemeenten/$id" params={{ id: String(municipality.id) }} className="link">
          {t('manager.leadOf', { municipality: municipality.name })}
        </Link>
      }
      actions={
        <>
          <Button variant="default" onClick={() => setAsking('details')}>
            {t('manager.change')}
          </Button>
          {active && (
            <Button variant="default" onClick={() => setAsking('leave')}>
              {t('manager.leave')}
            </Button>
          )}
        </>
      }
    >
      <NetworkTabs />
      {comeBack.failure && <FailureMessage failure={comeBack.failure} />}
      {!active && (
        <div className="network-before network-stack">
          <Message
            kind={current.length > 0 ? 'care' : 'info'}
            title={t('manager.isGone')}
            action={
              <Button variant="default" onClick={() => void back()}>
                {t('manager.comeBack')}
              </Button>
            }
          />
          {current.length > 0 && <MoveClients one={one} clients={current} />}
        </div>
      )}
      <div className="network-columns">
        <div>
          <HowItStands one={one} current={current.length} />
          <LetterQuestions one={one} />
        </div>
        <ContactLog partner={{ caseManagerId: id }} name={name} />
      </div>
      <div className="network-after">
        <ClientTable clients={one.clients} />
      </div>
      {asking === 'details' && (
        <CaseManagerDialog municipality={municipality} manager={one} onClose={() => setAsking(null)} />
      )}
      {asking === 'leave' && <LeaveDialog one={one} clients={current} onClose={() => setAsking(null)} />}
    </Page>
  )
}

function HowItStands({ one, current }: { one: View; current: number }) {
  const { t } = useTranslation('network')
  const { today } = useOffice()
  const letters = one.clients.flatMap((client) => (client.lastLetter ? [client.lastLetter] : []))
  const last = letters.toSorted((a, b) => (a.on < b.on ? 1 : -1))[0]
  const next = one.clients
    .flatMap((client) => (client.nextLetter ? [{ ...client.nextLetter, client }] : []))
    .toSorted((a, b) => (a.on < b.on ? -1 : 1))[0]
  return (
    <Sheet title={t('manager.facts')}>
      <Facts
        facts={[
          [
            t('manager.details'),
            [one.function_title, one.phone, one.email].filter(Boolean).join(', ') || t('manager.none'),
          ],
          [t('manager.clientsNow'), t('manager.clientCount', { count: current })],
          [
            t('manager.lastContact'),
            one.lastContactOn === null ? t('manager.never') : formatShort(one.lastContactOn),
          ],
          [
            t('manager.lastLetter'),
            last ? (
              <Link to="/brieven/$id" params={{ id: String(last.id) }} className="link">
                {`${last.number}, ${formatShort(last.on)}`}
              </Link>
            ) : (
              t('manager.noLetter')
            ),
          ],
          [
            t('manager.nextLetter'),
            next ? (
              <>
                {formatShort(next.on)}
                {', '}
                <PersonLink id={next.client.participantId}>{next.client.listName}</PersonLink>{' '}
                {next.on < today && <StateWord kind="late">{t('manager.due')}</StateWord>}
              </>
            ) : (
              t('manager.noNext')
            ),
          ],
        ]}
      />
    </Sheet>
  )
}

function LetterQuestions({ one }: { one: View }) {
  const { t } = useTranslation('network')
  if (one.letterQuestions.length === 0) return null
  return (
    <Sheet title={t('manager.openQuestions')}>
      <ul className="network-list">
        {one.letterQuestions.map((question) => (
          <li key={question.letterId}>
            <div>
              <p>
                <PersonLink id={question.participantId}>{question.personName}</PersonLink>
              </p>
              <p className="network-text">{question.question}</p>
              <p className="dim">
                <Link to="/brieven/$id" params={{ id: String(question.letterId) }} className="link">
                  {t('manager.inLetter', { number: question.number, date: formatShort(question.on) })}
                </Link>
                {question.before !== null &&
                  `, ${t('manager.before', { date: formatShort(question.before) })}`}
              </p>
            </div>
          </li>
        ))}
      </ul>
    </Sheet>
  )
}
